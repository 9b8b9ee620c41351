"""Reading ahead: how near a walk comes to the ideal when waiting is what costs, and how much memory it takes when decoding does.

Waiting: a server of another process answers each request after 50 ms; 200 pages of 10 work orders. The ideal is the first page
and then ceil(199 / 8) rounds, each as long as one request takes alone (measured).

Decoding: 24 pages of 1000 dirty invoices from the server of clients.py. Each way of fetching has fresh processes; the least time
and the largest peak count. A page is what one takes decoded: the growth of a process that keeps 20 of them, by 20.

    python benchmarks/readahead.py [rounds]
"""

from __future__ import annotations

import asyncio
import json
import statistics
import sys
import time
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Final

import clients
import servers
from processes import measured, status

if TYPE_CHECKING:
    from daftra_async import DaftraClient, Invoice, Pager

ROUNDS: Final = 3
DELAY: Final = 0.05
PAGES: Final = 200
ROWS: Final = 10
AHEAD: Final = 8
_KEPT: Final = 20
_WAYS: Final = {
    "walk": "page after page",
    "ahead": f"read-ahead of {AHEAD}",
    "slow": f"read-ahead of {AHEAD}, 0.1 s of other work a page",
    "gather": "`asyncio.gather` of all pages",
}


def page_of(page: int) -> bytes:
    """Return a page of work orders."""
    rows = [{"WorkOrder": {"id": str((page - 1) * ROWS + at), "title": f"Order {at}"}} for at in range(ROWS)]
    following = f"/api2/work_orders?page={page + 1}" if page < PAGES else None
    paging = {"prev": None, "next": following, "page": page, "page_count": PAGES, "total_results": PAGES * ROWS}
    return json.dumps({"code": 200, "result": "successful", "data": rows, "pagination": paging}).encode()


async def serve() -> None:
    """Serve until the process is ended."""
    await servers.serve(lambda _, page: [page_of(page)], DELAY)


