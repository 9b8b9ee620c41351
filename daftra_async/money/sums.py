"""Adding up a document, exactly and by named rules; `verify` and `preview` both do it here."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

import attrs

from daftra_async.money.rounding import rounded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from daftra_async.money.rules import Rules
    from daftra_async.money.taxes import Rate

NONE: Final = Fraction(0)
_HUNDRED: Final = 100


@attrs.frozen(kw_only=True)
class Line:
    """What a line says."""

    unit_price: Fraction
    quantity: Fraction
    discount: Fraction = NONE
    percent: bool | None = None
    """Whether the discount is in percent; None where the line does not say."""
    taxes: tuple[int, ...] = ()
    """Ids of its taxes, 0 where there is none."""


@attrs.frozen(kw_only=True)
class LineSums:
    """What follows for the line; a tax is None where its rate is not known."""

    gross: Fraction
    discount: Fraction
    subtotal: Fraction
    taxes: tuple[Fraction | None, ...]


@attrs.frozen(kw_only=True)
class Terms:
    """What a document says beside its lines."""

    discount: Fraction = NONE
    """In percent."""
    discount_amount: Fraction = NONE
    shipping: Fraction = NONE
    adjustment: Fraction = NONE


def gross_of(line: Line) -> Fraction:
    """Return quantity x price."""
    return line.quantity * line.unit_price


def discount_of(line: Line, rules: Rules) -> Fraction:
    """Return the amount of a line's discount."""
    percent = rules.untyped_discount == "percent" if line.percent is None else line.percent
    if percent:
        return gross_of(line) * line.discount / _HUNDRED
    return line.discount * line.quantity if rules.line_discount == "unit" else line.discount


def contained_in(line: Line, rates: Mapping[int, Rate], rules: Rules) -> Fraction:
    """Return the percentages of the taxes that the line's price contains."""
    if rules.included_tax != "contained":
        return NONE
    return sum((rates[tax].percent for tax in line.taxes if tax in rates and rates[tax].included), NONE)


def subtotal_of(line: Line, rates: Mapping[int, Rate], rules: Rules) -> Fraction:
    """Return the price of the line, after its discount and without any tax."""
    return (gross_of(line) - discount_of(line, rules)) / (1 + contained_in(line, rates, rules) / _HUNDRED)


def taxes_of(line: Line, base: Fraction, rates: Mapping[int, Rate]) -> tuple[Fraction | None, ...]:
    """Return the amount of each tax on a base."""
    return tuple(NONE if not tax else base * rates[tax].percent / _HUNDRED if tax in rates else None for tax in line.taxes)


def sum_lines(
    lines: Sequence[Line], terms: Terms, rates: Mapping[int, Rate], rules: Rules, decimals: int
) -> tuple[LineSums, ...]:
    """Return what follows for each line; the discount of the document counts too where taxes are taken after it."""

    def fixed(value: Fraction) -> Fraction:
        return Fraction(rounded(value, decimals, rules.rounding)) if rules.round_at == "line" else value

    subtotals = [fixed(subtotal_of(line, rates, rules)) for line in lines]
    share = tax_share(sum(subtotals, NONE), terms, rules)
    return tuple(
        LineSums(
            gross=gross_of(line),
            discount=fixed(discount_of(line, rules)),
            subtotal=subtotal,
            taxes=tuple(None if tax is None else fixed(tax) for tax in taxes_of(line, subtotal * share, rates)),
        )
        for line, subtotal in zip(lines, subtotals, strict=True)
    )


def tax_share(subtotal: Fraction, terms: Terms, rules: Rules) -> Fraction:
    """Return which part of the subtotals is taxed."""
    if rules.tax_base == "before_discount" or not subtotal:
        return Fraction(1)
    return 1 - document_discount(subtotal, terms) / subtotal


def document_discount(subtotal: Fraction, terms: Terms) -> Fraction:
    """Return the amount of the document's discount."""
    return subtotal * terms.discount / _HUNDRED + terms.discount_amount


def document_total(subtotal: Fraction, discount: Fraction, tax: Fraction, terms: Terms) -> Fraction:
    """Return what is to be paid."""
    return subtotal - discount + tax + terms.shipping + terms.adjustment


def payment_status(*, draft: bool, total: Fraction, paid: Fraction) -> int:
    """Return the number of the status that a document has."""
    if draft:
        return -1
    if paid <= 0:
        return 0
    if paid < total:
        return 1
    return 2 if paid == total else 4
