"""One record as its JSON, with only the fields decoded that an export reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from daftra_async.wire.moments import to_date, to_datetime

if TYPE_CHECKING:
    import datetime as dt


class JsonLine:
    """The JSON of a record.

    Args:
        json: The JSON, on one line.
        identity: The id, None without one.
        times: `modified`, `created` and `date` as they stand in it.
    """

    __slots__ = ("_times", "id", "json")

    def __init__(self, json: bytes, identity: Any, times: tuple[Any, Any, Any]) -> None:
        self.json = json
        self.id = identity
        self._times = times

    @property
    def modified(self) -> dt.datetime | None:
        """When it was changed, None where that cannot be read."""
        return _moment(self._times[0])

    @property
    def created(self) -> dt.datetime | None:
        """When it was made, None where that cannot be read."""
        return _moment(self._times[1])

    @property
    def date(self) -> dt.date | None:
        """Its date, None where that cannot be read."""
        found, ok = to_date(self._times[2])
        return found if ok else None


def _moment(value: object) -> dt.datetime | None:
    found, ok = to_datetime(value)
    return found if ok else None
