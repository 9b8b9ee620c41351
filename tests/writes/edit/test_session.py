import copy
import datetime as dt
from decimal import Decimal

import pytest
import pytest_asyncio

from daftra_async import UNSET, ClientInput, DaftraClient, InvoiceItem, InvoiceItemInput, WorkflowRecordInput
from daftra_async.errors import ArgumentError, ConflictError, NotFoundError, ValidationError
from daftra_async.sandbox import Sandbox
from daftra_async.sandbox.store import NewRecord
from daftra_async.writes.edit import Change, Draft

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def demo():
    async with Sandbox("demo") as sandbox, DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url) as daftra:
        yield sandbox, daftra


@pytest_asyncio.fixture(loop_scope="module")
async def account(demo):
    demo[0].requests.clear()
    return demo


@pytest_asyncio.fixture(loop_scope="module")
async def client(demo):
    sandbox, daftra = demo
    made = await daftra.clients.create(ClientInput(business_name="Somebody", city="Giza", notes="none"))
    sandbox.requests.clear()
    return made.id


def second(sandbox):
    """Return the client of somebody else."""
    return DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url)


def store(sandbox, entity, identity, **values):
    """Change a stored record behind everybody's back; relations by their wire keys."""
    found = sandbox.account.store.get(entity, identity)
    parts = {name: value for name, value in values.items() if isinstance(value, list)}
    body = {**found.body, **{name: value for name, value in values.items() if name not in parts}}
    sandbox.account.store.add([NewRecord(entity, body, {**found.parts, **parts}, found.kind)])


def sent(sandbox):
    return sandbox.requests[-1].json()


def writes(sandbox):
    return [request for request in sandbox.requests if request.method in {"PUT", "POST"}]


async def invoice_with_lines(sandbox, daftra, least=2):
    async for invoice in daftra.invoices.list():
        stored = sandbox.record("invoice", invoice.id)
        if len(stored["InvoiceItem"]) >= least:
            return invoice.id, copy.deepcopy(stored)
    raise AssertionError


class TestSending:
    async def test_nothing_is_sent_without_a_change(self, account):
        sandbox, daftra = account
        identity, before = await invoice_with_lines(sandbox, daftra)
        session = daftra.invoices.edit(identity)
        async with session as draft:
            draft.notes = draft.notes
            draft.invoice_item[0].quantity = Decimal(str(draft.invoice_item[0].quantity)) + Decimal("0.000")
        assert draft.diff() == {}
        assert session.result is None
        assert writes(sandbox) == []
        assert sandbox.record("invoice", identity) == before

    async def test_nothing_is_sent_before_it_is_entered(self, account):
        sandbox, daftra = account
        daftra.invoices.edit(1)
        assert not sandbox.requests

    async def test_an_exception_sends_nothing(self, account):
        sandbox, daftra = account
        identity, before = await invoice_with_lines(sandbox, daftra)
        with pytest.raises(ZeroDivisionError):
            async with daftra.invoices.edit(identity) as draft:
                draft.notes = "lost"
                raise ZeroDivisionError
        assert writes(sandbox) == []
        assert sandbox.record("invoice", identity) == before

    async def test_missing_record(self, account):
        _, daftra = account
        with pytest.raises(NotFoundError):
            async with daftra.invoices.edit(10**9):
                pass

    async def test_untouched_values_go_back_as_they_came(self, account):
        sandbox, daftra = account
        identity, _ = await invoice_with_lines(sandbox, daftra)
        raw = (await daftra.request("GET", f"/api2/invoices/{identity}"))["data"]["Invoice"]
        async with daftra.invoices.edit(identity) as draft:
            draft.notes = "new"
        body = sent(sandbox)
        assert body["Invoice"].keys() >= {"no", "date", "client_id", "draft"}
        for name, value in body["Invoice"].items():
            if name != "notes":
                assert (name, value, type(value)) == (name, raw[name], type(raw[name]))
        lines = [{name: line[name] for name in item} for item, line in zip(body["InvoiceItem"], raw["InvoiceItem"], strict=True)]
        assert body["InvoiceItem"] == lines
        assert all(item["id"] for item in body["InvoiceItem"])
        assert "Client" not in body
        assert "Payment" not in body

    async def test_entered_once(self, account, client):
        _, daftra = account
        session = daftra.clients.edit(client)
        async with session:
            pass
        with pytest.raises(RuntimeError, match="entered once"):
            await session.__aenter__()

    async def test_the_result_is_there_after_it(self, account, client):
        _, daftra = account
        session = daftra.clients.edit(client)
        async with session as draft:
            draft.city = "Alexandria"
        assert session.result.code == 200
        assert session.diff() == draft.diff()
        assert list(draft.diff()) == ["city"]


