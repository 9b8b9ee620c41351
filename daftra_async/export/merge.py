"""Merges records of an incremental run into those of earlier ones, by id."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING

from daftra_async.export.files import create, present, reopen
from daftra_async.wire.identity import id_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def merge(base: Path | None, changes: Path, result: Path) -> int:
    """Write the records of `base` with those of `changes` in their places, then those that are new; return how many there are.

    Of several changes of an id the last one counts. Records without an id cannot be matched: those of `changes` are all
    appended. Of `changes` only the ids and places of the lines are held in memory, about 200 bytes each. `base` may be missing.
    """
    records = 0
    with reopen(changes) as new, create(result) as out:
        places = _places(new)
        if base is not None and present(base):
            with reopen(base) as old:
                for line in old:
                    place = places.pop(_identity(line), None)
                    out.write(line if place is None else _line(new, place))
                    records += 1
        for place in places.values():
            out.write(_line(new, place))
            records += 1
    return records


def identities(lines: Iterable[bytes]) -> list[str]:
    """Return the ids of JSON Lines, without those of records that have none."""
    return [found for found in map(_identity, lines) if found is not None]


def _places(file: IO[bytes]) -> dict[object, int]:
    """Return where the line of each id begins, in the order in which the ids came first."""
    places: dict[object, int] = {}
    place = 0
    for line in file:
        identity = _identity(line)
        places[object() if identity is None else identity] = place
        place += len(line)
    return places


def _line(file: IO[bytes], place: int) -> bytes:
    file.seek(place)
    return file.readline()


def _identity(line: bytes) -> str | None:
    # Lists send an id as text or as a number, and not always the same.
    found = id_of(line)
    return None if found is None or found == "" else str(found)
