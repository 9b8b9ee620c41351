"""What it costs to store a list in a database: CPU time a record of our process, and of the server.

Pages of 1000 dirty invoices with 5 lines, decoded to columns before, go through the sink of an export: pages are kept with their
checkpoints, then the tables are filled. The peers put the same rows into empty tables and keep nothing: COPY of text that is
ready, COPY of text that is made of the columns first, and COPY of rows of Python values by asyncpg.

    python benchmarks/export_sql.py [pages]

The server of PostgreSQL is started as for `make test-postgres`. Its CPU time is known in hundredths of a second.
"""

from __future__ import annotations

import asyncio
import io
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pages
import results
import samples

sys.path.insert(0, str(Path(__file__).parent.parent))

from daftra_async.catalogue import operation_of, operations
from daftra_async.export.protocols import Checkpoint, Job
from daftra_async.export.sql.columns import columns_of
from daftra_async.export.sql.loading import csv_of
from daftra_async.export.sql.schema import schema_of
from daftra_async.export.sql.store import SqlStore
from daftra_async.export.targets import plan
from daftra_async.models import Invoice
from daftra_async.wire.columns.arrow import pa
from daftra_async.wire.columns.batches import MAIN
from daftra_async.wire.columns.decoder import decoder_of
from daftra_async.wire.columns.keys import Keys
from tests.postgres import server

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from daftra_async.wire.columns.batches import Batches

PAGES: Final = 10
TARGET: Final = 1.5
_FIRST_LOAD: Final = "export to PostgreSQL, first load"
_COPY: Final = "columns to text, and COPY of it"
_TICK: Final = os.sysconf("SC_CLK_TCK")
_JOB: Final = Job(account="", target=plan(operations(), ["invoices"])[0], model=Invoice, run="run 1", incremental=False)
_SCHEMA: Final = schema_of(_JOB.target, Invoice)
_Columns = dict[str, dict[str, Any]]


def decoded(count: int) -> list[Batches]:
    """Return pages of different invoices."""
    decoder = decoder_of(operation_of("invoices.list"))
    assert decoder is not None
    found: list[Batches] = []
    for page in range(count):
        rows = samples.dirty_invoices(seed=page % 3)
        for at, row in enumerate(rows):
            row["id"] = str(page * samples.RECORDS + at + 1)
        read = decoder.read(pages.v1_rows("Invoice", rows) + pages.v1_tail(page + 1, count, samples.RECORDS))
        assert read is not None
        found.append(read[1])
    return found


def own_columns(batches: Batches) -> dict[str, Any]:
    """Return the rows of each table, with the columns of our tables."""
    layouts = {MAIN: _SCHEMA.layout, **_SCHEMA.layout.lines}
    found: dict[str, Any] = {}
    for name, batch in batches.with_keys(Keys()).items():
        own = {"_account": "", **({"_run": _JOB.run} if name == MAIN else {})}
        columns = {key: pa.repeat(pa.scalar(value, pa.string()), batch.num_rows) for key, value in own.items()}
        columns |= columns_of(layouts[name], batch)
        found[name] = pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))
    return found


def table(name: str) -> str:
    """Return the name of the table of a relation."""
    return _SCHEMA.tables[name].name


async def exported(url: str, held: list[Batches], run: str) -> None:
    """Store pages as an export does."""
    store = SqlStore(url)
    await store.open()
    sink = store.sink(Job(account="", target=_JOB.target, model=Invoice, run=run, incremental=False))
    await sink.begin(None)
    for page, batches in enumerate(held, 1):
        await sink.write(batches, Checkpoint(page=page, records=page * samples.RECORDS))
    written = await sink.finish()
    assert written.records == len(held) * samples.RECORDS, written
    await store.close()


async def copied_text(url: str, texts: list[dict[str, tuple[list[str], bytes]]]) -> None:
    """COPY text that is ready."""
    async with _connected(url) as connection, connection.transaction():
        for page in texts:
            for name, (columns, text) in page.items():
                await connection.copy_to_table(table(name), source=io.BytesIO(text), columns=columns, format="csv")


async def copied_rows(url: str, held: list[Batches]) -> None:
    """COPY rows of Python values by asyncpg."""
    async with _connected(url) as connection, connection.transaction():
        for batches in held:
            for name, batch in batches.with_keys(Keys()).items():
                own = {"_account": "", **({"_run": _JOB.run} if name == MAIN else {})}
                values = zip(*(column.to_pylist() for column in batch.columns), strict=True)
                rows = [(*own.values(), *row) for row in values]
                await connection.copy_records_to_table(table(name), records=rows, columns=[*own, *batch.schema.names])


