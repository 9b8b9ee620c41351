"""Comparing single fields with what they should be.

A field is recomputed from what was entered: quantities, prices, rates, payments. Where it differs from that, it may still follow
from other computed fields, one of which is reported already: a total that was made of a wrong tax is no second mistake. So each
comparison gives the value to go on with, and later ones may follow from it.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP
from fractions import Fraction
from typing import TYPE_CHECKING, Final

import attrs

from daftra_async.money.reading import Unreadable
from daftra_async.money.report import Difference, Unchecked
from daftra_async.money.rounding import rounded
from daftra_async.money.sums import NONE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from decimal import Decimal

    from daftra_async.models.invoice_payment_status import InvoicePaymentStatus
    from daftra_async.money.rules import Rules

NOT_SENT: Final = "it is empty or was not sent"


@attrs.frozen
class Compared:
    """What to go on with after a field was compared."""

    expected: Fraction
    """What follows from what was entered."""
    found: Fraction
    """What follows from the record: another value than the expected one when the field differs."""


class Examination:
    """Collects what differs and what could not be checked."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self.differences: list[Difference] = []
        self.unchecked: list[Unchecked] = []
        self.checked = 0

    def skip(self, field: str, reason: str) -> None:
        """Note that a field cannot be checked."""
        self.unchecked.append(Unchecked(field=field, reason=reason))

    def differ(
        self,
        field: str,
        expected: Decimal | InvoicePaymentStatus | str,
        found: Decimal | InvoicePaymentStatus | int | str,
        how: str,
    ) -> None:
        """Note that a field differs."""
        self.differences.append(Difference(field=field, expected=expected, found=found, how=how))

    def compare(
        self,
        field: str,
        found: Decimal | Unreadable | None,
        expected: Fraction,
        how: Callable[[], str],
        *,
        decimals: int,
        slack: Fraction = NONE,
        follows: Iterable[tuple[Fraction, Fraction]] = (),
    ) -> Compared:
        """Compare an amount, and return what to go on with.

        Args:
            field: Its name.
            found: What the record holds.
            expected: The exact value that was recomputed.
            how: Says how.
            decimals: Decimals that the server stores.
            slack: By how much the expected value may be off, since it was made of rounded values.
            follows: Values that follow from fields which were found to differ, each with its slack.
        """
        if found is None or isinstance(found, Unreadable):
            self.skip(field, NOT_SENT if found is None else f"it {found}")
            return Compared(expected, expected)
        self.checked += 1
        if self._fits(found, expected, slack, decimals):
            # Of all that it may be it is what the server says.
            return Compared(Fraction(found), Fraction(found)) if slack else Compared(expected, expected)
        if not any(self._fits(found, value, off, decimals) for value, off in follows):
            self.differ(field, rounded(expected, decimals, self.rules.rounding), found, how())
        return Compared(expected, Fraction(found))

    def _fits(self, found: Decimal, expected: Fraction, slack: Fraction, decimals: int) -> bool:
        if not slack:
            return found == rounded(expected, decimals, self.rules.rounding)
        low, high = (rounded(value, decimals, self.rules.rounding) for value in (expected - slack, expected + slack))
        return low <= found <= high


def plain(value: Fraction) -> str:
    """Write an amount in a formula: at least 2 decimals, at most 6."""
    text = format(rounded(value, 6, ROUND_HALF_UP), "f").rstrip("0")
    whole, _, rest = text.partition(".")
    return f"{whole}.{rest:0<2}"
