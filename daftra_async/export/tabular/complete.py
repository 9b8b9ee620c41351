"""The tables of a complete spool, as they are in files and databases: with the account, and keys that are counted over all pages.

Enumerations are plain values there: what a file holds must not depend on the values that a page happens to have.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from daftra_async.export.files import reopen
from daftra_async.export.tabular.pages import Renumber, pages
from daftra_async.wire.columns.arrow import pa
from daftra_async.wire.columns.batches import MAIN
from daftra_async.wire.columns.layout import ACCOUNT, child_columns, main_columns, table_of
from daftra_async.wire.columns.schemas import plain_type

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from daftra_async.export.protocols import Job
    from daftra_async.export.tabular.pages import StoredPage
    from daftra_async.wire.columns.layout import Column, Table


def schemas_of(table: Table) -> dict[str, Any]:
    """Return the schemas of the tables of a resource, the main one first."""
    return {MAIN: _schema(main_columns(table)), **{name: _schema(child_columns(each)) for name, each in table.lines.items()}}


def batches_of(spool: Path, job: Job, name: str) -> Iterator[Any]:
    """Yield one table of a complete spool, a record batch a page.

    Args:
        spool: The file.
        job: The resource.
        name: `MAIN`, or the relation of the lines.
    """
    schema = schemas_of(table_of(job.model))[name]
    for page, keys in _pages(spool, job):
        yield _complete(page.batches.table_named(name, keys), schema, job.account)


def _pages(spool: Path, job: Job) -> Iterator[tuple[StoredPage, Any]]:
    """Yield the pages with the keys of their records."""
    renumber = Renumber()
    with reopen(spool) as file:
        for page in pages(file, table_of(job.model)):
            yield page, renumber(page.keys)


def _schema(columns: tuple[Column, ...]) -> Any:
    return pa.schema([(column.name, plain_type(column)) for column in columns])


def _complete(batch: Any, schema: Any, account: str) -> Any:
    arrays = [each.dictionary_decode() if pa.types.is_dictionary(each.type) else each for each in batch.columns]
    names = pa.repeat(pa.scalar(account, schema.field(ACCOUNT).type), batch.num_rows)
    return pa.RecordBatch.from_arrays([names, *arrays], schema=schema)
