"""Look and send until nothing of a bulk write is in doubt.

A round goes this way; whatever is successful takes no further part:

    look --> wait for a timeout --> look again --> send
      |                                 |            what was not sent or refused for a while: 429, no connection, a stopped run
      '--> found: successful            '----------> what was not there twice

After a timeout the server may still be at work, so one look does not show that a record will not come: a create is sent again
only when two looks, a timeout apart, did not find it. After the last round what is found is still taken.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from daftra_async.errors import APIError, ArgumentError, DaftraError, RateLimitedError, ServerError, UnexpectedResponseError
from daftra_async.writes.bulk import exclusive
from daftra_async.writes.bulk.looking import can_be_sought, look
from daftra_async.writes.bulk.outcome import is_final
from daftra_async.writes.bulk.sending import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from daftra_async.writes.bulk.looking import Verdict
    from daftra_async.writes.bulk.outcome import BulkEntry
    from daftra_async.writes.bulk.sending import Work

    Entry = BulkEntry[Any]


class Settling:
    """Settles the entries of a bulk write; `entries` stands at any time for what is known."""

    def __init__(self, work: Work, entries: Sequence[Entry]) -> None:
        self._work = work
        self._entries = {entry.index: entry for entry in entries}

    @property
    def entries(self) -> list[Entry]:
        """All entries as they stand now."""
        return list(self._entries.values())

    async def settle(self, rounds: int) -> None:
        """Look and send until nothing can be settled any more, or the rounds are over.

        Raises:
            DaftraError: the list cannot be read, for a reason that waiting does not mend.
        """
        for _ in range(rounds):
            first = await self._look()
            if not self._doubted and not self._unsent:
                return
            await self._work.wait_for_server()
            await self._rule_out({verdict.entry.index for verdict in first if verdict.is_absent})
            await self._send()
        await self._look()

    @property
    def _doubted(self) -> list[Entry]:
        return [each for each in self.entries if each.bucket == "unknown" and can_be_sought(self._work, each)]

    @property
    def _unsent(self) -> list[Entry]:
        """Those that were surely not done and may go better the next time."""
        surely = (each for each in self.entries if each.bucket in {"failed", "skipped"})
        return [each for each in surely if can_be_sought(self._work, each) and not _lasts(each.error)]

    async def _look(self) -> list[Verdict]:
        """Look for those in doubt, take what is found, and return what is said of the others."""
        doubted = self._doubted
        try:
            verdicts = await look(self._work, doubted, self.entries) if doubted else []
        except DaftraError as error:
            if _lasts(error):
                raise
            return []  # nothing is known of any: the next look may tell
        self._take(verdict.found for verdict in verdicts if verdict.row is not None)
        return [verdict for verdict in verdicts if verdict.row is None]

    async def _rule_out(self, absent: set[int]) -> None:
        """Look again, and let those fail that were not there before either."""
        for verdict in await self._look():
            if verdict.doubt is not None:
                verdict.explain()
            elif verdict.entry.index in absent:
                self._take([verdict.outcome])

    async def _send(self) -> None:
        run = Run(self._work, self._unsent)
        try:
            await exclusive.send(run)
        finally:
            self._take(run.entries())

    def _take(self, news: Iterable[Entry]) -> None:
        self._entries.update((entry.index, entry) for entry in news)


def _lasts(error: Exception | None) -> bool:
    """Return whether the next call would fail for the same reason: a refusal of the record, of the rights, a closed client."""
    match error:
        case None | RateLimitedError() | ServerError() | UnexpectedResponseError():
            return False
        case APIError() | ArgumentError():
            return True
        case _:
            return is_final(error)
