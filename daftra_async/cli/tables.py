"""The tables that commands print."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from daftra_async.cli.text import clean, count, counted, rate, size

if TYPE_CHECKING:
    from daftra_async.export import ExportReport, ResourceReport

_FILE_WIDTH: Final = 140
"""Width of the output when it is a file or a pipe."""
_GAP: Final = 3
"""Between two columns."""
_NAMED: Final = 3
"""Unknown fields named in the summary."""
_FEW: Final = 12
"""Resources whose table fits a terminal of 24 lines."""
_NUMBERS: Final = 32
"""Columns of a terminal that records, pages, seconds and bytes take."""
_RESULT: Final = 24
"""Columns that a result needs to be read with ease."""
_LEFT_OUT: Final = frozenset({"pages", "bytes"})
"""Columns that a narrow terminal leaves out."""
_RESUMED: Final = {"part": "resumed", "done": "fetched before the interruption"}


def console(*, stderr: bool = False) -> Console:
    """Return a console for stdout or stderr; what does not go to a terminal is wide and plain."""
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or os.environ.get("COLUMNS") else _FILE_WIDTH
    return Console(file=stream, width=width, highlight=False)


def table(*columns: str, right: frozenset[str] = frozenset(), footer: bool = False) -> Table:
    """Return an empty table; columns named in `right` hold numbers."""
    result = Table(box=box.SIMPLE_HEAD, show_footer=footer, pad_edge=False)
    for name in columns:
        result.add_column(name, justify="right" if name in right else "left", overflow="fold", no_wrap=name in right)
    return result


def summary(report: ExportReport, *, width: int = _FILE_WIDTH, verbose: bool = False) -> Table:
    """Return the table that ends an export: of many resources the totals, and those that something is wrong with.

    Args:
        report: What was done.
        width: Columns of the terminal.
        verbose: Show every resource, however many there are.
    """
    rows = report.resources if verbose or len(report.resources) <= _FEW else _with_problems(report)
    totals = {
        "resource": counted(len(report.written), "table" if "://" in report.to else "file"),
        "records": count(report.records),
        "pages": count(report.pages),
        "seconds": f"{report.seconds:.2f}",
        "bytes": size(report.bytes),
        "result": rate(report.records, report.seconds),
    }
    longest = max(len(clean(row.label)) for row in rows) if rows else 0
    narrow = longest + _NUMBERS + _GAP * len(totals) + _RESULT > width
    shown = [name for name in totals if not (narrow and name in _LEFT_OUT)]
    result = table(*shown, right=frozenset({"records", "pages", "seconds", "bytes"}), footer=True)
    # A name in two lines cannot be copied; results are words, and may be.
    result.columns[0].no_wrap, result.columns[0].min_width = True, longest
    for row in rows:
        cells = _cells(row)
        result.add_row(*(cells[name] for name in shown), style="dim" if row.skipped else None)
    for column, name in zip(result.columns, shown, strict=True):
        column.footer = totals[name]
    return result


def left_out(report: ExportReport, *, verbose: bool = False) -> str | None:
    """Return the line on resources that the summary does not show, None when it shows all."""
    if verbose or len(report.resources) <= _FEW:
        return None
    skipped = sum(1 for resource in report.resources if resource.skipped)
    well = len(report.resources) - skipped - len(_with_problems(report))
    parts = [f"{count(number)} {word}" for number, word in ((well, "ok"), (skipped, "skipped")) if number]
    return f"{', '.join(parts)}: --verbose shows them" if parts else None


def drift(report: ExportReport) -> Text | None:
    """Return the line on fields that no model describes, None when there are none."""
    unknown = [f"{u.model}.{u.field}" for u in report.census.unknown_fields]
    if not unknown:
        return None
    names = ", ".join([*unknown[:_NAMED], *(["..."] if len(unknown) > _NAMED else [])])
    folder = Path() if "://" in report.to else Path(report.to)
    where = f"; see {folder / report.census_file}" if report.census_file else ""
    return Text(clean(f"{counted(len(unknown), 'unknown field')} kept: {names}{where}"), style="yellow")


def _with_problems(report: ExportReport) -> list[ResourceReport]:
    return [resource for resource in report.resources if resource.error or resource.incomplete or resource.drift]


def _cells(resource: ResourceReport) -> dict[str, str | Text]:
    text, style = _result(resource)
    numbers = {
        "records": count(resource.records),
        "pages": count(resource.pages),
        "seconds": f"{resource.seconds:.2f}",
        "bytes": size(resource.bytes),
    }
    return {
        "resource": Text(clean(resource.label)),
        **(dict.fromkeys(numbers, "-") if resource.skipped else numbers),
        "result": Text(text, style=style),
    }


def _result(resource: ResourceReport) -> tuple[str, str]:
    if resource.skipped:
        return f"skipped: {clean(resource.skipped)}", "dim"
    if resource.error:
        return f"failed: {clean(resource.error)}", "red"
    if resource.incomplete:
        return "; ".join(note for note in (f"kept: {resource.incomplete}", _held(resource)) if note), "yellow"
    if resource.drift:
        moved = ", which changed on the way" if resource.changed else ""
        return f"differs: {count(resource.announced or 0)} announced{moved}", "yellow"
    notes = (_RESUMED.get(resource.resumed or ""), resource.incremental, _held(resource))
    return "; ".join(["ok", *(note for note in notes if note)]), "green"


def _held(resource: ResourceReport) -> str | None:
    """Say how many records there are now, where that is not what was fetched."""
    more = resource.held is not None and resource.held != resource.records
    return f"{count(resource.held or 0)} there now" if more else None
