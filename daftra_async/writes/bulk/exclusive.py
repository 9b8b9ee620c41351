"""Send a run alone: while its lock is held, records that are there already are looked up, and only the others are created.

A look tells nothing of a record that the server is still at work on. So the lock is held for a timeout longer when a create of
the run is unknown; and where the holder before was killed, the look waits as long.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from daftra_async.writes.bulk.looking import look
from daftra_async.writes.lock import FileLock, holding, mark

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
        if isinstance(work.lock, FileLock) and work.lock.in_doubt:
            await work.wait_for_server()
        mark(work.lock, in_doubt=False)
        verdicts = await look(work, run.waiting, run.waiting, whole=True)
        run.settle([_settled(verdict) for verdict in verdicts if not verdict.is_absent])
        mark(work.lock, in_doubt=True)
        await run.send()
        if run.has_unknown:
            await work.wait_for_server()
        mark(work.lock, in_doubt=False)


def _settled(verdict: Verdict) -> Entry:
    """Return the entry of a record that is there, or that may be there."""
    if verdict.row is not None:
        return verdict.found
    return attrs.evolve(verdict.entry, bucket="failed", error=verdict.doubt, result=None)
