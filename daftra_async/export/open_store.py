"""Which store a place means."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, get_args

from daftra_async._text import refuse
from daftra_async._words import given
from daftra_async.export import csvfiles
from daftra_async.export.folder import FolderStore
from daftra_async.export.protocols import Format
from daftra_async.export.tabular.files import TableFiles

if TYPE_CHECKING:
    from daftra_async.export.protocols import Store


_URL: Final = re.compile(r"(?i)\w+(?:\+\w+)?://|(?:sqlite|duckdb|postgres\w*|mysql|mariadb)(?:\+\w+)?:|.*//[^/]*:[^/]*@")
"""URLs of databases, those with a typing error too: as the name of a folder, they would show their password."""


_REMOTE: Final = re.compile(r"(?:s3a?|gcs|gs|abfss?|az|adl|oci|sftp|ssh|ftp|hdfs|webhdfs|dbfs|file|memory)://")
"""URLs of folders that fsspec opens."""


def is_remote(to: object) -> bool:
    """Return whether a place is the URL of a folder elsewhere."""
    return isinstance(to, str) and _REMOTE.match(to) is not None


def is_url(to: object) -> bool:
    """Return whether a place is meant as the URL of a database, and not as a folder."""
    return isinstance(to, str) and _URL.match(to) is not None


def store_for(
    to: str | Path,
    format: Format = "jsonl",  # noqa: A002  # the name of the option
    csv_safe: bool = False,  # noqa: FBT001, FBT002  # given by name outside of the package
    csv_bom: bool = False,  # noqa: FBT001, FBT002  # as above
    as_sent: bool = False,  # noqa: FBT001, FBT002  # as above
) -> Store:
    """Return the store of a place.

    Args:
        to: A folder, the URL of a folder elsewhere (`s3://bucket/folder`), or that of a database (`sqlite:///acme.db`,
            `duckdb:///acme.duckdb`, `postgresql+asyncpg://user@host/erp`).
        format: What the files of a folder hold; a database has none.
        csv_safe: Whether text that a spreadsheet would take for a formula gets an apostrophe before it.
        csv_bom: Whether files of CSV begin with a byte order mark, by which Excel knows that they are UTF-8.
        as_sent: Whether records come as they were sent.

    Raises:
        ArgumentError: the format is unknown or does not go with the place, or a library is missing.
    """
    if format not in get_args(Format):
        refuse("format", f"{format!r:.60} was given", "'jsonl', 'csv', 'parquet' or 'xlsx'")
    for name, value in (("csv_safe", csv_safe), ("csv_bom", csv_bom)):
        if value and format != "csv":
            refuse(name, f"the format is {format}", given("format", "csv"))
    if as_sent and (format != "jsonl" or (is_url(to) and not is_remote(to))):
        refuse("as_sent", "the target holds no JSON Lines", "a folder and no other format")
    # Libraries are imported now: that one is missing should not show after an hour of fetching.
    if is_remote(to):
        from daftra_async.export.remote import RemoteStore  # noqa: PLC0415  # its library is optional

        return RemoteStore(str(to), _files(format, csv_safe=csv_safe, csv_bom=csv_bom))
    if is_url(to):
        if format != "jsonl":
            refuse("format", f"{format} was given together with a database", "a folder, or no format")
        if str(to).startswith("duckdb:"):
            from daftra_async.export.duckdb import DuckdbStore  # noqa: PLC0415  # as above

            return DuckdbStore(str(to))
        from daftra_async.export.sql.store import SqlStore  # noqa: PLC0415  # its library is optional

        return SqlStore(str(to))
    return FolderStore(Path(to), _files(format, csv_safe=csv_safe, csv_bom=csv_bom))


def _files(format: Format, *, csv_safe: bool, csv_bom: bool) -> TableFiles | None:  # noqa: A002  # as above
    if format == "jsonl":
        return None
    if format == "parquet":
        from daftra_async.export import parquet  # noqa: PLC0415  # its library is optional

        return TableFiles("parquet", parquet.convert, parquet.packed)
    if format == "xlsx":
        from daftra_async.export import xlsx  # noqa: PLC0415  # as above

        return TableFiles("xlsx", xlsx.convert, None)
    from daftra_async.export import csv_writer  # noqa: PLC0415  # as above

    convert = partial(csv_writer.convert, safe=csv_safe, bom=csv_bom)
    return TableFiles("csv", convert, partial(csvfiles.packed, safe=csv_safe))
