"""What an input says of its money, as exact numbers; unlike a record, it can be refused."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final, TypeAlias, cast

import attrs

from daftra_async._text import exact, refuse
from daftra_async.models.advance_payment_input import AdvancePaymentInput
from daftra_async.models.discount_type import DiscountType
from daftra_async.models.invoice_deposit_type import InvoiceDepositType
from daftra_async.models.invoice_document_input import InvoiceDocumentInput
from daftra_async.models.payment_status import PaymentStatus
from daftra_async.models.purchase_document_input import PurchaseDocumentInput
from daftra_async.money.currencies import currency_code
from daftra_async.money.sums import NONE, Line, Terms
from daftra_async.operation import UNSET

DocumentInput: TypeAlias = InvoiceDocumentInput | PurchaseDocumentInput | AdvancePaymentInput
_LINES: Final = ("invoice_item", "purchase_order_item")
_PAYMENTS: Final = ("payment", "invoice_payment")


@attrs.frozen(kw_only=True)
class Entered:
    """A document to write, as numbers."""

    currency: str
    lines: tuple[Line, ...]
    terms: Terms
    deposit: Fraction
    deposit_is_paid: bool
    payments: tuple[Fraction, ...]
    draft: bool
    taxed_shipping: bool


def read_input(document: DocumentInput, currency: str) -> Entered:
    """Return what a document says.

    Raises:
        ArgumentError: an amount is a float or no number, a line lacks its price or quantity, both discounts are given, the type
            of a discount is unknown, or a payment is in another currency.
    """
    name = next((name for name in _LINES if hasattr(document, name)), _LINES[0])
    terms = Terms(
        discount=_number(document, "discount"),
        discount_amount=_number(document, "discount_amount"),
        shipping=_number(document, "shipping_amount"),
        adjustment=_number(document, "adjustment_value"),
    )
    if terms.discount and terms.discount_amount:
        refuse("discount_amount", "it was given beside discount", "one of the two")
    currency = currency_code(_value(document, "currency_code")) or currency
    return Entered(
        currency=currency,
        lines=tuple(_line(line, f"{name}[{index}].") for index, line in enumerate(_items(document, name))),
        terms=terms,
        deposit=_number(document, "deposit"),
        deposit_is_paid=_value(document, "deposit_type") == InvoiceDepositType.PAID,
        payments=_payments(document, currency),
        draft=bool(_value(document, "draft")),
        taxed_shipping=bool(terms.shipping and _value(document, "shipping_tax_id")),
    )


def _value(source: object, name: str) -> Any:
    """Return a field, be it one of `extra`; None where nothing was given."""
    found = getattr(source, name, UNSET)
    if found is UNSET:
        found = cast("dict[str, Any]", getattr(source, "extra", {})).get(name)
    return None if found == "" else found


def _number(source: object, name: str, where: str = "") -> Fraction:
    value = _value(source, name)
    return NONE if value is None else Fraction(exact(f"{where}{name}", value))


def _items(source: object, name: str) -> list[object]:
    value = _value(source, name)
    if isinstance(value, list | tuple):
        return list(cast("list[object]", value))
    return [] if value is None else [value]


def _line(line: object, where: str) -> Line:
    for name in ("unit_price", "quantity"):
        if _value(line, name) is None:
            refuse(f"{where}{name}", "it is missing", "an amount: the server's own default is not known")
    kind = _value(line, "discount_type")
    discount = _number(line, "discount", where)
    if discount and kind not in {None, 0, DiscountType.PERCENTAGE, DiscountType.AMOUNT}:
        refuse(f"{where}discount_type", f"{kind!r:.60} was given", "DiscountType.PERCENTAGE or DiscountType.AMOUNT")
    return Line(
        unit_price=_number(line, "unit_price", where),
        quantity=_number(line, "quantity", where),
        discount=discount,
        percent=kind == DiscountType.PERCENTAGE if kind else None,
        taxes=(_tax(line, "tax1", where), _tax(line, "tax2", where)),
    )


def _tax(line: object, name: str, where: str) -> int:
    number = _number(line, name, where)
    if number.denominator != 1:
        refuse(f"{where}{name}", f"{_value(line, name)} was given", "the id of a tax, not a rate")
    return int(number)


def _payments(document: object, currency: str) -> tuple[Fraction, ...]:
    """Return the amounts of the payments that count: those without a status, and those that are completed."""
    found: list[Fraction] = []
    for name in _PAYMENTS:
        for index, payment in enumerate(_items(document, name)):
            where, theirs = f"{name}[{index}].", currency_code(_value(payment, "currency_code"))
            if currency and theirs and theirs != currency:
                refuse(f"{where}currency_code", f"{theirs} was given", f"{currency}, the currency of the document")
            if _value(payment, "status") in {None, PaymentStatus.COMPLETED}:
                found.append(_number(payment, "amount", where))
    return tuple(found)