def _connected(url: str) -> Any:
    import asyncpg  # noqa: PLC0415  # only here

    return _Connection(asyncpg.connect(url.replace("+asyncpg", "")))


class _Connection:
    def __init__(self, opening: Any) -> None:
        self._opening = opening
        self._open: Any = None

    async def __aenter__(self) -> Any:
        self._open = await self._opening
        return self._open

    async def __aexit__(self, *_: object) -> None:
        await self._open.close()


async def emptied(url: str) -> None:
    """Empty the tables, and let the server write what it has to."""
    async with _connected(url) as connection:
        names = ", ".join(f'"{table.name}"' for table in _SCHEMA.tables.values())
        await connection.execute(f"TRUNCATE {names}")
        await connection.execute("CHECKPOINT")


def server_seconds() -> float:
    """Return the CPU time of the server that this process has started, with those of its processes that have ended."""
    found: dict[int, list[int]] = {}
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            name, _, rest = stat.read_text().rpartition(")")
        except OSError:
            continue
        if name.endswith("(postgres"):
            fields = rest.split()
            found[int(stat.parent.name)], parents[int(stat.parent.name)] = [int(each) for each in fields[11:15]], int(fields[1])
    main = next(process for process, parent in parents.items() if parent == os.getpid())
    alive = sum(sum(times[:2]) for process, times in found.items() if parents[process] == main)
    return (sum(found[main]) + alive) / _TICK


async def measured(what: str, work: Callable[[], Awaitable[None]], records: int, *, with_server: bool = True) -> dict[str, Any]:
    """Return the microseconds a record."""
    before, began = server_seconds() if with_server else 0.0, time.process_time()
    await work()
    client = time.process_time() - began
    served = (server_seconds() if with_server else 0.0) - before
    us = [round(seconds / records * 1e6, 1) for seconds in (client, served, client + served)]
    print(f"{what:45} client {us[0]:7.1f}  server {us[1]:7.1f}  both {us[2]:7.1f} us", flush=True)
    return {"what": what, "client": us[0], "server": us[1], "both": us[2]}


async def run(url: str, folder: str, count: int) -> list[dict[str, Any]]:
    """Measure all."""
    held = decoded(count)
    records = count * samples.RECORDS
    mine = [own_columns(batches) for batches in held]
    texts = [{name: (batch.schema.names, csv_of(batch)) for name, batch in page.items()} for page in mine]
    sqlite = f"sqlite:///{folder}/bench.db"
    found = [await measured(_FIRST_LOAD, lambda: exported(url, held, "run 1"), records)]
    found.append(await measured("export to PostgreSQL, the same again", lambda: exported(url, held, "run 2"), records))
    await emptied(url)
    found.append(await measured("COPY of ready text", lambda: copied_text(url, texts), records))
    await emptied(url)
    found.append(await measured(_COPY, lambda: _made_and_copied(url, held), records))
    await emptied(url)
    found.append(await measured("columns to rows of Python, and COPY of them", lambda: copied_rows(url, held), records))
    found.append(
        await measured("export to SQLite, first load", lambda: exported(sqlite, held, "run 1"), records, with_server=False)
    )
    found.append(
        await measured("export to SQLite, the same again", lambda: exported(sqlite, held, "run 2"), records, with_server=False)
    )
    return found


async def _made_and_copied(url: str, held: list[Batches]) -> None:
    for batches in held:
        page = own_columns(batches)
        await copied_text(url, [{name: (batch.schema.names, csv_of(batch)) for name, batch in page.items()}])


def ratio_of_copy(count: int = PAGES) -> float:
    """Return the cost of a first load of PostgreSQL, times that of making and copying the text of the same rows."""
    held = decoded(count)
    records = count * samples.RECORDS

    async def costs(url: str) -> float:
        load = await measured(_FIRST_LOAD, lambda: exported(url, held, "run 1"), records)
        await emptied(url)
        copy = await measured(_COPY, lambda: _made_and_copied(url, held), records)
        return load["both"] / copy["both"]

    with server() as url:
        return asyncio.run(costs(url))


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else PAGES
    with tempfile.TemporaryDirectory() as folder, server() as url:
        rows = asyncio.run(run(url, folder, count))
    by = {row["what"]: row["both"] for row in rows}
    targets = [
        results.target("export to PostgreSQL, first load, of plain COPY of the same rows", by[_FIRST_LOAD] / by[_COPY], TARGET)
    ]
    results.print_targets(targets)
    results.save("export_sql", {"pages": count, "rows": rows, "targets": targets})


if __name__ == "__main__":
    main()
