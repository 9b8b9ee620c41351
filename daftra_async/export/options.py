"""What `since` and `incomplete` of an export mean."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, Final, Literal, TypedDict, cast, get_args

import attrs

from daftra_async._text import refuse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from daftra_async.export.divided import Divide
    from daftra_async.export.protocols import Format
    from daftra_async.export.setup import Listener
    from daftra_async.export.targets import Target

By = Literal["modified", "created"]
"""The time that counts: `created` finds new records only, not changed ones."""
Since = str | dt.date | dt.datetime | dt.timedelta

LAST: Final = "last"
KEEP: Final = "keep"
OVERLAPS: Final[dict[By, dt.timedelta]] = {"modified": dt.timedelta(minutes=10), "created": dt.timedelta(days=1)}
"""How much earlier a run starts than asked: what was being saved while the last run read may carry an earlier time."""
_UNITS: Final = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_DURATION: Final = re.compile(r"(\d{1,6})([mhdw])")
_WEST: Final = dt.timedelta(hours=12)
"""How far the clock of an account can be behind UTC."""
_SINCE: Final = "a date, a date and time without a zone, a duration such as 36h or 2d, or 'last'"
_INCOMPLETE: Final = "'keep', or 'keep:' with a resource of this export, such as 'keep:clients'"


class ExportOptions(TypedDict, total=False):
    """Options of `export_account`, those of `export`."""

    resources: Sequence[str] | None
    format: Format
    concurrency: int
    pages_ahead: int
    page_size: int | None
    since: Since | None
    since_by: str
    overlap: dt.timedelta | None
    resume: bool
    run: str | None
    incomplete: str | Sequence[str]
    csv_safe: bool
    csv_bom: bool
    as_sent: bool
    progress: Listener | None
    divide: Divide | None


def file_options(options: Mapping[str, Any]) -> dict[str, Any]:
    """Return those of the options that say what files hold: the arguments of `store_for` beside the place."""
    return {name: options[name] for name in ("format", "csv_safe", "csv_bom", "as_sent") if name in options}


@attrs.frozen(kw_only=True)
class SinceOptions:
    """What `since` says."""

    text: str
    """As it was given; a run that is continued later means the same."""
    start: dt.datetime | None
    """None for `last`."""
    by: By
    overlap: dt.timedelta


def read_since(
    since: Since | None, by: str = "modified", overlap: dt.timedelta | None = None, now: dt.datetime | None = None
) -> SinceOptions | None:
    """Read `since` with its two companions.

    Args:
        since: A date, a date-time, a duration, or `last`; also as text. The time zone of the account is not known, so a duration
            is counted back from the earliest time that it can be there.
        by: `modified` or `created`.
        overlap: How much earlier to start; None for 10 minutes, or a day by `created`.
        now: UTC, without a zone.

    Raises:
        ArgumentError: `since`, `by` or `overlap` has a value that is not listed above.
    """
    if by not in get_args(By):
        refuse("since_by", f"{by!r:.60} was given", "'modified' or 'created'")
    if overlap is not None and overlap < dt.timedelta():
        refuse("overlap", f"{overlap} was given", "zero or more")
    if since is None:
        return None
    field = cast("By", by)
    start = _start(since, now or dt.datetime.now(dt.UTC).replace(tzinfo=None))
    shown = since if isinstance(since, str) else since.isoformat() if isinstance(since, dt.date) else str(since)
    return SinceOptions(text=shown, start=start, by=field, overlap=OVERLAPS[field] if overlap is None else overlap)


def _start(since: Since, now: dt.datetime) -> dt.datetime | None:
    if since == LAST:
        return None
    parsed = _parse(since) if isinstance(since, str) else since
    if isinstance(parsed, dt.timedelta):
        return _back(now - _WEST, parsed)
    if not isinstance(parsed, dt.datetime):
        if not isinstance(parsed, dt.date):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers may be untyped
            refuse("since", f"{type(parsed).__name__} was given", _SINCE)
        return dt.datetime.combine(parsed, dt.time())
    if parsed.tzinfo is not None:
        refuse("since", "a time with a zone was given", "the local time of the account, without a zone")
    return parsed


def _parse(text: str) -> dt.datetime | dt.timedelta:
    if found := _DURATION.fullmatch(text):
        return dt.timedelta(**{_UNITS[found[2]]: int(found[1])})
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        refuse("since", f"{text!r:.60} was given", _SINCE)


def _back(now: dt.datetime, duration: dt.timedelta) -> dt.datetime:
    if duration <= dt.timedelta():
        refuse("since", "a duration of zero was given", _SINCE)
    try:
        return now - duration
    except OverflowError:
        refuse("since", "a duration of more than 2000 years was given", _SINCE)


@attrs.frozen
class Keeping:
    """Lists that may come short: their accounts announce records that they never show."""

    everything: bool = False
    names: frozenset[str] = frozenset()

    def covers(self, account: str, target: Target) -> bool:
        """Return whether a list may come short."""
        return self.everything or not self.names.isdisjoint(_names(account, target))


def read_incomplete(incomplete: str | Sequence[str], targets: Iterable[Target], accounts: Iterable[str]) -> Keeping:
    """Read `incomplete`: `keep` for all lists, `keep:clients` for one.

    Raises:
        ArgumentError: it is something else, or names no resource of the export.
    """
    found = list(incomplete) if isinstance(incomplete, list | tuple | set | frozenset) else [incomplete]
    known = {name for target in targets for account in {"", *accounts} for name in _names(account, target)}
    names: set[str] = set()
    for each in found:
        word, colon, name = str(each).partition(":")
        if word != KEEP or (colon and name not in known):
            refuse("incomplete", f"{each!r:.80} was given", _INCOMPLETE)
        names.update([name] if colon else [])
    return Keeping(KEEP in found, frozenset(names))


def _names(account: str, target: Target) -> set[str]:
    """Return the names that mean a list: with its arguments or without, of its account or of all."""
    names = {target.name, target.name.partition(":")[0]}
    return names | {f"{account}/{name}" for name in names} if account else names
