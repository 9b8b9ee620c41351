"""The bytes of a page to its tables, without an object for each value of a record.

C decodes the page into the structs that were learned (`shape`), the structs are turned into columns, and each column becomes an
array (`arrays`). What the structs do not take, such as a key that comes for the first time, is learned once. What is left is too
odd: the page is read as records (`encoder`), which gives the same tables for more time.
"""

from __future__ import annotations

import itertools
import threading
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from daftra_async.wire import hints, reading
from daftra_async.wire.columns.arrays import ArrayMaker, PageContext
from daftra_async.wire.columns.arrow import pa
from daftra_async.wire.columns.batches import Batches, Rows
from daftra_async.wire.columns.extras import Extras
from daftra_async.wire.columns.json_values import OddPage
from daftra_async.wire.columns.layout import table_of
from daftra_async.wire.columns.shape import Layout, Shape
from daftra_async.wire.dates import current
from daftra_async.wire.guards import is_map
from daftra_async.wire.jsontext import loads
from daftra_async.wire.paging import open_page
from daftra_async.wire.scalars import is_null
from daftra_async.wire.shadows import cells_of
from daftra_async.wire.split import HEAD, head_of, opened, page_struct

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from daftra_async.operation import AnyOperation
    from daftra_async.wire.columns.layout import Column, Table
    from daftra_async.wire.paging import ListAnswer

_ODD: Final = (
    *(OddPage, RecursionError, msgspec.DecodeError),
    *(ValueError, ArithmeticError, TypeError, KeyError, pa.ArrowException),
)


_SOME: Final = 50
"""Rows that are learned from at a time: those of a whole page, as objects, take ten times the page's memory."""


