"""`daftra import`: a table into an account."""

# No `from __future__ import annotations` here: typer reads the annotations when the command is made.
from pathlib import Path
from typing import Annotated, Any, Self

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn
from rich.text import Text

from daftra_async._text import refuse
from daftra_async.cli import options
from daftra_async.cli.output import line, wants_json
from daftra_async.cli.record_tables import text
from daftra_async.cli.running import FAILED, UNKNOWN, run
from daftra_async.cli.tables import console, table
from daftra_async.cli.text import clean, count, counted
from daftra_async.importing import ImportProgress, ImportReport, RowOutcome, import_file
from daftra_async.operation import UNSET

_SHOWN = 30
"""Rows of each table that people are shown; the result file and --json have all."""
_WOULD = {"created": "to create", "changed": "to change", "unchanged": "as is", "refused": "refused", "failed": "gone"}
_PHASES = {"reading": "reading", "looking": "looking into the account", "writing": "writing"}


def import_command(
    resource: options.CreateResource,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV, or Excel (.xlsx).", dir_okay=False)],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be done; nothing is written.")] = False,
    key: Annotated[
        str | None,
        typer.Option(
            metavar="FIELD", help="Field that names a record, such as email; client_number for clients.", show_default=False
        ),
    ] = None,
    no_key: Annotated[bool, typer.Option("--no-key", help="Each row is a new record; nothing is looked up.")] = False,
    mapping: Annotated[
        Path | None, typer.Option(metavar="FILE", help="How the columns are read (TOML).", dir_okay=False, show_default=False)
    ] = None,
    save_mapping: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Write down how the columns were read, for --mapping.", dir_okay=False, show_default=False
        ),
    ] = None,
    columns: Annotated[
        list[str] | None, typer.Option("--map", metavar="HEADER=FIELD", help="The field of a column. Repeatable.")
    ] = None,
    ignore: Annotated[list[str] | None, typer.Option(metavar="HEADER", help="Leave a column out. Repeatable.")] = None,
    skip_refused: Annotated[
        bool, typer.Option("--skip-refused", help="Write the other rows when some are refused; else nothing is written.")
    ] = False,
    sheet: Annotated[str | None, typer.Option(help="Sheet of the workbook; default: the first one.", show_default=False)] = None,
    encoding: Annotated[
        str | None, typer.Option(help="Encoding of a CSV file, such as cp1256; detected by default.", show_default=False)
    ] = None,
    delimiter: Annotated[
        str | None, typer.Option(help="Delimiter of a CSV file; detected by default.", show_default=False)
    ] = None,
    date_format: Annotated[
        str | None,
        typer.Option(
            metavar="d/m/Y", help="How dates such as 05/09/2026 are written; default: as in the account.", show_default=False
        ),
    ] = None,
    decimal_comma: Annotated[bool, typer.Option("--decimal-comma", help="Numbers are written as 1.234,50.")] = False,
    results: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The result file; default: NAME.results.csv beside FILE.", show_default=False),
    ] = None,
    concurrency: Annotated[int, typer.Option(min=1, help="Requests at a time.")] = 8,
    patience: Annotated[
        float,
        typer.Option(
            min=0, metavar="SECONDS", help="Seconds after which a request whose answer was lost cannot be carried out any more."
        ),
    ] = 60.0,
    as_json: options.AsJson = None,
) -> None:
    """Create and change records from the rows of a CSV or Excel file.

    daftra import clients clients.xlsx --dry-run

    Creates what is new, changes what differs, leaves the rest. The first row holds headers, in English or Arabic. Records are
    known by a key, which is looked up first: a second run, or one after a crash, makes nothing twice. Invoices have one row a
    line; rows with the same key are one document. What became of each row is in NAME.results.csv beside FILE.

    Ends with 1 when rows were refused or failed, 3 when nobody knows whether one was written: run it again, it looks first.
    """
    shown = _Rows(json=wants_json(as_json))

    async def work() -> ImportReport:
        pairs = dict(_pair(each) for each in columns or ())
        if no_key and key is not None:
            refuse("--no-key", "--key was given too", "one of the two")
        from daftra_async.cli.connect import connect  # noqa: PLC0415  # bad arguments are refused without aiohttp

        async with connect(*options.given()) as client:
            with _Bar() as bar:
                return await import_file(
                    client,
                    resource,
                    file,
                    key=None if no_key else key or UNSET,
                    mapping=mapping,
                    save_mapping=save_mapping,
                    columns=pairs,
                    ignore=ignore or (),
                    dry_run=dry_run,
                    skip_refused=skip_refused,
                    sheet=sheet,
                    encoding=encoding,
                    delimiter=delimiter,
                    date_format=date_format,
                    decimal_comma=decimal_comma,
                    results=results,
                    concurrency=concurrency,
                    patience=patience,
                    progress=bar,
                    on_row=shown,
                )

    report = run(work())
    if shown.json:
        line(report.to_dict())
    else:
        _print(report, shown)
    raise typer.Exit(UNKNOWN if report.unknown else 0 if report.ok else FAILED)


