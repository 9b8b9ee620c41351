"""Records as JSON, exactly as the server sent them, with only the fields decoded that an export needs.

These are the id and the times of a record: they count, merge and find what is new. No other value is read, and undocumented
fields are not counted in the census.
"""

from __future__ import annotations

from contextlib import aclosing
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import attrs
import msgspec

from daftra_async.wire.jsonl.line import JsonLine
from daftra_async.wire.jsontext import loads
from daftra_async.wire.scalars import to_int

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from daftra_async.lists.page import Page
    from daftra_async.lists.pager import Pager


class _Seen(msgspec.Struct, gc=False):
    id: Any = None
    modified: Any = None
    created: Any = None
    date: Any = None


# Numbers with a fraction stay what was sent, and none is beyond the range of a float.
_decode: Final = msgspec.json.Decoder(_Seen, float_hook=Decimal).decode


def sent_line(json: bytes) -> JsonLine:
    """Return the line of a record as it was sent."""
    try:
        seen = _decode(json)
    except msgspec.DecodeError:  # such as a lone surrogate
        held: dict[str, Any] = loads(json)
        seen = _Seen(*map(held.get, _Seen.__struct_fields__))
    if b"\n" in json or b"\r" in json:  # between values: texts have them as escapes
        json = json.replace(b"\n", b" ").replace(b"\r", b" ")
    number, ok = to_int(seen.id)
    return JsonLine(json, number if ok else seen.id, (seen.modified, seen.created, seen.date))


async def pages_as_sent(pager: Pager[Any], ahead: int) -> AsyncGenerator[Page[Any]]:
    """Walk a list, its records as they were sent."""
    async with aclosing(pager.raw(concurrency=ahead)) as pages:
        async for page in pages:
            records: Any = list(map(sent_line, page.records))
            yield attrs.evolve(page, data=records)
