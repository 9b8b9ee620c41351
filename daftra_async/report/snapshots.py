"""Snapshots of the figures in a file: what a report is compared with the next day.

The file holds the last two days on which a report was made, so a second report on a day is compared with the day before, too. It
is replaced as a whole, and is for its owner alone.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from contextlib import suppress
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import attrs
import msgspec

from daftra_async._files import replaced
from daftra_async._text import refuse
from daftra_async.export.files import reopen
from daftra_async.report.sources.held import PAYMENTS
from daftra_async.report.sums import plus

if TYPE_CHECKING:
    from pathlib import Path

    from daftra_async.report.figures import Figures
    from daftra_async.report.sources.held import Held

_VERSION: Final = 1
MEASURES: Final = ("outstanding", "overdue", "sold", "received")
"""The sums that are compared."""


@attrs.frozen(kw_only=True)
class Open:
    """An open invoice on a day."""

    no: str
    client: str
    currency: str
    unpaid: Decimal | None
    overdue: bool


@attrs.frozen(kw_only=True)
class Sums:
    """What a currency came to on a day."""

    outstanding: Decimal = Decimal(0)
    overdue: Decimal = Decimal(0)
    sold: Decimal = Decimal(0)
    """Ever."""
    received: Decimal = Decimal(0)
    """Ever."""


@attrs.frozen(kw_only=True)
class Snapshot:
    """The figures of a day, as far as they are compared."""

    day: dt.date
    sums: dict[str, Sums]
    """By currency."""
    measured: tuple[str, ...]
    """Names of the sums that are known: payments that could not be read are not zero."""
    open: dict[str, Open]
    """Open invoices by their keys."""


@attrs.frozen
class _Kept:
    version: int
    account: str
    days: list[Snapshot]


def file_in(place: Path, held: Held) -> Path:
    """Return the file of an account: the place itself, or a file in it where it is a folder."""
    if not place.is_dir():
        return place
    plain = re.sub(r"[^A-Za-z0-9.-]+", "-", held.account)[:60].strip("-.")
    return place / f"{plain}-{hashlib.sha256(held.identity.encode()).hexdigest()[:8]}.json"


def snapshot_of(figures: Figures) -> Snapshot:
    """Return what is to be compared with later."""
    late = {invoice.key for invoice in figures.receivables.overdue}
    sums: dict[str, Sums] = {}
    for each in figures.receivables.currencies:
        sums[each.currency] = Sums(outstanding=each.total, overdue=each.overdue)
    for sale in figures.sales.products:
        before = sums.get(sale.currency, Sums())
        sums[sale.currency] = attrs.evolve(before, sold=plus(before.sold, sale.amount))
    for receipt in figures.cash.treasuries:
        before = sums.get(receipt.currency, Sums())
        sums[receipt.currency] = attrs.evolve(before, received=plus(before.received, receipt.amount))
    unknown = {"received"} if set(PAYMENTS) & set(figures.quality.missing) else set[str]()
    opened = (invoice for invoice in figures.invoices if invoice.is_open)
    return Snapshot(
        day=figures.today,
        sums=sums,
        measured=tuple(name for name in MEASURES if name not in unknown),
        open={
            each.key: Open(no=each.no, client=each.client, currency=each.currency, unpaid=each.unpaid, overdue=each.key in late)
            for each in opened
        },
    )


class SnapshotFile:
    """The snapshots of one account.

    Args:
        path: The file; made with the first snapshot.
        account: The account; a file of another one is refused.
    """

    def __init__(self, path: Path, account: str) -> None:
        self._path = path
        self._account = account

    def before(self, day: dt.date) -> Snapshot | None:
        """Return the latest snapshot of an earlier day, None when there is none yet.

        Raises:
            ArgumentError: the file holds something else, or the snapshots of another account.
            OSError: it cannot be read.
        """
        return max((each for each in self._read() if each.day < day), key=lambda each: each.day, default=None)

    def keep(self, snapshot: Snapshot) -> None:
        """Keep a snapshot in place of that of the same day; of the others the latest stays.

        Raises:
            ArgumentError: as for `before`.
            OSError: it cannot be written.
        """
        others = sorted((each for each in self._read() if each.day != snapshot.day), key=lambda each: each.day)
        days = sorted([*others[-1:], snapshot], key=lambda each: each.day)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        with replaced(self._path) as file:
            file.write(msgspec.json.encode(_Kept(_VERSION, self._account, days)))

    def _read(self) -> list[Snapshot]:
        try:
            with reopen(self._path) as file:
                content = file.read()
        except FileNotFoundError:
            return []
        kept: _Kept | None = None
        with suppress(msgspec.MsgspecError, RecursionError):
            kept = msgspec.json.decode(content, type=_Kept)
        if kept is None or kept.version != _VERSION:
            refuse("snapshots", f"{self._path} holds no snapshots of reports", "another file, or none of that name")
        if kept.account != self._account:
            refuse("snapshots", f"{self._path} holds the snapshots of another account", "a file for each account")
        return kept.days
