"""Tables of a database: they are created when missing and get new columns; nothing is ever dropped or changed.

SQLite has no exact decimals: they are text there, with the declared type `DECIMAL_TEXT`, since a name with TEXT in it is what
keeps SQLite from turning them into floats; the same goes for `JSON_TEXT`.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, cast

import attrs
import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateColumn
from sqlalchemy.types import UserDefinedType

from daftra_async.export.protocols import StoreError
from daftra_async.wire.columns.batches import MAIN
from daftra_async.wire.columns.layout import (
    ACCOUNT,
    EXTRA,
    KEY,
    PARENT,
    POSITION,
    Kind,
    Table,
    child_columns,
    identifier,
    main_columns,
    table_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from daftra_async.export.targets import Target
    from daftra_async.wire.columns.layout import Column

RUN: Final = "_run"
"""Id of the run that wrote a row last."""
_LOCK: Final = 0x64616674
"""Number of the lock in PostgreSQL that changes of tables take."""


class _AsText(UserDefinedType[Any]):
    """Values of SQLite that are stored as text under a declared type."""

    cache_ok = True

    def __init__(self, declared: str, read: Callable[[str], Any] | None) -> None:
        self.declared = declared
        self.read = read

    def get_col_spec(self, **_: Any) -> str:
        return self.declared

    # The type of the base class is its own protocol.
    def result_processor(self, dialect: sa.Dialect, coltype: object) -> Any:
        del dialect, coltype
        read = self.read

        def converted(value: Any) -> Any:
            return None if value is None or read is None else read(value)

        return None if read is None else converted


_JSON_TEXT: Final = _AsText("JSON_TEXT", None)
_TYPES: Final[Mapping[Kind, sa.types.TypeEngine[Any]]] = {
    Kind.INTEGER: sa.BigInteger(),
    Kind.DECIMAL: sa.Numeric().with_variant(_AsText("DECIMAL_TEXT", Decimal), "sqlite"),
    Kind.BOOLEAN: sa.Boolean(),
    Kind.DATE: sa.Date().with_variant(_AsText("DATE", dt.date.fromisoformat), "sqlite"),
    Kind.MOMENT: sa.DateTime().with_variant(_AsText("DATETIME", dt.datetime.fromisoformat), "sqlite"),
    Kind.TEXT: sa.Text(),
    Kind.JSON: postgresql.JSONB(none_as_null=True).with_variant(_JSON_TEXT, "sqlite"),
}
_VERBATIM: Final = sa.JSON(none_as_null=True).with_variant(_JSON_TEXT, "sqlite")
"""Type of `_extra`: JSON as it was written, for what JSONB refuses or rounds too."""

_CONTROL: Final = sa.MetaData()
EXPORTS: Final = sa.Table(
    "_daftra_exports",
    _CONTROL,
    sa.Column("account", sa.Text(), primary_key=True),
    sa.Column("resource", sa.Text(), primary_key=True),
    sa.Column("run", sa.Text(), nullable=False),
    sa.Column("owner", sa.Text(), nullable=False),
    sa.Column("checkpoint", _VERBATIM),
)
"""Exports that have begun and not finished; `owner` is who may go on."""
MANIFESTS: Final = sa.Table(
    "_daftra_manifests",
    _CONTROL,
    sa.Column("account", sa.Text(), primary_key=True),
    sa.Column("manifest", _VERBATIM, nullable=False),
)
PAGES: Final = sa.Table(
    "_daftra_pages",
    _CONTROL,
    sa.Column("account", sa.Text(), primary_key=True),
    sa.Column("resource", sa.Text(), primary_key=True),
    sa.Column("page", sa.BigInteger(), primary_key=True, autoincrement=False),
    sa.Column("records", sa.LargeBinary(), nullable=False),
)
"""Pages of those exports in the format of Arrow, until their list is complete."""
_DDL: Final[Any] = sa.DDL  # which has no types
_KEEP_AS_IT_IS: Final = _DDL("ALTER TABLE _daftra_pages ALTER COLUMN records SET STORAGE EXTERNAL")
event.listen(PAGES, "after_create", _KEEP_AS_IT_IS.execute_if(dialect="postgresql"))  # it is compressed
CONTROL: Final = (EXPORTS, MANIFESTS, PAGES)


@attrs.frozen(eq=False)
class Schema:
    """The tables of one resource."""

    layout: Table
    tables: Mapping[str, sa.Table]
    """The main table and those of its lines, by the name of the relation."""

    @property
    def main(self) -> sa.Table:
        """The table of the records."""
        return self.tables[MAIN]


def schema_of(target: Target, model: type[Any] | None) -> Schema:
    """Return the tables of a resource: `invoices`, `invoices_invoice_item`."""
    metadata, layout = sa.MetaData(), table_of(model)
    run = sa.Column(RUN, sa.Text(), nullable=False)
    tables = {MAIN: sa.Table(identifier(target.stem), metadata, *_columns(main_columns(layout), {ACCOUNT, KEY}), run)}
    for name, lines in layout.lines.items():
        columns = _columns(child_columns(lines), {ACCOUNT, PARENT, POSITION})
        tables[name] = sa.Table(identifier(f"{target.stem}_{name}"), metadata, *columns)
    return Schema(layout, tables)


def ensure(connection: sa.Connection, tables: Iterable[sa.Table], place: str) -> None:
    """Make tables that are missing and add columns that are missing; what is there stays as it is.

    Raises:
        StoreError: a column is there with another type.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
    for table in tables:
        found = present(connection, table)
        if found is None:
            table.create(connection)
            continue
        for column in table.columns:
            wanted = _declared(connection, column.type)
            if column.name not in found:
                _add(connection, table, column, place)
            elif found[column.name] != wanted:
                msg = (
                    f"{place}: column {column.name} of table {table.name} is {found[column.name]}, but {wanted} is needed; "
                    "rename or drop the column or the table"
                )
                raise StoreError(msg)


