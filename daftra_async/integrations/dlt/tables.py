"""The tables that dlt loads from the pages of a list, and how it merges them.

A list becomes the table `invoices` and a table for each of its line relations, `invoices__invoice_item`. Columns and types follow
from the model alone (`wire.columns`). These come beside them:

    _account    name of the account
    _loaded_at  when the walk began (UTC), the same in all rows of a walk
    _deleted    true in rows that only say what is gone; dlt deletes by them and does not store them

Merging replaces what a key names. Where a list tells its changes, that is each record, and all lines of each record: one without
lines gives a row of lines that is `_deleted`, so lines that vanished go. Any other list is fetched whole, so it replaces all rows
of the account; a row that is `_deleted` stands for an account without records.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.wire.columns.arrow import pa, pc
from daftra_async.wire.columns.batches import MAIN
from daftra_async.wire.columns.layout import ACCOUNT, KEY, PARENT, identifier
from daftra_async.wire.columns.schemas import line_schema, main_schema

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from daftra_async.wire.columns.layout import Table

LOADED_AT: Final = "_loaded_at"
DELETED: Final = "_deleted"
_TIME: Final[Any] = pa.timestamp("us", tz="UTC")


@attrs.frozen
class Mark:
    """What the rows of one walk have in common."""

    account: str
    loaded_at: dt.datetime


@attrs.frozen
class Loaded:
    """One table in the warehouse."""

    name: str
    relation: str
    """Name of the line relation, `""` for the records themselves."""
    schema: Any
    """What dlt gets."""
    key: tuple[str, ...]
    """A row with these values replaces all rows that have the same."""
    append: bool
    """Rows are only added."""

    def hints(self) -> dict[str, Any]:
        """Return how dlt merges the rows; the types of the columns are those of the schema."""
        if self.append:
            return {"write_disposition": "append"}
        kind = "primary_key" if KEY in self.key else "merge_key"
        return {"columns": {DELETED: {"hard_delete": True}}, "write_disposition": "merge", kind: self.key}

    def rows(self, batch: Any, mark: Mark) -> Any:
        """Return rows of a page."""
        size = batch.num_rows
        arrays = [column.dictionary_decode() if pa.types.is_dictionary(column.type) else column for column in batch.columns]
        return self._table([pa.repeat(pa.scalar(mark.account, pa.string()), size), *arrays], mark, size, deleted=False)

    def gone(self, keys: Any, mark: Mark) -> Any:
        """Return rows that are `_deleted`, by their `_id` or `_parent`."""
        size, given = len(keys), {ACCOUNT: pa.repeat(pa.scalar(mark.account, pa.string()), len(keys)), KEY: keys, PARENT: keys}
        arrays = [given[field.name] if field.name in given else pa.nulls(size, field.type) for field in self.schema]
        return self._table(arrays[:-2], mark, size, deleted=True)

    def _table(self, arrays: list[Any], mark: Mark, size: int, *, deleted: bool) -> Any:
        common = [pa.repeat(pa.scalar(mark.loaded_at, _TIME), size), pa.repeat(pa.scalar(deleted), size)]
        return pa.Table.from_arrays([*arrays, *common], schema=self.schema)


def loaded(name: str, table: Table, *, by_record: bool, append: bool) -> tuple[Loaded, ...]:
    """Return the tables of a list, that of its records first.

    Args:
        name: Name of the list.
        table: Layout of its records.
        by_record: Whether records replace records; otherwise each walk replaces all of the account.
        append: Whether rows are only added.
    """
    main = identifier(name)
    keys = ((ACCOUNT, KEY), (ACCOUNT, PARENT)) if by_record else ((ACCOUNT,), (ACCOUNT,))
    lines = [
        Loaded(identifier(f"{main}__{name}"), name, _schema(line_schema(each), keys[1]), keys[1], append)
        for name, each in table.lines.items()
    ]
    return (Loaded(main, MAIN, _schema(main_schema(table), keys[0]), keys[0], append), *lines)


def page_rows(tables: tuple[Loaded, ...], batches: Mapping[str, Any], mark: Mark) -> Iterator[tuple[Loaded, Any]]:
    """Yield the rows of a page, table by table."""
    main = batches[MAIN]
    for each in tables:
        rows = each.rows(batches[each.relation], mark)
        if each.relation != MAIN and PARENT in each.key:
            without = pc.equal(pc.fill_null(main.column(each.relation), 0), 0)
            rows = pa.concat_tables([rows, each.gone(main.column(KEY).filter(without), mark)])
        yield each, rows


def cleared(tables: tuple[Loaded, ...], mark: Mark) -> Iterator[tuple[Loaded, Any]]:
    """Yield what a walk begins with: a row that is `_deleted` where it replaces all of the account, otherwise no row."""
    for each in tables:
        whole = PARENT not in each.key and KEY not in each.key
        # Not null: the columns may be keys of what is there.
        yield each, each.gone(pa.array([""] if whole else [], pa.string()), mark)


def _schema(rows: Any, key: tuple[str, ...]) -> Any:
    """Return the schema of the rows of a page with what comes beside them."""
    # Not every destination knows dictionaries.
    types = [(each.name, each.type.value_type if pa.types.is_dictionary(each.type) else each.type) for each in rows]
    types = [(ACCOUNT, pa.string()), *types, (LOADED_AT, _TIME), (DELETED, pa.bool_())]
    # As dlt has it: it warns where the two differ.
    return pa.schema([pa.field(name, type_, nullable=name not in key) for name, type_ in types])
