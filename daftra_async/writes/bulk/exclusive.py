"""Send a run alone: while its lock is held, records that are there already are looked up, and only the others are created."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from daftra_async.writes.bulk.looking import look
from daftra_async.writes.lock import holding

if TYPE_CHECKING:
    from daftra_async.writes.bulk.looking import Entry, Verdict
    from daftra_async.writes.bulk.sending import Run


async def send(run: Run) -> None:
    """Send a run, behind its lock where it has one.

    Raises:
        DaftraError: the lock was not given, or the list could not be read; nothing was sent.
        CancelledError: it was cancelled; the entries of the run tell what was done.
        Exception: a failure that is not one of the package, of the lock perhaps; likewise.
    """
    work = run.work
    if work.lock is None or not run.waiting:
        await run.send()
        return
    async with holding(work.lock):
        verdicts = await look(work, run.waiting, run.waiting, whole=True)
        run.settle([_settled(verdict) for verdict in verdicts if not verdict.is_absent])
        await run.send()


def _settled(verdict: Verdict) -> Entry:
    """Return the entry of a record that is there, or that may be there."""
    if verdict.row is not None:
        return verdict.found
    return attrs.evolve(verdict.entry, bucket="failed", error=verdict.doubt, result=None)
