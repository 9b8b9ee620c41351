"""Documents as the server sends them, right to the cent."""

from __future__ import annotations

import copy
from decimal import Decimal
from typing import Any

import attrs

from daftra_async import Invoice, structure

TAXES = {1: 15, 2: "5.00"}

# 3 x 100.00 - 10 % = 270.00, taxed with 15 % and 5 %; 2 x 33.33 - 6.66 = 60.00, not taxed; 5 % discount of 330.00 is 16.50.
INVOICE: dict[str, Any] = {
    "id": 7,
    "currency_code": "SAR",
    "draft": "0",
    "discount": "5",
    "discount_amount": None,
    "shipping_amount": "20",
    "deposit": "50",
    "deposit_type": "1",
    "payment_status": "1",
    "summary_subtotal": "330.00",
    "summary_discount": "16.50",
    "summary_total": "387.50",
    "summary_paid": "100.00",
    "summary_unpaid": "287.50",
    "summary_deposit": "50",
    "summary_refund": "0",
    "InvoiceItem": [
        {
            "unit_price": "100.00",
            "quantity": "3",
            "discount": "10",
            "discount_type": "1",
            "tax1": "1",
            "tax2": "2",
            "calculated_discount": "30.0000",
            "subtotal": "270.0000",
            "summary_tax1": "40.5000",
            "summary_tax2": "13.5000",
        },
        {
            "unit_price": "33.33",
            "quantity": "2",
            "discount": "6.66",
            "discount_type": "2",
            "tax1": None,
            "tax2": "0",
            "calculated_discount": "6.6600",
            "subtotal": "60.0000",
            "summary_tax1": "0",
            "summary_tax2": "0",
        },
    ],
    "InvoicePayment": [
        {"id": 1, "amount": "60", "status": "1", "currency_code": "SAR"},
        {"id": 2, "amount": "40", "status": "1", "currency_code": ""},
        {"id": 3, "amount": "999", "status": "0", "currency_code": "SAR"},
    ],
}


def payload(**changes: Any) -> dict[str, Any]:
    """The document with other fields; `line_0`, `line_1` and `payment_0` change a line or a payment."""
    body = copy.deepcopy(INVOICE)
    for name, value in changes.items():
        kind, _, index = name.partition("_")
        if kind in {"line", "payment"} and index.isdigit():
            body["InvoiceItem" if kind == "line" else "InvoicePayment"][int(index)] |= value
        else:
            body[name] = value
    return {name: value for name, value in body.items() if value is not ...}


def invoice(**changes: Any) -> Invoice:
    return structure(Invoice, payload(**changes))


def amounts(value: object) -> list[Decimal]:
    """Every amount of a result; a float on the way is an error."""
    if isinstance(value, Decimal):
        return [value]
    if attrs.has(type(value)):
        return [found for each in attrs.fields(type(value)) for found in amounts(getattr(value, each.name))]
    if isinstance(value, dict):
        return [found for each in value.values() for found in amounts(each)]
    if isinstance(value, tuple):
        return [found for each in value for found in amounts(each)]
    assert value is None or isinstance(value, str | int), value
    return []
