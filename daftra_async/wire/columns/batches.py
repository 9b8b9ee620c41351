"""The tables of one page.

They come without the keys of their records: a record without an id gets one that depends on the records before it (`keys`), so
keys are given when the pages of a walk are in order.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.wire import census
from daftra_async.wire.columns.arrow import pa, pc
from daftra_async.wire.columns.back import rows_of
from daftra_async.wire.columns.keys import LONGEST, MADE
from daftra_async.wire.columns.layout import EXTRA, Kind, Table
from daftra_async.wire.columns.schemas import line_schema, main_schema
from daftra_async.wire.converter import structure, unstructure
from daftra_async.wire.guards import is_list, is_map

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.wire.columns.keys import Keys
    from daftra_async.wire.columns.layout import Column

MAIN: Final = ""
"""Name of the main table among those of a page."""
_ID: Final = "id"


@attrs.frozen
class Rows:
    """Rows of one table, without the columns of their keys."""

    arrays: list[Any]
    """By the columns of the table."""
    extra: Any
    """The column `_extra`."""

    def take(self, places: Any) -> Rows:
        """Return some of the rows."""
        return Rows([array.take(places) for array in self.arrays], self.extra.take(places))


@attrs.frozen
class Batches:
    """The rows of a page and of the lines in them."""

    table: Table
    main: Rows
    lines: Mapping[str, Rows]
    """By the name of their relation; each record's lines together, in the order of the records. Without them, none."""

    @property
    def size(self) -> int:
        """The number of records."""
        return len(self.main.extra)

    def values(self, name: str) -> list[Any]:
        """Return the values of a column of the main table; None for all when it has no such column."""
        found = self._column(name)
        if name == EXTRA:
            return self.main.extra.to_pylist()  # type: ignore[no-any-return]  # the types of pyarrow are incomplete
        return [None] * self.size if found is None else self.main.arrays[found[0]].to_pylist()

    def take(self, places: Sequence[int]) -> Batches:
        """Return some of the records, with their lines."""
        lines = {name: rows.take(self._places_of_lines(name, places)) for name, rows in self.lines.items()}
        return Batches(self.table, self.main.take(pa.array(places, pa.int64())), lines)

    def with_keys(self, keys: Keys) -> dict[str, Any]:
        """Return the tables with the keys of their records: `{"": RecordBatch, "invoice_item": RecordBatch}`.

        Args:
            keys: Gives out the keys; the same for all pages of a run, in their order.
        """
        return self.tables(self.keys(keys))

    def tables(self, keys: Any) -> dict[str, Any]:
        """Return the tables with keys that are known already; see `with_keys`."""
        names = [name for name in self.table.lines if name in self.lines]
        return {name: self.table_named(name, keys) for name in (MAIN, *names)}

    def table_named(self, name: str, keys: Any) -> Any:
        """Return one of the tables.

        Args:
            name: `MAIN`, or a relation with lines.
            keys: Those of the records.
        """
        if name == MAIN:
            return pa.RecordBatch.from_arrays([keys, *self.main.arrays, self.main.extra], schema=main_schema(self.table))
        rows, counts = self.lines[name], self._counts(name)
        parents = keys.take(pa.array([row for row, count in enumerate(counts) for _ in range(count)], pa.int64()))
        position = pa.array([at for count in counts for at in range(count)], pa.int64())
        arrays = [parents, position, *rows.arrays, rows.extra]
        return pa.RecordBatch.from_arrays(arrays, schema=line_schema(self.table.lines[name]))

    def keys(self, keys: Keys) -> Any:
        """Return the keys of the records, an array; see `with_keys`."""
        found = self._column(_ID)
        if found is not None:
            ids = self.main.arrays[found[0]]
            if not ids.null_count and found[1].kind is Kind.INTEGER and not found[1].is_enumeration:
                return ids.cast(pa.string())
            if not ids.null_count and found[1].kind is Kind.TEXT and _are_keys(ids):
                return ids
        known = [None] * self.size if found is None else self.main.arrays[found[0]].to_pylist()
        return pa.array([self._key(row, identity, keys) for row, identity in enumerate(known)], pa.string())

    def _key(self, row: int, identity: object, keys: Keys) -> str:
        """Return the key of a record; without an id it is made from what the record holds, however it was spelled."""
        if identity is not None:
            return keys.of({_ID: identity})
        one = self.take([row])
        tables: dict[str, Any] = {MAIN: _bare(one.table, one.main)}
        tables |= {name: _bare(one.table.lines[name], rows) for name, rows in one.lines.items()}
        (found,) = rows_of(one.table, tables)
        return keys.of(found if self.table.model is None else _canonical(self.table.model, found))

    def _places_of_lines(self, name: str, places: Sequence[int]) -> Any:
        counts = self._counts(name)
        starts = [0]
        for count in counts:
            starts.append(starts[-1] + count)
        return pa.array([line for row in places for line in range(starts[row], starts[row + 1])], pa.int64())

    def _counts(self, name: str) -> list[int]:
        return [count or 0 for count in self.values(name)]

    def _column(self, name: str) -> tuple[int, Column] | None:
        return next(((at, column) for at, column in enumerate(self.table.columns) if column.name == name), None)


def empty(table: Table) -> dict[str, Any]:
    """Return the tables of a page without records."""
    lines = {name: line_schema(each).empty_table() for name, each in table.lines.items()}
    return {MAIN: main_schema(table).empty_table(), **lines}


def _canonical(model: type[Any], row: Any) -> Any:
    """Return a row without nulls and spelled as records are written, so that it does not matter how it was sent."""
    with census.counting({}):  # what was counted already
        while (written := _without_nulls(unstructure(structure(model, row)))) != row:
            row = written  # an object of nulls in place of a record is read as none
    return written


def _without_nulls(value: Any) -> Any:
    if is_map(value):
        return {key: _without_nulls(item) for key, item in value.items() if item is not None}
    return [_without_nulls(item) for item in value] if is_list(value) else value


def _bare(table: Table, rows: Rows) -> Any:
    names = [*(column.name for column in table.columns), EXTRA]
    return pa.RecordBatch.from_arrays([*rows.arrays, rows.extra], names=names)


def _are_keys(texts: Any) -> bool:
    """Return whether texts are keys as they are."""
    if not len(texts):
        return True
    sizes = pc.min_max(pc.utf8_length(texts)).as_py()
    return bool(sizes["min"] > 0 and sizes["max"] <= LONGEST and not pc.any(pc.starts_with(texts, MADE)).as_py())
