"""`daftra report`: what is owed and since when, what was sold and received, and what changed since yesterday."""

# No `from __future__ import annotations` here: typer reads the annotations when the command is made.
import contextlib
import datetime as dt
import importlib.util
import json
import os
import sys
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

import typer

from daftra_async._files import replaced
from daftra_async._os_errors import sentence
from daftra_async.cli import options
from daftra_async.cli.output import line, wants_json
from daftra_async.cli.running import USAGE, complain, run
from daftra_async.cli.text import clean

if TYPE_CHECKING:
    from daftra_async.report import Report

_STDOUT: Final = "-"
_FEW: Final = 8
"""Rows of a table on a terminal."""

Form = Literal["html", "table", "json"]


def report_command(  # options, each by its name
    source: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FOLDER-or-URL",
            help="An export: its folder (Parquet or JSON Lines), or duckdb:///acme.duckdb. Default: the account itself.",
            show_default=False,
        ),
    ] = None,
    out: Annotated[
        str | None,
        typer.Option(
            "--out", "-o", metavar="FILE", help="File to write, replaced if it is there. Default: stdout.", show_default=False
        ),
    ] = None,
    form: Annotated[
        Form | None,
        typer.Option(
            "--format",
            help="Default: html for --out, json for --out of a .json file; without it table on a terminal, json elsewhere.",
            show_default=False,
        ),
    ] = None,
    language: Annotated[Literal["en", "ar"], typer.Option(help="Language of the page and of the tables.")] = "en",
    today: Annotated[
        dt.datetime | None,
        typer.Option(metavar="YYYY-MM-DD", formats=["%Y-%m-%d"], help="Day that ages are counted to.", show_default=False),
    ] = None,
    snapshots: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Figures of the last two days, to say what has changed. Default: a file for each account below"
            " XDG_STATE_HOME or ~/.local/state.",
            show_default=False,
        ),
    ] = None,
    incomplete: Annotated[
        Literal["keep"] | None,
        typer.Option(help="Accept lists that come short of what they announced; the report names them.", show_default=False),
    ] = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Show more rows on a terminal.")] = False,
) -> None:
    """Show what is owed, sold and received, and what changed since yesterday.

    --out report.html writes one page with charts, which needs nothing else; without --out there are tables on a terminal, and
    JSON elsewhere. With --from, --account names one of several accounts of the export.
    """
    if out is not None and out != _STDOUT and Path(out).is_dir():
        complain(f"{out}: it is a folder; name a file in it, such as {Path(out) / 'report.html'}")
        raise typer.Exit(USAGE)
    wanted = form or _form(out)
    if missing := _missing(wanted):
        complain(f"{missing} is not installed; run: pip install 'daftra-async[report]'")
        raise typer.Exit(USAGE)

    async def work() -> "Report":
        from daftra_async.report import build  # noqa: PLC0415  # bad arguments are refused without pyarrow

        chosen: dict[str, Any] = {
            "today": None if today is None else today.date(),
            "snapshots": snapshots or _state(),
            "incomplete": incomplete or "raise",
        }
        if source is not None:
            return await build(source, account=options.given()[0] or "", **chosen)
        from daftra_async.cli.connect import connect  # noqa: PLC0415  # bad arguments are refused without aiohttp

        async with connect(*options.given()) as client:
            return await build(client, **chosen)

    async def page() -> str:
        return report.html(language)

    with _waiting(source or "the account"):
        report = run(work())
    if wanted == "html":
        _write(run(page()), out)
    elif wanted == "json":
        _json(report.to_dict(), out)
    else:
        _tables(report, language, out, verbose=verbose)


@contextlib.contextmanager
def _waiting(place: str) -> Generator[None]:
    """Say on a terminal that something is being read."""
    if not sys.stderr.isatty():
        yield
        return
    from daftra_async.cli.tables import console  # noqa: PLC0415  # JSON in a pipe does without rich

    with console(stderr=True).status(f"reading {clean(place)}"):
        yield


def _missing(form: Form) -> str | None:
    """Return a library that this form of the report lacks; asked before the account is read."""
    needed = ("pyarrow", "altair", "vl_convert") if form == "html" else ("pyarrow",)
    return next((name for name in needed if importlib.util.find_spec(name) is None), None)


def _form(out: str | None) -> Form:
    if out is None or out == _STDOUT:
        return "json" if wants_json(None) else "table"
    return "json" if out.endswith(".json") else "html"


def _json(data: dict[str, Any], out: str | None) -> None:
    if out is None or out == _STDOUT:
        line(data)
    else:
        _write(json.dumps(data, indent=2, ensure_ascii=False) + "\n", out)


def _tables(report: "Report", language: str, out: str | None, *, verbose: bool) -> None:
    from daftra_async.cli.report_tables import as_text, show  # noqa: PLC0415  # the other forms do without rich

    if out is None or out == _STDOUT:
        show(report.tables(language, most=None if verbose else _FEW))
    else:
        _write(as_text(report.tables(language)), out)


def _write(text: str, out: str | None) -> None:
    """Write a text to stdout, or to a file whose name is printed."""
    if out is None or out == _STDOUT:
        sys.stdout.write(text)
        return
    path = Path(out)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replaced(path) as file:
            file.write(text.encode())
    except OSError as error:
        complain(f"{out}: {sentence(error)}")
        raise typer.Exit(1) from None
    typer.echo(clean(out))


def _state() -> Path | None:
    """Return the folder where snapshots are kept; None, with a message, where it cannot be made."""
    base = os.environ.get("LOCALAPPDATA" if os.name == "nt" else "XDG_STATE_HOME")
    try:
        folder = (Path(base) if base else Path.home() / ".local" / "state") / "daftra" / "reports"
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, RuntimeError) as error:
        reason = sentence(error) if isinstance(error, OSError) else str(error)
        complain(f"the report is not compared with yesterday, as no folder holds its snapshots: {reason}; give --snapshots FILE")
        return None
    return folder
