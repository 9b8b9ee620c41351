"""Exact amounts: prices with and without tax.

    from daftra_async.money import gross, net

    net("100.00", 15)  # Decimal("86.9565")
    gross("86.9565", 15)  # Decimal("100.00")

Every result is a `Decimal`, and floats are refused.
"""

from __future__ import annotations

from daftra_async.money.currencies import currency_decimals
from daftra_async.money.prices import gross, net

__all__ = [
    "currency_decimals",
    "gross",
    "net",
]
