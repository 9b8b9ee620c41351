"""Pages of a list: envelope and rows in one C call, odd records one by one, odd pages not at all."""

from __future__ import annotations

import importlib
import itertools
import threading
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

import msgspec

from daftra_async.wire import reading
from daftra_async.wire.context import StructureContext
from daftra_async.wire.dates import Dates, current
from daftra_async.wire.fast.collector import old_from_birth
from daftra_async.wire.fast.node import Node
from daftra_async.wire.fast.numbers import read_number
from daftra_async.wire.fast.source import NeedsSlowTier, compile_node
from daftra_async.wire.fast.unknown import PageContext
from daftra_async.wire.guards import is_map
from daftra_async.wire.jsontext import loads
from daftra_async.wire.nesting import MOST_LEVELS, TooDeep
from daftra_async.wire.split import HEAD, head_of, opened, page_struct, wrapper_struct
from daftra_async.wire.wrappers import is_wrapper

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from daftra_async.operation import AnyOperation
    from daftra_async.wire.paging import ListAnswer

T = TypeVar("T")

REFUSED: Final = (
    *(NeedsSlowTier, TooDeep, RecursionError),
    *(msgspec.DecodeError, ValueError, ArithmeticError, TypeError, AttributeError, KeyError, NotImplementedError),
)
"""What is raised for a page that is not what was learned."""
_FIRST: Final = 8
"""Records that the slow tier reads before anything is compiled: one compilation costs as much as a dozen of them."""
_ENOUGH: Final = 64
"""Records that show what most of a list look like."""
_ABOVE: Final = 2
"""Levels around a row: the page and its list."""


class _Tier(NamedTuple):
    """What was compiled of the present knowledge."""

    page: Callable[[bytes], Any]
    """Decodes a whole page."""
    row: Callable[[Any], Any]
    """Decodes one row."""
    build: Callable[[Any, PageContext], Any]
    wrapped: bool


