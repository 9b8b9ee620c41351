"""The files of an export: Parquet or JSON Lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote, unquote

from daftra_async._text import refuse
from daftra_async._words import only_python
from daftra_async.catalogue import operations
from daftra_async.export.files import reopen
from daftra_async.export.folder import MANIFEST
from daftra_async.export.targets import plan
from daftra_async.report.sources.held import INVOICES, WANTED, Held
from daftra_async.report.sources.history import history_of
from daftra_async.report.sources.jsonl import tables_of
from daftra_async.wire.columns.batches import MAIN
from daftra_async.wire.columns.layout import KEY

if TYPE_CHECKING:
    from pathlib import Path

    from daftra_async.report.sources.held import Tables
    from daftra_async.report.sources.history import History

_SUFFIXES: Final = (".parquet", ".jsonl")
EXPORT: Final = f"daftra export {' '.join(WANTED)}"
"""The command that fetches what a report needs."""


def read_folder(folder: Path, account: str) -> Held:
    """Read the files of an export.

    Args:
        folder: Where the export wrote.
        account: Name of the account, for an export of several; empty for the only one.

    Raises:
        ArgumentError: there is no such folder, it holds no invoices, or a file is not one of an export.
        OSError: a file cannot be read.
    """
    own = folder / quote(account, safe=" ") if account else folder
    if not own.is_dir():
        refuse("source", f"{own} is not a folder", f"the folder of an export, or duckdb:///FILE{only_python(', or a client')}")
    history = history_of(own, folder)
    tables = {name: _tables(file, name) for name in WANTED if (file := _file(own, name, history))}
    if INVOICES not in tables:
        several = [unquote(each.parent.name) for each in sorted(folder.glob(f"*/{MANIFEST}"))]
        if several and not account:
            refuse("account", f"{folder} holds several accounts", f"one of {', '.join(several)}")
        refuse("source", f"{own} holds no invoices", f"an export; run: {EXPORT} --to {own}")
    return Held(
        kind="export",
        identity=history.identity or str(own.resolve()),
        tables=tables,
        read_at=history.read_at,
        missing=tuple(name for name in WANTED if name not in tables),
        short=history.short,
        census=history.census,
    )


def _file(folder: Path, resource: str, history: History) -> Path | None:
    """Return the file of a resource: that of the last run, or else the newest one."""
    found = [file for suffix in _SUFFIXES if (file := folder / f"{resource}{suffix}").is_file()]
    done = history.done.get(resource)
    for file in found:
        if done is not None and file.name == done.file:
            return file
    return max(found, key=lambda file: file.stat().st_mtime, default=None)


def _tables(file: Path, resource: str) -> Tables:
    wanted = WANTED[resource]
    if file.suffix != ".parquet":
        with reopen(file) as lines:
            try:
                return tables_of(wanted, plan(operations(), [resource])[0].operation, lines)
            except (ValueError, TypeError):
                refuse("source", f"{file} is not a file of an export", f"files written by {EXPORT}")
    from daftra_async.export.parquet import pq  # noqa: PLC0415  # its library is optional

    tables: dict[str, Any] = {}
    for name in wanted.columns:
        path = file.with_name(f"{file.stem}.{name}{file.suffix}") if name else file
        with pq.ParquetFile(path) as held:
            present = set(held.schema_arrow.names)
            tables[name] = held.read(columns=[column for column in wanted.taken(name) if column in present])
    if KEY not in tables[MAIN].schema.names:
        refuse("source", f"{file} is not a file of an export", f"files written by {EXPORT}")
    return tables
