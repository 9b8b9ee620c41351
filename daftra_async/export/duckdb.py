"""DuckDB: a table for each resource and one for each of its line relations, as in other databases.

Pages are spooled in a folder beside the database (`acme.duckdb.export`), where the manifest is too. When a list is complete, its
rows are put into the tables of the resource in one transaction: readers see all of a run or nothing of it. After a killed run,
the next one does it again from the spool.
"""

from __future__ import annotations

import contextlib
import importlib
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from daftra_async._libraries import missing_library
from daftra_async._text import refuse
from daftra_async.export.folder import FolderStore
from daftra_async.export.protocols import StoreError, Written

try:
    # Its types are incomplete, so none are used.
    duckdb: Any = importlib.import_module("duckdb")
except ImportError as error:
    raise missing_library(error, "duckdb") from None

from daftra_async.export.duckdb_loading import attach, exists, load  # isort: skip  # with another library
from daftra_async.export.tabular.complete import schemas_of  # isort: skip
from daftra_async.export.tabular.files import TableFiles  # isort: skip
from daftra_async.wire.columns.back import rows_of  # isort: skip
from daftra_async.wire.columns.batches import MAIN  # isort: skip
from daftra_async.wire.columns.layout import ACCOUNT, KEY, PARENT, POSITION, identifier, table_of  # isort: skip

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from daftra_async.export.protocols import Job
    from daftra_async.export.targets import Target

SCHEME: Final = "duckdb:///"
_BATCH: Final = 1000


class DuckdbStore(FolderStore):
    """A database of DuckDB as the target of an export.

    Args:
        url: `duckdb:///acme.duckdb`.
    """

    def __init__(self, url: str) -> None:
        self._path = path_of(url)
        self._turn = threading.Lock()
        super().__init__(self._path.with_name(f"{self._path.name}.export"), TableFiles("duckdb", self._load, None, merges=True))

    @property
    def name(self) -> str:
        """The URL."""
        return f"{SCHEME}{self._path}"

    @property
    def keeps_rows(self) -> bool:
        """Rows can be merged into what any earlier run left."""
        return True

    def has(self, folder: Path, name: str) -> bool:
        """Return whether a table is there."""
        del folder
        with connected(self._path) as database:
            return exists(database, name)

    def _load(self, spool: Path, job: Job, folder: Path) -> Written:
        """Put the records of a complete spool into the tables, and delete what a complete run has not seen."""
        del folder
        names = {name: table_name(job.target, name) for name in schemas_of(table_of(job.model))}
        # A file can be attached once at a time.
        with self._turn, failures(self._path), duckdb.connect() as database:
            attach(database, self._path)
            held = load(database, names, spool, job)
        return Written(name=names[MAIN], records=held, bytes=0)


def path_of(url: str) -> Path:
    """Return the file that a URL names.

    Raises:
        ArgumentError: it names none.
    """
    path = url[len(SCHEME) :]
    if not url.startswith(SCHEME) or path in {"", ":memory:"} or "?" in path:
        refuse("to", "this is not a URL of a file of DuckDB", "duckdb:///acme.duckdb")
    return Path(path)


def rows(url: str, target: Target, model: type[Any] | None, account: str) -> Iterator[Any]:
    """Yield the rows of an account in wire names, in the order of their keys."""
    path, table = path_of(url), table_of(model)
    if not path.is_file():
        msg = f"{url}: there is no such file"
        raise StoreError(msg)
    with connected(path, read_only=True) as database, contextlib.ExitStack() as stack:
        tables: dict[str, Any] = {}
        for name in schemas_of(table):
            stored = table_name(target, name)
            if not exists(database, stored):
                msg = f"{url}: table {stored} does not exist"
                raise StoreError(msg)
            order = f"{PARENT}, {POSITION}" if name else KEY
            query = f'SELECT * FROM "{stored}" WHERE {ACCOUNT} = ? ORDER BY {order}'  # noqa: S608  # identifiers
            cursor = database.cursor()
            stack.callback(cursor.close)
            tables[name] = _Batches(cursor.sql(query, params=[account]).to_arrow_reader(_BATCH))
        yield from rows_of(table, tables)


class _Batches:
    """The result of a query, read as it is used."""

    def __init__(self, reader: Any) -> None:
        self._reader = reader

    def to_batches(self) -> Any:
        return self._reader


@contextlib.contextmanager
def connected(path: Path, *, read_only: bool = False) -> Generator[Any]:
    """Open a database; errors as for `failures`."""
    with failures(path), duckdb.connect(str(path), read_only=read_only) as database:
        yield database


@contextlib.contextmanager
def failures(path: Path) -> Generator[None]:
    """Translate the errors of DuckDB.

    Raises:
        StoreError: the database cannot be opened, or a query failed.
    """
    try:
        yield
    except duckdb.Error as error:
        msg = f"{SCHEME}{path}: {error!s:.300}"
        raise StoreError(msg) from error


def table_name(target: Target, relation: str) -> str:
    """Return the name of the table of a relation, `""` for the records themselves."""
    return identifier(f"{target.stem}_{relation}" if relation else target.stem)
