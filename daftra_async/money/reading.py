"""What a record says of its money, as exact numbers; what it does not say is told apart from what is zero."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from daftra_async._numbers import is_short, number_of
from daftra_async.models.discount_type import DiscountType
from daftra_async.money.currencies import currency_code
from daftra_async.money.sums import NONE, Line, Terms
from daftra_async.wire.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

_LINES: Final = ("invoice_item", "purchase_order_item")
_PAYMENTS: Final = ("invoice_payment", "purchase_order_payment", "payment")
_WIRE: Final = {"invoice_item": "InvoiceItem", "purchase_order_item": "PurchaseOrderItem"}
"""Relations that a record may hold in `extra`, under these names."""


@attrs.frozen
class Unreadable:
    """A value that is not a number."""

    value: object

    def __str__(self) -> str:
        return f"holds {self.value!r:.40}, which is not an exact number"


def value_of(source: Any, name: str) -> Any:
    """Return a field of a record, be it one that its model does not know; None where it was not sent."""
    if isinstance(source, Record):
        found = getattr(source, name, None)
        return source.extra.get(name) if found is None else found
    return cast("Mapping[str, Any]", source).get(name) if isinstance(source, dict) else None


def amount_of(source: Any, name: str) -> Decimal | Unreadable | None:
    """Return a field as a number; None where it is empty or was not sent."""
    value = value_of(source, name)
    if value is None or value == "":
        return None
    if isinstance(value, bool | float):
        return Unreadable(value)
    if isinstance(value, str):
        try:
            return cast("Decimal", number_of(Decimal, value))
        except (ValueError, InvalidOperation):
            return Unreadable(value)
    if isinstance(value, int | Decimal) and is_short(Decimal(value)):
        return Decimal(value)
    return Unreadable(value)


def lines_in(document: Any) -> tuple[str, list[object]]:
    """Return the name of a document's lines and the lines; none where it brings none."""
    for name in _LINES:
        for spelling in (name, _WIRE[name]):
            if isinstance(found := value_of(document, spelling), list) and found:
                return name, cast("list[object]", found)
    return _LINES[0], []


def payments_in(document: Any) -> tuple[str, list[object] | None]:
    """Return the name of a document's payments and the payments; None where it does not bring them."""
    for name in _PAYMENTS:
        if isinstance(found := value_of(document, name), list):
            return name, cast("list[object]", found)
    return _PAYMENTS[0], None


def read_line(line: Any) -> Line | str:
    """Return what a line says, or why it cannot be computed."""
    numbers: dict[str, Fraction] = {}
    for name in ("unit_price", "quantity", "discount", "tax1", "tax2"):
        value = amount_of(line, name)
        if isinstance(value, Unreadable):
            return f"{name} {value}"
        if value is None and name in {"unit_price", "quantity"}:
            return f"{name} is empty or was not sent"
        numbers[name] = NONE if value is None else Fraction(value)
        if name.startswith("tax") and numbers[name].denominator != 1:
            return f"{name} {value} is not the id of a tax"
    kind = amount_of(line, "discount_type")
    if kind in (None, 0) or not numbers["discount"]:
        percent = None
    elif kind in (DiscountType.PERCENTAGE, DiscountType.AMOUNT):
        percent = kind == DiscountType.PERCENTAGE
    else:
        return f"discount_type {kind} is not known"
    return Line(
        unit_price=numbers["unit_price"],
        quantity=numbers["quantity"],
        discount=numbers["discount"],
        percent=percent,
        taxes=(int(numbers["tax1"]), int(numbers["tax2"])),
    )


def read_terms(document: Any) -> Terms | str:
    """Return what a document says beside its lines, or why that cannot be computed."""
    numbers: dict[str, Fraction] = {}
    for name in ("discount", "discount_amount", "shipping_amount", "adjustment_value"):
        value = amount_of(document, name)
        if isinstance(value, Unreadable):
            return f"{name} {value}"
        numbers[name] = NONE if value is None else Fraction(value)
    return Terms(
        discount=numbers["discount"],
        discount_amount=numbers["discount_amount"],
        shipping=numbers["shipping_amount"],
        adjustment=numbers["adjustment_value"],
    )


def currency_in(document: Any) -> str:
    """Return the code of a record's currency, empty where it names none: then it is that of the account."""
    return currency_code(value_of(document, "currency_code"))
