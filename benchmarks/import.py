"""Records a second and peak memory of an import of clients from a workbook, each run in a fresh process.

python benchmarks/import.py [records ...]

The account is the sandbox, in a process of its own on the same machine: what it takes for each create is part of the rate. So the
CPU seconds of the importing process are shown, and a dry run, which reads the file and the empty account.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import openpyxl

from daftra_async import DaftraClient
from daftra_async.importing import import_file

HEADERS = ("رقم العميل", "Name", "Phone", "Email", "Credit limit", "City", "Birth date", "Notes")


def write(path: Path, records: int) -> None:
    """Write a workbook with text, numbers and dates."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("clients")
    sheet.append(HEADERS)
    first = dt.date(1970, 1, 1)
    for at in range(records):
        born = first + dt.timedelta(at % 9000)
        row = (
            f"{at:07}",
            f"شركة رقم {at}",
            966500000000 + at,
            f"client{at}@example.invalid",
            at * 1.5,
            "Riyadh",
            born,
            f"note {at}",
        )
        sheet.append(row)
    book.save(path)


async def load(url: str, path: str, *, dry_run: bool) -> None:
    """Import the file and print what it took."""
    began = time.perf_counter()
    async with DaftraClient(base_url=url, api_key="sandbox-key") as daftra:
        report = await import_file(daftra, "clients", path, dry_run=dry_run, concurrency=16)
    assert report.ok, report
    seconds = time.perf_counter() - began
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({"seconds": seconds, "cpu": used.ru_utime + used.ru_stime, "peak": used.ru_maxrss / 1024}))


def run(url: str, path: Path, how: str) -> dict[str, float]:
    """Import in a fresh process."""
    done = subprocess.run([sys.executable, __file__, "load", url, str(path), how], check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def measure(records: int) -> None:
    """Print the rows of the table for one number of records."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "clients.xlsx")
        write(path, records)
        command = [sys.executable, "-m", "daftra_async.sandbox", "--seed", "empty"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
            try:
                assert server.stdout is not None
                url = server.stdout.readline().split()[2]
                for what, how in (
                    ("read and checked (dry run)", "dry"),
                    ("created", "real"),
                    ("run again, nothing to do", "real"),
                ):
                    told = run(url, path, how)
                    numbers = f"{told['seconds']:.1f} | {records / told['seconds']:,.0f} | {told['cpu']:.1f} | {told['peak']:.0f}"
                    print(f"| {records:,} | {what} | {numbers} |", flush=True)
            finally:
                server.terminate()


def main() -> None:
    """Measure, or be one of the measured processes."""
    if sys.argv[1:2] == ["load"]:
        asyncio.run(load(sys.argv[2], sys.argv[3], dry_run=sys.argv[4] == "dry"))
        return
    print("| records | what | seconds | records/s | its own CPU seconds | peak MiB |\n|---|---|---|---|---|---|")
    for records in [int(number) for number in sys.argv[1:]] or [5000, 50000]:
        measure(records)


if __name__ == "__main__":
    main()
