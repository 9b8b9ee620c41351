"""Checking the lines of a document."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import attrs

from daftra_async.money.examination import Examination, plain
from daftra_async.money.reading import Unreadable, amount_of, read_line
from daftra_async.money.sums import NONE, Line, LineSums, contained_in, sum_lines, tax_share, taxes_of
from daftra_async.money.taxes import Rate

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from decimal import Decimal

    from daftra_async.money.sums import Terms


@attrs.define
class LinesFound:
    """What the lines come to: as recomputed, and with the values that were found instead where they differ."""

    subtotal: Fraction = NONE
    tax: Fraction = NONE
    found_subtotal: Fraction = NONE
    found_tax: Fraction = NONE
    slack: Fraction = NONE
    """By how much the taxes may be off, since those of unknown rate are known only as they were rounded."""
    no_subtotal: str = ""
    """Why the subtotals of all lines are not known."""
    no_tax: str = ""
    """Why the taxes of all lines are not known."""


def check_lines(
    check: Examination, name: str, lines: Sequence[Any], terms: Terms, rates: Mapping[int, Rate], decimals: int
) -> LinesFound:
    """Compare the computed fields of each line."""
    rules, found = check.rules, LinesFound()
    read: list[tuple[str, Any, Line]] = []
    for index, source in enumerate(lines):
        line = read_line(source)
        if isinstance(line, str):
            check.skip(f"{name}[{index}]", line)
            found.no_subtotal = found.no_tax = f"{name}[{index}]: {line}"
        else:
            read.append((f"{name}[{index}]", source, line))
    if found.no_subtotal and rules.tax_base == "after_discount":
        # The share of the discount that a line has depends on all lines.
        for where, _, _ in read:
            check.skip(where, found.no_subtotal)
        return found
    sums = sum_lines([line for _, _, line in read], terms, rates, rules, decimals)
    share = tax_share(sum((each.subtotal for each in sums), NONE), terms, rules)
    stored = decimals if rules.round_at == "line" else rules.line_decimals
    for (where, source, line), expected in zip(read, sums, strict=True):
        _Line(check, where, source, line, expected, rates, stored, share).examine(found)
    return found


@attrs.frozen
class _Line:
    check: Examination
    name: str
    source: Any
    line: Line
    sums: LineSums
    rates: Mapping[int, Rate]
    decimals: int
    share: Fraction

    def examine(self, into: LinesFound) -> None:
        expected = self._without_unknown_taxes()
        subtotal = self._subtotal(expected)
        self._discount(expected, subtotal)
        into.subtotal += expected
        into.found_subtotal += subtotal
        for number, tax in enumerate(self.sums.taxes, 1):
            self._tax(number, tax, expected, subtotal, into)

    def _without_unknown_taxes(self) -> Fraction:
        """Return the subtotal; where the rate of a tax is unknown, the price may contain it, and the stored subtotal tells."""
        stored = amount_of(self.source, "subtotal")
        amounts = [amount_of(self.source, f"summary_tax{number}") for number, tax in enumerate(self.sums.taxes, 1) if tax is None]
        known = [Fraction(each) for each in amounts if each is not None and not isinstance(each, Unreadable)]
        if stored is None or isinstance(stored, Unreadable):
            return self.sums.subtotal
        for contained in (*known, sum(known, NONE)):
            if contained and abs(self.sums.subtotal - contained - Fraction(stored)) <= self._half_unit * 2:
                return Fraction(stored)
        return self.sums.subtotal

    def _subtotal(self, expected: Fraction) -> Fraction:
        return self.check.compare(
            f"{self.name}.subtotal",
            amount_of(self.source, "subtotal"),
            expected,
            self._how,
            decimals=self.decimals,
        ).found

    def _how(self) -> str:
        contained = contained_in(self.line, self.rates, self.check.rules)
        formula = f"{plain(self.line.quantity)} x {plain(self.line.unit_price)} - {plain(self.sums.discount)}"
        return f"({formula}) / {plain(1 + contained / 100)}" if contained else formula

    def _discount(self, expected: Fraction, subtotal: Fraction) -> None:
        self.check.compare(
            f"{self.name}.calculated_discount",
            amount_of(self.source, "calculated_discount"),
            self.sums.discount,
            self._how_discount,
            decimals=self.decimals,
            follows=self._discounts_of(subtotal) if subtotal != expected else (),
        )

    def _how_discount(self) -> str:
        if self.line.percent:
            return f"{plain(self.line.discount)} % of {plain(self.sums.gross)}"
        return f"{plain(self.line.discount)} for each {self.check.rules.line_discount}"

    def _discounts_of(self, subtotal: Fraction) -> Iterator[tuple[Fraction, Fraction]]:
        """Yield what the discount is when the subtotal is right and something else is not: the price, or the discount entered."""
        with_taxes = subtotal * (1 + contained_in(self.line, self.rates, self.check.rules) / 100)
        yield self.sums.gross - with_taxes, self._half_unit * 2
        if self.line.percent and self.line.discount != 100:
            yield with_taxes * self.line.discount / (100 - self.line.discount), self._half_unit * 2

    def _tax(self, number: int, tax: Fraction | None, expected: Fraction, subtotal: Fraction, into: LinesFound) -> None:
        field = f"summary_tax{number}"
        found = amount_of(self.source, field)
        if tax is None:
            self._unknown(field, number, found, into)
            return
        follows: list[tuple[Fraction, Fraction]] = []
        if subtotal != expected:
            follows = [(taxes_of(self.line, subtotal * self.share, self.rates)[number - 1] or NONE, self._half_unit)]
        compared = self.check.compare(
            f"{self.name}.{field}",
            found,
            tax,
            lambda: self._how_tax(number, expected * self.share),
            decimals=self.decimals,
            follows=follows,
        )
        into.tax += tax
        into.found_tax += compared.found

    def _how_tax(self, number: int, base: Fraction) -> str:
        tax = self.line.taxes[number - 1]
        return f"{plain(self.rates[tax].percent)} % of {plain(base)}" if tax else "the line names no such tax"

    def _unknown(self, field: str, number: int, found: Decimal | Unreadable | None, into: LinesFound) -> None:
        """Take the tax as it is."""
        tax = self.line.taxes[number - 1]
        self.check.skip(f"{self.name}.{field}", f"the rate of tax {tax} is not known, give taxes=")
        if found is not None and not isinstance(found, Unreadable):
            into.tax += Fraction(found)
            into.found_tax += Fraction(found)
            into.slack += self._half_unit
        else:
            into.no_tax = f"{self.name}.{field} is not known"

    @property
    def _half_unit(self) -> Fraction:
        return Fraction(1, 2 * 10**self.decimals)
