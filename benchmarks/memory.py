"""Peak memory of walking a list, for a short and for a long one, each in a fresh process against a cheap local server.

python benchmarks/memory.py [records ...]
"""

from __future__ import annotations

import asyncio
import json
import sys

import processes
import servers

from daftra_async import DaftraClient

PER_PAGE = 1000


def page(number: int, total: int) -> bytes:
    """Return one page of work orders, everything as text as v1 lists have it."""
    count = -(-total // PER_PAGE)
    rows = [
        {
            "WorkOrder": {
                "id": str(number * PER_PAGE + i),
                "client_id": str(i),
                "number": f"{i:06}",
                "title": f"Work order {i} of page {number}",
                "start_date": "2026-01-31",
                "delivery_date": "0000-00-00",
                "budget": "1250.7500",
                "budget_currency": "SAR",
                "status": "1",
                "created": "2026-01-31 10:00:00",
                "modified": "2026-02-01 10:00:00",
                "description": "x" * 200,
                "undocumented": "kept",
            }
        }
        for i in range(min(PER_PAGE, total - (number - 1) * PER_PAGE))
    ]
    following = f"/api2/work_orders?page={number + 1}" if number < count else None
    pagination = {"prev": None, "next": following, "page": number, "page_count": count, "total_results": total}
    return json.dumps({"code": 200, "result": "successful", "data": rows, "pagination": pagination}).encode()


async def serve(total: int) -> None:
    """Serve the list until the process is ended."""
    await servers.serve(lambda _, number: [page(number, total)])


async def walk(port: str) -> None:
    """Walk the list and print the number of records and the peak memory in MiB."""
    count = 0
    async with DaftraClient(base_url=f"http://127.0.0.1:{port}", api_key="k") as daftra:
        async for _ in daftra.work_orders.list(limit=PER_PAGE):
            count += 1
    print(json.dumps([count, processes.status("VmHWM")]))


def measure(total: int) -> tuple[int, float]:
    """Return records and MiB of a walk in a fresh process."""
    with servers.running(__file__, "serve", str(total)) as port:
        count, peak = processes.measured(__file__, "walk", port)
    return count, peak


def main() -> None:
    """Print the table."""
    totals = [int(text) for text in sys.argv[1:]] or [1_000, 100_000]
    print("| records | peak MiB | more than the first |\n|---|---|---|")
    import results  # noqa: PLC0415  # not part of what the walk holds

    rows: list[dict[str, object]] = []
    first: float | None = None
    for total in totals:
        count, peak = measure(total)
        assert count == total
        first = peak if first is None else first
        rows.append({"records": total, "peak_mib": round(peak, 1), "more": round(peak - first, 1)})
        print(f"| {total} | {peak:.1f} | {peak - first:+.1f} |")
    results.save("memory", {"rows": rows})


if __name__ == "__main__":
    if sys.argv[1:2] == ["serve"]:
        asyncio.run(serve(int(sys.argv[2])))
    elif sys.argv[1:2] == ["walk"]:
        asyncio.run(walk(sys.argv[2]))
    else:
        main()
