"""CPU time of the client process for a whole bulk fetch: 24 000 invoices, 1000 on a page, records dropped.

A process of its own serves pages that were built before (4 different ones, their records with ids of their own). Clients
(`clients`) run in fresh processes by turns, and the least CPU time counts, from opening the session to closing it, first use
included. The dirty invoices are fetched 8 pages at a time. The generated pydantic client cannot read a dirty page, so it fetches
the same records cleaned; one walk, page by page, is for its peak memory. The pages of `walk_pages` are walked one after the
other, and 16 at a time; also with 100 on a page: ours and the peer by turns in one process, once the resource was used.

    python benchmarks/fetch.py [rounds]
"""

from __future__ import annotations

import sys
from typing import Any, Final

import results
from clients import LIMIT, compare, measure, server

ROUNDS: Final = 2
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
_NAMES: Final = {
    "ours": "daftra_async, dirty",
    "orjson": "aiohttp + orjson.loads, dirty",
    "json": "aiohttp + json.loads, dirty",
    "pydantic": "aiohttp + pydantic, clean",
    "bytes": "aiohttp, bodies dropped",
}


def walked(rounds: int) -> list[dict[str, Any]]:
    """Measure the walks over the pages of `walk_pages`."""
    rows: list[dict[str, Any]] = []
    print("\n| page | records | at a time | CPU seconds | of aiohttp + orjson.loads |\n|---|---|---|---|---|")
    for (kind, limit, at_a_time), most in _MOST.items():
        with server(kind, limit) as port:
            seconds = compare(("ours", "orjson"), port, at_a_time, limit, rounds)
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
    main()
