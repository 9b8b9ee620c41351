"""CPU time of the client process for a whole bulk fetch: 100 000 invoices, 1000 on a page, records dropped.

A process of its own serves pages that were built before (4 different ones; each page gets ids of its own where walks look for
progress, in its first record). Clients run in fresh processes by
turns, and the least CPU time counts, from opening the session to closing it, first use included. The dirty invoices are fetched 8
pages at a time. The generated pydantic client cannot read a dirty page, so it fetches the same records cleaned; one walk, page by
page, is for its peak memory. The pages of `walk_pages` are walked one after the other, and 16 at a time; also with 100 on a page.

    python benchmarks/fetch.py [rounds]
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import json
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import aiohttp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROUNDS: Final = 3
FETCHED: Final = 100_000
"""Records of a fetch."""
LIMIT: Final = 1000
"""Records of a page."""
CONCURRENCY: Final = 8
WALKS: Final = {
    "native": "numbers as JSON numbers, 46 Decimals and 12 date-times",
    "unknown": "texts, two unknown keys in each line",
}
"""Pages of `walk_pages`."""
_MOST: Final = {
    **{("native", limit, 1): 1.6 for limit in (LIMIT, 100)},
    **{("unknown", limit, 1): 2.0 for limit in (LIMIT, 100)},
    **{(kind, LIMIT, 16): 1.25 for kind in WALKS},
}
"""Targets by kind, records of a page and pages at a time: CPU time, times that of aiohttp + orjson.loads."""
_VARIANTS: Final = 4
_FIRST_ID: Final = 90_000_000
"""Above the ids of the records that were made."""
_NAMES: Final = {
    "ours": "daftra_async, dirty",
    "orjson": "aiohttp + orjson.loads, dirty",
    "json": "aiohttp + json.loads, dirty",
    "pydantic": "aiohttp + pydantic, clean",
    "bytes": "aiohttp, bodies dropped",
}


class _Server(asyncio.Protocol):
    """As cheap as it gets: finds the number of the page in the request and writes bytes."""

    def __init__(self, rows: dict[bytes, list[tuple[bytes, bytes]]], tails: list[bytes]) -> None:
        self._rows = rows
        self._tails = tails
        self._received = b""
        self._transport: Any = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._received += data
        while b"\r\n\r\n" in self._received:
            request, _, self._received = self._received.partition(b"\r\n\r\n")
            found = re.search(rb"[?&]page=(\d+)", request)
            page = int(found[1]) if found else 1
            variants = self._rows[b"clean" if b"/clean/" in request else b"dirty"]
            (begin, rows), tail = variants[page % len(variants)], self._tails[page]
            first = b"%d" % (_FIRST_ID + page)
            length = len(begin) + len(first) + len(rows) + len(tail)
            head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % length
            self._transport.writelines([head, begin, first, rows, tail])


def _around_first_id(rows: bytes) -> tuple[bytes, bytes]:
    """Return the text before and after the first record's id."""
    found = re.search(rb'"id":"?(\d+)', rows)
    assert found is not None
    return rows[: found.start(1)], rows[found.end(1) :]


def _rows(kind: str, limit: int) -> dict[bytes, list[tuple[bytes, bytes]]]:
    """Return the pages of a kind of invoices; beside the dirty ones, the same cleaned."""
    pages, walked = importlib.import_module("pages"), importlib.import_module("walk_pages")
    makes: dict[bytes, Callable[..., Any]] = {b"dirty": getattr(walked, kind, pages.dirty_invoices)}
    if kind == "dirty":
        makes[b"clean"] = lambda count, seed: pages.invoices(count, seed)[0]
    return {
        name: [_around_first_id(pages.v1_rows("Invoice", make(limit, seed))) for seed in range(_VARIANTS)]
        for name, make in makes.items()
    }


async def serve(kind: str, limit: int) -> None:
    """Serve until the process is ended."""
    pages = importlib.import_module("pages")
    rows = _rows(kind, limit)
    count = FETCHED // limit
    tails = [pages.v1_tail(page, count, limit) for page in range(count + 1)]
    server = await asyncio.get_running_loop().create_server(lambda: _Server(rows, tails), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


async def fetch(client: str, port: str, concurrency: int, limit: int) -> int:
    """Fetch the list with a client and return the number of records."""
    if client == "ours":
        return await _ours(f"http://127.0.0.1:{port}", concurrency, limit)
    decode = _decoder(client)
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
    return count


def _decoder(client: str) -> Callable[[bytes], int]:
    if client == "bytes":
        return lambda body: 1000 if body else 0
    if client == "pydantic":
        invoice = importlib.import_module("daftra_async.models").Invoice
        decode = importlib.import_module("peers").model(invoice, "Invoice")
        return lambda body: len(decode(body))
    loads = json.loads if client == "json" else importlib.import_module("orjson").loads
    return lambda body: len(loads(body)["data"])


def run_client(client: str, port: str, concurrency: int, limit: int) -> None:
    """Print records, CPU seconds, and MiB at the peak and before it all, imports done."""
    if client == "ours":
        importlib.import_module("daftra_async.client")
    else:
        _decoder(client)
    before = _status("VmRSS")
    began = time.process_time()
    count = asyncio.run(fetch(client, port, concurrency, limit))
    spent = time.process_time() - began
    print(count, spent, _status("VmHWM"), before)


def _status(key: str) -> float:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(key)) / 1024


