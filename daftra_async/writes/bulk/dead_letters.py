"""Files of records that did not make it: JSON Lines, to be read by people, corrected and sent again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import attrs

from daftra_async import wire
from daftra_async._files import replaced
from daftra_async._text import refuse
from daftra_async.errors import APIError, OutcomeUnknown
from daftra_async.wire.bodies import set_apart
from daftra_async.writes.bulk.outcome import BUCKETS, Bucket

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from daftra_async.operation import AnyOperation
    from daftra_async.writes.bulk.outcome import BulkEntry


@attrs.frozen(kw_only=True)
class DeadLetter:
    """One line of such a file."""

    index: int
    """Place in what was given, from 0."""
    bucket: Bucket
    id: int | str | None = None
    """Id of the record to update or delete."""
    reference: str | None = None
    """The caller's own name of a new record."""
    input: Any = attrs.field(default=None, repr=False)
    """The body in wire names, as the many-methods take it; None for a delete."""
    error: dict[str, Any] | None = attrs.field(default=None, repr=False)
    """`type`, `message`, `status` and `validation_errors` of what went wrong."""


def write_dead_letters(path: str | os.PathLike[str], entries: Iterable[BulkEntry[Any]], op: AnyOperation | None) -> int:
    """Write the entries that did not succeed, in one piece and readable by the owner alone; return how many there are.

    Bodies are written as `op` takes them again: undocumented keys are put under `extra`.
    """
    target = Path(path)
    lines = 0
    with replaced(target, part=target.with_name(f".{target.name}.part")) as file:
        for entry in entries:
            if entry.bucket != "successful":
                file.write(wire.dumps(_line(entry, op)) + b"\n")
                lines += 1
    return lines


def read_dead_letters(path: str | os.PathLike[str]) -> list[DeadLetter]:
    """Read a file that `BulkResult.to_jsonl` wrote.

        letters = read_dead_letters("failed.jsonl")
        again = [letter for letter in letters if letter.bucket != "unknown"]
        await daftra.clients.create_many([letter.input for letter in again])

    Raises:
        OSError: the file cannot be read.
        ArgumentError: a line does not hold one.
    """
    with Path(path).open("rb") as file:
        return [_letter(line, number) for number, line in enumerate(file, 1) if line.strip()]


def _line(entry: BulkEntry[Any], op: AnyOperation | None) -> dict[str, Any]:
    error = entry.error
    told: dict[str, Any] | None = None
    if error is not None:
        told = {
            "type": type(error).__name__,
            "message": str(error),
            "status": error.status if isinstance(error, APIError | OutcomeUnknown) else None,
            "validation_errors": error.validation_errors if isinstance(error, APIError) else {},
        }
    return {
        "index": entry.index,
        "bucket": entry.bucket,
        "id": entry.id,
        "reference": entry.reference,
        "input": entry.body if op is None else set_apart(op, entry.body),
        "error": told,
    }


def _letter(line: bytes, number: int) -> DeadLetter:
    try:
        found: Any = wire.loads(line)
        members = cast("dict[str, Any]", found) if isinstance(found, dict) else {}
        letter = DeadLetter(**members)
    except (ValueError, TypeError, RecursionError):
        letter = None
    if letter is None or letter.bucket not in BUCKETS or type(letter.index) is not int:
        refuse("path", f"line {number} is not a dead letter", "a file that to_jsonl wrote")
    return letter
