"""CPU time of loading 20 000 dirty invoices with their lines into a folder of Parquet files by dlt.

A process of its own serves pages of 1000 (4 different ones, with ids of their own on each page). Each loader runs in a fresh
process by turns, and the least CPU time counts, imports aside. The peer fetches the same pages with aiohttp, and writes each
record as a line of JSON: `orjson.loads`, then `orjson.dumps`.

    python benchmarks/dlt_load.py [rounds]
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import json
import os
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

import processes
import servers

ROUNDS: Final = 3
PAGES: Final = 20
LIMIT: Final = 1000
CONCURRENCY: Final = 4
"""Pages that the source reads ahead; the peer fetches as many at a time."""
MOST: Final = 3.0
_NAMES: Final = {"dlt": "dlt with daftra_async, main and line tables", "orjson": "aiohttp + orjson.loads and dumps to lines"}


async def serve() -> None:
    """Serve until the process is ended."""
    pages = importlib.import_module("pages").NumberedPages(PAGES, LIMIT)
    await servers.serve(lambda _, page: pages.body(page))


def load(port: str, folder: str) -> int:
    """Load the list and return the number of records."""
    dlt, source = importlib.import_module("dlt"), importlib.import_module("daftra_async.integrations.dlt").source
    client = importlib.import_module("daftra_async").DaftraClient
    place = dlt.destinations.filesystem(f"file://{folder}/lake")
    pipeline = dlt.pipeline("bench", destination=place, dataset_name="erp", pipelines_dir=f"{folder}/work")
    accounts = {"bench": lambda: client(base_url=f"http://127.0.0.1:{port}", api_key="k")}
    pipeline.run(source(accounts, resources=["invoices"], append=True), loader_file_format="parquet")
    found: int = pipeline.last_trace.last_normalize_info.row_counts["invoices"]
    return found


async def lines(port: str, folder: str) -> int:
    """Write the list as lines of JSON and return the number of records."""
    aiohttp, orjson = importlib.import_module("aiohttp"), importlib.import_module("orjson")
    numbers = iter(range(1, PAGES + 1))
    count = 0
    with (Path(folder) / "invoices.jsonl").open("wb") as out:

        async def work(session: Any) -> None:
            nonlocal count
            for number in numbers:
                url = f"http://127.0.0.1:{port}/api2/invoices?limit={LIMIT}&page={number}"
                async with session.get(url, headers={"apikey": "k"}) as response:
                    rows = orjson.loads(await response.read())["data"]
                out.write(b"".join(orjson.dumps(row["Invoice"]) + b"\n" for row in rows))
                count += len(rows)

        async with aiohttp.ClientSession() as session:
            await asyncio.gather(*(work(session) for _ in range(CONCURRENCY)))
    return count


def run_client(client: str, port: str) -> None:
    """Print records and CPU seconds, those of processes that were started included."""
    if client == "dlt":
        importlib.import_module("daftra_async.integrations.dlt")
    with tempfile.TemporaryDirectory() as folder:
        before = processes.cpu_seconds()
        count = load(port, folder) if client == "dlt" else asyncio.run(lines(port, folder))
        print(json.dumps([count, processes.cpu_seconds() - before]))


def measure(client: str, port: str) -> float:
    """Return CPU seconds of one load."""
    environment = {**os.environ, "RUNTIME__DLTHUB_TELEMETRY": "false", "RUNTIME__LOG_LEVEL": "ERROR"}
    count, spent = processes.measured(__file__, "client", client, port, env=environment)
    assert count == PAGES * LIMIT, count
    return float(spent)


def main() -> None:
    """Print the table."""
    import results  # noqa: PLC0415  # not part of what clients hold

    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    seconds = dict.fromkeys(_NAMES, float("inf"))
    with servers.running(__file__, "serve") as port:
        for _ in range(rounds):
            for client in _NAMES:
                seconds[client] = min(seconds[client], measure(client, port))
    ratio = seconds["dlt"] / seconds["orjson"]
    rows = [{"loader": name, "cpu_s": round(seconds[client], 2)} for client, name in _NAMES.items()]
    print("| loader | CPU seconds |\n|---|---|")
    for row in rows:
        print("| " + " | ".join(str(value) for value in row.values()) + " |")
    targets = [results.target("dlt into a Parquet folder, times aiohttp + orjson to lines", ratio, MOST)]
    results.print_targets(targets)
    results.save("dlt_load", {"rounds": rounds, "rows": rows, "targets": targets})


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["serve"]:
            with contextlib.suppress(KeyboardInterrupt):
                asyncio.run(serve())
        case ["client", client, port]:
            run_client(client, port)
        case _:
            main()