@contextlib.contextmanager
def server(kind: str, limit: int = LIMIT) -> Iterator[str]:
    """Run the server of a kind of invoices and give its port."""
    with subprocess.Popen([sys.executable, __file__, "serve", kind, str(limit)], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


def measure(client: str, port: str, concurrency: int, limit: int = LIMIT) -> tuple[float, float, float]:
    """Return CPU seconds of one fetch, MiB at its peak, and how much of that is beyond what the process held before."""
    command = [sys.executable, __file__, "client", client, port, str(concurrency), str(limit)]
    count, spent, peak, before = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    assert int(count) == FETCHED, count
    return float(spent), float(peak), float(peak) - float(before)


def least(kind: str, limit: int, concurrency: int, rounds: int) -> dict[str, float]:
    """Return the least CPU seconds of a walk over a kind of pages, ours and that of aiohttp + orjson.loads."""
    seconds = dict.fromkeys(("ours", "orjson"), float("inf"))
    with server(kind, limit) as port:
        for _ in range(rounds):
            for client in seconds:
                seconds[client] = min(seconds[client], measure(client, port, concurrency, limit)[0])
    return seconds


def walked(rounds: int) -> list[dict[str, Any]]:
    """Measure the walks over the pages of `walk_pages`."""
    rows: list[dict[str, Any]] = []
    print("\n| page | records | at a time | CPU seconds | of aiohttp + orjson.loads |\n|---|---|---|---|---|")
    for (kind, limit, at_a_time), most in _MOST.items():
        seconds = least(kind, limit, at_a_time, rounds)
        ratio = seconds["ours"] / seconds["orjson"]
        row = {
            "page": WALKS[kind],
            "records": limit,
            "at_a_time": at_a_time,
            "cpu_s": round(seconds["ours"], 2),
            "of_orjson": round(ratio, 3),
        }
        print("| " + " | ".join(str(value) for value in row.values()) + " |")
        rows.append({**row, "most": most})
    return rows


def main() -> None:
    """Print the tables."""
    import results  # noqa: PLC0415  # not part of what clients hold

    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    seconds = dict.fromkeys(_NAMES, float("inf"))
    with server("dirty") as port:
        for _ in range(rounds):
            for client in _NAMES:
                seconds[client] = min(seconds[client], measure(client, port, CONCURRENCY)[0])
        walks = {client: measure(client, port, 1) for client in ("ours", "orjson", "bytes")}
    rows: list[dict[str, Any]] = []
    print("| client | CPU seconds | of aiohttp + orjson.loads |\n|---|---|---|")
    for client, name in _NAMES.items():
        row = {"client": name, "cpu_s": round(seconds[client], 2), "of_orjson": round(seconds[client] / seconds["orjson"], 3)}
        rows.append(row)
        print("| " + " | ".join(str(value) for value in row.values()) + " |")
    peaks = [
        {"client": _NAMES[client], "mib": round(peak, 1), "beyond_imports": round(beyond, 1)}
        for client, (_, peak, beyond) in walks.items()
    ]
    print(f"\nPeak of a process that walks page by page, MiB: {peaks}")
    targets = [
        results.target("bulk fetch, times aiohttp + orjson.loads", seconds["ours"] / seconds["orjson"], 1.5),
        results.target("peak of a walk, times that of orjson.loads, imports aside", walks["ours"][2] / walks["orjson"][2], 1.5),
    ]
    others = walked(rounds)
    targets += [
        results.target(
            f"{row['page']}: {row['at_a_time']} of {row['records']} at a time, times aiohttp + orjson.loads",
            row["of_orjson"],
            row["most"],
        )
        for row in others
    ]
    results.print_targets(targets)
    results.save("fetch", {"rounds": rounds, "rows": rows, "walks": peaks, "pages": others, "targets": targets})


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["serve", kind, limit]:
            asyncio.run(serve(kind, int(limit)))
        case ["client", name, at, many, limit]:
            run_client(name, at, int(many), int(limit))
        case _:
            main()
