"""`daftra export`: whole resources into files or a database."""

# No `from __future__ import annotations` here: typer reads the annotations when the command is made.
import json
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from daftra_async._os_errors import sentence
from daftra_async.catalogue import operations
from daftra_async.cli import options
from daftra_async.cli.connect import connected
from daftra_async.cli.many_accounts import accounts_summary, export_many
from daftra_async.cli.progress import display
from daftra_async.cli.running import DOCTOR, FAILED, INTERRUPTED, TERMINATED, USAGE, complain, run
from daftra_async.cli.tables import console, drift, left_out, summary
from daftra_async.export import EVERYTHING, ExportReport, Format, export, plan
from daftra_async.export.options import By
from daftra_async.export.windows import HUGE

_OUT: Final = "out"
_DEFAULTS: Final[dict[str, Any]] = dict(export.__kwdefaults__ or {})
"""Defaults of the function are those of the command."""

_DATABASES: Final = dict.fromkeys((".db", ".sqlite", ".sqlite3"), "--to sqlite:///{}") | {".duckdb": "--to duckdb:///{}"}
_MEANT: Final = {f".{name}": f"--format {name}" for name in ("jsonl", "csv", "parquet", "xlsx")} | _DATABASES
"""What somebody means who names a file of this ending, where a folder is expected."""


def export_command(  # options, each by its name
    resources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="RESOURCE",
            help="Resources such as invoices; arguments of the list follow a colon: workflow_records:workflow_id=36.",
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every list that needs no argument.")] = False,
    out: Annotated[
        Path | None, typer.Option(help=f"Folder for the files; default: {_OUT}.", file_okay=False, show_default=False)
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            metavar="FOLDER-or-URL",
            help="A folder or its URL (s3://bucket/folder), or a database: sqlite:///acme.db, duckdb:///acme.duckdb, postgresql://...",
            show_default=False,
        ),
    ] = None,
    file_format: Annotated[Format, typer.Option("--format", help="What the files hold.")] = _DEFAULTS["format"],
    since: Annotated[
        str | None,
        typer.Option(
            metavar="WHEN",
            help="Only what has changed since then: 2026-01-31, '2026-01-31 08:00:00' (time of the account), 36h, 2d, or last.",
            show_default=False,
        ),
    ] = None,
    since_by: Annotated[By, typer.Option(help="created finds new records only, not changed ones.")] = _DEFAULTS["since_by"],
    fresh: Annotated[
        bool, typer.Option("--fresh", "--no-resume", help="Start over instead of continuing a run that was cut off.")
    ] = False,
    incomplete: Annotated[
        list[str] | None,
        typer.Option(
            metavar="keep[:RESOURCE]",
            help="Accept lists that come short of what they announced. What came is merged, nothing is deleted. Repeatable.",
            show_default=False,
        ),
    ] = None,
    csv_safe: Annotated[
        bool,
        typer.Option("--csv-safe", help="Put an apostrophe before text in CSV that a spreadsheet would run as a formula."),
    ] = False,
    csv_bom: Annotated[
        bool, typer.Option("--csv-bom", help="Begin CSV files with a byte order mark, so that Excel reads them as UTF-8.")
    ] = False,
    as_sent: Annotated[
        bool, typer.Option("--as-sent", help="Write JSON Lines as the server sent them, undecoded: half of the CPU time.")
    ] = False,
    accounts: Annotated[
        Path | None,
        typer.Option(help="TOML file with several accounts; each gets a folder of its own.", dir_okay=False, show_default=False),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(min=1, help="Export the accounts of --accounts on N processes of this machine.", show_default=False),
    ] = None,
    dask: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="Export the accounts of --accounts on the workers of a Dask scheduler, such as tcp://scheduler:8786.",
            show_default=False,
        ),
    ] = None,
    split: Annotated[
        int,
        typer.Option(
            min=0,
            metavar="RECORDS",
            help="With --workers or --dask: lists of so many records are exported by several workers. 0 for never.",
        ),
    ] = HUGE,
    concurrency: Annotated[int, typer.Option(min=1, help="Resources fetched at a time.")] = _DEFAULTS["concurrency"],
    pages_ahead: Annotated[int, typer.Option(min=1, help="Pages of each resource fetched ahead.")] = _DEFAULTS["pages_ahead"],
    page_size: Annotated[
        int | None,
        typer.Option(min=1, help="Records per page, up to the maximum of the list; default: 1000 on v1, 200 on v2."),
    ] = None,
    summary_file: Annotated[
        Path | None, typer.Option("--summary", metavar="FILE", help="Write what was done to FILE, as JSON.", dir_okay=False)
    ] = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show every resource in the summary, also of many.")] = False,
) -> None:
    """Fetch resources into files or a database, many at a time.

    A run that was cut off is continued when the same command is run again within 12 hours; files appear when they are complete.
    Beside files, census.json lists undocumented keys and values.

    A list that comes short of what it announced fails: nothing of it is written, and the next run fetches it whole.

    Ends with 0 when all went well, 1 when a resource failed or counts differ, 2 for wrong usage or credential, 130 or 143 when it
    was interrupted: run it again to resume.
    """
    if not resources and not everything:
        complain("nothing to export: name resources, or give --all")
        raise typer.Exit(USAGE)
    if out is not None and to is not None:
        complain("--out and --to: both were given; --out is --to with a folder")
        raise typer.Exit(USAGE)
    for option, place in (("--to", to), ("--out", out)):
        if place is not None and (better := _file_not_folder(str(place))):
            complain(f"{option} {place}: it would become a folder; name one without the ending, or use {better}")
            raise typer.Exit(USAGE)
    names = [*(resources or ()), *([EVERYTHING] if everything else ())]

    chosen: dict[str, Any] = {
        "resources": names,
        "to": to or out or Path(_OUT),
        "format": file_format,
        "concurrency": concurrency,
        "pages_ahead": pages_ahead,
        "page_size": page_size,
        "since": since,
        "since_by": since_by,
        "resume": not fresh,
        "incomplete": incomplete or (),
        "csv_safe": csv_safe,
        "csv_bom": csv_bom,
        "as_sent": as_sent,
    }
    credentials = options.given()
    many = workers is not None or dask is not None

    async def work() -> ExportReport:
        if many:
            return await export_many(accounts, dask, workers, credentials, split=split or None, **chosen)
        fetched = [target for target in plan(operations(), names, page_size) if not target.skip_reason]
        async with connected(accounts, *credentials) as client:
            lists = len(fetched) * (len(client) if isinstance(client, dict) else 1)
            with display(console(stderr=True), lists) as progress:
                return await export(client, progress=progress, **chosen)

    report = _run(work())
    code = _show(report, verbose=verbose, by_account=many)
    if summary_file is not None and not _written(report, summary_file):
        code = code or FAILED
    raise typer.Exit(code)


