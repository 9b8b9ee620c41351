"""The database of an export: DuckDB."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from daftra_async._text import refuse
from daftra_async.catalogue import operations
from daftra_async.export.duckdb import connected, path_of, table_name
from daftra_async.export.duckdb_loading import exists
from daftra_async.export.protocols import StoreError
from daftra_async.export.targets import plan
from daftra_async.report.sources.folder import EXPORT
from daftra_async.report.sources.held import INVOICES, WANTED, Held
from daftra_async.report.sources.history import history_of
from daftra_async.wire.columns.layout import ACCOUNT, KEY, PARENT, POSITION

if TYPE_CHECKING:
    from daftra_async.export.targets import Target
    from daftra_async.report.sources.held import Tables, Wanted


def read_duckdb(url: str, account: str) -> Held:
    """Read the tables of an export.

    Args:
        url: `duckdb:///acme.duckdb`.
        account: Name of the account, for an export of several; empty for the only one.

    Raises:
        ArgumentError: this is no such URL, there are no invoices, or several accounts.
        StoreError: the database cannot be read.
    """
    path = path_of(url)
    if not path.is_file():
        msg = f"{url}: there is no such file"
        raise StoreError(msg)
    targets = {target.name: target for target in plan(operations(), list(WANTED))}
    with connected(path, read_only=True) as database:
        if not exists(database, table_name(targets[INVOICES], "")):
            refuse("source", f"{url} holds no invoices", f"an export; run: {EXPORT} --to {url}")
        name = _account(database, table_name(targets[INVOICES], ""), account)
        tables = {
            resource: _tables(database, targets[resource], wanted, name)
            for resource, wanted in WANTED.items()
            if exists(database, table_name(targets[resource], ""))
        }
    beside = Path(f"{path}.export")
    history = history_of(beside / quote(name, safe=" ") if name else beside, beside)
    return Held(
        kind="export",
        identity=history.identity or f"{path.resolve()} {name}".rstrip(),
        tables=tables,
        read_at=history.read_at,
        missing=tuple(resource for resource in WANTED if resource not in tables),
        short=history.short,
        census=history.census,
    )


def _account(database: Any, table: str, wanted: str) -> str:
    """Return the name that the rows of the account have."""
    query = f'SELECT DISTINCT {ACCOUNT} FROM "{table}" ORDER BY 1'  # noqa: S608  # identifiers
    names: list[str] = [name for (name,) in database.execute(query).fetchall()]
    if wanted and wanted not in names:
        refuse("account", f"{wanted!r:.60} has no invoices there", f"one of {', '.join(filter(None, names)) or 'none'}")
    if not wanted and len(names) > 1:
        refuse("account", "the database holds several accounts", f"one of {', '.join(filter(None, names))}")
    return wanted or (names[0] if names else "")


def _tables(database: Any, target: Target, wanted: Wanted, account: str) -> Tables:
    tables: dict[str, Any] = {}
    for relation in wanted.columns:
        stored = table_name(target, relation)
        present = {name for name, *_ in database.execute(f'DESCRIBE "{stored}"').fetchall()}
        columns = ", ".join(f'"{name}"' for name in wanted.taken(relation) if name in present)
        order = f"{PARENT}, {POSITION}" if relation else KEY
        query = f'SELECT {columns} FROM "{stored}" WHERE {ACCOUNT} = ? ORDER BY {order}'  # noqa: S608  # identifiers
        tables[relation] = database.sql(query, params=[account]).to_arrow_table()
    return tables
