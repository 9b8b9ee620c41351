"""The traps of `/api2`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from tests.sandbox.conftest import Raw

LINE = {"item": "Coffee", "unit_price": "10.125", "quantity": 2, "tax1": 1, "product_id": 5}


async def invoice(raw: Raw, **more: Any) -> int:
    body = {"Invoice": {"client_id": 15, "date": "2026-05-01", **more}, "InvoiceItem": [LINE, {**LINE, "item": "Tea"}]}
    answer = await raw("POST", "/api2/invoices", body)
    assert answer.status == 202, answer.text
    assert isinstance(answer.json["id"], str)
    return int(answer.json["id"])


async def test_list_envelope_and_text(demo: Raw) -> None:
    for suffix in ("", ".json"):
        answer = (await demo.get(f"/api2/clients{suffix}?limit=7&nonsense=1")).json
        assert (answer["code"], answer["result"]) == (200, "successful")
        assert len(answer["data"]) == 7
        for row in answer["data"]:
            assert all(value is None or isinstance(value, (str, dict)) for value in row["Client"].values())
        # The next page's link forgets everything but the page.
        assert answer["pagination"]["next"] == f"/api2/clients{suffix}?page=2"
        assert answer["pagination"]["prev"] is None
    counts = {type((await demo.get(f"/api2/{name}")).json["pagination"]["page_count"]) for name in ("clients", "stores", "taxes")}
    counts |= {
        type((await demo.get(f"/api2/{name}")).json["pagination"]["page_count"]) for name in ("notes", "journals", "staff")
    }
    assert counts == {int, str}


@pytest.mark.parametrize(("sent", "got"), [("0", 1), ("5000", 1000), ("abc", 20), ("3", 3)])
async def test_limit(demo: Raw, sent: str, got: int) -> None:
    assert len((await demo.get(f"/api2/invoices?limit={sent}")).json["data"]) == got


async def test_walk_is_complete_and_ordered(demo: Raw) -> None:
    seen: list[int] = []
    for page in range(1, 8):
        answer = (await demo.get(f"/api2/invoices?limit=1000&page={page}")).json
        seen += [int(row["Invoice"]["id"]) for row in answer["data"]]
    assert seen == sorted(set(seen), reverse=True)
    assert len(seen) == demo.sandbox.count("invoices.list") == answer["pagination"]["total_results"]
    assert answer["pagination"]["next"] is None
    oldest = (await demo.get("/api2/stock_transactions?limit=3")).json["data"]
    assert [row["StockTransaction"]["id"] for row in oldest] == ["1", "2", "3"]


async def test_lines_only_when_asked(demo: Raw) -> None:
    row = (await demo.get("/api2/invoices?limit=1")).json["data"][0]["Invoice"]
    assert "InvoiceItem" not in row
    row = (await demo.get("/api2/invoices?limit=1&recursive=1")).json["data"][0]["Invoice"]
    assert row["InvoiceItem"]
    assert isinstance(row["InvoiceItem"][0]["unit_price"], str)


async def test_filters_filter(demo: Raw) -> None:
    some = (await demo.get("/api2/invoices?limit=1")).json["data"][0]["Invoice"]
    found = (await demo.get(f"/api2/invoices?client_id={some['client_id']}&limit=100")).json["data"]
    assert {row["Invoice"]["client_id"] for row in found} == {some["client_id"]}
    found = (await demo.get("/api2/invoices?date_from=2025-01-01&date_to=2025-01-31&limit=1000")).json["data"]
    assert found
    assert all(row["Invoice"]["date"].startswith("2025-01") for row in found)
    found = (await demo.get(f"/api2/invoices?no={some['no']}")).json["data"]
    assert [row["Invoice"]["id"] for row in found] == [some["id"]]
    found = (await demo.get("/api2/invoices?payment_status=-1&limit=1000")).json["data"]
    assert {row["Invoice"]["draft"] for row in found} == {"1"}
    found = (await demo.get("/api2/invoices?summary_total_from=9000&limit=50&sort=summary_total&direction=asc")).json["data"]
    totals = [float(row["Invoice"]["summary_total"]) for row in found]
    assert totals == sorted(totals)
    assert min(totals) >= 9000
    advance = (await demo.get("/api2/invoices?type=19")).json
    assert advance["pagination"]["total_results"] == 40


async def test_detail(demo: Raw) -> None:
    identity = await invoice(demo)
    found = (await demo.get(f"/api2/invoices/{identity}.json")).json["data"]["Invoice"]
    assert re.fullmatch(r"\d{2}/\d{2}/\d{4}", found["date"])
    assert found["Client"]["business_name"] == found["client_business_name"]
    assert [line["item"] for line in found["InvoiceItem"]] == ["Coffee", "Tea"]
    assert found["InvoicePayment"] == []
    assert found["InvoiceReminder"] == {"id": None, "invoice_id": None}
    kinds = {type(value) for value in found.values()}
    assert {str, int} <= kinds


async def test_totals_and_payments(demo: Raw) -> None:
    body = {"Invoice": {"client_id": 15}, "InvoiceItem": [LINE], "Payment": [{"payment_method": "cash", "amount": "10"}]}
    identity = int((await demo("POST", "/api2/invoices.json", body)).json["id"])
    stored = demo.sandbox.record("invoice", identity)
    assert stored is not None
    assert [str(stored[name]) for name in ("summary_subtotal", "summary_total", "summary_paid")] == ["20.25", "23.29", "10.00"]
    assert stored["payment_status"] == 1
    payment = {"InvoicePayment": {"invoice_id": identity, "payment_method": "cash", "amount": 13.29, "status": 1}}
    made = (await demo("POST", "/api2/invoice_payments.json", payment)).json
    assert demo.sandbox.record("invoice", identity)["payment_status"] == 2
    await demo("DELETE", f"/api2/invoice_payments/{made['id']}.json")
    assert demo.sandbox.record("invoice", identity)["payment_status"] == 1
    assert [entry.operation for entry in demo.sandbox.ledger] == ["invoices.create", "invoice_payments.create"]


async def test_numbers_are_text(demo: Raw) -> None:
    first, second = await invoice(demo), await invoice(demo)
    numbers = [demo.sandbox.record("invoice", identity)["no"] for identity in (first, second)]
    assert numbers == ["006001", "006002"]


@pytest.mark.parametrize(
    ("body", "reasons"),
    [
        ({"Invoice": {"client_id": 15, "InvoiceItem": [LINE]}}, {"InvoiceItem": "Invoice is empty"}),
        ({"Invoice": {"client_id": 15}}, {"InvoiceItem": "Invoice is empty"}),
        ({"client_id": 15}, {"Invoice": "Invoice is empty"}),
        ({"Invoice": {"date": "2026-01-01"}, "InvoiceItem": [LINE]}, {"client_id": "This field is required"}),
        ({"Invoice": {"client_id": 15, "date": "soon"}, "InvoiceItem": [LINE]}, {"date": "Invalid date"}),
    ],
)
async def test_bad_bodies(demo: Raw, body: Any, reasons: Any) -> None:
    answer = await demo("POST", "/api2/invoices", body)
    assert answer.status == 400
    assert answer.json["result"] == "failed"
    assert answer.json["validation_errors"] == reasons
    assert not demo.sandbox.ledger


async def test_sending_a_read_back_is_refused(demo: Raw) -> None:
    read = (await demo.get("/api2/clients/3.json")).json["data"]
    answer = await demo("PUT", "/api2/clients/3.json", read)
    assert answer.status == 400
    assert {"id", "created", "modified", "last_login"} <= set(answer.json["extra_data"])


async def test_put_replaces(demo: Raw) -> None:
    identity = await invoice(demo, notes="keep me?", po_number="P-1")
    before = demo.sandbox.record("invoice", identity)
    kept, dropped = before["InvoiceItem"]
    body = {"Invoice": {"client_id": 15}, "InvoiceItem": [{"id": kept["id"], "item": "Coffee", "unit_price": 1, "quantity": 1}]}
    assert (await demo("PUT", f"/api2/invoices/{identity}", body)).json == {"code": 200, "result": "successful"}
    after = demo.sandbox.record("invoice", identity)
    assert (after["notes"], after["po_number"], after["date"]) == ("", None, "1970-01-01")
    assert after["no"] != before["no"]
    assert after["created"] == before["created"]
    assert [line["id"] for line in after["InvoiceItem"]] == [kept["id"]]
    assert str(after["summary_total"]) == "1.00"
    await demo("PUT", f"/api2/invoices/{identity}", {"Invoice": {"client_id": 15}})
    assert "InvoiceItem" not in demo.sandbox.record("invoice", identity)
    assert dropped["id"] != kept["id"]


async def test_full_edit_changes_one_field(demo: Raw) -> None:
    spec = demo.sandbox.account.spec
    for resource, entity, key in (
        ("invoices", "invoice", "Invoice"),
        ("clients", "client", "Client"),
        ("journals", "journal", "Journal"),
    ):
        operation = spec.operations[f"{resource}.update"]
        before = demo.sandbox.record(entity, 40)
        read = (await demo.get(f"/api2/{resource}/40.json")).json["data"][key]
        assert operation.write is not None
        writable = {name for name, field in operation.write.fields.items() if not field.read_only}
        body: dict[str, Any] = {key: {name: value for name, value in read.items() if name in writable}}
        for name, shape in operation.siblings.items():
            if isinstance(read.get(name), list):
                lines = read[name]
                body[name] = [{k: v for k, v in line.items() if k == "id" or not shape.fields[k].read_only} for line in lines]
        field = "description" if entity == "journal" else "notes"
        body[key][field] = "changed"
        answer = await demo("PUT", f"/api2/{resource}/40.json", body)
        assert answer.status == 200, answer.text
        after = demo.sandbox.record(entity, 40)
        assert {name for name in before | after if before.get(name) != after.get(name)} == {field, "modified"}


async def test_missing_and_deleted(demo: Raw) -> None:
    assert (await demo("DELETE", "/api2/clients/9.json")).json == {"code": 200, "result": "successful"}
    for method in ("GET", "PUT", "DELETE"):
        answer = await demo(method, "/api2/clients/9.json", {"Client": {}} if method == "PUT" else None)
        assert (answer.status, answer.json["result"], answer.json["code"]) == (404, "failed", 404)


async def test_bulk_is_not_atomic(demo: Raw) -> None:
    good = {"Invoice": {"client_id": 15}, "InvoiceItem": [LINE]}
    answer = await demo("POST", "/api2/invoices/add_bulk.json", [good, {"Invoice": {"client_id": 15}}, good])
    assert answer.status == 200
    assert [item["result"] for item in answer.json] == ["successful", "failed", "successful"]
    assert len(demo.sandbox.ledger) == 2


async def test_appointments_are_told_apart(demo: Raw) -> None:
    rows = (await demo.get("/api2/invoice_appointments?limit=500")).json["data"]
    assert {row["InvoiceAppointment"]["item_type"] for row in rows} == {"2"}
    other = rows[0]["InvoiceAppointment"]["id"]
    assert (await demo.get(f"/api2/client_appointments/{other}.json")).status == 404


async def test_gets_that_change_state(demo: Raw) -> None:
    assert (await demo.get("/api2/bookings/change_status/1/4")).status == 200
    assert demo.sandbox.record("booking", 1)["status"] == 4
    before = demo.sandbox.count("invoice")
    for _ in range(2):
        await demo.get("/api2/bookings/convert_to_invoice/1")
    assert demo.sandbox.count("invoice") == before + 2


async def test_notes_listing_actions_branches(demo: Raw) -> None:
    made = await demo("POST", "/api2/notes/client/12.json", {"Note": {"body": "hello"}})
    note = demo.sandbox.record("note", int(made.json["id"]))
    assert (note["item_type"], note["item_id"]) == (1, 12)
    assert (await demo.get("/api2/listing/GroupPrice.json")).json["data"]["Listing"] == []
    assert (await demo.get("/api2/listing/dateFormats")).json["data"]["Listing"]["3"] == "d/m/Y"
    assert (await demo.get("/api2/listing/Nothing")).status == 404
    actions = (await demo.get("/api2/follow_up_actions/client.json")).json["data"]
    assert len(actions) == 3
    first = (await demo.get("/api2/follow_up_actions/1")).json["data"]["FollowUpAction"]
    assert int(first["id"]) == 1
    main = (await demo.get("/api2/invoices")).json["pagination"]["total_results"]
    other = (await demo.get("/api2/invoices?request_branch_id=2")).json["pagination"]["total_results"]
    assert 0 < other < main
