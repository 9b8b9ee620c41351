"""Sums of documents, with `Decimal` throughout."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import TYPE_CHECKING, Any, Final

from daftra_async.sandbox.currencies import unit_of
from daftra_async.sandbox.values import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from daftra_async.sandbox.codec import Json

ZERO: Final = Decimal("0.00")
_CENT: Final = Decimal("0.01")
_FINE: Final = Decimal("0.0001")
_HUNDRED: Final = Decimal(100)
# A price without its tax may have no end: it is cut far behind the decimals that are kept, and the cut is rounded away first.
_WIDE: Final = Context(prec=100)
_STEADY: Final = Decimal("1e-20")
_NONE: Final = Decimal(0)
_TAXES: Final = ("tax1", "tax2")
PERCENTAGE: Final = 1
COMPLETED: Final = 1
DRAFT, UNPAID, PARTIALLY_PAID, PAID, OVERPAID = -1, 0, 1, 2, 4


@dataclass(frozen=True)
class Pricing:
    """What lines are added up with."""

    rates: Mapping[Any, Decimal]
    """Percentages of the taxes by id."""
    contained: frozenset[Any] = frozenset()
    """Ids of the taxes that are contained in prices."""
    discount_per_unit: bool = False
    """Whether a fixed discount is taken for each unit."""


def cents(value: Decimal, unit: Decimal = _CENT) -> Decimal:
    """Rounded to the unit of a currency, halves up."""
    return value.quantize(_STEADY, ROUND_HALF_UP, _WIDE).quantize(unit, ROUND_HALF_UP, _WIDE)


def sum_line(line: Json, pricing: Pricing) -> tuple[Decimal, Decimal]:
    """Fill the computed columns of a line; returns its subtotal and its taxes."""
    quantity = number(line.get("quantity"))
    gross = number(line.get("unit_price")) * quantity
    discount = number(line.get("discount"))
    if line.get("discount_type") == PERCENTAGE:
        discount = gross * discount / _HUNDRED
    elif pricing.discount_per_unit:
        discount *= quantity
    # A line names its taxes by id.
    taxes = [(name, pricing.rates.get(line.get(name), _NONE), line.get(name) in pricing.contained) for name in _TAXES]
    contained = sum((rate for _, rate, inside in taxes if inside), _NONE)
    subtotal = gross - discount
    if contained:
        subtotal = _WIDE.divide(subtotal, 1 + contained / _HUNDRED)
    line["calculated_discount"] = cents(discount, _FINE)
    line["subtotal"] = cents(subtotal, _FINE)
    amounts = _NONE
    for name, rate, _ in taxes:
        amount = _WIDE.divide(_WIDE.multiply(subtotal, rate), _HUNDRED)
        line[f"summary_{name}"] = cents(amount, _FINE)
        amounts = _WIDE.add(amounts, amount)
    return subtotal, amounts


def sum_document(body: Json, lines: Iterable[Json], payments: Iterable[Json], pricing: Pricing) -> None:
    """Fill the summary columns and the payment status of an invoice, estimate, credit note or refund receipt."""
    subtotal = taxes = _NONE
    for line in lines:
        line_subtotal, line_taxes = sum_line(line, pricing)
        subtotal = _WIDE.add(subtotal, line_subtotal)
        taxes = _WIDE.add(taxes, line_taxes)
    unit = unit_of(body.get("currency_code"))
    share = _WIDE.divide(_WIDE.multiply(subtotal, number(body.get("discount"))), _HUNDRED)
    discount = _WIDE.add(share, number(body.get("discount_amount")))
    total = _WIDE.add(_WIDE.subtract(subtotal, discount), taxes)
    body["summary_subtotal"] = cents(subtotal, unit)
    body["summary_discount"] = cents(discount, unit)
    body["summary_total"] = cents(_WIDE.add(total, number(body.get("shipping_amount"))), unit)
    body["summary_deposit"] = cents(number(body.get("deposit")), unit)
    body["summary_refund"] = cents(_NONE, unit)
    sum_payments(body, payments)


def sum_payments(body: Json, payments: Iterable[Json]) -> None:
    """Fill what depends on the payments."""
    total: Decimal = body["summary_total"]
    amounts = (number(item.get("amount")) for item in payments if item.get("status") == COMPLETED)
    paid = cents(sum(amounts, _NONE), unit_of(body.get("currency_code")))
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
