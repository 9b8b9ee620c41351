"""Read records back from what an export wrote.

    for invoice in read(Path("out/invoices.parquet")):
        ...
    async for invoice in read_sql("sqlite:///acme.db", "invoices"):
        ...

They equal the records that were exported; in files and tables with columns, what was null counts as not sent.
"""

from __future__ import annotations

from contextlib import aclosing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from daftra_async._text import refuse
from daftra_async.catalogue import operations
from daftra_async.export import csvfiles
from daftra_async.export.tabular.files import unpacked
from daftra_async.export.targets import lists, plan
from daftra_async.wire import hints, loads, structure
from daftra_async.wire.columns.layout import table_of

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterator

    from daftra_async.operation import AnyOperation

_SUFFIXES: Final = (".jsonl", ".csv", ".parquet")


def read(path: str | Path, *, resource: str | None = None, csv_safe: bool = False) -> Iterator[Any]:
    """Return an iterator over the records of a file; one record is in memory at a time (of Parquet, a batch).

    Args:
        path: A file `<resource>.jsonl`, `.csv` or `.parquet`; files of lines are looked for beside it.
        resource: What the file holds, such as `invoices`; None for what its name says.
        csv_safe: Whether the file of CSV was written with `csv_safe=True`.

    Raises:
        ArgumentError: it is unclear what the file holds, or an export did not write it.
        OSError: the file cannot be read.
    """
    path = Path(path)
    if path.suffix not in _SUFFIXES:
        refuse("path", f"{path.name!r:.60} was given", "a file with the suffix .jsonl, .csv or .parquet")
    if csv_safe and path.suffix != ".csv":
        refuse("csv_safe", f"it was given with {path.name!r:.60}", "it with a file of CSV")
    model = hints.record_class(_operation(path.stem if resource is None else resource.partition(":")[0]))
    return _records(_rows(path, model, safe=csv_safe), model)


async def read_sql(url: str, resource: str, *, account: str = "") -> AsyncGenerator[Any]:
    """Yield the records of a resource from a database in the order of their keys, from one snapshot.

    Args:
        url: As it was given to the export.
        resource: As it was named to the export: `invoices`, `workflow_records:workflow_id=36`.
        account: Name of the account; empty when the export had only one.

    Raises:
        ArgumentError: there is no such resource, or the URL cannot be used.
        StoreError: the database cannot be read, or holds no such table.
    """
    target = plan(operations(), [resource])[0]
    model = hints.record_class(target.operation)
    if url.startswith("duckdb:"):
        from daftra_async.export import duckdb  # noqa: PLC0415  # its library is optional

        for row in duckdb.rows(url, target, model, account):
            yield row if model is None else structure(model, row)
        return
    from daftra_async.export.sql.reading import rows  # noqa: PLC0415  # as above

    async with aclosing(rows(url, target, model, account)) as found:
        async for row in found:
            yield row if model is None else structure(model, row)


def _rows(path: Path, model: type[Any] | None, *, safe: bool) -> Iterator[Any]:
    if path.suffix == ".jsonl":
        return _lines(path)
    if path.suffix == ".csv":
        return unpacked(table_of(model), csvfiles.packed(path, table_of(model), safe=safe))
    from daftra_async.export import parquet  # noqa: PLC0415  # its library is optional

    return unpacked(table_of(model), parquet.packed(path, table_of(model)))


def _lines(path: Path) -> Iterator[Any]:
    with path.open("rb") as file:
        for line in file:
            yield loads(line)


def _records(rows: Iterator[Any], model: type[Any] | None) -> Iterator[Any]:
    for row in rows:
        yield row if model is None else structure(model, row)


def _operation(name: str) -> AnyOperation:
    """Return the list that a name begins with; arguments may follow, as in file names."""
    known = lists(operations())
    parts = name.split(".")
    for end in range(len(parts), 0, -1):
        found = known.get(".".join(parts[:end]).removesuffix(".list"))
        if found is not None:
            return found
    return refuse(
        "path",
        f"the resource cannot be told from {name!r:.60}",
        "a name such as invoices; for a file with another name, give resource=",
    )
