"""`daftra export`: whole resources into files."""

# No `from __future__ import annotations` here: typer reads the annotations when the command is made.
import json
from pathlib import Path
from typing import Annotated

import typer

from daftra_async.catalogue import operations
from daftra_async.cli.connect import connect
from daftra_async.cli.progress import display
from daftra_async.cli.running import FAILED, USAGE, complain, run
from daftra_async.cli.tables import console, drift, summary
from daftra_async.export import EVERYTHING, ExportReport, export, plan


def export_command(  # options, each by its name
    resources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="RESOURCE",
            help="Resources such as invoices; arguments of the list follow a colon: workflow_records:workflow_id=36.",
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every list that needs no argument.")] = False,
    out: Annotated[Path, typer.Option(help="Folder for the files, one a resource.", file_okay=False)] = Path("out"),
    concurrency: Annotated[int, typer.Option(min=1, help="Resources fetched at a time.")] = 8,
    page_size: Annotated[
        int | None,
        typer.Option(min=1, help="Records per page; 1000 on v1 and 200 on v2 when left out, never above a list's maximum."),
    ] = None,
    summary_file: Annotated[
        Path | None, typer.Option("--summary", metavar="FILE", help="Write what was done to FILE, as JSON.", dir_okay=False)
    ] = None,
    account: Annotated[
        str | None, typer.Option(help="Subdomain, host or URL of the account; else DAFTRA_ACCOUNT.", show_default=False)
    ] = None,
    api_key: Annotated[
        str | None,
        typer.Option(help="API key; better in DAFTRA_API_KEY, where no list of processes shows it.", show_default=False),
    ] = None,
    access_token: Annotated[
        str | None, typer.Option(help="Bearer token; better in DAFTRA_ACCESS_TOKEN.", show_default=False)
    ] = None,
    base_url: Annotated[
        str | None, typer.Option(help="URL that requests go to instead; else DAFTRA_BASE_URL.", show_default=False)
    ] = None,
) -> None:
    """Fetch resources into JSON Lines files, many at a time; census.json tells of keys and values that nobody described.

    Ends with 0 when all went well, 1 when a resource failed or counts differ, 2 for wrong usage or credential.
    """
    if not resources and not everything:
        complain("nothing to export: name resources, or give --all")
        raise typer.Exit(USAGE)
    names = [*(resources or ()), *([EVERYTHING] if everything else ())]

    async def work() -> ExportReport:
        fetched = [target for target in plan(operations(), names, page_size) if not target.skip_reason]
        async with connect(account, api_key, access_token, base_url) as client:
            with display(console(stderr=True), len(fetched)) as progress:
                return await export(
                    client, resources=names, out=out, concurrency=concurrency, page_size=page_size, progress=progress
                )

    report = run(work())
    code = _exit_code(report)
    if code == USAGE:
        complain(report.failed[0].error or "")
    else:
        console().print(summary(report))
        if line := drift(report, out):
            console().print(line, soft_wrap=True)
    if summary_file is not None:
        try:
            summary_file.parent.mkdir(parents=True, exist_ok=True)
            summary_file.write_text(json.dumps(report.to_dict(), indent=2, ensure_ascii=False) + "\n", "utf-8")
        except OSError as error:
            complain(f"the summary could not be written: {error}")
            code = code or FAILED
    raise typer.Exit(code)


def _exit_code(report: ExportReport) -> int:
    if report.ok:
        return 0
    refused = not report.written and any(failed.error_type == "AuthenticationError" for failed in report.failed)
    return USAGE if refused else FAILED
