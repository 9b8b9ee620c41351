"""Pages of a list as lines: the shadows of a page, put right and written; records where a page is not what was learned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from daftra_async.wire.dates import current
from daftra_async.wire.fast import decoder_of as record_decoder_of
from daftra_async.wire.fast.collector import old_from_birth
from daftra_async.wire.fast.decoder import REFUSED
from daftra_async.wire.fast.unknown import PageContext
from daftra_async.wire.jsonl.line import JsonLine
from daftra_async.wire.jsonl.place import Place
from daftra_async.wire.split import head_of, opened, page_struct, wrapper_struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from daftra_async.operation import AnyOperation
    from daftra_async.wire.fast import PageDecoder
    from daftra_async.wire.fast.node import Node
    from daftra_async.wire.paging import ListAnswer

_encode: Final = msgspec.json.Encoder().encode
_SOME: Final = 200
"""Rows that are put right, written and dropped at a time, while they are in the cache of the processor."""


class _Compiled(NamedTuple):
    """What was compiled of the present knowledge."""

    knowledge: object
    page: Callable[[bytes], Any]
    """Decodes a whole page."""
    row: Callable[[Any], Any]
    """Decodes one row."""
    place: Place

    def takes(self, row: Any) -> bool:
        """Return whether a row can be decoded."""
        try:
            self.row(row)
        except REFUSED:
            return False
        return True


class LineDecoder:
    """Reads the pages of one operation as lines. Safe to share between threads: what is compiled is published as a whole.

    Args:
        op: The list.
        records: Reads its pages as records, and learns what they look like.
    """

    def __init__(self, op: AnyOperation, records: PageDecoder) -> None:
        self._op = op
        self._records = records
        self._compiled: _Compiled | None = None

    def read(self, body: bytes) -> tuple[ListAnswer, list[Any]] | None:
        """Return the paging of a page and its lines, or its records where it is odd; None for what is no such page.

        Args:
            body: The body of an answer with a status of success.
        """
        self._records.learn(body)
        found = self._read(body, counted=True) or self._read_anew(body)
        if found is not None:
            return found
        knowledge = self._records.knowledge
        read = self._records.read(body)
        if read is None or self._records.knowledge is knowledge:
            return read
        return self._read(body, counted=False) or read

    def _read_anew(self, body: bytes) -> tuple[ListAnswer, list[Any]] | None:
        """Learn from the rows that are new, which takes less than to make records of all, and read the page again."""
        compiled = self._compiled
        if compiled is None:
            return None
        self._records.learn(body, compiled.takes)
        return None if self._records.knowledge is compiled.knowledge else self._read(body, counted=True)

    def _read(self, body: bytes, *, counted: bool) -> tuple[ListAnswer, list[Any]] | None:
        knowledge = self._records.knowledge
        if knowledge is None:
            return None
        try:
            compiled = self._compiled
            if compiled is None or compiled.knowledge is not knowledge:
                compiled = self._compiled = self._records.compiled(lambda node: self._compile(node, knowledge))
            with old_from_birth(body):
                return self._lines(compiled, body, counted=counted)
        except REFUSED:
            return None

    def _lines(self, compiled: _Compiled, body: bytes, *, counted: bool) -> tuple[ListAnswer, list[Any]] | None:
        page, dates = compiled.page(body), current()
        answer = opened(self._op, head_of(self._op, page))
        if answer is None:
            return None
        walk, rows = PageContext(dates), page.data
        lines: list[Any] = []
        while rows:
            some = rows[:_SOME]
            del rows[:_SOME]
            lines += _written(compiled.place, some if self._op.response.key is None else [row.record for row in some], walk)
        if counted and walk.counts:
            dates.count(walk.counts)
        return answer, lines

    def _compile(self, node: Node, knowledge: object) -> _Compiled:
        place = Place(node)
        key = self._op.response.key
        row = place.struct if key is None else wrapper_struct(key, place.struct)
        page = page_struct(self._op.response.kind, row)
        return _Compiled(knowledge, _decoder(page), _decoder(row), place)


def _decoder(cls: Any) -> Callable[[Any], Any]:
    # The text of a number with a fraction, which C would round; bytes, unlike the text of a string.
    return msgspec.json.Decoder(cls, strict=False, float_hook=str.encode).decode


def _written(place: Place, shadows: list[Any], walk: PageContext) -> Iterable[JsonLine]:
    """Return the lines of some shadows."""
    place.repair(shadows, walk)
    # No record has the id 0, or an empty one.
    ids = [key or None for key in place.values("id", shadows)]
    times = zip(*(place.values(name, shadows) for name in ("modified", "created", "date")), strict=True)
    return map(JsonLine, map(_encode, shadows), ids, times)


_DECODERS: Final[dict[tuple[str, str], LineDecoder]] = {}


def decoder_of(op: AnyOperation) -> LineDecoder | None:
    """Return the decoder of an operation, made at first use; None for answers that are not a list of known records."""
    records, name = record_decoder_of(op), op.response.model
    if records is None or name is None:
        return None
    return _DECODERS.get((op.id, name)) or _DECODERS.setdefault((op.id, name), LineDecoder(op, records))