def _pair(text: str) -> tuple[str, str]:
    header, equals, field = text.rpartition("=")
    if not (header and equals and field):
        refuse("--map", f"{text[:60]!r} was given", "HEADER=FIELD, such as 'Kunde=business_name'")
    return header, field


class _Rows:
    """Takes the outcomes of rows: prints them as JSON, or keeps the first ones for tables."""

    def __init__(self, *, json: bool) -> None:
        self.json = json
        self.kept: list[RowOutcome] = []

    def __call__(self, row: RowOutcome) -> None:
        if self.json:
            line(row.to_dict())
        elif row.outcome != "unchanged" and len(self.kept) < _SHOWN:
            self.kept.append(row)


class _Bar:
    """Shows how far an import is, where somebody is looking."""

    def __init__(self) -> None:
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=console(stderr=True),
            transient=True,
            disable=not console(stderr=True).is_terminal,
        )
        self._task = self._progress.add_task("", total=None)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def __call__(self, at: ImportProgress) -> None:
        self._progress.update(self._task, description=_PHASES[at.phase], completed=at.done, total=at.total)


def _print(report: ImportReport, shown: _Rows) -> None:
    output = console()
    for note in report.notes:
        output.print(Text(clean(note), style="dim"))
    if report.dry_run and shown.kept:
        _print_plan(shown.kept)
    if report.cells:
        cells = table("row", "column", "value", "reason", right=frozenset({"row"}))
        for cell in report.cells[:_SHOWN]:
            cells.add_row(str(cell.row), text(clean(cell.column)), text(clean(cell.value)), text(clean(cell.reason)))
        output.print(cells)
        _more(len(report.cells), "refused cell")
    if not report.dry_run:
        _print_failed(shown.kept)
    for doubt in report.doubts[:_SHOWN]:
        where = f"{doubt.column}, row {doubt.row}" + (f" and {count(doubt.rows - 1)} more" if doubt.rows > 1 else "")
        output.print(Text(f"doubt: {clean(where)}: {clean(doubt.reason)}", style="yellow"), soft_wrap=True)
    output.print(Text(_summary(report)), soft_wrap=True)


def _print_plan(rows: list[RowOutcome]) -> None:
    plan = table("row", "key", "what", "changes", right=frozenset({"row"}))
    for row in rows:
        changes = "; ".join(f"{each.field}: {each.before or '(empty)'} -> {each.after}" for each in row.changes)
        plan.add_row(str(row.row), text(clean(row.key)), _WOULD.get(row.outcome, row.outcome), text(clean(changes)))
    console().print(plan)


def _print_failed(rows: list[RowOutcome]) -> None:
    failed = [row for row in rows if row.outcome in {"failed", "unknown"}]
    if failed:
        lost = table("row", "key", "outcome", "reason", right=frozenset({"row"}))
        for row in failed:
            lost.add_row(str(row.row), text(clean(row.key)), row.outcome, text(clean(row.message)))
        console().print(lost)


def _more(number: int, noun: str) -> None:
    if number > _SHOWN:
        console().print(Text(f"and {counted(number - _SHOWN, noun)} more; --json shows all", style="dim"))


def _summary(report: ImportReport) -> str:
    numbers: dict[str, Any] = {
        name: getattr(report, name) for name in ("created", "changed", "unchanged", "refused", "failed", "unknown", "skipped")
    }
    words = _WOULD if report.dry_run else {}
    parts = ", ".join(f"{count(number)} {words.get(name, name)}" for name, number in numbers.items() if number) or "nothing to do"
    if report.dry_run:
        return f"{counted(report.rows, 'row')}: {parts} (dry run: nothing was written)"
    if report.stopped:
        return f"{counted(report.rows, 'row')}: {parts}; nothing was written: mend the cells, or give --skip-refused"
    return f"{counted(report.rows, 'row')}: {parts}; results in {report.results}"
