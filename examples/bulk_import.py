"""Import clients from a CSV file, each exactly once, and write those that failed to another file.

    DAFTRA_ACCOUNT=acme DAFTRA_API_KEY=... python bulk_import.py clients.csv --failed failed.jsonl

The header of the file names fields of a client as the API calls them (`business_name`, `email`, `phone1`, ...). The column
`client_number` is needed: it is the reference by which a client is found again when an answer was lost, so a second run of the
same file can tell what is already there.
"""

from __future__ import annotations

import argparse
import asyncio
import csv
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from daftra_async import ArgumentError, DaftraClient

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.writes.bulk import BulkProgress

_PASSES = 3


def read(path: str) -> list[dict[str, str]]:
    """Return the rows of a CSV file without their empty cells."""
    with Path(path).open(newline="", encoding="utf-8-sig") as file:
        return [
            {name: cell.strip() for name, cell in row.items() if name and cell and cell.strip()} for row in csv.DictReader(file)
        ]


def show(progress: BulkProgress) -> None:
    print(f"\r{progress.done} of {progress.total}, {progress.failed} failed, {progress.unknown} open", end="", file=sys.stderr)


async def known(daftra: DaftraClient) -> set[str]:
    """Return the numbers of the clients that are there."""
    return {str(client.client_number) async for client in daftra.clients.list(limit=500) if client.client_number}


async def load(daftra: DaftraClient, rows: Sequence[dict[str, str]], failed: str, pause: float) -> int:
    """Create the clients; return how many did not make it."""
    there = await known(daftra)
    new = [row for row in rows if row.get("client_number") not in there]
    print(f"{len(rows)} rows, {len(rows) - len(new)} of them there already")
    result = await daftra.clients.create_many(new, references=[row.get("client_number", "") for row in new], on_progress=show)
    for _ in range(_PASSES):
        if result.unknown:
            # After a time-out the server may still be at it.
            await asyncio.sleep(pause)
            result = await result.reconcile()
        if result.ok:
            break
        result = await result.retry_failed()
    print(file=sys.stderr)
    print(result)
    left = result.to_jsonl(failed)
    if left:
        print(f"{left} clients did not make it: see {failed}; it holds their data as they were to be sent")
    return left


async def main() -> int:
    parser = argparse.ArgumentParser(description="Import clients from a CSV file.")
    parser.add_argument("file", help="CSV file with a header of field names, client_number among them")
    parser.add_argument("--failed", default="failed.jsonl", help="where the clients go that did not make it")
    parser.add_argument("--pause", type=float, default=5.0, help="seconds before a lost answer is looked into")
    arguments = parser.parse_args()
    rows = read(arguments.file)
    try:
        async with DaftraClient.from_env() as daftra:
            return 1 if await load(daftra, rows, arguments.failed, arguments.pause) else 0
    except ArgumentError as error:
        print(error, file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
