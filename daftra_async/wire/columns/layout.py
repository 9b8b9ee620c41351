"""Which tables and columns a record class has, and of what kinds they are."""

from __future__ import annotations

import datetime as dt
import enum
import hashlib
import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

import attrs

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


class Kind(enum.Enum):
    """Type of a column."""

    INTEGER = "integer"
    """64 bits, signed; enumerations of numbers too."""
    DECIMAL = "decimal"
    BOOLEAN = "boolean"
    DATE = "date"
    MOMENT = "date-time"
    """Without a zone: the account's local time."""
    TEXT = "text"
    """Enumerations of texts too."""
    JSON = "JSON"
    """Text of a JSON value: related records, maps, lists of scalars, and what may be of several types."""


@attrs.frozen
class Column:
    """One column."""

    name: str
    """Name of the record's attribute."""
    wire: str
    """Wire name, the key in `_extra`."""
    kind: Kind
    lines: Table | None = attrs.field(default=None, repr=False)
    """The table of a line relation, whose column holds the number of lines; None for every other."""
    is_enumeration: bool = False


def _lines_of(table: Table) -> dict[str, Table]:
    return {column.name: column.lines for column in table.columns if column.lines is not None}


@attrs.frozen(eq=False)
class Table:
    """The columns of a record class."""

    model: type[Any] | None
    """None for rows that are plain JSON, which are kept whole in `_extra`."""
    columns: tuple[Column, ...]
    """In the order of the attributes; those of the table itself (`_id`, `_extra`, ...) are not among them."""

    lines: Mapping[str, Table] = attrs.field(init=False, repr=False, default=attrs.Factory(_lines_of, takes_self=True))
    """Tables of line relations, by the names of their columns."""


_LONGEST: Final = 63
"""Bytes of a name in PostgreSQL, which cuts off the rest."""
_PLAIN: Final = re.compile(r"[a-z_][a-z0-9_]*")


_KINDS: Final[dict[Any, Kind]] = {
    int: Kind.INTEGER,
    Decimal: Kind.DECIMAL,
    bool: Kind.BOOLEAN,
    dt.date: Kind.DATE,
    dt.datetime: Kind.MOMENT,
    str: Kind.TEXT,
}
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


def kind_of(hint: Any) -> Kind:
    """Return the kind of column for the one type that an attribute allows besides None."""
    if _is_enumeration(hint):
        return Kind.INTEGER if issubclass(hint, int) else Kind.TEXT
    return _KINDS.get(hint, Kind.JSON)


def line_model(hint: Any) -> type[Any] | None:
    """Return the class of the records when the type is a list of records."""
    kind, item = hints.item_of(hint)
    return item if kind is list and hints.is_model(item) else None


def _columns(model: type[Any], *, with_lines: bool) -> tuple[Column, ...]:
    types = hints.hints_of(model)
    made: list[Column] = []
    for field in hints.fields_of(model):
        hint, name, wire = hints.single(types[field.name]), identifier(field.name), hints.wire_name(field)
        related = line_model(hint) if with_lines else None
        if related is None:
            made.append(Column(name, wire, kind_of(hint), is_enumeration=_is_enumeration(hint)))
        else:
            made.append(Column(name, wire, Kind.INTEGER, Table(related, _columns(related, with_lines=False))))
    return tuple(made)


def _is_enumeration(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, enum.Enum)
