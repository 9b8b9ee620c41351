"""`daftra pdf`: a document by the link of its record."""

# No `from __future__ import annotations` here: typer reads the annotations when the command is made.
import sys
from pathlib import Path
from typing import Annotated

import typer

from daftra_async._files import replaced
from daftra_async._text import refuse
from daftra_async.catalogue import operations
from daftra_async.cli import options
from daftra_async.cli.routes import operation, path_arguments, pdf_field
from daftra_async.cli.running import FAILED, complain, run
from daftra_async.cli.text import clean
from daftra_async.lists.executor import executor_of

_STDOUT = "-"


def pdf_command(
    resource: options.PdfResource,
    identity: options.Identity,
    out: Annotated[
        str | None,
        typer.Option(
            "--out",
            "-o",
            metavar="FILE",
            help="File or folder; - for stdout. Default: RESOURCE-ID.pdf. A file of that name is replaced.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Fetch a document as PDF.

    Of invoices and other records with a link to their PDF. What comes is written only if it is a PDF: such a link can lead to a
    login page. Prints the name of the file.
    """

    async def work() -> bytes | None:
        op = operation(resource, "get")
        field = pdf_field(op)
        if field is None:
            able = sorted(each.resource for each in operations() if each.verb == "get" and pdf_field(each) is not None)
            refuse("resource", f"{resource} have no link to a PDF", ", ".join(able))
        path = path_arguments(op, (), identity)
        from daftra_async.cli.connect import connect  # noqa: PLC0415  # bad arguments are refused without aiohttp

        async with connect(*options.given()) as client:
            link = getattr(await executor_of(client).execute(op, path, {}), field)
            return await client.pdf(link) if link else None

    content = run(work())
    if content is None:
        complain(f"{resource} {identity} has no PDF: the record came without a link to one")
        raise typer.Exit(FAILED)
    if out == _STDOUT:
        sys.stdout.buffer.write(content)
        return
    file = _target(out, f"{resource}-{identity}.pdf")
    with replaced(file) as part:
        part.write(content)
    typer.echo(clean(str(file)))


def _target(out: str | None, name: str) -> Path:
    """Return the file to write."""
    chosen = Path(name if out is None else out)
    return chosen / name if chosen.is_dir() else chosen
