"""`python -m daftra_async.census`: what an export met that nobody described.

`daftra_async.census()` is a function, and importing a submodule puts the module in the place of a name of its package. So this
module can be called too: it is the function, whichever of the two was asked for first.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final

from daftra_async.wire import census as store
from daftra_async.wire.census_report import FILE_NAME, Report, Unknown

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["Report", "Unknown", "census", "main"]

census = store.census

_PLACES: Final = (Path(FILE_NAME), Path("out") / FILE_NAME)
_FIRST: Final = (store.UNKNOWN_FIELD, store.UNKNOWN_VALUE, store.KEPT)
"""Rules that show drift; the others are what the API always does."""
_WIDTH: Final = 60


class _Callable(ModuleType):
    """A module that is called as its function."""

    def __call__(self) -> store.Tally:
        return store.census()


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0, or 2 when there is no census to read."""
    parser = argparse.ArgumentParser(
        prog="python -m daftra_async.census", description="Show what an export met that nobody described."
    )
    parser.add_argument("report", nargs="?", type=Path, metavar="FILE|DIR", help="default: census.json, or out/census.json")
    parser.add_argument("--json", action="store_true", help="print JSON: {rule: {model: {field: count}}}")
    options = parser.parse_args(arguments)
    chosen: Path = options.report or next((path for path in _PLACES if path.is_file()), _PLACES[0])
    try:
        report = Report.read(chosen)
    except (OSError, ValueError) as error:
        print(f"census: {error}", file=sys.stderr)
        return 2
    text = json.dumps(report.to_dict(), indent=2) if options.json else table(report)
    print(text)
    return 0


def table(report: Report) -> str:
    """Return a report as a table: unknown fields first, then unknown values, issues, and the other rules by name."""
    details = {(rule, u.model, u.field): u.details for rule, u in _unknown(report)}
    counts = store.tally(report.counts)
    rules = sorted(counts, key=lambda rule: (_FIRST.index(rule) if rule in _FIRST else len(_FIRST), rule))
    rows = [
        (rule, _plain(f"{model}.{field}"), f"{count:,}", _plain(", ".join(details.get((rule, model, field), ()))))
        for rule in rules
        for model, fields in counts[rule].items()
        for field, count in fields.items()
    ]
    if not rows:
        return "Nothing was met that is not described."
    rows.insert(0, ("rule", "field", "count", "sent"))
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = [f"{row[0]:{widths[0]}}  {row[1]:{widths[1]}}  {row[2]:>{widths[2]}}  {row[3]}".rstrip() for row in rows]
    return "\n".join(lines)


def _unknown(report: Report) -> list[tuple[str, Unknown]]:
    fields, values = report.unknown_fields, report.unknown_values
    return [*((store.UNKNOWN_FIELD, u) for u in fields), *((store.UNKNOWN_VALUE, u) for u in values)]


def _plain(text: str) -> str:
    """Return names and values of the server as one harmless piece of a line."""
    line = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
    return line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1]}…"


if __name__ == "__main__":
    sys.exit(main())

sys.modules[__name__].__class__ = _Callable
