"""Sums of documents, with `Decimal` throughout."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any, Final

from daftra_async.sandbox.values import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from daftra_async.sandbox.codec import Json

ZERO: Final = Decimal("0.00")
_CENT: Final = Decimal("0.01")
_FINE: Final = Decimal("0.0001")
_HUNDRED: Final = Decimal(100)
PERCENTAGE: Final = 1
COMPLETED: Final = 1
DRAFT, UNPAID, PARTIALLY_PAID, PAID, OVERPAID = -1, 0, 1, 2, 4


def cents(value: Decimal) -> Decimal:
    """Rounded to two decimals, halves up."""
    return value.quantize(_CENT, ROUND_HALF_UP)


def sum_line(line: Json, rates: Mapping[Any, Decimal]) -> tuple[Decimal, Decimal]:
    """Fill the computed columns of a line; returns its subtotal and its taxes."""
    gross = number(line.get("unit_price")) * number(line.get("quantity"))
    discount = number(line.get("discount"))
    if line.get("discount_type") == PERCENTAGE:
        discount = gross * discount / _HUNDRED
    subtotal = gross - discount
    line["calculated_discount"] = discount.quantize(_FINE, ROUND_HALF_UP)
    line["subtotal"] = subtotal.quantize(_FINE, ROUND_HALF_UP)
    taxes = Decimal(0)
    for name in ("tax1", "tax2"):
        # A line names its taxes by id.
        tax = subtotal * rates.get(line.get(name), Decimal(0)) / _HUNDRED
        line[f"summary_{name}"] = tax.quantize(_FINE, ROUND_HALF_UP)
        taxes += tax
    return subtotal, taxes


def sum_document(body: Json, lines: Iterable[Json], payments: Iterable[Json], rates: Mapping[Any, Decimal]) -> None:
    """Fill the summary columns and the payment status of an invoice, estimate, credit note or refund receipt."""
    subtotal = taxes = Decimal(0)
    for line in lines:
        line_subtotal, line_taxes = sum_line(line, rates)
        subtotal += line_subtotal
        taxes += line_taxes
    discount = subtotal * number(body.get("discount")) / _HUNDRED + number(body.get("discount_amount"))
    total = cents(subtotal - discount + taxes + number(body.get("shipping_amount")))
    body["summary_subtotal"] = cents(subtotal)
    body["summary_discount"] = cents(discount)
    body["summary_total"] = total
    body["summary_deposit"] = cents(number(body.get("deposit")))
    body["summary_refund"] = ZERO
    sum_payments(body, payments)


def sum_payments(body: Json, payments: Iterable[Json]) -> None:
    """Fill what depends on the payments."""
    total: Decimal = body["summary_total"]
    paid = cents(sum((number(item.get("amount")) for item in payments if item.get("status") == COMPLETED), ZERO))
    body["summary_paid"] = paid
    body["summary_unpaid"] = total - paid
    body["payment_status"] = payment_status(draft=bool(body.get("draft")), total=total, paid=paid)


def payment_status(*, draft: bool, total: Decimal, paid: Decimal) -> int:
    """The status an invoice shows."""
    if draft:
        return DRAFT
    if paid <= 0:
        return UNPAID
    if paid < total:
        return PARTIALLY_PAID
    return PAID if paid == total else OVERPAID
