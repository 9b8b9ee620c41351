"""The JSON that commands print for programs; tables for people are in `record_tables`, whose library takes a while to load.

JSON is what `unstructure` makes of a record: wire names, money as text, keys that no model describes included. It is written as
it comes, one line a record, so that a long list can be piped.
"""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING, Any

import typer

from daftra_async.redaction.printable import plain_json
from daftra_async.wire import unstructure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.cli.columns import Column


def wants_json(choice: bool | None) -> bool:
    """Return whether to print JSON: as the option says, or else unless stdout is a terminal."""
    return not sys.stdout.isatty() if choice is None else choice


def line(value: Any, *, indent: int | None = None) -> None:
    """Print a JSON value on stdout; when the reader has gone away, end quietly.

    Raises:
        typer.Exit: the reader has closed the pipe.
    """
    try:
        # The same JSON, but nothing in it moves a cursor or turns text around.
        sys.stdout.write(plain_json(json.dumps(value, ensure_ascii=False, indent=indent)) + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes stdout once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


def wire(record: Any, columns: Sequence[Column] | None = None) -> Any:
    """Return the JSON of a record, or of some of its fields."""
    whole = unstructure(record)
    return whole if columns is None else {column.wire: whole.get(column.wire) for column in columns}


def done(what: str, resource: str, identity: object) -> None:
    """Print what was done to a record: a line for people, JSON for programs."""
    if wants_json(None):
        line({"id": wire_id(identity), "result": what})
    else:
        typer.echo(f"{what}: {resource} {identity}")


def wire_id(identity: object) -> object:
    """Return an id as the server writes it: a number, where it is one."""
    return int(identity) if isinstance(identity, str) and identity.isdecimal() else identity
