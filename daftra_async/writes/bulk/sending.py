"""One run of a bulk write: its entries are sent, each lands in a bucket, and what stops the run loses none of them.

A chunk (one record, or several where the server takes several in one call) goes this way:

    waiting --> its turn (`concurrency`, `pace`) --> sent --> answered         --> each record: successful, failed or unknown
       |              |                                 |---> failed           --> the whole chunk: failed, unknown or skipped
       |              |                                 '---> cancelled        --> the whole chunk: unknown
       '--------------'--> the run was stopped meanwhile                       --> the whole chunk: skipped

What stops a run: an error that makes going on hopeless, too many failures in a row that are not the record's own, and an error
that is not one of the package, which is raised in the end.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.errors import DaftraError
from daftra_async.lists.executor import Executor
from daftra_async.operation import UNSET, AnyOperation
from daftra_async.options import CallOptions
from daftra_async.wire.bodies import set_apart
from daftra_async.writes.bulk.chunk_results import outcomes
from daftra_async.writes.bulk.concurrency import each
from daftra_async.writes.bulk.outcome import (
    BUCKETS,
    MOST_IN_A_ROW,
    BulkProgress,
    bucket_of,
    counts_against_run,
    drop_tracebacks,
    ends_run,
    not_known,
)
from daftra_async.writes.bulk.pace import Pace
from daftra_async.writes.lock import Lock, wait_for_server

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from daftra_async.errors import APIError, OutcomeUnknown
    from daftra_async.operation import Created
    from daftra_async.writes.bulk.outcome import Bucket, BulkEntry

    Entry = BulkEntry[Any]

OnProgress = Callable[[BulkProgress], object]
_LOG: Final = logging.getLogger("daftra_async")


@attrs.frozen(kw_only=True, eq=False, repr=False)
class Work:
    """A bulk write without its records: what is sent to whom, and how."""

    client: Executor
    op: AnyOperation
    """The single operation."""
    path: Mapping[str, object]
    options: CallOptions
    """`timeout`, `extra_query` and `extra_headers` of each call."""
    concurrency: int
    on_progress: OnProgress | None = None
    by_id: bool = False
    """The records are named by their ids; not so for a create."""
    replace: bool = False
    """Bodies may leave out what the stored records lose by it."""
    bulk: AnyOperation | None = None
    """The operation that takes many records in one call."""
    chunk_size: int = 1
    lock: Lock | None = None
    """Held while it is looked which records are there and the others are created."""

    async def request(self, chunk: Sequence[Entry]) -> Sequence[Created | APIError | OutcomeUnknown | Any]:
        """Send one call; return a result or an error for each of its records.

        Raises:
            DaftraError: what became of the call as a whole.
        """
        if self.bulk is not None:
            results = await self.client.execute(
                self.bulk, self.path, {}, [set_apart(self.op, entry.body) for entry in chunk], **self.options
            )
            return outcomes(self.bulk, results, len(chunk))
        (entry,) = chunk
        path = {**self.path, "id": entry.id} if self.by_id else self.path
        body = UNSET if entry.body is None else set_apart(self.op, entry.body)
        reference = UNSET if entry.reference is None else entry.reference
        return [await self.client.execute(self.op, path, {}, body, reference=reference, **self.options)]

    async def wait_for_server(self) -> None:
        """Wait for as long as a call may take: after that the server is at work on none that was sent before."""
        await wait_for_server(self.client, self.options.get("timeout", UNSET))


class Run:
    """Sends entries once."""

    __slots__ = ("_counts", "_in_a_row", "_operation", "_outcomes", "_pace", "_stopped_by", "_wrong", "waiting", "work")

    def __init__(self, work: Work, waiting: Sequence[Entry]) -> None:
        self.work = work
        self._operation = (work.bulk or work.op).id
        self.waiting = waiting
        self._outcomes: dict[int, Entry] = {}
        self._counts: Counter[Bucket] = Counter()
        self._pace = Pace(work.concurrency)
        self._in_a_row = 0
        self._stopped_by: Exception | None = None
        self._wrong: Exception | None = None
        """The first error that is not a DaftraError; it is raised in the end."""

    @property
    def stopped(self) -> bool:
        """No call begins any more."""
        return self._stopped_by is not None

    @property
    def has_unknown(self) -> bool:
        """The server may be at work on an entry."""
        return self._counts["unknown"] > 0

    def entries(self) -> list[Entry]:
        """Return what became of the entries, in their order; those without an outcome are skipped."""
        return [
            self._outcomes.get(entry.index) or attrs.evolve(entry, bucket="skipped", error=self._stopped_by, result=None)
            for entry in self.waiting
        ]

    def settle(self, known: Sequence[Entry]) -> None:
        """Take the outcomes of entries that are then not sent."""
        for entry in known:
            self._outcomes[entry.index] = entry
            self._counts[entry.bucket] += 1
        if known:
            self._tell()

    async def send(self) -> None:
        """Send all entries that have no outcome.

        Raises:
            CancelledError: the run was cancelled; `entries` tells what was done.
            Exception: a failure that is not one of the package; likewise.
        """
        size = self.work.chunk_size
        left = [entry for entry in self.waiting if entry.index not in self._outcomes]
        chunks = (left[at : at + size] for at in range(0, len(left), size))
        await each(self._until_stopped(chunks), self._call, lambda: self._pace.width)
        if self._stopped_by is not None:
            _LOG.warning("%s: stopped after %s; %d records were not tried", self._operation, *self._why())
            self._counts["skipped"] += len(self.waiting) - len(self._outcomes)
            self._tell()
        if self._wrong is not None:
            raise self._wrong

    def _until_stopped(self, chunks: Iterable[Sequence[Entry]]) -> Iterator[Sequence[Entry]]:
        for chunk in chunks:
            if self.stopped:
                return
            yield chunk

    def _why(self) -> tuple[str, int]:
        return type(self._stopped_by).__name__, len(self.waiting) - len(self._outcomes)

    async def _call(self, chunk: Sequence[Entry]) -> None:
        period = await self._pace.turn(lambda: self.stopped)
        if period is None:
            return
        error: Exception | None = None
        results: Sequence[Any] = ()
        try:
            results = await self.work.request(chunk)
        except Exception as failure:  # noqa: BLE001  # one record must not take the outcomes of the others with it
            error = drop_tracebacks(failure)
        except BaseException:
            # It may have been sent; what is cancelled before is skipped.
            self._settle(chunk, [not_known(self._operation, "its call was cancelled")] * len(chunk))
            raise
        self._settle(chunk, results if error is None else [error] * len(chunk))
        self._learn(period, error)
        self._tell()

    def _settle(self, chunk: Sequence[Entry], outcomes: Sequence[Any]) -> None:
        for entry, outcome in zip(chunk, outcomes, strict=True):
            settled: Entry
            if isinstance(outcome, Exception):
                settled = attrs.evolve(entry, bucket=bucket_of(outcome, self._operation), error=outcome, result=None)
            else:
                identity = entry.id if self.work.by_id else getattr(outcome, "id", None)
                settled = attrs.evolve(entry, bucket="successful", error=None, result=outcome, id=identity)
            self._outcomes[entry.index] = settled
            self._counts[settled.bucket] += 1

    def _learn(self, period: int, error: Exception | None) -> None:
        self._pace.learn(period, error)
        if error is None or not counts_against_run(error):
            self._in_a_row = 0
        else:
            self._in_a_row += 1
        if error is None:
            return
        if not isinstance(error, DaftraError):
            self._wrong = self._wrong or error
        if not self.stopped and (self._wrong is not None or ends_run(error) or self._in_a_row >= MOST_IN_A_ROW):
            self._stopped_by = error

    def _tell(self) -> None:
        tell = self.work.on_progress
        if tell is None:
            return
        counts: dict[str, int] = {name: self._counts[name] for name in BUCKETS}
        try:
            tell(BulkProgress(done=self._counts.total(), total=len(self.waiting), **counts))
        except Exception:  # noqa: BLE001  # its failure is its own, and the records go on
            _LOG.exception("%s: on_progress failed", self._operation)
