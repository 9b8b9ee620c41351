"""What it costs to make Arrow tables of the body of a list answer, beside making records of it.

All run in one process by turns; the figure is the least CPU time of many rounds, with the garbage collector on. `--before FOLDER`
takes a checkout of an older version, whose records are decoded by turns with these in a process of its own: the targets mean the
commit before there were columns. Before anything is timed, the tables are read back and compared with the records.

    python benchmarks/columns.py [rounds] [--before FOLDER]
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pages
import results
import samples

from daftra_async import models, structure, unstructure
from daftra_async.catalogue import operation_of
from daftra_async.wire.fast import PageDecoder

if TYPE_CHECKING:
    from collections.abc import Callable

ROUNDS: Final = 15
_WARM: Final = 4
_INVOICES: Final = operation_of("invoices.list")
_RECORDS_ONLY: Final = "--records-only"


def records() -> Callable[[bytes], list[Any]]:
    """Return the decoder of records."""
    decoder = PageDecoder(_INVOICES, models.Invoice)

    def decode(body: bytes) -> list[Any]:
        read = decoder.read(body)
        assert read is not None, "the fast tier does not read this page"
        return read[1]

    return decode


def tables(*, lines: bool) -> Callable[[bytes], dict[str, Any]]:
    """Return the decoder of columns."""
    from daftra_async.wire.columns.decoder import ColumnDecoder  # noqa: PLC0415  # an older version has none
    from daftra_async.wire.columns.keys import Keys  # noqa: PLC0415  # as above

    decoder = ColumnDecoder(_INVOICES, models.Invoice, with_lines=lines)

    def decode(body: bytes) -> dict[str, Any]:
        read = decoder.read(body)
        assert read is not None, "the page was left to the record path"
        return read[1].with_keys(Keys())

    return decode


def by_records(decode: Callable[[bytes], list[Any]]) -> Callable[[bytes], Any]:
    """Return the way of pages that are too odd: records, then the values of each for the columns of all tables."""
    from daftra_async.wire.columns.encoder import batches_of  # noqa: PLC0415  # as above
    from daftra_async.wire.columns.layout import table_of  # noqa: PLC0415  # as above

    return lambda body: batches_of(table_of(models.Invoice), decode(body))


def check(body: bytes, decode: Callable[[bytes], list[Any]]) -> None:
    """Compare the records of the tables with those of the page; null and "not sent" are the same in a table."""
    from daftra_async.wire.columns.back import records_of  # noqa: PLC0415  # as above

    def sent(record: Any) -> Any:
        return structure(models.Invoice, _without_nulls(unstructure(record)))

    found = list(records_of(models.Invoice, tables(lines=True)(body)))
    assert [sent(record) for record in found] == [sent(record) for record in decode(body)]


def _without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_nulls(item) for key, item in value.items() if item is not None}
    return [_without_nulls(item) for item in value] if isinstance(value, list) else value


def least(ways: dict[str, Callable[[bytes], Any]], body: bytes, rounds: int) -> dict[str, float]:
    """Return microseconds of CPU a record, by way."""
    found = dict.fromkeys(ways, float("inf"))
    for _ in range(rounds):
        for name, work in ways.items():
            gc.collect()
            start = time.process_time()
            work(body)
            found[name] = min(found[name], (time.process_time() - start) / samples.RECORDS * 1_000_000)
    return found


def earlier(folder: Path, rounds: int) -> float:
    """Return microseconds a record of an older version."""
    environment = {**os.environ, "PYTHONPATH": f"{folder}:{folder / 'benchmarks'}"}
    command = [sys.executable, str(Path(__file__).resolve()), str(rounds), _RECORDS_ONLY]
    done = subprocess.run(command, check=True, capture_output=True, text=True, cwd=folder, env=environment)
    return float(json.loads(done.stdout))


def main() -> None:
    """Measure and save."""
    arguments = sys.argv[1:]
    rounds = int(arguments[0]) if arguments and arguments[0].isdecimal() else ROUNDS
    bodies = [pages.dirty_page(seed=seed) for seed in range(1, _WARM)]
    body = pages.dirty_page()
    decode = records()
    for each in (*bodies, body) * 2:
        decode(each)
    if _RECORDS_ONLY in arguments:
        print(json.dumps(least({"records": decode}, body, rounds)["records"]))
        return
    check(body, decode)
    ways: dict[str, Callable[[bytes], Any]] = {
        "records": decode,
        "main table": tables(lines=False),
        "all tables": tables(lines=True),
        "all tables of an odd page": by_records(decode),
    }
    for each in bodies:
        for work in (ways["main table"], ways["all tables"]):
            work(each)
    before = None
    found: dict[str, float] = {}
    for _ in range(2):  # by turns with the older version, for what the machine does besides
        part = least(ways, body, rounds)
        found = {name: min(cost, found.get(name, cost)) for name, cost in part.items()}
        if "--before" in arguments:
            cost = earlier(Path(arguments[arguments.index("--before") + 1]).resolve(), rounds)
            before = cost if before is None else min(before, cost)
    reference = found["records"] if before is None else before
    for name, cost in found.items():
        print(f"{name:42} {cost:7.1f} us/record {cost / reference:6.2f}")
    print(f"{'reference':42} {reference:7.1f} us/record   1.00")
    targets = [
        results.target("main table / decoding to records before", found["main table"] / reference, 0.7),
        results.target("with lines / decoding to records before", found["all tables"] / reference, 2.0),
    ]
    results.print_targets(targets)
    measured = {name: round(cost, 1) for name, cost in found.items()}
    rows = [{"way": name, "us": cost, "times": round(cost / reference, 2)} for name, cost in measured.items()]
    older = {"way": "records of the older version", "us": round(reference, 1), "times": 1.0}
    results.save("columns", {"rounds": rounds, "rows": rows if before is None else [older, *rows], "targets": targets})


if __name__ == "__main__":
    main()
