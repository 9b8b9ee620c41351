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

from daftra_async.cli.text import clean, count, counted, in_options, rate, size

if TYPE_CHECKING:
    from daftra_async.export import ExportReport, ResourceReport

_FILE_WIDTH: Final = 140
"""Width of the output when it is a file or a pipe."""
_NAMED: Final = 3
"""Unknown fields named in the summary."""
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


def summary(report: ExportReport) -> Table:
    """Return the table that ends an export."""
    numbers = frozenset({"records", "pages", "seconds", "bytes"})
    result = table("resource", "records", "pages", "seconds", "bytes", "result", right=numbers, footer=True)
    for resource in report.resources:
        text, style = _result(resource)
        values = ("-",) * 4 if resource.skipped else _numbers(resource)
        result.add_row(Text(clean(resource.label)), *values, Text(text, style=style), style="dim" if resource.skipped else None)
    totals = (
        counted(len(report.written), "table" if "://" in report.to else "file"),
        count(report.records),
        count(report.pages),
        f"{report.seconds:.2f}",
        size(report.bytes),
    )
    for column, total in zip(result.columns, (*totals, rate(report.records, report.seconds)), strict=True):
        column.footer = total
    return result


def drift(report: ExportReport) -> Text | None:
    """Return the line on fields that no model describes, None when there are none."""
    unknown = [f"{u.model}.{u.field}" for u in report.census.unknown_fields]
    if not unknown:
        return None
    names = ", ".join([*unknown[:_NAMED], *(["..."] if len(unknown) > _NAMED else [])])
    where = f"; see {Path(report.to) / report.census_file}" if report.census_file else ""
    return Text(clean(f"{counted(len(unknown), 'unknown field')} kept: {names}{where}"), style="yellow")


def _numbers(resource: ResourceReport) -> tuple[str, str, str, str]:
    return count(resource.records), count(resource.pages), f"{resource.seconds:.2f}", size(resource.bytes)


def _result(resource: ResourceReport) -> tuple[str, str]:
    if resource.skipped:
        return f"skipped: {clean(resource.skipped)}", "dim"
    if resource.error:
        return f"failed: {clean(in_options(resource.error))}", "red"
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