def _file_not_folder(to: str) -> str | None:
    """Return what was meant by the name of a file; None for a URL, and for the name or an old run of a folder."""
    path = Path(to)
    return None if "://" in to or path.is_dir() else _MEANT.get(path.suffix.lower(), "").format(to) or None


def _run(work: Coroutine[Any, Any, ExportReport]) -> ExportReport:
    try:
        return run(work)
    except typer.Exit as end:
        if end.exit_code in {INTERRUPTED, TERMINATED}:
            complain("run it again to resume")
        raise


def _show(report: ExportReport, *, verbose: bool, by_account: bool) -> int:
    """Show what was done, and return the exit code that says it."""
    if report.ok:
        code = 0
    elif not report.written and any(failed.error_type == "AuthenticationError" for failed in report.failed):
        complain(f"{report.failed[0].error}; {DOCTOR}")
        return USAGE
    else:
        code = FAILED
    output = console()
    if by_account and not verbose:
        output.print(accounts_summary(report))
    else:
        output.print(summary(report, width=output.width, verbose=verbose))
        if rest := left_out(report, verbose=verbose):
            output.print(rest, soft_wrap=True)
    if line := drift(report):
        output.print(line, soft_wrap=True)
    return code


def _written(report: ExportReport, file: Path) -> bool:
    """Write the report, and return whether that went well."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(report.to_dict(), indent=2, ensure_ascii=False) + "\n", "utf-8")
    except OSError as error:
        complain(f"the summary could not be written: {sentence(error)}")
        return False
    return True
