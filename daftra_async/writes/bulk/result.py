"""The result of a bulk write: four buckets, and what can be done with each.

    result = await daftra.clients.create_many(inputs, references=numbers)
    if result.unknown:
        result = await result.reconcile()
    if not result.ok:
        result = await result.retry_failed()
    result.to_jsonl("failed.jsonl")
    result.raise_for_failures()

A result never changes; `reconcile` and `retry_failed` return a new one of the same length.
"""

from __future__ import annotations

import asyncio
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar, cast

import attrs

from daftra_async.errors import BulkError, ReconcileError, RequestNotSent
from daftra_async.lists.find.references import find_references
from daftra_async.writes.bulk.dead_letters import write_dead_letters
from daftra_async.writes.bulk.outcome import count
from daftra_async.writes.bulk.sending import Run
from daftra_async.writes.reconcile import branch_of

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator, Sequence

    from daftra_async.lists.find.references import Findings
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
        by_branch: defaultdict[int | None, list[BulkEntry[R]]] = defaultdict(list)
        for entry in self.unknown:
            if entry.reference is not None and work.op.reference is not None:
                by_branch[branch_of(work.op, entry.body)].append(entry)
        news: dict[int, BulkEntry[R]] = {}
        for branch, entries in by_branch.items():
            found = await self._found(work, branch, [str(entry.reference) for entry in entries])
            news.update({entry.index: _judged(entry, found) for entry in entries})
        return BulkResult([news.get(entry.index, entry) for entry in self.entries], work) if news else self

    async def _found(self, work: Work, branch: int | None, references: Sequence[str]) -> Findings:
        made = [entry.id for entry in self.successful if isinstance(entry.id, int)]
        return await find_references(
            work.client,
            work.op,
            references,
            made=len(self),
            oldest=min(made, default=None),
            branch=branch,
            headers=work.options.get("extra_headers"),
        )

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
        Exception: a failure that is none of the package; likewise.
    """
    sending = Run(work, waiting)

    def result() -> BulkResult[Any]:
        news = {entry.index: entry for entry in sending.entries()}
        return BulkResult([news.get(entry.index, entry) for entry in entries], work)

    try:
        await sending.send()
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


def _judged(entry: BulkEntry[R], found: Findings) -> BulkEntry[R]:
    """Return the entry with what a search of the list says of it."""
    judged = entry
    try:
        row = found.only(str(entry.reference))
    except ReconcileError as error:
        note = str(error)
    else:
        if row is not None:
            return attrs.evolve(entry, bucket="successful", result=row, error=None, id=getattr(row, "id", None))
        note = f"no record carries the reference {entry.reference!r}: it was not done"
        judged = attrs.evolve(entry, bucket="failed")
    if entry.error is not None:
        entry.error.add_note(note)
    return judged
