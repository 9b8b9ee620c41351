"""Money received, by treasury and currency: completed payments of invoices and of clients.

What went out of a treasury is not in the documented fields of any list, so this is not a balance.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.models.payment_status import PaymentStatus
from daftra_async.money.currencies import currency_code
from daftra_async.report.rows import rows
from daftra_async.report.sources.held import PAYMENTS, TREASURIES, WANTED
from daftra_async.report.sums import ZERO, plain, plus
from daftra_async.wire.columns.batches import MAIN

if TYPE_CHECKING:
    from daftra_async.report.rows import Misfits
    from daftra_async.report.sources.held import Held

RECENT: Final = dt.timedelta(days=30)
"""How far back `Receipts.recent` looks."""


@attrs.frozen(kw_only=True)
class Receipts:
    """What a treasury received in one currency."""

    treasury_id: int | None
    treasury: str
    """Its name; empty where the list of treasuries does not have it."""
    currency: str
    payments: int
    recent: Decimal
    """Within the last 30 days, today included."""
    amount: Decimal
    """Ever."""

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready data; amounts are text."""
        return {**attrs.asdict(self), "recent": plain(self.recent), "amount": plain(self.amount)}


@attrs.frozen(kw_only=True)
class Cash:
    """What was received."""

    treasuries: tuple[Receipts, ...]
    """By currency, then the largest first."""
    missing: int
    """Completed payments without an amount that can be read: the sums are too low by them."""

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready data."""
        return {"treasuries": [each.to_dict() for each in self.treasuries], "without_amount": self.missing}


@attrs.define
class _Sum:
    payments: int = 0
    recent: Decimal = ZERO
    amount: Decimal = ZERO


def cash_of(held: Held, today: dt.date, misfits: Misfits) -> Cash:
    """Return what was received until a day."""
    sums: dict[tuple[str, int | None], _Sum] = defaultdict(_Sum)
    missing = 0
    for resource in PAYMENTS:
        if resource not in held.tables:
            continue
        wanted = WANTED[resource]
        for treasury, code, amount, status, moment in rows(
            wanted.table, held.tables[resource][MAIN], wanted.columns[MAIN], misfits
        ):
            if status != PaymentStatus.COMPLETED:
                continue
            found = sums[currency_code(code), treasury]
            found.payments += 1
            if not isinstance(amount, Decimal):
                missing += 1
                continue
            found.amount = plus(found.amount, amount)
            if isinstance(moment, dt.datetime) and dt.timedelta() <= today - moment.date() < RECENT:
                found.recent = plus(found.recent, amount)
    names = _names(held, misfits)
    receipts = [
        Receipts(
            treasury_id=treasury,
            treasury=names.get(treasury, ""),
            currency=currency,
            payments=found.payments,
            recent=found.recent,
            amount=found.amount,
        )
        for (currency, treasury), found in sums.items()
    ]
    receipts.sort(key=lambda each: (each.currency, -each.amount, each.treasury_id or 0))
    return Cash(treasuries=tuple(receipts), missing=missing)


def _names(held: Held, misfits: Misfits) -> dict[int | None, str]:
    if TREASURIES not in held.tables:
        return {}
    wanted = WANTED[TREASURIES]
    found = rows(wanted.table, held.tables[TREASURIES][MAIN], wanted.columns[MAIN], misfits)
    return {identity: name or "" for identity, name in found if identity is not None}
