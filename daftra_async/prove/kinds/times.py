"""How the account writes dates, and what its clock says."""

from __future__ import annotations

import datetime as dt
import time
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final

from daftra_async.prove.asking import CannotTell, give_up
from daftra_async.prove.kinds.result import Result
from daftra_async.prove.shapes import id_of, listed, record_form

if TYPE_CHECKING:
    from daftra_async.prove.experiment import Experiment
    from daftra_async.prove.lab import Lab

_MOST: Final = 10
"""Invoices that are compared."""
_NUMBERS: Final = ("%d{0}%m{0}%Y", "%m{0}%d{0}%Y", "%d{0}%m{0}%y", "%m{0}%d{0}%y")
_NAMES: Final = ("%d %b %Y", "%b %d %Y", "%d-%b-%Y", "%d %B %Y", "%B %d %Y")
PATTERNS: Final = ("%Y-%m-%d", "%Y/%m/%d", *(each.format(mark) for each in _NUMBERS for mark in "/-."), *_NAMES)
"""Formats of dates, as `strptime` patterns."""
_CLOSE: Final = 5
"""Seconds that an answer may take on its way."""


async def date_format(lab: Lab, experiment: Experiment) -> Result:
    """Compare dates of single invoices with those of their list, which are always year, month, day."""
    rows = await _invoices(lab)
    if not rows and experiment.record is not None and lab.writing:
        await lab.records.id_of(experiment.record)
        rows = await _invoices(lab)
    fitting, compared = set(PATTERNS), 0
    for row in rows:
        day, identity = _day(str(row.get("date"))[:10], "%Y-%m-%d"), id_of(row)
        if day is None or identity is None:
            continue
        single = await lab.ask("invoices.get", {"id": identity})
        if not single.ok:
            give_up(single)
        shown = str((record_form(single.body)[1] or {}).get("date"))
        fitting = {pattern for pattern in fitting if _day(shown.split(" 00:", maxsplit=1)[0], pattern) == day}
        compared += 1
        if len(fitting) <= 1:
            break
    if not compared:
        msg = "no invoice has a date"
        raise CannotTell(msg)
    return _format(fitting, compared)


async def _invoices(lab: Lab) -> tuple[Any, ...]:
    seen = await lab.page("invoices.list", _MOST)
    if not seen.ok:
        give_up(seen)
    return listed(seen.body).rows


def _format(fitting: set[str], compared: int) -> Result:
    evidence = f"invoices compared: {compared}"
    if len(fitting) > 1:
        msg = f"{evidence}, which fit {len(fitting)} formats"
        raise CannotTell(msg)
    return Result(fitting.pop() if fitting else "another format", evidence)


def _day(text: str, pattern: str) -> dt.date | None:
    try:
        return dt.datetime.strptime(text, pattern).replace(tzinfo=dt.UTC).date()
    except ValueError:
        return None


async def clock(lab: Lab, experiment: Experiment) -> Result:
    """Compare the date of answers with the clock of this machine; the nearest of a few answers counts."""
    offsets: list[float] = []
    for _ in range(3):
        seen = await lab.ask(experiment.operations[0])
        if seen.date is not None:
            offsets.append(_told(seen.date) - time.time())
    if not offsets:
        msg = "the answers have no date"
        raise CannotTell(msg)
    nearest = min(offsets, key=_size)
    off = round(nearest)
    if abs(off) <= _CLOSE:
        return Result("right", f"within {_CLOSE} s")
    return Result("ahead" if off > 0 else "behind", f"{abs(off)} s")


def _size(offset: float) -> float:
    return abs(offset)


def _told(date: str) -> float:
    try:
        told = parsedate_to_datetime(date)
    except ValueError:
        msg = "the date of the answers cannot be read"
        raise CannotTell(msg) from None
    return (told if told.tzinfo is not None else told.replace(tzinfo=dt.UTC)).timestamp()