def present(connection: sa.Connection, table: sa.Table) -> dict[str, str] | None:
    """Return the types of the columns that a table has in the database, None when there is no such table."""
    inspector = sa.inspect(connection)
    if not inspector.has_table(table.name):
        return None
    return {column["name"]: _declared(connection, column["type"]) for column in inspector.get_columns(table.name)}


def state_of(text: str | None) -> dict[str, Any] | None:
    """Return our own state from a control table, None when there is none; its numbers are floats, unlike those of records."""
    try:
        found = None if text is None else json.loads(text)
    except ValueError:
        return None
    return cast("dict[str, Any]", found) if isinstance(found, dict) else None


def _columns(columns: tuple[Column, ...], key: set[str]) -> list[sa.Column[Any]]:
    return [
        sa.Column(
            column.name,
            _VERBATIM if column.name == EXTRA else _TYPES[column.kind],
            primary_key=column.name in key,
            autoincrement=False,
        )
        for column in columns
    ]


def _add(connection: sa.Connection, table: sa.Table, column: sa.Column[Any], place: str) -> None:
    if not column.nullable:
        msg = f"{place}: table {table.name} has no column {column.name}, so no export made it; rename or drop it"
        raise StoreError(msg)
    name = connection.dialect.identifier_preparer.format_table(table)
    declared = CreateColumn(column).compile(dialect=connection.dialect)
    connection.exec_driver_sql(f"ALTER TABLE {name} ADD COLUMN {declared}")


def _declared(connection: sa.Connection, type_: sa.types.TypeEngine[Any]) -> str:
    text = type_.compile(dialect=connection.dialect)
    # SQLAlchemy reads back the types of SQLite by what SQLite makes of their names.
    return "TEXT" if connection.dialect.name == "sqlite" and "TEXT" in text else text
