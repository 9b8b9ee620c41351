"""What exports cost beside the least that can be done with the same pages: CPU microseconds a record, all in one run.

20 000 dirty invoices of 5.35 kB with 5 lines, 1000 on a page, 4 pages at a time, from a server of another process. Each way runs
in a fresh process by turns, and the least CPU time counts, imports aside, first use of the resource included. The peers:

    R   the page split into the bytes of its records, each of them written as a line, one fsync a page
    O   aiohttp, `orjson.loads`, and `orjson.dumps` of each record as a line

The first page is stored when its progress is reported, seconds after `export` was called. Peak memory is that of an export of
more records, page after page. PostgreSQL is compared with COPY by `export_sql`, where a server can be started.

    python benchmarks/export.py [rounds] [records of the exports whose memory is looked at]
"""

from __future__ import annotations

import asyncio
import importlib
import json
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import aiohttp
import processes
import servers

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from daftra_async.export import ProgressEvent

    Lines = Callable[[bytes], bytes]

ROUNDS: Final = 3
RECORDS: Final = 20_000
LIMIT: Final = 1000
AT_A_TIME: Final = 4
LARGE: Final = 100_000
FIRST_PAGE: Final = 0.3
MOST_MIB: Final = 150.0
NAMES: Final = {
    "raw": "R: raw split, written and fsynced",
    "orjson": "O: aiohttp, orjson.loads and dumps to lines",
    "sent": "JSON Lines as sent",
    "typed": "JSON Lines",
    "parquet": "Parquet with lines",
    "duckdb": "DuckDB with lines",
}
TARGETS: Final = {
    "sent": ("JSON Lines as sent / R", "raw", 1.5),
    "typed": ("JSON Lines / O", "orjson", 1.2),
    "parquet": ("Parquet with lines / O", "orjson", 2.0),
    "duckdb": ("DuckDB with lines / O", "orjson", 3.0),
}
_OURS: Final = tuple(TARGETS)