class PageDecoder:
    """Reads the pages of one operation. Safe to share between threads: what is learned is published as a whole."""

    def __init__(self, op: AnyOperation, cls: type[Any]) -> None:
        self._op = op
        self._key = op.response.key
        self._plan = reading.plan_of(cls)
        self._node = Node(cls)
        self._tier: _Tier | None = None
        self._given_up = False
        """These pages cannot be learned; the slow tier keeps them."""
        self._lock = threading.Lock()
        self._split = _decoder(page_struct(op.response.kind, msgspec.Raw))
        self.fallbacks = 0
        """Records that the slow tier read."""

    @property
    def knowledge(self) -> object:
        """What was learned, another object when that has grown; None while pages are not read by it."""
        return self._tier

    def compiled(self, build: Callable[[Node], T]) -> T:
        """Build something of what was learned; nobody learns meanwhile."""
        with self._lock:
            return build(self._node)

    def learn(self, body: bytes, known: Callable[[Any], bool] | None = None) -> None:
        """Learn from some records of a page; nothing is counted.

        Args:
            body: The page.
            known: Tells which rows to pass over. Without it the first rows are learned from, where nothing was learned yet.
        """
        if self._given_up or (known is None and self._node.has_learned):
            return
        try:
            rows: Iterable[Any] = self._split(body).data
        except REFUSED:
            return
        some = itertools.islice(rows if known is None else itertools.filterfalse(known, rows), _ENOUGH)
        self._rows(some, StructureContext(Dates(current().pattern, tentative=True)))

    def read(self, body: bytes) -> tuple[ListAnswer, list[Any]] | None:
        """Return a page and its records, or None when the page is not what this tier knows: the slow tier opens it then.

        Args:
            body: the body of an answer with a status of success.
        """
        if self._given_up:
            return None
        with old_from_birth(body):
            return self._read(body)

    def _read(self, body: bytes) -> tuple[ListAnswer, list[Any]] | None:
        dates = current()
        tier = self._tier
        walk: StructureContext
        walk = fast = PageContext(dates)
        read = None if tier is None else self._at_once(tier, body, fast)
        if read is None:
            walk = StructureContext(dates)
            read = self._row_by_row(body, walk)
        if read is None:
            return None
        page, records = read
        answer = opened(self._op, head_of(self._op, page))
        if answer is None:
            return None
        if walk.counts:
            dates.count(walk.counts)
        return answer, records

    def _at_once(self, tier: _Tier, body: bytes, walk: PageContext) -> tuple[Any, list[Any]] | None:
        try:
            page = tier.page(body)
            build = tier.build
            rows = page.data
            # A shadow goes as soon as its record is made, so that the next record takes its memory while it is in the cache.
            rows.reverse()
            take = rows.pop
            if tier.wrapped:
                records = [build(take().record, walk) for _ in range(len(rows))]
            else:
                records = [build(take(), walk) for _ in range(len(rows))]
            walk.settle()
        except REFUSED:
            return None
        return page, records

    def _row_by_row(self, body: bytes, walk: StructureContext) -> tuple[Any, list[Any]] | None:
        try:
            page = self._split(body)
        except REFUSED:
            return None
        records = self._rows(page.data, walk)
        return None if records is None else (page, records)

    def _rows(self, rows: Iterable[Any], walk: StructureContext) -> list[Any] | None:
        """Make records of rows one by one, and learn from those that are new; None for what is no row of this list."""
        records: list[Any] = []
        tier = self._tier
        waiting: list[tuple[Any, Any]] = []
        patience = _FIRST
        for raw in rows:
            if tier is not None:
                try:
                    row = tier.row(raw)
                    # Issues of a record that turns out odd are dropped with its walk.
                    inner = PageContext(walk.dates)
                    record = tier.build(row.record if tier.wrapped else row, inner)
                    inner.settle()
                except REFUSED:
                    pass
                else:
                    records.append(record)
                    for entry, count in inner.counts.items():
                        walk.counts[entry] = walk.counts.get(entry, 0) + count
                    continue
            data = self._row(bytes(raw))
            if data is None:
                return None
            self.fallbacks += 1
            record = self._plan.read(data, walk.dates)
            records.append(record)
            waiting.append((data, record))
            if len(waiting) >= patience:
                # Learn early at first, then ever more rarely: each time costs a compilation.
                tier = self._learn(waiting)
                waiting, patience = [], patience * 4
        if waiting:
            self._learn(waiting)
        return records

    def _row(self, raw: bytes) -> dict[str, Any] | None:
        try:
            row = loads(raw, levels=MOST_LEVELS - _ABOVE)
        except ValueError:
            return None
        if self._key is None:
            if self._op.doubtful and is_map(row) and is_wrapper(row):
                return None
            return row if is_map(row) else None  # type: ignore[return-value]  # loads makes dicts
        record = row.get(self._key) if is_map(row) and len(row) == 1 else None
        return record if is_map(record) else None  # type: ignore[return-value]  # loads makes dicts

    def _learn(self, read: list[tuple[Any, Any]]) -> _Tier | None:
        with self._lock:
            news = False
            for data, record in read:
                news |= self._node.learn(data, record)
            if news or self._tier is None:
                try:
                    self._tier = self._compile() if self._node.usable else None
                except REFUSED:
                    # What was learned has no form in C; the slow tier keeps these pages.
                    self._tier = None
                    self._node.given_up = True
                self._given_up = not self._node.usable
            return self._tier

    def _compile(self) -> _Tier:
        built = compile_node(self._node)
        shadow, build = built.shadow, built.build
        wrapped = self._key is not None
        row: Any = shadow
        if self._key is not None:
            row = wrapper_struct(self._key, shadow)
        return _Tier(_decoder(page_struct(self._op.response.kind, row)), _decoder(row), build, wrapped)


def _decoder(cls: Any) -> Callable[[Any], Any]:
    # As in the slow tier, numbers with a fraction are Decimals made from their text.
    return msgspec.json.Decoder(cls, strict=False, float_hook=read_number).decode


_DECODERS: Final[dict[tuple[str, str], PageDecoder]] = {}
"""By operation and model: one list can give records of any class."""


def decoder_of(op: AnyOperation) -> PageDecoder | None:
    """Return the decoder of an operation, made at first use; None for answers that are not a list of known records."""
    name = op.response.model
    if name is None:
        return None
    made = _DECODERS.get((op.id, name))
    if made is None and op.response.kind in HEAD:
        cls = getattr(importlib.import_module("daftra_async.models"), name)
        made = _DECODERS.setdefault((op.id, name), PageDecoder(op, cls))
    return made
