"""What has changed since an earlier snapshot."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs

from daftra_async.report.snapshots import MEASURES, Sums
from daftra_async.report.sums import minus, plain

if TYPE_CHECKING:
    from daftra_async.report.snapshots import Open, Snapshot


@attrs.frozen(kw_only=True)
class Change:
    """A sum that has changed."""

    measure: str
    """`outstanding`, `overdue`, `sold` or `received`."""
    currency: str
    before: Decimal
    now: Decimal

    @property
    def difference(self) -> Decimal:
        """What came to it; negative for what went."""
        return minus(self.now, self.before)

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready data; amounts are text."""
        amounts = {"before": plain(self.before), "now": plain(self.now), "difference": plain(self.difference)}
        return {"measure": self.measure, "currency": self.currency, **amounts}


@attrs.frozen
class Moved:
    """An invoice that has come, gone or fallen due; what it says is the latest that is known."""

    key: str
    no: str
    client: str
    currency: str
    unpaid: Decimal | None

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready data; the amount is text."""
        return {**attrs.asdict(self), "unpaid": None if self.unpaid is None else plain(self.unpaid)}


@attrs.frozen(kw_only=True)
class Changes:
    """What differs from an earlier day."""

    since: dt.date
    sums: tuple[Change, ...]
    opened: tuple[Moved, ...]
    """Invoices that are open now, and were not."""
    closed: tuple[Moved, ...]
    """Invoices that were open, and are paid or gone now; `unpaid` is what was unpaid before."""
    fallen_due: tuple[Moved, ...]
    """Invoices that are overdue now, and were not."""

    def __bool__(self) -> bool:
        return bool(self.sums or self.opened or self.closed or self.fallen_due)

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready data."""
        lists = {name: [each.to_dict() for each in getattr(self, name)] for name in ("sums", "opened", "closed", "fallen_due")}
        return {"since": self.since.isoformat(), **lists}


def changes_between(before: Snapshot, now: Snapshot) -> Changes:
    """Return what has changed from one snapshot to the next."""
    sums = [
        Change(measure=measure, currency=currency, before=getattr(was, measure), now=getattr(becomes, measure))
        for currency in sorted({*before.sums, *now.sums})
        for measure in MEASURES
        if measure in before.measured and measure in now.measured
        if getattr(was := before.sums.get(currency, Sums()), measure)
        != getattr(becomes := now.sums.get(currency, Sums()), measure)
    ]
    late = {key for key, each in before.open.items() if each.overdue}
    return Changes(
        since=before.day,
        sums=tuple(sums),
        opened=_moved({key: each for key, each in now.open.items() if key not in before.open}),
        closed=_moved({key: each for key, each in before.open.items() if key not in now.open}),
        fallen_due=_moved({key: each for key, each in now.open.items() if each.overdue and key not in late}),
    )


def _moved(invoices: dict[str, Open]) -> tuple[Moved, ...]:
    found = (Moved(key, each.no, each.client, each.currency, each.unpaid) for key, each in invoices.items())
    return tuple(sorted(found, key=lambda each: (each.currency, -(each.unpaid or 0), each.key)))
