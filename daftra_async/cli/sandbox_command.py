"""`daftra sandbox`: a local Daftra."""

# No `from __future__ import annotations` here: typer reads the annotations when the command is made.
import typer


def sandbox_command(context: typer.Context) -> None:
    """Run a local Daftra to try things on.

    `daftra sandbox --help` shows its options.
    """
    from daftra_async.sandbox.__main__ import main  # noqa: PLC0415  # the other commands do without the server

    raise typer.Exit(main(context.args))
