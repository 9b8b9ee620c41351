"""Which tables and columns a record class has."""

from __future__ import annotations

import hashlib
import re
from typing import Any, Final

from daftra_async.export.tabular.columns import Column, Kind, Table, kind_of, line_model
from daftra_async.wire import hints

ACCOUNT: Final = "_account"
"""Name of the account, empty when there is only one."""
KEY: Final = "_id"
"""The record's id as text, or a key made from its content."""
PARENT: Final = "_parent"
"""`_id` of the record that a line belongs to."""
POSITION: Final = "_position"
"""Place of a line in its record, from 0."""
EXTRA: Final = "_extra"
"""JSON of what no column holds, by wire name."""

_LONGEST: Final = 63
"""Bytes of a name in PostgreSQL, which cuts off the rest."""
_PLAIN: Final = re.compile(r"[a-z_][a-z0-9_]*")


_TABLES: Final[dict[type[Any] | None, Table]] = {}


def table_of(model: type[Any] | None) -> Table:
    """Return the table of a record class, with the tables of its lines; relations of lines are JSON."""
    return _TABLES.get(model) or _TABLES.setdefault(
        model, Table(model, () if model is None else _columns(model, with_lines=True))
    )


def main_columns(table: Table) -> tuple[Column, ...]:
    """Return all columns of a main table, in order."""
    return (_own(ACCOUNT, Kind.TEXT), _own(KEY, Kind.TEXT), *table.columns, _own(EXTRA, Kind.JSON))


def child_columns(lines: Table) -> tuple[Column, ...]:
    """Return all columns of a table of lines, in order."""
    before = _own(ACCOUNT, Kind.TEXT), _own(PARENT, Kind.TEXT), _own(POSITION, Kind.INTEGER)
    return (*before, *lines.columns, _own(EXTRA, Kind.JSON))


def identifier(name: str) -> str:
    """Return a name that is a plain identifier in every database: where that takes a change, a hash tells names apart."""
    if len(name) <= _LONGEST and _PLAIN.fullmatch(name):
        return name
    cleaned = re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_")
    return f"{cleaned[: _LONGEST - 9]}_{hashlib.sha256(name.encode(errors='surrogatepass')).hexdigest()[:8]}"


def _own(name: str, kind: Kind) -> Column:
    return Column(name, name, kind)


def _columns(model: type[Any], *, with_lines: bool) -> tuple[Column, ...]:
    types = hints.hints_of(model)
    made: list[Column] = []
    for field in hints.fields_of(model):
        hint, name, wire = hints.single(types[field.name]), identifier(field.name), hints.wire_name(field)
        related = line_model(hint) if with_lines else None
        if related is None:
            made.append(Column(name, wire, kind_of(hint)))
        else:
            made.append(Column(name, wire, Kind.INTEGER, Table(related, _columns(related, with_lines=False))))
    return tuple(made)
