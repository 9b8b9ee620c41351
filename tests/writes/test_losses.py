"""Updates that replace: what would lose a number, a date or lines is refused, and nothing is sent."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import ArgumentError, ClientInput, InvoiceInput, InvoiceItemInput
from daftra_async.catalogue import operations
from daftra_async.wire import hints
from tests.conftest import http

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async import DaftraClient
    from daftra_async.operation import AnyOperation
    from tests.conftest import RawServer

    Make = Callable[..., DaftraClient]

DONE = http(200, {"code": 200, "result": "successful"})
DAY = dt.date(2026, 9, 5)
WHOLE: dict[str, Any] = {"no": "000007", "date": DAY, "issue_date": None, "InvoiceItem": []}
REPLACING: list[AnyOperation] = [op for op in operations() if op.replaces]


def without(name: str) -> dict[str, Any]:
    return {"client_id": 15, **{key: value for key, value in WHOLE.items() if key != name}}


@pytest.mark.parametrize("name", WHOLE)
async def test_each_part_that_is_missing_is_named(name: str, client: Make, server: RawServer) -> None:
    with pytest.raises(ArgumentError, match=f"body: it leaves out {name}, and invoices.update replaces the record") as refused:
        await client().invoices.update(7, without(name))
    assert "use edit()" in str(refused.value)
    assert "replace=True" in str(refused.value)
    with pytest.raises(ArgumentError, match=f"leaves out {name}, and"):
        await client().invoices.update(7, {"Invoice": without(name)}, replace=False)
    assert server.seen == []


async def test_names_are_those_of_the_body(client: Make, server: RawServer) -> None:
    with pytest.raises(ArgumentError, match="it leaves out no, date, issue_date and invoice_item, and"):
        await client().invoices.update(7, InvoiceInput(client_id=15))
    with pytest.raises(ArgumentError, match="it leaves out no, issue_date and InvoiceItem, and"):
        await client().invoices.update(7, {"client_id": 15, "date": DAY})
    assert server.seen == []


@pytest.mark.parametrize(
    "body",
    [
        {"client_id": 15, **WHOLE},
        {"Invoice": {"client_id": 15, "no": "7", "date": DAY, "issue_date": None}, "InvoiceItem": []},
        {"client_id": 15, "extra": {"no": "7"}, "date": DAY, "issue_date": None, "InvoiceItem": []},
        InvoiceInput(client_id=15, no="7", date=DAY, issue_date=DAY, invoice_item=[InvoiceItemInput(item="Tea")]),
        {"Invoice": InvoiceInput(client_id=15, no="7", date=DAY, issue_date=DAY), "InvoiceItem": [{"item": "Tea"}]},
    ],
)
async def test_a_whole_body_is_sent(body: Any, client: Make, server: RawServer) -> None:
    server.default = DONE
    await client().invoices.update(7, body)
    assert [seen.method for seen in server.seen] == ["PUT"]


async def test_what_is_meant_is_sent(client: Make, server: RawServer) -> None:
    server.default = DONE
    daftra = client()
    await daftra.clients.update(7, {"notes": "all that is left"}, replace=True)
    await daftra.clients.replace(7, ClientInput(notes="all that is left"))
    result = await daftra.clients.update_many({7: {"notes": "a"}, 8: ClientInput(notes="b")}, replace=True)
    assert result.ok
    assert [seen.method for seen in server.seen] == ["PUT"] * 4


async def test_nothing_is_lost_where_there_are_only_names(client: Make, server: RawServer) -> None:
    server.default = http(200, {"message": "ok", "id": 7})
    daftra = client()
    await daftra.brands.update(7, {"name": "A"})
    await daftra.brands.update(7, {"name": "A"}, replace=True)
    await daftra.brands.update_many({7: {"name": "A"}})
    assert len(server.seen) == 3


async def test_of_many_none_is_sent(client: Make, server: RawServer) -> None:
    whole = {"client_number": "7", "birth_date": None}
    with pytest.raises(ArgumentError, match=r"^items\[1\]: body: it leaves out client_number and birth_date"):
        await client().clients.update_many({7: whole, 8: {"notes": "b"}})
    assert server.seen == []


async def test_other_mistakes_are_told_first(client: Make, server: RawServer) -> None:
    with pytest.raises(ArgumentError, match="did you mean 'InvoiceItem'"):
        await client().invoices.update(7, {"no": "7", "date": DAY, "issue_date": None, "InvoiceItm": []})
    with pytest.raises(ArgumentError, match="must be InvoiceInput or a mapping"):
        await client().invoices.update(7, 15)  # that is the point
    assert server.seen == []


@pytest.mark.parametrize("replace", ["yes", 1, None])
async def test_it_is_meant_or_not(replace: Any, client: Make, server: RawServer) -> None:
    with pytest.raises(ArgumentError, match=r"replace: .* was given; expected True or False"):
        await client().clients.update(7, {}, replace=replace)
    with pytest.raises(ArgumentError, match=r"replace: .* was given; expected True or False"):
        await client().clients.update_many({}, replace=replace)
    assert server.seen == []


@pytest.mark.parametrize("op", REPLACING, ids=lambda op: op.id)
def test_every_date_that_can_be_written_is_guarded(op: AnyOperation) -> None:
    assert op.request is not None
    model = hints.model(op.request.model)
    dates = {
        hints.wire_name(field)
        for field in hints.fields_of(model)
        if dt.date in hints.alternatives(hints.hints_of(model)[field.name])
    }
    lines = {"InvoiceItem", "JournalTransaction", "PurchaseOrderItem", "RequisitionItem"} & {
        hints.wire_name(field) for field in hints.fields_of(model)
    }
    assert dates | lines <= set(op.lost)