class TestLines:
    async def test_one_line(self, account):
        sandbox, daftra = account
        identity, before = await invoice_with_lines(sandbox, daftra)
        async with daftra.invoices.edit(identity) as draft:
            assert isinstance(draft, Draft)
            draft.invoice_item[1].quantity = Decimal("3.5")
            assert list(draft.diff()) == ["invoice_item[1].quantity"]
        after = sandbox.record("invoice", identity)
        assert after["InvoiceItem"][0] == before["InvoiceItem"][0]
        changed = {name for name, value in after["InvoiceItem"][1].items() if value != before["InvoiceItem"][1].get(name)}
        assert "quantity" in changed
        assert changed <= {"quantity", "subtotal", "summary_tax1", "summary_tax2", "discount"}
        assert [line["id"] for line in after["InvoiceItem"]] == [line["id"] for line in before["InvoiceItem"]]

    async def test_added_removed_and_moved_lines(self, account):
        sandbox, daftra = account
        identity, before = await invoice_with_lines(sandbox, daftra, least=2)
        ids = [line["id"] for line in before["InvoiceItem"]]
        async with daftra.invoices.edit(identity) as draft:
            removed = draft.invoice_item.pop(0)
            draft.invoice_item.append(InvoiceItem(item="one", unit_price=Decimal("12.50"), quantity=Decimal(2)))
            draft.invoice_item.append(InvoiceItemInput(item="two", unit_price=Decimal(3), quantity=1))
            draft.invoice_item.append({"item": "three", "unit_price": "4.00", "quantity": "1"})
            diff = draft.diff()
        at = len(ids) - 1
        assert diff["invoice_item[0]"] == Change(removed, UNSET)
        assert {f"invoice_item[{at}]", f"invoice_item[{at + 1}]", f"invoice_item[{at + 2}]"} <= diff.keys()
        after = sandbox.record("invoice", identity)["InvoiceItem"]
        assert [line["id"] for line in after[:at]] == ids[1:]
        assert [line["item"] for line in after[at:]] == ["one", "two", "three"]
        assert after[:at] == before["InvoiceItem"][1:]

    async def test_moved(self, account):
        sandbox, daftra = account
        identity, before = await invoice_with_lines(sandbox, daftra, least=2)
        async with daftra.invoices.edit(identity) as draft:
            draft.invoice_item.reverse()
            assert list(draft.diff()) == ["invoice_item"]
        after = sandbox.record("invoice", identity)["InvoiceItem"]
        assert after == before["InvoiceItem"][::-1]

    async def test_a_line_of_another_document_becomes_a_new_one(self, account):
        sandbox, daftra = account
        identity, before = await invoice_with_lines(sandbox, daftra)
        other = await daftra.invoices.get(next(i.id for i in (await daftra.invoices.list()).data if i.id != identity))
        async with daftra.invoices.edit(identity) as draft:
            draft.invoice_item.append(other.invoice_item[0])
        lines = sent(sandbox)["InvoiceItem"]
        assert "id" not in lines[-1]
        assert lines[-1]["item"] == other.invoice_item[0].item
        assert len(sandbox.record("invoice", identity)["InvoiceItem"]) == len(before["InvoiceItem"]) + 1

    async def test_all_lines_removed_is_said_and_not_left_out(self, account):
        sandbox, daftra = account
        order = (await daftra.purchase_invoices.list()).data[0].id
        async with daftra.purchase_invoices.edit(order) as draft:
            draft.purchase_order_item = []
        assert sent(sandbox)["PurchaseOrderItem"] == []