class ColumnDecoder:
    """Reads the pages of one operation. Safe to share between threads: what is learned is published as a whole.

    Args:
        op: The list.
        model: Class of its records.
        with_lines: Whether the lines have tables of their own; otherwise they are counted.
    """

    def __init__(self, op: AnyOperation, model: type[Any], *, with_lines: bool = True) -> None:
        self._op = op
        self._with_lines = with_lines
        self._shape = Shape(table_of(model), with_lines=with_lines)
        self._split = _decoder(page_struct(op.response.kind, msgspec.Raw))
        self._compiled: _Compiled | None = None
        self._makers: dict[tuple[type[Any] | None, str], ArrayMaker] = {}
        self._lock = threading.Lock()
        self.fallbacks = 0
        """Pages that were left to the record path."""

    def read(self, body: bytes) -> tuple[ListAnswer, Batches] | None:
        """Return the paging of a page and its tables; None when the page has to be read as records.

        Args:
            body: The body of an answer with a status of success.
        """
        try:
            found = self._read(body)
        except _ODD:
            found = None
        self.fallbacks += found is None
        return found

    def _read(self, body: bytes) -> tuple[ListAnswer, Batches] | None:
        if not body.isascii():
            body.decode()  # texts that stay JSON are not looked at otherwise
        decoded = self._decode(body)
        if decoded is None:
            return None
        compiled, page = decoded
        answer = opened(self._op, head_of(self._op, page))
        if answer is None:
            return None
        dates = current()
        context = PageContext(dates)
        structs = page.data if self._op.response.key is None else [row.row for row in page.data]
        main, lists = self._rows(compiled.layout, structs, context)
        lines: dict[str, Rows] = {}
        for name, table in self._shape.table.lines.items() if self._with_lines else ():
            inner = compiled.layout.inner.get(name) or Layout(table, None, (), (), {})
            flat = list(itertools.chain.from_iterable(each for each in lists.get(name, ()) if each))
            lines[name] = self._rows(inner, flat, context)[0]
        if context.counts:
            dates.count(context.counts)
        return answer, Batches(self._shape.table, main, lines)

    def _decode(self, body: bytes) -> tuple[_Compiled, Any] | None:
        """Decode a page by what is known, or by what is learned from it."""
        compiled = self._compiled
        if compiled is not None:
            try:
                return compiled, compiled.page(body)
            except msgspec.DecodeError:
                pass
        page = self._split(body)
        with self._lock:
            compiled = self._compiled or self._compile()
            for start in range(0, len(page.data), _SOME):
                some = page.data[start : start + _SOME]
                if compiled.fits(some) or not self._learn(page, some):
                    continue
                if not self._shape.usable:
                    return None
                compiled = self._compile()
            self._compiled = compiled
        return compiled, compiled.page(body)

    def _learn(self, page: Any, some: Sequence[msgspec.Raw]) -> bool:
        """Learn from some rows of a page; return whether anything was new."""
        data = [loads(bytes(row)) for row in some]
        rows = open_page(self._op, {**head_of(self._op, page), "data": data}).rows
        return sum(is_map(row) and self._shape.learn(row) for row in rows) > 0

    def _compile(self) -> _Compiled:
        layout = self._shape.layout()
        row: Any = layout.struct
        if self._op.response.key is not None:
            named = msgspec.field(name=self._op.response.key)
            row = msgspec.defstruct("Row", [("row", row, named)], gc=False, forbid_unknown_fields=True)
        page = page_struct(self._op.response.kind, row)
        return _Compiled(_decoder(page), _decoder(row), layout)

    def _rows(self, layout: Layout, structs: Sequence[Any], page: PageContext) -> tuple[Rows, dict[str, Sequence[Any]]]:
        """Return the rows of one table, and the lists of lines in them by the name of their relation."""
        table, size = layout.table, len(structs)
        cells, width = cells_of(structs), len(layout.met) + len(layout.extras)
        values = [cells[at::width] for at in range(width)] if structs else []
        met = dict(zip(layout.met, values, strict=False))
        extras = Extras("" if table.model is None else table.model.__name__, size)
        lists: dict[str, Sequence[Any]] = {}
        arrays: list[Any] = []
        for column in table.columns:
            held = met.get(column.wire)
            if held is None:
                arrays.append(self._maker(table, column).none(size))
            elif column.lines is not None:
                lists[column.name] = found = [_lines(value) for value in held]
                arrays.append(pa.array([None if each is None else len(each) for each in found], pa.int64()))
            else:
                array, misfits = self._maker(table, column).make(held, page)
                arrays.append(array)
                if misfits:
                    extras.add_misfits(column.wire, misfits)
        for wire, held in zip(layout.extras, values[len(layout.met) :], strict=False):
            extras.add_unknown(wire, held, page)
        return Rows(arrays, extras.array()), lists

    def _maker(self, table: Table, column: Column) -> ArrayMaker:
        place = (table.model, column.name)
        found = self._makers.get(place)
        if found is None:
            entry = None if table.model is None else reading.plan_of(table.model).entry(column.wire)
            assert entry is not None, "each column stands for a field"
            found = self._makers.setdefault(place, ArrayMaker(column, entry.type, entry.handler))
        return found


class _Compiled(NamedTuple):
    """What was compiled of the present knowledge."""

    page: Callable[[bytes], Any]
    """Decodes a whole page."""
    row: Callable[[msgspec.Raw], Any]
    layout: Layout

    def fits(self, rows: Iterable[msgspec.Raw]) -> bool:
        """Return whether rows can be decoded."""
        try:
            for row in rows:
                self.row(row)
        except msgspec.DecodeError:
            return False
        return True


def _decoder(cls: Any) -> Callable[[Any], Any]:
    # The text of a number with a fraction, which C would round; bytes, unlike the text of a string.
    return msgspec.json.Decoder(cls, strict=False, float_hook=str.encode).decode


def _lines(value: Any) -> Any:
    """Return a list of lines, None for none.

    Raises:
        OddPage: it is something else.
    """
    if value is None or value.__class__ is list:
        return value
    if value.__class__ is dict and not value:
        return []
    if value.__class__ is str and is_null(value):
        return None
    raise OddPage


_DECODERS: Final[dict[tuple[str, bool], ColumnDecoder]] = {}


def decoder_of(op: AnyOperation, *, with_lines: bool = True) -> ColumnDecoder | None:
    """Return the decoder of an operation, made at first use; None for answers that are not a list of known records."""
    made = _DECODERS.get((op.id, with_lines))
    if made is None and op.response.kind in HEAD and op.response.model is not None:
        model = hints.model(op.response.model)
        made = _DECODERS.setdefault((op.id, with_lines), ColumnDecoder(op, model, with_lines=with_lines))
    return made
