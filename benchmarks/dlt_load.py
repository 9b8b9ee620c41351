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
import os
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

ROUNDS: Final = 3
PAGES: Final = 20
LIMIT: Final = 1000
_VARIANTS: Final = 4
_ID: Final = re.compile(rb'(?<=\{"Invoice":\{"id":")\d+')
CONCURRENCY: Final = 4
"""Pages that the source reads ahead; the peer fetches as many at a time."""
MOST: Final = 3.0
_NAMES: Final = {"dlt": "dlt with daftra_async, main and line tables", "orjson": "aiohttp + orjson.loads and dumps to lines"}


async def serve() -> None:
    """Serve until the process is ended."""
    pages, web = importlib.import_module("pages"), importlib.import_module("aiohttp.web")
    rows = [_ID.split(pages.v1_rows("Invoice", pages.dirty_invoices(LIMIT, seed))) for seed in range(_VARIANTS)]

    async def answer(request: Any) -> Any:
        page = int(request.query.get("page", 1))
        parts = rows[page % _VARIANTS]
        ids = (b"%d" % (page * LIMIT + at) for at in range(len(parts) - 1))
        body = parts[0] + b"".join(identity + part for identity, part in zip(ids, parts[1:], strict=True))
        return web.Response(body=body + pages.v1_tail(page, PAGES, LIMIT), content_type="application/json")

    app = web.Application()
    app.router.add_get("/{path:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    print(runner.addresses[0][1], flush=True)
    await asyncio.Event().wait()


@contextlib.contextmanager
def server() -> Iterator[str]:
    """Run the server and give its port."""
    with subprocess.Popen([sys.executable, __file__, "serve"], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


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
        before = _cpu()
        count = load(port, folder) if client == "dlt" else asyncio.run(lines(port, folder))
        print(count, _cpu() - before)


def _cpu() -> float:
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def measure(client: str, port: str) -> float:
    """Return CPU seconds of one load."""
    environment = {**os.environ, "RUNTIME__DLTHUB_TELEMETRY": "false", "RUNTIME__LOG_LEVEL": "ERROR"}
    command = [sys.executable, __file__, "client", client, port]
    told = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment).stdout
    count, spent = told.splitlines()[-1].split()
    assert int(count) == PAGES * LIMIT, count
    return float(spent)


def main() -> None:
    """Print the table."""
    import results  # noqa: PLC0415  # not part of what clients hold

    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    seconds = dict.fromkeys(_NAMES, float("inf"))
    with server() as port:
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
