"""Write and check the bodies of a bulk write, one by one, before anything is sent.

A body is written when its record comes. Where it holds a date that goes out in the account's own format, and nobody has asked for
that format yet, a copy of the record waits: the account is asked once all records were found good, and these are written again.
"""

from __future__ import annotations

import copy
from functools import partial
from typing import TYPE_CHECKING, Any

import attrs

from daftra_async import wire
from daftra_async.errors import ArgumentError
from daftra_async.http import parameters
from daftra_async.http.request import build_request, place_reference
from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire import envelopes
from daftra_async.wire.bodies import set_apart
from daftra_async.writes.losses import refuse_losses

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from daftra_async.writes.bulk.outcome import BulkEntry
    from daftra_async.writes.bulk.sending import Work


class Bodies:
    """Writes the bodies of one bulk write."""

    __slots__ = ("_again", "_work")

    def __init__(self, work: Work) -> None:
        self._work = work
        self._again: dict[int, Callable[[], Any]] = {}
        """What writes the bodies that wait for the account's date format, by their place."""

    def write(self, at: int, path: Mapping[str, object], body: object, reference: str | UnsetType) -> Any:
        """Check the call of one record, and return its body as it is sent.

        Raises:
            ArgumentError: it is refused.
        """
        where = f"items[{at}]"
        with wire.dates(self._work.client.date_format) as seen:
            written = written_body(self._work, where, path, body, reference)
        if seen.unsure:
            self._again[at] = partial(written_body, self._work, where, path, copy.deepcopy(body), reference)
        return written

    async def settle(self, entries: Sequence[BulkEntry[Any]]) -> list[BulkEntry[Any]]:
        """Return the entries with the bodies that are sent."""
        again = self._again
        if not again:
            return list(entries)
        bodies = await self._work.client.dated(
            lambda: {at: write() for at, write in again.items()}, timeout=self._work.options.get("timeout", UNSET)
        )
        return [attrs.evolve(entry, body=bodies.get(entry.index, entry.body)) for entry in entries]


def written_body(work: Work, where: str, path: Mapping[str, object], body: object, reference: str | UnsetType) -> Any:
    """Check the call of one record, and return its body as it is sent, None for a delete."""
    op = work.op
    tail: dict[str, Any] = {"timeout": UNSET, "extra_headers": None, **work.options, "extra_query": None}
    try:
        written: Any = None if op.request is None else envelopes.write_body(op, body, parameters.body_identity(op, path))
        if not isinstance(reference, UnsetType):
            place_reference(op, written, reference)
        if op.lost and not work.replace:
            refuse_losses(op, path, body)
        parameters.build_query(work.bulk or op, {}, work.options.get("extra_query"))
        build_request(op, path, {}, UNSET if written is None else set_apart(op, written), suffix="", **tail)
    except ArgumentError as error:
        msg = f"{where}: {error}"
        raise ArgumentError(msg, where.partition("[")[0]) from error
    return written
