"""What a document will come to, before it is sent."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

import attrs

from daftra_async._text import refuse
from daftra_async.models.invoice_payment_status import InvoicePaymentStatus
from daftra_async.money.currencies import USUAL, currency_code, currency_decimals
from daftra_async.money.inputs import DocumentInput, read_input
from daftra_async.money.preview_result import Doubt, Preview, PreviewLine
from daftra_async.money.rounding import rounded
from daftra_async.money.rules import Rules
from daftra_async.money.sums import NONE, document_discount, document_total, payment_status, sum_lines
from daftra_async.money.taxes import rates_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from daftra_async.money.inputs import Entered
    from daftra_async.money.sums import Line, LineSums
    from daftra_async.money.taxes import Rate, Taxes

_COMPARED: Final = ("subtotal", "discount", "tax", "total", "deposit", "paid", "unpaid")


def preview(
    document: DocumentInput, *, taxes: Taxes | None = None, rules: Rules | None = None, currency: str | None = None
) -> Preview:
    """Return what a document will come to. Nothing is sent.

    What the server will make of it is not proved in all points: `doubts` names the rules on which the result depends, and what it
    would be otherwise.

    Args:
        document: The input that is going to be created, such as an `InvoiceInput`.
        taxes: The taxes that its lines name by id: the records of `taxes.list()`, or a mapping of ids to percentages.
        rules: How it is added up, where that is not documented.
        currency: The account's currency, which a document that names none is in.

    Raises:
        ArgumentError: this is no input of a document, an amount is a float or no number, a line lacks its price or quantity, or a
            line names a tax that is not among `taxes`.
    """
    if not isinstance(document, DocumentInput):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers may be untyped
        refuse("document", f"{type(document).__name__} was given", "an input with lines, such as InvoiceInput(...)")
    if currency is not None:
        currency_decimals(currency)
    entered = read_input(document, currency_code(currency))
    rates = rates_of(taxes)
    for index, line in enumerate(entered.lines):
        _check_taxes(index, line, rates)
    rules = Rules() if rules is None else rules
    result = _compute(entered, rates, rules)
    others = ((option, _compute(entered, rates, other)) for option, other in rules.others())
    doubts = (Doubt(option=option, changes=changes) for option, other in others if (changes := _changes(result, other)))
    return attrs.evolve(result, doubts=tuple(doubts))


def _check_taxes(index: int, line: Line, rates: Mapping[int, Rate]) -> None:
    for number, tax in enumerate(line.taxes, 1):
        if tax and tax not in rates:
            known = ", ".join(map(str, sorted(rates))) or "none; give taxes=await daftra.taxes.list().collect()"
            refuse("taxes", f"tax{number} of line {index} is {tax}, which is not among them", f"an id that is known: {known}")


def _changes(result: Preview, other: Preview) -> dict[str, Decimal]:
    return {name: getattr(other, name) for name in _COMPARED if getattr(other, name) != getattr(result, name)}


def _compute(entered: Entered, rates: Mapping[int, Rate], rules: Rules) -> Preview:
    decimals = _decimals(entered.currency, rules)

    def shown(value: Fraction) -> Decimal:
        return rounded(value, decimals, rules.rounding)

    terms = entered.terms
    sums = sum_lines(entered.lines, terms, rates, rules, decimals)
    subtotal = sum((line.subtotal for line in sums), NONE)
    discount = document_discount(subtotal, terms)
    if rules.round_at == "line":
        discount = Fraction(shown(discount))
    by_tax = _by_tax(entered.lines, sums)
    taxes = {tax_id: shown(amount) for tax_id, amount in by_tax.items()}
    tax = sum(map(Fraction, taxes.values()), NONE)
    total = shown(document_total(subtotal, discount, sum(by_tax.values(), NONE), terms))
    deposit = shown(Fraction(total) * entered.deposit / 100 if rules.deposit == "percent" else entered.deposit)
    counted = Fraction(deposit) if rules.paid_deposit == "payment" and entered.deposit_is_paid else NONE
    paid = shown(sum(entered.payments, counted))
    status = payment_status(draft=entered.draft, total=Fraction(total), paid=Fraction(paid))
    parts = sum((Fraction(shown(part)) for part in (subtotal, tax, terms.shipping, terms.adjustment)), NONE)
    return Preview(
        currency=entered.currency,
        lines=tuple(_line(line, decimals if rules.round_at == "line" else rules.line_decimals, rules) for line in sums),
        subtotal=shown(subtotal),
        discount=shown(discount),
        tax=shown(tax),
        taxes=taxes,
        shipping=shown(terms.shipping),
        adjustment=shown(terms.adjustment),
        rounding=shown(Fraction(total) - parts + Fraction(shown(discount))),
        total=total,
        deposit=deposit,
        paid=paid,
        unpaid=shown(Fraction(total) - Fraction(paid)),
        payment_status=InvoicePaymentStatus(status),
        rules=rules,
        not_counted=("a tax on the shipping",) if entered.taxed_shipping else (),
    )


def _decimals(currency: str, rules: Rules) -> int:
    if rules.decimals is not None:
        return rules.decimals
    return currency_decimals(currency) if currency else USUAL


def _by_tax(lines: tuple[Line, ...], sums: tuple[LineSums, ...]) -> dict[int, Fraction]:
    """Return the amount of each tax by its id."""
    found: dict[int, Fraction] = {}
    for line, line_sums in zip(lines, sums, strict=True):
        for tax, amount in zip(line.taxes, line_sums.taxes, strict=True):
            if tax:
                found[tax] = found.get(tax, NONE) + (amount or NONE)
    return found


def _line(sums: LineSums, decimals: int, rules: Rules) -> PreviewLine:
    def shown(value: Fraction) -> Decimal:
        return rounded(value, decimals, rules.rounding)

    tax1, tax2 = (amount or NONE for amount in sums.taxes)
    return PreviewLine(
        gross=shown(sums.gross),
        discount=shown(sums.discount),
        subtotal=shown(sums.subtotal),
        tax1=shown(tax1),
        tax2=shown(tax2),
        total=shown(sums.subtotal + tax1 + tax2),
    )
