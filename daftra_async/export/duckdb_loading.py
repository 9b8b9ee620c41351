"""Load the records of a complete spool into the tables of DuckDB, in one transaction.

DuckDB takes a table as one stream of record batches. It collects rows in memory, writes each full group of them into the file,
and makes all groups visible at the end.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, Final

from daftra_async.export.tabular.complete import batches_of, schemas_of
from daftra_async.wire.columns.arrow import pa
from daftra_async.wire.columns.batches import MAIN
from daftra_async.wire.columns.layout import ACCOUNT, KEY, PARENT, table_of

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping
    from pathlib import Path

    from daftra_async.export.protocols import Job

_ROWS: Final = 10_240
"""Rows of a group: a twelfth of what DuckDB takes by itself. A group is in memory until it is full, and half of the CPU time goes
into moving larger ones to a temporary file and back."""
_MEGABYTES: Final = 32
"""What DuckDB keeps in memory of tables with up to 85 columns; the rest is in a temporary file."""
_MEGABYTES_A_COLUMN: Final = 3 / 8
"""A block of each column is in use while rows are added."""
_DATABASE: Final = "export"
_INPUT: Final = "_daftra_input"
_KEYS: Final = "_daftra_keys"


def attach(database: Any, path: Path) -> None:
    """Attach the file of a database, made if need be, to a connection that has none, and use it.

    Only databases that are attached can be given the size of row groups. It applies to rows that are added from now on.
    """
    quoted = str(path).replace("'", "''")
    database.execute(f"ATTACH '{quoted}' AS {_DATABASE} (ROW_GROUP_SIZE {_ROWS})")
    database.execute(f"USE {_DATABASE}")
    database.execute(f"SET temp_directory = '{quoted}.tmp'")


def exists(database: Any, name: str) -> bool:
    """Return whether there is a table of that name."""
    return bool(database.execute("SELECT 1 FROM information_schema.tables WHERE table_name = ?", [name]).fetchall())


def load(database: Any, names: Mapping[str, str], spool: Path, job: Job) -> int:
    """Load a resource; return how many records of the account there are now.

    Args:
        database: A connection, see `attach`.
        names: Its tables by relation.
        spool: The complete spool.
        job: The resource.
    """
    schemas = schemas_of(table_of(job.model))
    _limit(database, max(len(schema) for schema in schemas.values()))
    database.execute("BEGIN")  # an error closes the database, which rolls back
    known = {relation: name for relation, name in names.items() if exists(database, name)}
    _delete(database, known, spool, job)
    for relation, schema in schemas.items():
        name = names[relation]
        with _input(database, schema, batches_of(spool, job, relation)):
            if relation in known:
                _extend(database, name)
                database.execute(f'INSERT INTO "{name}" BY NAME SELECT * FROM {_INPUT}')  # noqa: S608  # identifiers
            else:
                database.execute(f'CREATE TABLE "{name}" AS SELECT * FROM {_INPUT}')  # noqa: S608  # as above
    query = f'SELECT count(*) FROM "{names[MAIN]}" WHERE {ACCOUNT} = ?'  # noqa: S608  # an identifier
    (held,) = database.execute(query, [job.account]).fetchone()
    database.execute("RESET memory_limit")  # a commit fails without room for the rows of the last group, however long they are
    database.execute("COMMIT")
    return int(held)


def _limit(database: Any, columns: int) -> None:
    """Limit the memory of DuckDB, for tables of so many columns."""
    settings = {
        "memory_limit": f"{max(_MEGABYTES, int(columns * _MEGABYTES_A_COLUMN))}MB",
        "threads": 1,  # each takes memory of its own, and rows come from one
        "preserve_insertion_order": False,
    }
    for setting, value in settings.items():
        database.execute(f"SET {setting} = '{value}'")


@contextlib.contextmanager
def _input(database: Any, schema: Any, batches: Any) -> Generator[None]:
    """Make record batches a table that can be read once."""
    database.register(_INPUT, pa.RecordBatchReader.from_batches(schema, batches))
    yield
    database.unregister(_INPUT)


def _extend(database: Any, name: str) -> None:
    """Give a table the columns of the input that it does not have."""
    for column, kind, *_ in database.execute(f"DESCRIBE {_INPUT}").fetchall():
        database.execute(f'ALTER TABLE "{name}" ADD COLUMN IF NOT EXISTS "{column}" {kind}')


def _delete(database: Any, names: Mapping[str, str], spool: Path, job: Job) -> None:
    """Delete the records of the account that come again, with their lines; all of them where the whole list comes."""
    if job.incremental:
        schema = schemas_of(table_of(job.model))[MAIN]
        with _input(database, schema, batches_of(spool, job, MAIN)):
            database.execute(f"CREATE TEMPORARY TABLE {_KEYS} AS SELECT {KEY} FROM {_INPUT}")  # noqa: S608  # identifiers
    for relation, name in names.items():
        query = f'DELETE FROM "{name}" WHERE {ACCOUNT} = ?'  # noqa: S608  # an identifier
        if job.incremental:
            query += f" AND {PARENT if relation else KEY} IN (SELECT {KEY} FROM {_KEYS})"  # noqa: S608  # as above
        database.execute(query, [job.account])
