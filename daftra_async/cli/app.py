"""The commands of `daftra`, each in a module of its own."""

from __future__ import annotations

import contextlib
import io
import sys
from typing import TYPE_CHECKING

import typer

from daftra_async.cli.export_command import export_command
from daftra_async.cli.operations_command import operations_command
from daftra_async.cli.sandbox_command import sandbox_command

if TYPE_CHECKING:
    from collections.abc import Sequence

app = typer.Typer(
    name="daftra",
    help="The Daftra ERP from the shell.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,  # its tracebacks show local variables, credentials among them
    rich_markup_mode=None,
)
app.command("export")(export_command)
app.command("operations")(operations_command)
app.command(
    "sandbox",
    # The sandbox reads its own arguments, `--help` included.
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []},
)(sandbox_command)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            with contextlib.suppress(ValueError):
                stream.reconfigure(errors="replace")  # records and messages hold text that not every terminal can show
    try:
        app(args=None if arguments is None else list(arguments), prog_name="daftra")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except KeyboardInterrupt:
        return 130
    return 0