class TestRefusals:
    async def test_read_only_attribute(self, account):
        _, daftra = account
        async with daftra.invoices.edit(1) as draft:
            with pytest.raises(AttributeError, match=r"Invoice.created is read-only"):
                draft.created = dt.datetime(2026, 1, 1)
            with pytest.raises(AttributeError, match="read-only"):
                draft.id = 7

    async def test_misspelt_attribute(self, account):
        _, daftra = account
        async with daftra.invoices.edit(1) as draft:
            with pytest.raises(AttributeError, match="did you mean 'notes'"):
                draft.note = "x"

    async def test_read_only_inside_a_relation(self, account):
        sandbox, daftra = account
        identity, _ = await invoice_with_lines(sandbox, daftra)
        with pytest.raises(ArgumentError, match=r"client.*read-only"):
            async with daftra.invoices.edit(identity) as draft:
                draft.client.business_name = "x"
        with pytest.raises(ArgumentError, match=r"invoice_item\[0\]\.subtotal"):
            async with daftra.invoices.edit(identity) as draft:
                draft.invoice_item[0].subtotal = Decimal(1)
        assert writes(sandbox) == []

    @pytest.mark.parametrize(
        ("line", "told"),
        [
            ({"unit_pric": "3"}, r"InvoiceItem\[.*\]: unknown field 'unit_pric' \(did you mean 'unit_price'\?\)"),
            ({"unit_price": 0.1 + 0.2}, r"InvoiceItem\[.*\]\.unit_price: the float"),
            (InvoiceItem(unit_price=0.1 + 0.2), r"InvoiceItem\[.*\]\.unit_price: the float"),
        ],
    )
    async def test_what_cannot_be_meant(self, account, line, told):
        sandbox, daftra = account
        with pytest.raises(ArgumentError, match=told):
            async with daftra.invoices.edit(1) as draft:
                draft.invoice_item = [*(draft.invoice_item or []), line]
        with pytest.raises(ArgumentError, match="date: 'yesterday' is not a date"):
            async with daftra.invoices.edit(1) as draft:
                draft.date = "yesterday"
        assert writes(sandbox) == []

    async def test_two_discounts_that_were_read_go_back(self, account):
        sandbox, daftra = account
        identity, _ = await invoice_with_lines(sandbox, daftra)
        store(sandbox, "invoice", identity, discount="5", discount_amount="10")
        async with daftra.invoices.edit(identity) as draft:
            draft.notes = "both discounts stay"
        assert (sent(sandbox)["Invoice"]["discount"], sent(sandbox)["Invoice"]["discount_amount"]) == ("5", "10")

    async def test_what_the_server_refuses_changes_nothing(self, account, client):
        sandbox, daftra = account
        before = copy.deepcopy(sandbox.record("client", client))
        with pytest.raises(ValidationError):
            async with daftra.clients.edit(client) as draft:
                draft.country_code = "much too long"
        assert sandbox.record("client", client) == before


class TestConflicts:
    async def test_changed_meanwhile(self, account, client):
        sandbox, daftra = account
        with pytest.raises(ConflictError, match="was changed since it was read") as caught:
            async with daftra.clients.edit(client) as draft:
                async with second(sandbox) as theirs, theirs.clients.edit(client) as other:
                    other.city = "Cairo"
                draft.notes = "mine"
        assert caught.value.fields == ("city",)
        assert caught.value.operation == "clients.update"
        assert sandbox.record("client", client)["city"] == "Cairo"
        assert len(writes(sandbox)) == 1

    async def test_the_same_second_is_noticed_by_the_values(self, account, client):
        sandbox, daftra = account
        with pytest.raises(ConflictError, match="modified is the same"):
            async with daftra.clients.edit(client) as draft:
                store(sandbox, "client", client, city="Elsewhere")
                draft.notes = "mine"

    async def test_a_later_time_of_change_alone_is_a_conflict(self, account, client):
        """Something was changed that an edit does not write."""
        sandbox, daftra = account
        was = (await daftra.clients.get(client)).modified
        with pytest.raises(ConflictError, match="nothing that can be written") as caught:
            async with daftra.clients.edit(client) as draft:
                store(sandbox, "client", client, modified=str(was + dt.timedelta(seconds=1)))
                draft.notes = "mine"
        assert caught.value.fields == ()
        assert f"modified {was} -> {was + dt.timedelta(seconds=1)}" in str(caught.value)
        assert sandbox.record("client", client)["notes"] == "none"
        assert writes(sandbox) == []

    async def test_resources_without_a_time_of_change(self, account):
        sandbox, daftra = account
        identity = (await daftra.expenses.list()).data[0].id
        with pytest.raises(ConflictError):
            async with daftra.expenses.edit(identity) as draft:
                async with second(sandbox) as theirs, theirs.expenses.edit(identity) as other:
                    other.note = "theirs"
                draft.note = "mine"

    async def test_deleted_meanwhile(self, account, client):
        sandbox, daftra = account
        with pytest.raises(NotFoundError):
            async with daftra.clients.edit(client) as draft:
                await daftra.clients.delete(client)
                draft.notes = "mine"
        assert writes(sandbox) == []


