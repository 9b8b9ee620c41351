"""The result of a bulk write: four buckets, and what can be done with each.

    result = await daftra.clients.create_many(inputs, references=numbers)
    result = await result.settle()
    result.to_jsonl("failed.jsonl")
    result.raise_for_failures()

A result never changes; `settle`, and its parts `reconcile` and `retry_failed`, return a new one of the same length.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast

from daftra_async._text import whole
from daftra_async.errors import BulkError, RequestNotSent
from daftra_async.writes.bulk import exclusive
from daftra_async.writes.bulk.dead_letters import write_dead_letters
from daftra_async.writes.bulk.looking import can_be_sought, look
from daftra_async.writes.bulk.outcome import count
from daftra_async.writes.bulk.sending import Run
from daftra_async.writes.bulk.settling import Settling

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Sequence

    from daftra_async.operation import AnyOperation
    from daftra_async.writes.bulk.outcome import Bucket, BulkEntry
    from daftra_async.writes.bulk.sending import Work

R = TypeVar("R")
_PARTIAL: Final = "_daftra_bulk_result"


class BulkResult(Generic[R]):
    """What became of each record of a bulk write; iterating it gives the entries in the order of the input."""

    __slots__ = ("_by_bucket", "_op", "_work", "entries")

    def __init__(self, entries: Sequence[BulkEntry[R]], work: Work | None = None, op: AnyOperation | None = None) -> None:
        self.entries: tuple[BulkEntry[R], ...] = tuple(entries)
        """All of them, in the order of the input."""
        self._work = work
        self._op = op if work is None else work.op
        self._by_bucket: dict[str, tuple[BulkEntry[R], ...]] = {}

    @property
    def successful(self) -> tuple[BulkEntry[R], ...]:
        """Done; `result` of each entry is what the single call returns."""
        return self._bucket("successful")

    @property
    def failed(self) -> tuple[BulkEntry[R], ...]:
        """Not done: refused by the server, or never sent; `error` says why."""
        return self._bucket("failed")

    @property
    def unknown(self) -> tuple[BulkEntry[R], ...]:
        """Whether they were done is unknown: check before sending them again."""
        return self._bucket("unknown")

    @property
    def skipped(self) -> tuple[BulkEntry[R], ...]:
        """Not tried, since the run was stopped; `error` is what stopped it."""
        return self._bucket("skipped")

    @property
    def ok(self) -> bool:
        """Whether all were successful."""
        return len(self.successful) == len(self.entries)

    def counts(self) -> dict[Bucket, int]:
        """Return the number of entries in each bucket."""
        return count(self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[BulkEntry[R]]:
        return iter(self.entries)

    def __repr__(self) -> str:
        return f"BulkResult({', '.join(f'{name}={number}' for name, number in self.counts().items())})"

    def _repr_html_(self) -> str:
        """Return what a notebook shows: a table of what did not succeed, or of all entries; nothing of the records themselves."""
        from daftra_async.wire.notebook import rows_html  # noqa: PLC0415  # notebooks alone need it

        counts = ", ".join(f"{number:,} {name}" for name, number in self.counts().items() if number)
        shown = self.entries if self.ok else [entry for entry in self.entries if entry.bucket != "successful"]
        rows = [(e.index, e.bucket, e.id, e.reference, type(e.error).__name__ if e.error else None) for e in shown]
        return rows_html(("index", "outcome", "id", "reference", "error"), rows, f"{len(self):,} records: {counts or 'none'}")

    def __reduce__(self) -> tuple[Any, ...]:
        return BulkResult, (self.entries, None, self._op)

    def raise_for_failures(self) -> None:
        """Raise unless everything succeeded.

        Raises:
            BulkError: it did not; its `result` is this one, its cause the first error.
        """
        if self.ok:
            return
        counts = ", ".join(f"{number} {name}" for name, number in self.counts().items() if number)
        error = next((entry.error for entry in self.entries if entry.error is not None), None)
        first = "" if error is None else f"; the first error: {error}"
        msg = f"of {len(self)} records: {counts}{first}"
        raise BulkError(msg, self) from error

    def to_jsonl(self, path: str | os.PathLike[str]) -> int:
        """Write a dead-letter file: the entries that failed, are unknown or were skipped, one JSON object a line.

        It holds the records as they would be sent, nothing masked, so that `read_dead_letters` gives them back: treat it as
        customer data. It is written in one piece, readable by its owner alone, and takes the place of an old one.

        Returns:
            Lines written; 0 makes an empty file.

        Raises:
            OSError: the file cannot be written.
        """
        return write_dead_letters(path, self.entries, self._op)

    async def retry_failed(self) -> BulkResult[R]:
        """Send those that failed or were skipped again, the unknown ones never.

        Returns:
            All entries, with the new outcomes in place of the old ones.

        Raises:
            RequestNotSent: the result was copied or pickled and no longer knows its client.
        """
        work = self._known()
        return await run(work, self.entries, [entry for entry in self.entries if entry.bucket in {"failed", "skipped"}])

    async def reconcile(self) -> BulkResult[R]:
        """Find out whether the creates of unknown outcome were done, those that were given a reference.

        One walk over the list of the resource looks for all of them. Found ones become successful, with the row of the list as
        their result; those that are surely not there become failed, so that `retry_failed` sends them again; where the list
        leaves it open, or several records carry the reference, they stay unknown and a note on their error says why.

        The answer is true for that moment: after a timeout the server may still be at work, so wait a little before you ask.

        Raises:
            RequestNotSent: the result was copied or pickled and no longer knows its client.
            DaftraError: the list could not be read; nothing has changed.
        """
        work = self._known()
        sought = [entry for entry in self.unknown if can_be_sought(work, entry)]
        if not sought:
            return self
        news = {verdict.entry.index: verdict.outcome for verdict in await look(work, sought, self.entries)}
        return BulkResult([news.get(entry.index, entry) for entry in self.entries], work)

    async def settle(self, rounds: int = 5) -> BulkResult[R]:
        """Look for the unknown creates, and send again what is surely not there, until nothing is unknown.

        A create is sent again only when two looks at the list, at least a `timeout` of its call apart, did not find it: so long
        the server may still be at work on it. Creates that were surely not done (429, no connection, skipped) are sent again too;
        what the server refused for itself is not. What was given no reference is never sent again: updates, deletes, and creates
        without `references=` stay as they are.

        Args:
            rounds: Times to look and send at most. A round takes at least one `timeout`, 60 seconds unless you set it.

        Returns:
            All entries; what is not successful is left for you.

        Raises:
            ArgumentError: `rounds` is not a whole number from 1.
            RequestNotSent: the result was copied or pickled and no longer knows its client, or the client is closed.
            APIError: the list cannot be read, for lack of rights for instance; `partial_result` gets what was settled out of it.
            CancelledError: it was cancelled; likewise.
        """
        most = whole("rounds", rounds)
        settling = Settling(self._known(), self.entries)
        try:
            await settling.settle(most)
        except (Exception, asyncio.CancelledError) as error:
            setattr(error, _PARTIAL, BulkResult(settling.entries, self._work))
            raise
        return BulkResult(settling.entries, self._work)

    def _bucket(self, name: Bucket) -> tuple[BulkEntry[R], ...]:
        if name not in self._by_bucket:
            self._by_bucket[name] = tuple(entry for entry in self.entries if entry.bucket == name)
        return self._by_bucket[name]

    def _known(self) -> Work:
        if self._work is None:
            msg = "this result was copied or pickled, and no longer knows its client: use the one that the bulk write returned"
            raise RequestNotSent(msg)
        return self._work


async def run(work: Work, entries: Sequence[BulkEntry[Any]], waiting: Sequence[BulkEntry[Any]]) -> BulkResult[Any]:
    """Send the waiting ones of the entries, and return the result of all.

    Raises:
        CancelledError: it was cancelled; `partial_result` gets the result out of the error.
        Exception: a failure that is not a DaftraError; likewise.
    """
    sending = Run(work, waiting)

    def result() -> BulkResult[Any]:
        news = {entry.index: entry for entry in sending.entries()}
        return BulkResult([news.get(entry.index, entry) for entry in entries], work)

    try:
        await exclusive.send(sending)
    except (Exception, asyncio.CancelledError) as error:
        setattr(error, _PARTIAL, result())
        raise
    return result()


def partial_result(error: BaseException) -> BulkResult[Any] | None:
    """Return what a bulk write had done when it was cancelled or broke off, None if the error is of something else.

        try:
            async with asyncio.timeout(60):
                result = await daftra.clients.create_many(inputs)
        except TimeoutError as error:
            result = partial_result(error)

    Args:
        error: The `CancelledError`, or an error that it led to: its causes and contexts are looked at.
    """
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        found = getattr(at, _PARTIAL, None)
        if found is not None:
            return cast("BulkResult[Any]", found)
        seen.add(id(at))
        at = at.__cause__ or at.__context__
    return None
