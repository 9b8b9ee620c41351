"""Build a report from an account or an export."""

from __future__ import annotations

import asyncio
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from daftra_async._text import refuse
from daftra_async.report.changes import changes_between
from daftra_async.report.figures import figures_of
from daftra_async.report.result import Report
from daftra_async.report.snapshots import SnapshotFile, file_in, snapshot_of
from daftra_async.report.sources.opening import read_source

if TYPE_CHECKING:
    from daftra_async.client import DaftraClient


async def build(
    source: DaftraClient | str | Path,
    *,
    account: str = "",
    today: dt.date | None = None,
    snapshots: str | Path | None = None,
    incomplete: Literal["raise", "keep"] = "raise",
) -> Report:
    """Return the report of an account.

        report = await build(daftra, snapshots="acme.json")
        Path("report.html").write_text(report.html("ar"), "utf-8")

    Args:
        source: A client, whose lists of invoices, payments and treasuries are walked; the folder of an export (Parquet or JSON
            Lines); or `duckdb:///acme.duckdb`.
        account: Name of the account in an export of several.
        today: The day that ages are counted to; None for that of this machine.
        snapshots: File that keeps the figures of the last two days, so that the report says what has changed since the day
            before; in a folder, each account has a file of its own. None compares nothing, and writes nothing.
        incomplete: What to do when a list of the account comes short of what it announced: `"raise"` an error, or `"keep"` what
            came and say so in the report.

    Raises:
        ArgumentError: the source holds no invoices, or an argument is refused.
        IncompleteListError: a list came short.
        DaftraError: a list of the account cannot be read.
        OSError: a file cannot be read or written.
    """
    if incomplete not in {"raise", "keep"}:
        refuse("incomplete", f"{incomplete!r:.60} was given", "'raise' or 'keep'")
    if isinstance(today, dt.datetime):
        refuse("today", f"{today!r:.60} was given", "a date")
    day = dt.datetime.now().astimezone().date() if today is None else today
    held = await read_source(source, account=account, keep=incomplete == "keep")
    figures = await asyncio.to_thread(figures_of, held, day)
    if snapshots is None:
        return Report(figures=figures)
    file, snapshot = SnapshotFile(file_in(Path(snapshots), held), held.identity), snapshot_of(figures)
    before = await asyncio.to_thread(file.before, day)
    await asyncio.to_thread(file.keep, snapshot)
    return Report(figures=figures, changes=None if before is None else changes_between(before, snapshot), compared=True)