class TestOtherShapes:
    async def test_workflow_records(self, account):
        sandbox, daftra = account
        made = await daftra.workflow_records.create(
            36,
            {
                "title": "T",
                "number": {"code": "000777"},
                "budget": {"number": "1500.25", "currency": "EGP"},
                "start_date": "05/09/2026",
                "le_workflow-type-entity-36_custom_data": {"field_1": "x"},
            },
        )
        entity = "le_workflow-type-entity-36"
        before = copy.deepcopy(sandbox.record(entity, made.id))
        async with daftra.workflow_records.edit(36, made.id) as draft:
            draft.title = "U"
        after = sandbox.record(entity, made.id)
        assert {name for name in before if before[name] != after.get(name)} <= {"title", "modified"}
        assert after["title"] == "U"
        async with daftra.workflow_records.edit(36, made.id) as draft:
            draft.budget = Decimal("99.5")
            draft.start_date = dt.date(2026, 10, 11)
        after = sandbox.record(entity, made.id)
        assert (str(after["budget"]), after["budget_currency"], after["start_date"]) == ("99.5", "EGP", "2026-10-11")
        assert after["number"] == "000777"

    async def test_one_part_of_what_is_written_as_an_object(self, account):
        sandbox, daftra = account
        made = await daftra.workflow_records.create(36, WorkflowRecordInput(title="T"))
        async with daftra.workflow_records.edit(36, made.id) as draft:
            del draft.budget
            draft.budget_currency = "EGP"
        assert sent(sandbox)["budget"] == {"currency": "EGP"}

    async def test_what_cannot_be_carried_is_refused(self, account):
        sandbox, daftra = account
        made = await daftra.workflow_records.create(36, WorkflowRecordInput(title="T", tags=["a,b"]))
        store(sandbox, "le_workflow-type-entity-36", made.id, tags=[{"id": 1, "tag_id": 7}])
        count = len(writes(sandbox))
        with pytest.raises(ArgumentError, match=r"tags: .*written by name"):
            async with daftra.workflow_records.edit(36, made.id) as draft:
                draft.title = "U"
        assert len(writes(sandbox)) == count
        async with daftra.workflow_records.edit(36, made.id) as draft:
            draft.title = "U"
            draft.tags = ["a,b"]
        assert sent(sandbox)["tags"] == ["a,b"]

    async def test_requisitions_are_written_in_other_words(self, account):
        sandbox, daftra = account
        identity = (await daftra.requisitions.list()).data[0].id
        before = copy.deepcopy(sandbox.record("requisition", identity))
        async with daftra.requisitions.edit(identity) as draft:
            draft.notes = "counted"
        body = sent(sandbox)
        assert "Order_type" in body["Requisition"]
        assert body["Requisition"]["date"][2] == "/"
        assert body["RequisitionItem"]
        after = sandbox.record("requisition", identity)
        assert {name for name in before if before[name] != after[name]} == {"notes", "modified"}

    async def test_post_updates_name_the_record_in_the_body(self, account):
        sandbox, daftra = account
        identity = (await daftra.packages.list()).data[0].id
        async with daftra.packages.edit(identity) as draft:
            draft.name = "Gold"
        assert sandbox.requests[-1].method == "POST"
        assert sandbox.record("package", identity)["name"] == "Gold"


class TestWhatIsNotDescribed:
    async def test_only_written(self, account, client):
        sandbox, daftra = account
        async with daftra.clients.edit(client) as draft:
            draft.write(password="s3cret-word")
        assert sent(sandbox)["Client"]["password"] == "s3cret-word"
        async with daftra.clients.edit(client) as draft:
            with pytest.raises(TypeError, match=r"no field 'pasword'.*password"):
                draft.write(pasword="x")

    async def test_unknown_keys(self, account, client):
        sandbox, daftra = account
        store(sandbox, "client", client, loyalty="gold")
        async with daftra.clients.edit(client) as draft:
            assert draft.unsent == ("loyalty",)
            draft.notes = "a"
        assert "loyalty" not in sent(sandbox)["Client"]
        store(sandbox, "client", client, loyalty="gold")
        async with daftra.clients.edit(client, carry=["loyalty"]) as draft:
            assert draft.unsent == ()
            draft.notes = "b"
        assert sent(sandbox)["Client"]["loyalty"] == "gold"


async def test_replace_is_the_update(account, client):
    sandbox, daftra = account
    await daftra.clients.replace(client, {"business_name": "All that is left"})
    stored = sandbox.record("client", client)
    assert stored["business_name"] == "All that is left"
    assert not stored["city"]