async def latency(port: str) -> None:
    """Print seconds of one request, of the walk that reads ahead and of the ideal, and what runs after `break`."""
    from daftra_async import DaftraClient  # noqa: PLC0415  # in its own process

    async with DaftraClient(base_url=f"http://127.0.0.1:{port}", api_key="k") as daftra:
        orders = daftra.work_orders.list(limit=ROWS)
        alone: list[float] = []
        for _ in range(12):
            began = time.perf_counter()
            await orders
            alone.append(time.perf_counter() - began)
        request = statistics.median(alone[2:])

        began = time.perf_counter()
        ids = [order.id async for order in orders.prefetch(AHEAD)]
        took = time.perf_counter() - began
        assert ids == list(range(PAGES * ROWS)), "order"

        async for page in orders.prefetch(AHEAD).pages():
            if page.page == 3:
                await asyncio.sleep(DELAY / 2)
                before = _running(daftra)
                break
        for _ in range(8):
            await asyncio.sleep(0)
        after, tasks = _running(daftra), len(asyncio.all_tasks()) - 1
    rounds = 1 + -(-(PAGES - 1) // AHEAD)
    print(json.dumps({"request": request, "took": took, "ideal": rounds * request, "before": before, "after": after + tasks}))


def _running(daftra: DaftraClient) -> int:
    return daftra._pipeline.life.calls  # noqa: SLF001  # a sibling script  # nothing public counts them


async def decode(way: str, port: str) -> None:
    """Print records, seconds, CPU seconds, and MiB of the peak beyond what the process held before."""
    from daftra_async import DaftraClient  # noqa: PLC0415  # in its own process

    async with DaftraClient(base_url=f"http://127.0.0.1:{port}", api_key="k") as daftra:
        invoices = daftra.invoices.list(limit=1000)
        await invoices  # what first use takes is no part of it
        held, count = status("VmRSS"), 0
        began, cpu = time.perf_counter(), time.process_time()
        if way == "keep":
            async with aclosing(invoices.pages()) as pages:
                kept = [await anext(pages) for _ in range(_KEPT)]
            print(json.dumps({"page": (status("VmRSS") - held) / len(kept)}))
            return
        if way == "gather":
            count = sum(map(len, await gather(daftra)))
        else:
            count = await walk(way, invoices)
        took, cpu = time.perf_counter() - began, time.process_time() - cpu
    assert count == clients.FETCHED, count
    print(json.dumps({"s": took, "cpu_s": cpu, "peak": status("VmHWM") - held}))


async def walk(way: str, invoices: Pager[Invoice]) -> int:
    """Count the records of a walk."""
    count = 0
    async for page in invoices.prefetch(1 if way == "walk" else AHEAD).pages():
        count += len(page)
        assert page.data[0].id
        if way == "slow":
            await asyncio.sleep(0.1)
    return count


async def gather(daftra: DaftraClient) -> list[Any]:
    """Fetch all pages at once, as it is written most often; the client's limit of requests in flight holds."""
    first = await daftra.invoices.list(limit=1000)
    numbers = range(2, (first.page_count or 1) + 1)

    async def get(number: int) -> Any:
        return await daftra.invoices.list(limit=1000, page=number)

    return [first, *await asyncio.gather(*map(get, numbers))]


def main() -> None:
    """Print the tables."""
    import results  # noqa: PLC0415  # not part of what is measured

    rounds = int(sys.argv[1]) if sys.argv[1:] else ROUNDS
    with servers.running(__file__, "serve") as port:
        waits = [measured(__file__, "latency", port) for _ in range(rounds)]
    wait = min(waits, key=lambda each: each["took"] / each["ideal"])
    with clients.server("dirty") as port:
        page = statistics.median(measured(__file__, "decode", "keep", port)["page"] for _ in range(rounds))
        runs = {way: [measured(__file__, "decode", way, port) for _ in range(1 if way == "slow" else rounds)] for way in _WAYS}
    print(f"one request {wait['request'] * 1000:.1f} ms, {PAGES} pages in {wait['took']:.3f} s, ideal {wait['ideal']:.3f} s")
    print(f"after `break` at page 3: {wait['before']} requests before, {wait['after']} after a turn of the loop")
    print(f"\na decoded page of 1000 invoices: {page:.1f} MiB\n")
    rows: list[dict[str, Any]] = []
    print("| way | seconds | CPU seconds | records/s | peak MiB | pages |\n|---|---|---|---|---|---|")
    for way, found in runs.items():
        best, peak = min(each["s"] for each in found), max(each["peak"] for each in found)
        rows.append(
            {
                "way": _WAYS[way],
                "s": round(best, 2),
                "cpu_s": round(min(each["cpu_s"] for each in found), 2),
                "records_per_s": round(clients.FETCHED / best),
                "peak_mib": round(peak, 1),
                "peak_pages": round(peak / page, 1),
            }
        )
        print("| " + " | ".join(str(value) for value in rows[-1].values()) + " |")
    most = max(row["peak_pages"] for row in rows[1:3])
    targets = [
        results.target("200 pages of 50 ms, 8 ahead, times the ideal", wait["took"] / wait["ideal"], 1.15),
        results.target("requests that run after `break` at page 3", max(each["after"] for each in waits), 0),
        results.target("peak of reading 8 ahead, in decoded pages", most, 12),
    ]
    results.print_targets(targets)
    waiting = {key: round(wait[key], 4) for key in ("request", "took", "ideal")}
    results.save(
        "readahead", {"rounds": rounds, "waiting": waiting, "page_mib": round(page, 2), "rows": rows, "targets": targets}
    )


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["serve"]:
            asyncio.run(serve())
        case ["latency", at]:
            asyncio.run(latency(at))
        case ["decode", how, at]:
            asyncio.run(decode(how, at))
        case _:
            main()
