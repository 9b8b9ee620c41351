"""Prices with and without their tax.

A net price of 2 decimals loses the gross price: at 15 %, 13 % of all prices up to 1 000.00 do not come back from it. With 4
decimals all of them do. The net price is off by at most 0.00005, so the gross price that is made of it is off by at most
0.00005 x (1 + rate / 100), and it rounds to where it came from as long as that is less than half of the last decimal:

- 2 decimals (SAR, EGP): rates below 9 900 %;
- 3 decimals (KWD, BHD): rates below 900 %;
- no decimals (JPY): rates below 999 900 %.

It does not hold for the two units of account with 4 decimals (CLF and UYW), where `net(..., decimals=6)` is needed, and not for a
rounding that is not to the nearest number (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR).
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from daftra_async._text import exact, refuse
from daftra_async.money.currencies import USUAL, currency_decimals
from daftra_async.money.rounding import check_decimals, check_rounding, rounded

if TYPE_CHECKING:
    from decimal import Decimal

NET_DECIMALS: Final = 4
"""Decimals of a net price; with fewer, gross prices do not come back."""


def net(
    gross: Decimal | int | str,
    rate: Decimal | int | str,
    *,
    decimals: int = NET_DECIMALS,
    rounding: str = ROUND_HALF_UP,
) -> Decimal:
    """Return the price without the tax that it contains: `net("115.00", 15)` is `Decimal("100.0000")`.

    Args:
        gross: The price with its tax.
        rate: The tax in percent, 15 for 15 %.
        decimals: Decimals of the result; with 4, `gross(net(price, rate), rate)` is the price again (see the module).
        rounding: One of the `ROUND_...` names of the `decimal` module. Invoices round halves up, away from zero.

    Raises:
        ArgumentError: an amount is a float or no number, the rate is not above -100, or the rounding is unknown.
    """
    check_decimals(decimals)
    check_rounding(rounding)
    return rounded(Fraction(exact("gross", gross)) / _factor(rate), decimals, rounding)


def gross(
    net: Decimal | int | str,
    rate: Decimal | int | str,
    currency: str | None = None,
    *,
    rounding: str = ROUND_HALF_UP,
) -> Decimal:
    """Return the price with its tax: `gross("86.9565", 15)` is `Decimal("100.00")`.

    Args:
        net: The price without the tax.
        rate: The tax in percent, 15 for 15 %.
        currency: Code of the currency, whose decimals the result has; 2 decimals without one.
        rounding: One of the `ROUND_...` names of the `decimal` module. Invoices round halves up, away from zero.

    Raises:
        ArgumentError: an amount is a float or no number, the rate is not above -100, the currency is no code of three letters, or
            the rounding is unknown.
    """
    check_rounding(rounding)
    decimals = USUAL if currency is None else currency_decimals(currency)
    return rounded(Fraction(exact("net", net)) * _factor(rate), decimals, rounding)


def _factor(rate: Decimal | int | str) -> Fraction:
    """Return what a net price is multiplied by."""
    percent = exact("rate", rate)
    if percent <= -100:
        refuse("rate", f"{rate!r:.60} was given", "a percentage above -100, such as 15 for 15 %")
    return 1 + Fraction(percent) / 100
