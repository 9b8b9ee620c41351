"""CPU time of filtered lists of the sandbox: asked of SQLite, and by a walk over all records, which it falls back to.

Every request of a measurement asks for another list, so that none is remembered. The columns of the index are made before: the
first list that filters by a field takes about as long as a walk. Client and server of the concurrent requests share a process.

    python benchmarks/sandbox.py [rounds]
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from unittest import mock
from urllib.parse import parse_qsl

import aiohttp
import results

from daftra_async.sandbox import Sandbox, large, spec, v1, v2
from daftra_async.sandbox.account import Account, Call
from daftra_async.sandbox.search import Inexact
from daftra_async.sandbox.seed import fill
from daftra_async.sandbox.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS: Final = 5
CONCURRENT: Final = 100
_QUERIES: Final = {
    "invoices.list": (
        "client_id=15",
        "client_id=15&date_from=2025-01-01",
        "date_from=2025-01-01&date_to=2025-01-31",
        "po_number=PO-00123",
        "payment_status=-3",
        "keywords=trading",
        "sort=summary_total&direction=desc",
    ),
    "entities.list": (
        "filter[client_id]=15",
        "filter[client.city]=Riyadh",
        "filter[no][like]=0001",
        "filter[id][in]=1,2,3",
    ),
}


@contextlib.contextmanager
def walking() -> Iterator[None]:
    """Let every list be walked."""
    with mock.patch.object(v1, "search", side_effect=Inexact), mock.patch.object(v2, "search", side_effect=Inexact):
        yield


def milliseconds(account: Account, name: str, query: str, rounds: int) -> float:
    """Return the least CPU time of a request: selecting, loading and rendering a page."""
    operation = account.spec.operations[name]
    handle = (v1 if operation.is_v1 else v2).list_records
    spent: list[float] = []
    for number in range(rounds):
        # What is not a filter is ignored, and tells lists apart.
        pairs = [*parse_qsl(query), ("filter" if not operation.is_v1 else "n", str(time.monotonic_ns() + number))]
        call = Call(account, operation, {"entity": "invoice"}, "/", "", pairs, b"")
        began = time.process_time()
        handle(call)
        spent.append((time.process_time() - began) * 1000)
    return min(spent)


def requests(account: Account, rounds: int, walks: int) -> list[dict[str, Any]]:
    """Return a row for each query."""
    rows: list[dict[str, Any]] = []
    for name, queries in _QUERIES.items():
        for query in queries:
            milliseconds(account, name, query, 1)
            asked = milliseconds(account, name, query, rounds)
            with walking():
                walked = milliseconds(account, name, query, walks)
            rows.append(
                {"list": f"{name} {query}", "walk_ms": round(walked, 1), "ms": round(asked, 2), "times": round(walked / asked)}
            )
            print("| " + " | ".join(str(value) for value in rows[-1].values()) + " |")
    return rows


async def concurrent(count: int) -> float:
    """Return CPU seconds of concurrent filtered lists over HTTP."""
    connector = aiohttp.TCPConnector(limit=0)
    async with Sandbox() as sandbox, aiohttp.ClientSession(connector=connector, headers={"apikey": sandbox.api_key}) as session:

        async def one(client: int) -> None:
            async with session.get(f"{sandbox.url}/api2/invoices.json?client_id={client}") as response:
                assert response.status == 200, response.status
                await response.read()

        await one(count + 1)
        began = time.process_time()
        await asyncio.gather(*(one(client) for client in range(1, count + 1)))
        return time.process_time() - began


def large_account(rounds: int) -> dict[str, Any]:
    """Return what the account with 100 000 invoices takes."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        path = large.large_file(1, Path(folder))
        made = time.perf_counter() - began
        began = time.perf_counter()
        store = Store(str(path), scratch=True)
        opened = time.perf_counter() - began
        rows = requests(Account(spec.load(), store), rounds, 1)
        store.close()
        return {"made_s": round(made, 1), "opened_s": round(opened, 3), "mb": round(path.stat().st_size / 1e6), "rows": rows}


def main() -> None:
    """Print the tables."""
    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    account = Account(spec.load(), Store())
    fill(account, demo=True, value=1)
    print("| list | ms of a walk | ms | times |\n|---|---|---|---|")
    rows = requests(account, rounds, 2)
    asked = asyncio.run(concurrent(CONCURRENT))
    with walking():
        walked = asyncio.run(concurrent(CONCURRENT))
    together = {"requests": CONCURRENT, "walk_s": round(walked, 2), "s": round(asked, 2), "times": round(walked / asked)}
    print(together)
    big = large_account(rounds)
    targets = [
        results.target("invoices of one client, times faster", rows[0]["times"], least=20),
        results.target(f"{CONCURRENT} filtered lists at once, times faster", together["times"], least=20),
        results.target("making the large account, seconds", big["made_s"], 120),
        results.target("opening it again, seconds", big["opened_s"], 1),
    ]
    results.print_targets(targets)
    results.save("sandbox", {"rounds": rounds, "rows": rows, "concurrent": together, "large": big, "targets": targets})


if __name__ == "__main__":
    main()
