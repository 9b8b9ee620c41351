"""Records as they were sent: their JSON, and of what it says only what an export looks at.

An export needs the id and the times of a record, to count, to merge and to know what is new. Nothing else is decoded, so no value
is read by a rule, and what no model describes is not counted.
"""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Final

import attrs
import msgspec

from daftra_async.wire.moments import to_date, to_datetime
from daftra_async.wire.scalars import to_int

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import AsyncGenerator

    from daftra_async.lists.page import Page
    from daftra_async.lists.pager import Pager


class _Seen(msgspec.Struct, gc=False):
    id: Any = None
    modified: Any = None
    created: Any = None
    date: Any = None


_DECODER: Final = msgspec.json.Decoder(_Seen)


class SentRecord:
    """The JSON of a record."""

    __slots__ = ("_seen", "id", "json")

    def __init__(self, json: bytes) -> None:
        self.json = json
        self._seen = _DECODER.decode(json)
        number, ok = to_int(self._seen.id)
        self.id: Any = number if ok else self._seen.id
        """The id, None without one."""

    @property
    def modified(self) -> dt.datetime | None:
        """When it was changed, None where that cannot be read."""
        return _moment(self._seen.modified)

    @property
    def created(self) -> dt.datetime | None:
        """When it was made, None where that cannot be read."""
        return _moment(self._seen.created)

    @property
    def date(self) -> dt.date | None:
        """Its date, None where that cannot be read."""
        found, ok = to_date(self._seen.date)
        return found if ok else None

    @property
    def line(self) -> bytes:
        """The JSON on one line."""
        if b"\n" in self.json or b"\r" in self.json:  # between values: texts have them as escapes
            return self.json.replace(b"\n", b" ").replace(b"\r", b" ")
        return self.json


async def pages_as_sent(pager: Pager[Any], ahead: int) -> AsyncGenerator[Page[Any]]:
    """Walk a list, its records as they were sent."""
    async with aclosing(pager.raw(concurrency=ahead)) as pages:
        async for page in pages:
            records: Any = [SentRecord(record) for record in page.records]
            yield attrs.evolve(page, data=records)


def _moment(value: object) -> dt.datetime | None:
    found, ok = to_datetime(value)
    return found if ok else None
