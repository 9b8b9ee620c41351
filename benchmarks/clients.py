"""Clients that fetch 24 000 invoices and drop the records, and the server of the pages.

python benchmarks/clients.py serve KIND LIMIT
python benchmarks/clients.py fetch NAME PORT CONCURRENCY LIMIT            one client in a fresh process
python benchmarks/clients.py compare NAMES PORT CONCURRENCY LIMIT ROUNDS    clients by turns in one process
"""

from __future__ import annotations

import asyncio
import gc
import importlib
import json
import sys
import time
from typing import TYPE_CHECKING, Final

import aiohttp
import processes
import servers

if TYPE_CHECKING:
    import contextlib
    from collections.abc import Callable, Iterable

FETCHED: Final = 24_000
"""Records of a fetch."""
LIMIT: Final = 1000
"""Records of a page."""


async def serve(kind: str, limit: int) -> None:
    """Serve a kind of invoices until the process is ended; beside the dirty ones, the same cleaned."""
    samples, walked = importlib.import_module("samples"), importlib.import_module("walk_pages")
    numbered = importlib.import_module("pages").NumberedPages
    count = FETCHED // limit
    usual = numbered(count, limit, getattr(walked, kind, samples.dirty_invoices))
    clean = numbered(count, limit, lambda count, seed: samples.invoices(count, seed)[0]) if kind == "dirty" else usual
    await servers.serve(lambda request, page: (clean if b"/clean/" in request else usual).body(page))


def server(kind: str, limit: int = LIMIT) -> contextlib.AbstractContextManager[str]:
    """Run the server of a kind of invoices and give its port."""
    return servers.running(__file__, "serve", kind, str(limit))


def measure(client: str, port: str, concurrency: int, limit: int = LIMIT) -> tuple[float, float, float]:
    """Return CPU seconds of one fetch, MiB at its peak, and how much of that is beyond what the process held before."""
    spent, peak, before = processes.measured(__file__, "fetch", client, port, str(concurrency), str(limit))
    return spent, peak, peak - before


def compare(clients: Iterable[str], port: str, concurrency: int, limit: int, rounds: int) -> dict[str, float]:
    """Return the least CPU seconds of a fetch by each client, by turns in one process that used the resource before."""
    names = ",".join(clients)
    seconds: dict[str, float] = processes.measured(__file__, "compare", names, port, str(concurrency), str(limit), str(rounds))
    return seconds


async def fetched(client: str, port: str, concurrency: int, limit: int) -> int:
    """Fetch the list with a client and return the number of records."""
    if client == "ours":
        return await _ours(f"http://127.0.0.1:{port}", concurrency, limit)
    decode = _decoder(client, limit)
    path = "clean/invoices" if client == "pydantic" else "api2/invoices"
    count, numbers = 0, iter(range(1, FETCHED // limit + 1))

    async def work(session: aiohttp.ClientSession) -> None:
        nonlocal count
        for number in numbers:
            url = f"http://127.0.0.1:{port}/{path}?limit={limit}&page={number}"
            async with session.get(url, headers={"apikey": "k"}) as response:
                body = await response.read()
            count += decode(body)

    async with aiohttp.ClientSession() as session:
        await asyncio.gather(*(work(session) for _ in range(concurrency)))
    return count


async def _ours(url: str, concurrency: int, limit: int) -> int:
    from daftra_async import DaftraClient  # noqa: PLC0415  # the others do without

    count = 0
    async with DaftraClient(base_url=url, api_key="k") as daftra:
        async for page in daftra.invoices.list(limit=limit).pages(concurrency=concurrency):
            count += len(page)
            del page  # the others keep no records either while the next page comes
    return count


def _decoder(client: str, limit: int) -> Callable[[bytes], int]:
    if client == "bytes":
        return lambda body: limit if body else 0
    if client == "pydantic":
        invoice = importlib.import_module("daftra_async.models").Invoice
        decode = importlib.import_module("peers").model(invoice, "Invoice")
        return lambda body: len(decode(body))
    loads = json.loads if client == "json" else importlib.import_module("orjson").loads
    return lambda body: len(loads(body)["data"])


def seconds_of(client: str, port: str, concurrency: int, limit: int) -> float:
    """Return CPU seconds of one fetch."""
    began = time.process_time()
    count = asyncio.run(fetched(client, port, concurrency, limit))
    spent = time.process_time() - began
    assert count == FETCHED, count
    return spent


def run_client(client: str, port: str, concurrency: int, limit: int) -> None:
    """Print CPU seconds, and MiB at the peak and before it all, imports done."""
    if client == "ours":
        importlib.import_module("daftra_async.client")
    else:
        _decoder(client, limit)
    before = processes.status("VmRSS")
    spent = seconds_of(client, port, concurrency, limit)
    print(json.dumps([spent, processes.status("VmHWM"), before]))


def run_by_turns(clients: list[str], port: str, concurrency: int, limit: int, rounds: int) -> None:
    """Print the least CPU seconds of each client."""
    seconds_of("ours", port, concurrency, limit)  # imports and learns
    least = dict.fromkeys(clients, float("inf"))
    for client in clients * rounds:
        gc.collect()
        least[client] = min(least[client], seconds_of(client, port, concurrency, limit))
    print(json.dumps(least))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["serve", kind, limit]:
            asyncio.run(serve(kind, int(limit)))
        case ["fetch", name, at, many, limit]:
            run_client(name, at, int(many), int(limit))
        case ["compare", names, at, many, limit, rounds]:
            run_by_turns(names.split(","), at, int(many), int(limit), int(rounds))
        case _:
            raise SystemExit(__doc__)