async def serve(records: int) -> None:
    """Serve until the process is ended."""
    pages = importlib.import_module("pages").NumberedPages(records // LIMIT, LIMIT)
    await servers.serve(lambda _, page: pages.body(page))


async def bodies(port: str, records: int) -> AsyncIterator[bytes]:
    """Yield the bodies of all pages in order, some of them fetched ahead."""
    waiting: list[asyncio.Task[bytes]] = []

    async def fetch(page: int) -> bytes:
        url = f"http://127.0.0.1:{port}/api2/invoices?limit={LIMIT}&page={page}"
        async with session.get(url, headers={"apikey": "k"}) as response:
            return await response.read()

    async with aiohttp.ClientSession() as session:
        for page in range(1, records // LIMIT + 1):
            waiting.append(asyncio.ensure_future(fetch(page)))
            if len(waiting) == AT_A_TIME:
                yield await waiting.pop(0)
        while waiting:
            yield await waiting.pop(0)


async def peer(name: str, port: str, folder: str, records: int) -> int:
    """Write the list by the means of a peer and return the number of lines."""
    lines, count = (_split if name == "raw" else _recoded)(), 0
    with (Path(folder) / "invoices.jsonl").open("wb") as out:
        async for body in bodies(port, records):
            text = lines(body)
            count += text.count(b"\n")
            out.write(text)
            if name == "raw":
                out.flush()
                os.fsync(out.fileno())
    return count


def _split() -> Lines:
    msgspec = importlib.import_module("msgspec")
    row = msgspec.defstruct("Row", [("Invoice", msgspec.Raw)])
    decode = msgspec.json.Decoder(msgspec.defstruct("Page", [("data", list[row])])).decode  # made at run time
    return lambda body: b"".join(bytes(each.Invoice) + b"\n" for each in decode(body).data)


def _recoded() -> Lines:
    orjson = importlib.import_module("orjson")
    return lambda body: b"".join(orjson.dumps(row["Invoice"]) + b"\n" for row in orjson.loads(body)["data"])


async def exported(name: str, port: str, folder: str, ahead: int) -> tuple[int, float]:
    """Export the list and return the number of records, and the seconds until the first page was stored."""
    client, export = importlib.import_module("daftra_async").DaftraClient, importlib.import_module("daftra_async.export").export
    to = f"duckdb:///{folder}/acme.duckdb" if name == "duckdb" else folder
    options: dict[str, Any] = {"as_sent": name == "sent", "format": "parquet" if name == "parquet" else "jsonl"}
    stored: list[float] = []

    def see(event: ProgressEvent) -> None:
        if event.state == "page":
            stored.append(time.perf_counter())

    async with client(base_url=f"http://127.0.0.1:{port}", api_key="k") as daftra:
        began = time.perf_counter()
        report = await export(daftra, resources=["invoices"], to=to, page_size=LIMIT, pages_ahead=ahead, progress=see, **options)
    assert report.ok, report.failed
    return report.records, stored[0] - began


def run(name: str, port: str, records: int, ahead: int) -> None:
    """Measure once, in this process."""
    first = None
    _import(name)
    with tempfile.TemporaryDirectory() as folder:
        before = processes.cpu_seconds()
        if name in _OURS:
            count, first = asyncio.run(exported(name, port, folder, ahead))
        else:
            count = asyncio.run(peer(name, port, folder, records))
        spent = processes.cpu_seconds() - before
    assert count == records, count
    print(json.dumps({"us": spent / records * 1e6, "first": first, "peak": processes.status("VmHWM")}))


def _import(name: str) -> None:
    """Import everything that a way needs, also what it would import at first use."""
    if name not in _OURS:
        importlib.import_module("msgspec" if name == "raw" else "orjson")
        return
    for module in ("daftra_async.export", "daftra_async.client", "daftra_async.models.invoice"):
        importlib.import_module(module)
    importlib.import_module("daftra_async.catalogue").operations()
    if name in {"parquet", "duckdb"}:
        importlib.import_module("daftra_async.lists.columns")
        importlib.import_module("pyarrow.parquet" if name == "parquet" else "duckdb")


def costs(rounds: int) -> tuple[dict[str, float], dict[str, float]]:
    """Return the least microseconds a record of each way, and the least seconds of ours until the first page was stored."""
    found: dict[str, list[dict[str, float]]] = {name: [] for name in NAMES}
    with servers.running(__file__, "serve", str(RECORDS)) as port:
        for _ in range(rounds):
            for name, runs in found.items():
                runs.append(processes.measured(__file__, name, port, str(RECORDS), str(AT_A_TIME)))
    us = {name: min(each["us"] for each in runs) for name, runs in found.items()}
    return us, {name: min(each["first"] for each in found[name]) for name in _OURS}


def peaks(records: int) -> dict[str, float]:
    """Return MiB at the peak of each of our exports."""
    with servers.running(__file__, "serve", str(records)) as port:
        return {name: processes.measured(__file__, name, port, str(records), "1")["peak"] for name in _OURS}


def postgres() -> float | None:
    """Return the cost of an export to PostgreSQL, times that of COPY; None where no server can be started."""
    try:
        return importlib.import_module("export_sql").ratio_of_copy()
    except (ImportError, OSError, SystemExit) as error:
        print(f"PostgreSQL is skipped: {error}")
        return None


def main() -> None:
    """Print the tables."""
    import results  # noqa: PLC0415  # the measured processes do without

    rounds, large = [*map(int, sys.argv[1:]), *(ROUNDS, LARGE)[len(sys.argv) - 1 :]]
    us, first = costs(rounds)
    peak = peaks(large)
    rows: list[dict[str, Any]] = []
    print("| way | us a record | of R | of O | first page, s | peak MiB |\n|---|---|---|---|---|---|")
    for name, what in NAMES.items():
        row = {
            "way": what,
            "us": round(us[name], 1),
            "of_raw": round(us[name] / us["raw"], 2),
            "of_orjson": round(us[name] / us["orjson"], 2),
            "first": round(first[name], 3) if name in first else "",
            "peak_mib": round(peak[name]) if name in peak else "",
        }
        rows.append(row)
        print("| " + " | ".join(str(value) for value in row.values()) + " |")
    targets = [results.target(what, us[name] / us[peer], most) for name, (what, peer, most) in TARGETS.items()]
    if (copy := postgres()) is not None:
        targets.append(results.target("PostgreSQL, client and server, first load / COPY of the same rows", copy, 1.5))
    targets.append(results.target("first page stored, seconds, slowest target", max(first.values()), FIRST_PAGE))
    targets += [results.target(f"peak MiB, {NAMES[name]}, {large} records", peak[name], MOST_MIB) for name in _OURS]
    results.print_targets(targets)
    results.save("export", {"rounds": rounds, "large": large, "rows": rows, "postgres": copy is not None, "targets": targets})


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["serve", records]:
            asyncio.run(serve(int(records)))
        case [name, at, records, ahead]:
            run(name, at, int(records), int(ahead))
        case _:
            main()
