"""What a body refuses before anything is sent: unknown names, inexact amounts, dates that are none, and two discounts."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import attrs
import pytest

from daftra_async import (
    ClientInput,
    Invoice,
    InvoiceInput,
    InvoiceItemInput,
    PurchaseDebitNoteInput,
    RequisitionInput,
    operations,
    structure,
)
from daftra_async.errors import ArgumentError
from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.bodies import set_apart, write_body
from daftra_async.wire.record import Input
from daftra_async.wire.writing import plan_of

OPS = {op.id: op for op in operations()}


def invoice(body: Any) -> Any:
    return write_body(OPS["invoices.create"], body)


def refusal(operation: str, body: Any) -> str:
    with pytest.raises(ArgumentError) as caught:
        write_body(OPS[operation], body)
    assert caught.value.argument == "body"
    return str(caught.value)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            {"client_id": 15, "ntes": "x", "InvoiceItem": []},
            r"body: unknown field 'ntes' (did you mean 'notes'?) in InvoiceInput",
        ),
        (
            {"client_id": 15, "InvoiceItem": [{"quantity": 1}, {"unit_pric": "3"}]},
            "body: InvoiceItem[1]: unknown field 'unit_pric' (did you mean 'unit_price'?) in InvoiceItemInput",
        ),
        ({"client_id": 15, "InvoiceItem": {"0": {"unit_pric": "3"}}}, "InvoiceItem[0]: unknown field 'unit_pric'"),
        ({"Invoice": {"client_id": 15, "ntes": "x"}}, "unknown field 'ntes'"),
        ({"Client_ID": 15}, "did you mean 'client_id'?"),
        ({"client_id": 15, "invoice_item": []}, "'invoice_item' is called 'InvoiceItem' on the wire"),
        ({"client_id": 15, "ntes": 1, "zzzzz": 2}, "unknown fields 'ntes' (did you mean 'notes'?), 'zzzzz' in InvoiceInput"),
        ({"client_id": 15, "id": 7}, "'id' is read-only"),
        ({"client_id": 15, "created": "2026-01-01", "summary_total": "3"}, "'created', 'summary_total' are read-only"),
        ({"client_id": 15, "ntes": 1}, "put it into extra: {'extra': {'ntes': ...}}"),
    ],
)
def test_unknown_names_are_refused_with_the_nearest(body: Any, told: str) -> None:
    assert told in refusal("invoices.create", body)


def test_many_unknown_names_make_no_endless_text() -> None:
    text = refusal("clients.create", {f"{'x' * 500}{at}": at for at in range(1000)})
    assert "and 995 more" in text
    assert len(text) < 1000


def test_extra_says_that_a_name_is_meant() -> None:
    body = {
        "client_id": 15,
        "InvoiceItem": [{"unit_price": "3", "extra": {"tracking": 1}}],
        "extra": {"shipping_tax": 7, "ratio": 0.5},
    }
    assert invoice(body) == {
        "Invoice": {"client_id": 15, "shipping_tax": 7, "ratio": 0.5},
        "InvoiceItem": [{"unit_price": "3", "tracking": 1}],
    }
    assert invoice({"Invoice": {"client_id": 15, "extra": {"a": 1}}}) == {"Invoice": {"client_id": 15, "a": 1}}
    line = InvoiceItemInput(quantity=1, extra={"tracking": 1})
    assert invoice(InvoiceInput(client_id=15, invoice_item=[line], extra={"a": 1})) == {
        "Invoice": {"client_id": 15, "a": 1},
        "InvoiceItem": [{"quantity": 1, "tracking": 1}],
    }


@pytest.mark.parametrize(
    "body",
    [
        {"client_id": 15, "extra": {"a": {"b": 1}}, "InvoiceItem": [{"quantity": 1, "extra": {"extra": 2}}]},
        {"client_id": 15, "InvoiceItem": {"0": {"quantity": 1, "extra": {"x": 2}}}, "InvoiceCustomField": {"0": {"any": 1}}},
    ],
)
def test_a_body_that_was_written_can_be_taken_again(body: Any) -> None:
    written = invoice(body)
    with pytest.raises(ArgumentError):
        invoice(written)
    assert invoice(set_apart(OPS["invoices.create"], written)) == written


def test_maps_of_custom_fields_are_open() -> None:
    fields = {"0": {"label": "a", "value": "b"}, "1": {"label": "c", "value": "d"}}
    assert invoice({"client_id": 15, "InvoiceCustomField": fields})["InvoiceCustomField"] == fields
    key = "le_workflow-type-entity-36_custom_data"
    written = write_body(OPS["workflow_records.create"], {"title": "a", key: {"anything": 1}})
    assert written == {"title": "a", key: {"anything": 1}}
    numbered = {"supplier_id": 1, "PurchaseOrderCustomField": {"12": {"value": "a"}, "any": {"value": "b"}}}
    assert numbered.items() <= write_body(OPS["purchase_debit_notes.create"], numbered).items()


def test_a_field_that_the_operation_fixes_may_be_given() -> None:
    body = {"supplier_id": 1, "date": "2026-01-31"}
    assert write_body(OPS["purchase_debit_notes.create"], {**body, "type": "14"}) == {**body, "type": "14"}


@pytest.mark.parametrize(
    "line",
    [
        InvoiceItemInput(unit_price=0.1 + 0.2),  # what type checkers refuse
        {"unit_price": 0.1 + 0.2},
        {"unit_price": 3, "quantity": 0.30000000000000004},
    ],
)
def test_a_float_is_no_amount(line: Any) -> None:
    for body in (InvoiceInput(client_id=15, invoice_item=[line]), {"client_id": 15, "InvoiceItem": [line]}):
        text = refusal("invoices.create", body)
        assert text.startswith("body: InvoiceItem[0].")
        assert "0.30000000000000004 was given, which is not exact; pass Decimal('0.3') or text" in text


@pytest.mark.parametrize("value", [Decimal("3.50"), 3, "3", "3.50", " 3.5 ", "-3", ".5", "1E+2", "", None])
def test_exact_amounts_pass(value: Any) -> None:
    written = invoice({"client_id": 15, "discount": value})["Invoice"]["discount"]
    assert written == (str(value) if isinstance(value, Decimal) else value)


@pytest.mark.parametrize("value", ["3,50", "three", "1_000", "٣", "1e99999", float("nan"), Decimal("NaN"), True + 0.0])
def test_what_is_no_number_is_no_amount(value: Any) -> None:
    assert refusal("invoices.create", {"client_id": 15, "discount": value}).startswith("body: discount: ")


@pytest.mark.parametrize("value", ["10_5", "1,234", "three", "1.5", "1e99999", "\u0663", " "])
def test_text_that_spells_no_whole_number_is_no_id(value: str) -> None:
    text = refusal("invoices.create", {"client_id": value})
    assert f"body: client_id: {value!r} is not a whole number; pass an int, or text such as '15'" in text


@pytest.mark.parametrize("value", ["15", " 15 ", "+15", "15.0", ""])
def test_text_that_spells_a_whole_number_is_sent_as_it_is(value: str) -> None:
    assert invoice({"client_id": value})["Invoice"] == {"client_id": value}


def test_a_float_is_no_id() -> None:
    assert "body: client_id: the float 15.0 was given" in (text := refusal("invoices.create", {"client_id": 15.0}))
    assert "pass 15" in text


@pytest.mark.parametrize(
    "value", ["2026-13-45", "yesterday", "2026-02-30", "31/01/2026", "20260131", "2026-01-31 25:00:00", 20260131]
)
def test_what_is_no_date_is_refused(value: Any) -> None:
    assert "body: date: " in refusal("invoices.create", {"client_id": 15, "date": value})
    assert "body: date: " in refusal("invoices.create", InvoiceInput(client_id=15, date=value))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (dt.date(2026, 1, 31), "2026-01-31"),
        (dt.datetime(2026, 1, 31, 8), "2026-01-31 08:00:00"),
        ("2026-01-31", "2026-01-31"),
        ("2026-01-31 08:00:00", "2026-01-31 08:00:00"),
        ("", ""),
        ("0000-00-00", "0000-00-00"),
        (None, None),
    ],
)
def test_dates_pass(value: Any, written: Any) -> None:
    assert invoice({"client_id": 15, "date": value})["Invoice"]["date"] == written


@pytest.mark.parametrize("value", ["31/01/2026", "2026-01-31", "01/31/2026"])
def test_text_in_the_format_of_the_account_passes_where_the_wire_wants_it(value: str) -> None:
    written = write_body(OPS["credit_charges.create"], {"start_date": value, "expiry_date": dt.date(2026, 1, 31), "amount": 1})
    assert written["start_date"] == value
    moment = "31/01/2026 08:30"
    assert write_body(OPS["requisitions.create"], {"date": moment})["Requisition"]["date"] == moment
    assert "start_date" in refusal("credit_charges.create", {"start_date": "45/45/2026"})
    assert "date" in refusal("requisitions.create", RequisitionInput(date="soon"))  # what type checkers refuse


@pytest.mark.parametrize(
    ("operation", "body"),
    [
        ("invoices.create", {"client_id": 15, "discount": 5, "discount_amount": "10"}),
        ("invoices.create", InvoiceInput(client_id=15, discount=5, discount_amount=Decimal("0.01"))),
        ("estimates.create", {"client_id": 15, "discount": "5", "discount_amount": 10}),
        ("advance_payments.create", {"client_id": 15, "discount": "5", "discount_amount": 10}),
        (
            "purchase_debit_notes.create",
            PurchaseDebitNoteInput(supplier_id=1, date=dt.date(2026, 1, 1), discount=5, discount_amount=10),
        ),
    ],
)
def test_two_discounts_are_refused(operation: str, body: Any) -> None:
    assert "discount and discount_amount are set, and the API takes one of them" in refusal(operation, body)


@pytest.mark.parametrize("zero", [0, "0", "0.00", Decimal("0.0"), "", None])
def test_a_discount_of_zero_is_none(zero: Any) -> None:
    written = invoice({"client_id": 15, "discount": 5, "discount_amount": zero})
    assert written["Invoice"]["discount"] == 5


@attrs.define(kw_only=True, repr=False)
class SecretInput(Input):
    pay: Decimal | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    born: dt.date | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    pin: int | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})


@pytest.mark.parametrize("body", [{"pay": 4711.5}, {"pay": "4711,5"}, {"born": "4711-99-99"}, {"pin": 4711.0}])
def test_values_that_are_marked_are_not_shown(body: Any) -> None:
    with pytest.raises(ValueError, match=f"^{next(iter(body))}: ") as caught:
        plan_of(SecretInput).write_mapping(body)
    assert "4711" not in str(caught.value)


def test_records_that_were_read_are_no_lines_to_write() -> None:
    read = structure(Invoice, {"id": 1, "InvoiceItem": [{"id": 3, "unit_price": "2", "subtotal": "2"}]})
    text = refusal("invoices.create", {"client_id": 15, "InvoiceItem": read.invoice_item})
    assert "InvoiceItem[0]: 'subtotal' is read-only" in text
    other: Any = [ClientInput()]
    assert "ClientInput was given; pass InvoiceItemInput" in refusal(
        "invoices.create", InvoiceInput(client_id=1, invoice_item=other)
    )
