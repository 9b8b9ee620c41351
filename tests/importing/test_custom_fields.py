"""Columns of custom fields: named by their labels, shown in dry runs, changed without touching the others."""

from __future__ import annotations

import pytest

from daftra_async import InvoiceInput, InvoiceItemInput, custom_fields
from daftra_async.errors import ArgumentError
from daftra_async.importing.fields import form_of
from daftra_async.importing.headers import columns_of
from daftra_async.importing.mapping import Mapping

HEADER = "PO number,Client ID,Item,Qty,Price"


async def client_of(desk) -> int:
    return int((await desk.client.clients.create({"business_name": "Nile Trading"})).id)


async def values_of(desk) -> dict[str, dict[str, str]]:
    stored = [await desk.client.invoices.get(each.id) for each in desk.sandbox.account.store.all("invoice")]
    return {invoice.po_number or "": dict(invoice.custom_values) for invoice in stored}


@pytest.mark.parametrize("label", ["Order ID", "رقم الطلب", "Size [cm]: inside"])
@pytest.mark.parametrize("before", ["custom: ", "Custom field:", "حقل مخصص: "])
async def test_custom_fields_are_created_and_left_alone_the_second_time(desk, csv_file, label, before) -> None:
    client = await client_of(desk)
    path = csv_file(f"{HEADER},{before}{label}", f"A-1,{client},Pump,1,5,4711", f"A-2,{client},Pump,1,5,")
    plan = await desk.load("invoices", path, dry_run=True)
    assert (plan.created, plan.columns[f"{before}{label}"]) == (2, f"custom:{label}")
    assert (await desk.load("invoices", path)).created == 2
    assert await values_of(desk) == {"A-1": {label: "4711"}, "A-2": {}}
    writes = len(desk.writes)
    assert (await desk.load("invoices", path)).unchanged == 2
    assert len(desk.writes) == writes


async def test_changes_compare_by_label_and_leave_the_others(desk, csv_file) -> None:
    client = await client_of(desk)
    fields = custom_fields([("Shop", "salla"), ("Order ID", "4711"), ("Note", "a"), ("Note", "b")])
    line = InvoiceItemInput(item="Pump", quantity=1, unit_price=5)
    made = await desk.client.invoices.create(
        InvoiceInput(client_id=client, po_number="A-1", invoice_item=[line], invoice_custom_field=fields)
    )
    path = csv_file("PO number,custom: Order ID,custom: Gift,custom: Shop", "A-1,4712,yes,salla")
    await desk.load("invoices", path, dry_run=True)
    (row,) = desk.rows
    assert [(change.field, change.before, change.after) for change in row.changes] == [
        ("custom:Order ID", "4711", "4712"),
        ("custom:Gift", "", "yes"),
    ]
    assert (await desk.load("invoices", path)).changed == 1
    held = (await desk.client.invoices.get(made.id)).invoice_custom_field
    entries = held if isinstance(held, list) else list((held or {}).values())
    assert [(entry["label"], entry["value"]) for entry in entries] == [
        ("Shop", "salla"),
        ("Order ID", "4712"),
        ("Note", "a"),
        ("Note", "b"),
        ("Gift", "yes"),
    ]
    assert (await desk.load("invoices", path)).unchanged == 1


async def test_a_header_is_mapped_to_a_label(desk, csv_file, tmp_path) -> None:
    client = await client_of(desk)
    path = csv_file(f"{HEADER},Order no", f"A-1,{client},Pump,1,5,4711")
    kept = tmp_path / "orders.toml"
    said = {"columns": {"Order no": "custom:Order ID"}, "save_mapping": kept}
    assert (await desk.load("invoices", path, **said)).created == 1
    assert await values_of(desk) == {"A-1": {"Order ID": "4711"}}
    assert (await desk.load("invoices", path, mapping=kept)).unchanged == 1


async def test_numbers_from_a_workbook_keep_their_digits(desk, workbook) -> None:
    client = await client_of(desk)
    headers = ["PO number", "Client ID", "Item", "Qty", "Price", "custom: Order ID", "custom: Weight"]
    path = workbook(headers, ["A-1", client, "Pump", 1, 5, 966500199999.0, 1.5], ["A-2", client, "Pump", 1, 5, 1e17, 2.0])
    report = await desk.load("invoices", path)
    assert report.created == 2
    assert (await values_of(desk))["A-1"] == {"Order ID": "966500199999", "Weight": "1.5"}
    assert [(doubt.column, doubt.row) for doubt in report.doubts] == [("custom: Order ID", 3)]


@pytest.mark.parametrize(
    ("resource", "header", "message"),
    [
        ("clients", "custom: Order ID", "'custom: Order ID' names a custom field, and clients have none that can be written"),
        ("invoices", "custom:", "'custom:' has no label: write it as 'custom: Order ID'"),
    ],
)
def test_headers_that_are_refused(resource, header, message) -> None:
    with pytest.raises(ArgumentError, match=message):
        columns_of(form_of(resource), [header], Mapping())


def test_two_columns_of_one_label_are_refused() -> None:
    with pytest.raises(ArgumentError, match="both mean custom:Order ID"):
        columns_of(form_of("invoices"), ["custom: Order ID", "Custom field:Order ID"], Mapping())


async def test_a_custom_field_is_no_key(desk, csv_file) -> None:
    with pytest.raises(
        ArgumentError, match="the list of invoices does not show custom fields; name another field, such as po_number"
    ):
        await desk.load("invoices", csv_file("custom: Order ID,Item", "1,Pump"), key="custom:Order ID")
    assert not desk.sandbox.requests


@pytest.mark.parametrize("resource", ["invoices", "estimates", "credit_notes", "refund_receipts", "purchase_debit_notes"])
def test_records_with_custom_fields(resource) -> None:
    assert form_of(resource).custom in {"invoice_custom_field", "purchase_order_custom_field"}
