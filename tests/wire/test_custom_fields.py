"""Custom fields: read by label in every form, written in one, and found by the filter of invoices."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from daftra_async import (
    ArgumentError,
    Client,
    DaftraClient,
    Invoice,
    InvoiceInput,
    InvoiceItemInput,
    PurchaseDebitNote,
    PurchaseDebitNoteInput,
    WorkflowRecord,
    custom_fields,
    structure,
    unstructure,
)
from daftra_async.models import ClientEntity
from daftra_async.sandbox import Sandbox
from daftra_async.wire.custom_fields import changed

FIELDS = {"Order ID": "4711", "الشحن": "سريع"}
ENTRIES = [{"label": label, "value": value} for label, value in FIELDS.items()]
KEYED = {str(at): entry for at, entry in enumerate(ENTRIES)}


@pytest.mark.parametrize(
    ("model", "payload"),
    [
        (Invoice, {"InvoiceCustomField": ENTRIES}),
        (Invoice, {"InvoiceCustomField": KEYED}),
        (Invoice, {"InvoiceCustomField": FIELDS}),
        (Invoice, {"invoice_custom_fields": ENTRIES}),
        (PurchaseDebitNote, {"PurchaseOrderCustomField": KEYED}),
        (WorkflowRecord, {"le_workflow-type-entity-36_custom_data": {"id": 5, "reference_id": "7", **FIELDS}}),
        (Client, {"client_custom_data": FIELDS}),
    ],
)
def test_every_form_is_read(model: Any, payload: dict[str, Any]) -> None:
    record = structure(model, payload)
    assert record.custom_values == FIELDS
    assert record.custom("Order ID") == "4711"
    assert record.custom("order id") is None
    assert record.custom("Order ID ", "none") == "none"
    assert unstructure(record) == payload


def test_described_custom_data_is_read_by_its_keys_on_the_wire() -> None:
    record = structure(ClientEntity, {"client_custom_data": {"id": 3, "vat_category": "A", "mine": 7}})
    assert record.custom_values == {"vat_category": "A", "mine": 7}


@pytest.mark.parametrize("value", [None, [], {}, "x", 7, ["a", None, [1]], {"0": None}, [{"value": "no label"}, {"label": ""}]])
def test_other_shapes_hold_none_and_do_not_fail(value: Any) -> None:
    record = structure(Invoice, {"InvoiceCustomField": value})
    assert {name: each for name, each in record.custom_values.items() if each is not None} == {}
    assert record.custom("Order ID") is None
    assert structure(Invoice, {}).custom("Order ID", "?") == "?"


def test_of_two_with_one_label_the_first_counts() -> None:
    twice = [{"label": "Note", "value": "a"}, {"label": "Note", "value": "b"}]
    assert structure(Invoice, {"InvoiceCustomField": twice}).custom("Note") == "a"
    assert custom_fields([("Note", "a"), ("Note", "b")]) == dict(zip("01", twice, strict=True))


def test_the_values_cannot_be_changed_in_passing() -> None:
    record: Any = structure(Invoice, {"InvoiceCustomField": KEYED})
    with pytest.raises(TypeError):
        record.custom_values["Order ID"] = "8"


def test_what_is_written() -> None:
    values = {"text": "a", "none": None, "count": 7, "amount": Decimal("1.50E+2")}
    written = custom_fields(values)
    assert [entry["value"] for entry in written.values()] == ["a", "", "7", "150"]
    assert unstructure(InvoiceInput(client_id=15, invoice_custom_field=custom_fields(FIELDS)))["InvoiceCustomField"] == KEYED
    note = PurchaseDebitNoteInput(supplier_id=7, date=dt.date(2026, 1, 1), purchase_order_custom_field=custom_fields(FIELDS))
    assert unstructure(note)["PurchaseOrderCustomField"] == KEYED


@pytest.mark.parametrize("values", [{"a": 1.5}, {"a": True}, {"a": dt.date(2026, 1, 1)}, {"a": ["b"]}, {"": "b"}, {7: "b"}])
def test_what_is_refused(values: Any) -> None:
    with pytest.raises(ArgumentError, match="was given"):
        custom_fields(values)


@pytest.mark.parametrize(
    ("held", "written"),
    [
        (None, {"0": {"label": "Order ID", "value": "7"}, "1": {"label": "Gift", "value": "yes"}}),
        ([{"id": 3, **ENTRIES[0]}], [{"id": 3, "label": "Order ID", "value": "7"}, {"label": "Gift", "value": "yes"}]),
        (
            {"1": {"id": 3, **ENTRIES[0]}},
            {"1": {"id": 3, "label": "Order ID", "value": "7"}, "0": {"label": "Gift", "value": "yes"}},
        ),
        (FIELDS, {**FIELDS, "Order ID": "7", "Gift": "yes"}),
    ],
)
def test_changed_fields_keep_their_form_and_what_else_they_have(held: Any, written: Any) -> None:
    before = repr(held)
    assert changed(held, {"Order ID": "7", "Gift": "yes"}) == written
    assert repr(held) == before


def test_changed_fields_of_a_described_record() -> None:
    note = structure(PurchaseDebitNote, {"PurchaseOrderCustomField": KEYED})
    note.purchase_order_custom_field = changed(note.purchase_order_custom_field, {"Order ID": "7"})
    assert note.custom_values == {**FIELDS, "Order ID": "7"}


async def test_written_read_and_found() -> None:
    async with Sandbox("empty") as sandbox, DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url) as daftra:
        client = await daftra.clients.create({"business_name": "A"})
        ids = {}
        for order in ("4711", "4712"):
            line = InvoiceItemInput(item="Tea", unit_price=Decimal(3), quantity=Decimal(1))
            fields = custom_fields({"Order ID": order, "Shop": "salla"})
            body = InvoiceInput(client_id=int(client.id), invoice_item=[line], invoice_custom_field=fields)
            ids[order] = (await daftra.invoices.create(body)).id
        assert (await daftra.invoices.get(ids["4711"])).custom("Order ID") == "4711"

        found = await daftra.invoices.list(custom_field="4712", custom_field_label="Order ID").collect()
        assert [invoice.id for invoice in found] == [ids["4712"]]
        found = await daftra.invoices.list(custom_field="salla", custom_field_label="Shop", recursive=1).collect()
        assert {invoice.custom("Order ID") for invoice in found} == set(ids)
        assert not await daftra.invoices.list(custom_field="4712", custom_field_label="Shop").collect()

        async with daftra.invoices.edit(ids["4711"]) as draft:
            draft.notes = "kept"
        assert (await daftra.invoices.get(ids["4711"])).custom_values == {"Order ID": "4711", "Shop": "salla"}
        async with daftra.invoices.edit(ids["4711"]) as draft:
            draft.invoice_custom_field = custom_fields({**draft.custom_values, "Shop": "zid"})
        assert (await daftra.invoices.get(ids["4711"])).custom("Shop") == "zid"
