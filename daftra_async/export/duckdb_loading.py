"""Load the records of a complete spool into the tables of DuckDB.

They go into staging tables first, some at a time, and from there into the tables of the resource in one transaction.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, Final

from daftra_async.export.tabular.complete import schemas_of, tables_of
from daftra_async.wire.columns.arrow import pa
from daftra_async.wire.columns.batches import MAIN
from daftra_async.wire.columns.layout import ACCOUNT, KEY, PARENT, table_of

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Mapping
    from pathlib import Path

    from daftra_async.export.protocols import Job

_ROWS: Final = 10_000
"""Records of a transaction."""
_LOADING: Final = "_daftra_loading_"
"""Prefix of the staging tables, which a run drops when it ends."""
_SETTINGS: Final = {
    "memory_limit": "128MB",  # more than that is kept in a temporary file
    "threads": 1,  # each takes memory of its own, and rows come from one
    "checkpoint_threshold": "256MB",  # each rewrites the last rows of every column
    "preserve_insertion_order": False,
}


def exists(database: Any, name: str) -> bool:
    """Return whether there is a table of that name."""
    found = database.execute("SELECT 1 FROM information_schema.tables WHERE table_name = ?", [name]).fetchone()
    return found is not None


def load(database: Any, names: Mapping[str, str], spool: Path, job: Job) -> int:
    """Load a resource; return how many records of the account there are now.

    Args:
        database: A connection.
        names: Its tables by relation.
        spool: The complete spool.
        job: The resource.
    """
    for setting, value in _SETTINGS.items():
        database.execute(f"SET {setting} = '{value}'")
    _fill(database, names, spool, job)
    with _transaction(database):
        _move(database, names, job)
        query = f'SELECT count(*) FROM "{names[MAIN]}" WHERE {ACCOUNT} = ?'  # noqa: S608  # an identifier
        (held,) = database.execute(query, [job.account]).fetchone()
    return int(held)


@contextlib.contextmanager
def _transaction(database: Any) -> Generator[None]:
    database.execute("BEGIN")
    yield  # an error closes the database, which rolls back
    database.execute("COMMIT")


def _fill(database: Any, names: Mapping[str, str], spool: Path, job: Job) -> None:
    """Put the records of a spool into the staging tables."""
    for relation, schema in schemas_of(table_of(job.model)).items():
        database.execute(f'DROP TABLE IF EXISTS "{_LOADING}{names[relation]}"')  # a killed run left it
        _prepare(database, f"{_LOADING}{names[relation]}", schema)
    for tables in _large(tables_of(spool, job)):
        with _transaction(database):
            for relation, table in tables.items():
                database.register("_page", table)
                database.execute(f'INSERT INTO "{_LOADING}{names[relation]}" SELECT * FROM _page')  # noqa: S608  # an identifier
                database.unregister("_page")


def _move(database: Any, names: Mapping[str, str], job: Job) -> None:
    """Move the rows into the tables of the resource; where there is no such table yet, the staging table is renamed to it."""
    schemas = schemas_of(table_of(job.model))
    old = {relation: name for relation, name in names.items() if exists(database, name)}
    _delete(database, old, job, f"{_LOADING}{names[MAIN]}")
    for relation, name in names.items():
        if relation not in old:
            database.execute(f'ALTER TABLE "{_LOADING}{name}" RENAME TO "{name}"')
            continue
        _prepare(database, name, schemas[relation])
        database.execute(f'INSERT INTO "{name}" BY NAME SELECT * FROM "{_LOADING}{name}"')  # noqa: S608  # an identifier
        database.execute(f'DROP TABLE "{_LOADING}{name}"')


def _prepare(database: Any, name: str, schema: Any) -> None:
    """Make a table, or extend it."""
    database.register("_page", schema.empty_table())
    database.execute(f'CREATE TABLE IF NOT EXISTS "{name}" AS SELECT * FROM _page')  # noqa: S608  # an identifier
    for column, kind, *_ in database.execute("DESCRIBE SELECT * FROM _page").fetchall():
        database.execute(f'ALTER TABLE "{name}" ADD COLUMN IF NOT EXISTS "{column}" {kind}')
    database.unregister("_page")


def _delete(database: Any, names: Mapping[str, str], job: Job, loaded: str) -> None:
    """Delete the records of the account that come again, with their lines; all of them where the whole list comes."""
    for relation, name in names.items():
        query = f'DELETE FROM "{name}" WHERE {ACCOUNT} = ?'  # noqa: S608  # an identifier
        if job.incremental:
            query += f' AND {PARENT if relation else KEY} IN (SELECT {KEY} FROM "{loaded}")'  # noqa: S608  # as above
        database.execute(query, [job.account])


def _large(found: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Join pages to tables of at least `_ROWS` records."""
    held: list[dict[str, Any]] = []
    rows = 0
    for tables in found:
        held.append(tables)
        rows += tables[MAIN].num_rows
        if rows >= _ROWS:
            yield _joined(held)
            held, rows = [], 0
    if held:
        yield _joined(held)


def _joined(held: list[dict[str, Any]]) -> dict[str, Any]:
    return {name: pa.Table.from_batches([tables[name] for tables in held]) for name in held[0]}
