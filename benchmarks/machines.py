"""CPU time of an account, in one process and on workers of Dask.

Each account has one list of invoices (`walk_pages.native`, 500 on one page), exported to JSON Lines with a manifest and a census.
A process of its own serves all of them from bytes built before. The exports run by turns in fresh processes, after some accounts
to warm up, 4 accounts at a time in a process. With Dask the CPU time is that of all workers, the scheduler and the client. The
table shows the least of each way. The ratios are medians over the rounds, each within its round: what else runs on a machine
changes CPU time too, and less between neighbours. How much faster 2 workers are depends on the free cores: server, scheduler and
client run on the same machine.

    python benchmarks/machines.py [rounds]
"""

from __future__ import annotations

import asyncio
import json
import os
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any, Final

import processes
import servers

from daftra_async.export import AccountSpec, export_account
from daftra_async.http.transport import open_session

ROUNDS: Final = 3
ACCOUNTS: Final = 60
WARM: Final = 12
RECORDS: Final = 500
AT_A_TIME: Final = 4
LIST: Final[dict[str, Any]] = {"resources": ["invoices"]}


async def serve() -> None:
    """Serve until the process is ended; every request is answered with the same page."""
    import pages  # noqa: PLC0415  # only the server needs what makes the page
    import walk_pages  # noqa: PLC0415  # likewise

    body = pages.v1_rows("Invoice", walk_pages.native(RECORDS)) + pages.v1_tail(1, 1, RECORDS)
    await servers.serve(lambda _request, _page: [body])


def specs(port: str, count: int, prefix: str) -> list[AccountSpec]:
    """Return accounts of the server."""
    names = [f"{prefix}{number:04}" for number in range(count)]
    return [AccountSpec(name=name, base_url=f"http://127.0.0.1:{port}/{name}", api_key_env="BENCHMARK_KEY") for name in names]


async def plain(port: str, to: Path) -> dict[str, float]:
    """Export all accounts in this process."""

    async def export(accounts: list[AccountSpec]) -> None:
        waiting = iter(accounts)

        async def work() -> None:
            for spec in waiting:
                assert (await export_account(spec, to, session=session, **LIST)).records == RECORDS

        await asyncio.gather(*(work() for _ in range(AT_A_TIME)))

    async with open_session() as session:
        await export(specs(port, WARM, "warm"))
        cpu, wall = time.process_time(), time.perf_counter()
        await export(specs(port, ACCOUNTS, "a"))
        return {"cpu": time.process_time() - cpu, "seconds": time.perf_counter() - wall}


async def on_dask(port: str, to: Path, workers: int) -> dict[str, float]:
    """Export all accounts on a local cluster."""
    from daftra_async.integrations.dask import export_accounts  # noqa: PLC0415  # one process does without
    from daftra_async.integrations.dask.cluster import connected  # noqa: PLC0415  # needs the extra dask

    async with connected(None, workers) as client:
        scheduler = client.cluster.scheduler_address
        pids = [nanny.pid for nanny in client.cluster.workers.values()]

        def spent() -> float:
            return time.process_time() + sum(map(_cpu_of, pids))

        await export_accounts(specs(port, WARM * workers, "warm"), to, scheduler=scheduler, **LIST)
        cpu, wall, own = spent(), time.perf_counter(), time.process_time()
        report = await export_accounts(specs(port, ACCOUNTS, "a"), to, scheduler=scheduler, **LIST)
        assert report.ok, report.failed[:1]
        assert report.records == ACCOUNTS * RECORDS
        return {"cpu": spent() - cpu, "seconds": time.perf_counter() - wall, "client_cpu": time.process_time() - own}


def _cpu_of(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def run(mode: str, port: str) -> None:
    """Measure once, in this process."""
    to = Path(tempfile.mkdtemp(prefix="machines-"))
    try:
        found = asyncio.run(plain(port, to) if mode == "plain" else on_dask(port, to, int(mode)))
    finally:
        shutil.rmtree(to)
    print(json.dumps({**found, "peak_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


def measure(rounds: int) -> dict[str, list[dict[str, float]]]:
    """Measure all ways by turns."""
    environment = {**os.environ, "BENCHMARK_KEY": "k"}
    found: dict[str, list[dict[str, float]]] = {"plain": [], "1": [], "2": []}
    with servers.running(__file__, "serve") as port:
        for _ in range(rounds):
            for mode, measured in found.items():
                measured.append(processes.measured(__file__, mode, port, env=environment))
    return found


def _ratios(measured: list[dict[str, float]], base: list[dict[str, float]], what: str) -> list[float]:
    return [one[what] / other[what] for one, other in zip(measured, base, strict=True)]


def main(rounds: int = ROUNDS) -> None:
    """Measure, print and keep the results."""
    import results  # noqa: PLC0415  # the measured processes do without

    found = measure(rounds)
    cpu = {mode: min(each["cpu"] for each in measured) / ACCOUNTS for mode, measured in found.items()}
    seconds = {mode: min(each["seconds"] for each in measured) for mode, measured in found.items()}
    ratios = {mode: median(_ratios(found[mode], found["plain"], "cpu")) for mode in found}
    names = {"plain": "one process", "1": "Dask, 1 worker", "2": "Dask, 2 workers"}
    rows = [
        {
            "way": names[mode],
            "cpu_ms": round(cpu[mode] * 1000, 1),
            "of_plain": round(ratios[mode], 2),
            "accounts_per_s": round(ACCOUNTS / seconds[mode], 1),
        }
        for mode in found
    ]
    for row in rows:
        print(row)
    targets = [
        results.target("CPU of an account with Dask, times that of one process", ratios["1"], 1.15),
        results.target("2 workers, times the speed of 1", median(_ratios(found["1"], found["2"], "seconds")), least=1.7),
    ]
    results.print_targets(targets)
    client = min(each["client_cpu"] for each in found["1"]) / ACCOUNTS
    measured = {"accounts": ACCOUNTS, "records": RECORDS, "rounds": rounds, "client_ms": round(client * 1000, 1)}
    results.save("machines", {**measured, "rows": rows, "targets": targets})


if __name__ == "__main__":
    if len(sys.argv) == 3:
        run(sys.argv[1], sys.argv[2])
    elif sys.argv[1:] == ["serve"]:
        asyncio.run(serve())
    else:
        main(*map(int, sys.argv[1:]))
