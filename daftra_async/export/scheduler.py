"""Runs an export: whose turn it is, what an interrupted run has left, and what becomes of failures.

    waiting -> skipped                              an argument of the list is missing
            -> finished                             the interrupted run had fetched it already
            -> failed ("not tried")                 address or credential of the account turned out to be useless
            -> started (a huge list that others are to fetch: nothing follows)
            -> started -> page ... -> finished | failed

Each line is a state of one resource, told to the listener of `progress`. A failure is that of one resource: the others go on.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, Generic, TypeVar

import attrs

from daftra_async.export.divided import HugeListError
from daftra_async.export.member import Member
from daftra_async.export.protocols import Checkpoint
from daftra_async.export.report import ResourceReport, reason_of
from daftra_async.export.setup import Setup
from daftra_async.export.transfer import Transfer
from daftra_async.export.walk import Walk
from daftra_async.wire.census import Entry, add, counting
from daftra_async.wire.census_report import census_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from daftra_async.export.manifest import Done
    from daftra_async.export.targets import Target

T = TypeVar("T")

LEFT: Final = "the list is huge: it is fetched by its windows"
"""Why a huge list is skipped by the run that finds it: another one fetches it by its windows."""


class FairQueue(Generic[T]):
    """Hands out work, so that each account has an equal share of what runs.

    The next piece is of the account with the fewest that run, and of those the one that has had the fewest turns. So an account
    of a hundred long lists holds the others up for one turn at most, and has all turns when it is the last one left.
    """

    def __init__(self, work: Mapping[str, Iterable[T]]) -> None:
        self._waiting = {account: deque(items) for account, items in work.items()}
        self._running = dict.fromkeys(self._waiting, 0)
        self._turns = dict.fromkeys(self._waiting, 0)

    def __len__(self) -> int:
        return sum(len(items) for items in self._waiting.values())

    def take(self) -> tuple[str, T] | None:
        """Return an account and its next piece of work, None when no work is left; `release` has to follow."""
        ready = [account for account, items in self._waiting.items() if items]
        if not ready:
            return None
        account = min(ready, key=lambda each: (self._running[each], self._turns[each]))
        self._running[account] += 1
        self._turns[account] += 1
        return account, self._waiting[account].popleft()

    def release(self, account: str) -> None:
        """Note that a piece of work of the account is over."""
        self._running[account] -= 1


@attrs.define
class Run:
    """One run over all resources of all accounts."""

    setup: Setup
    members: Mapping[str, Member]
    """Accounts by name."""
    census: dict[Entry, int] = attrs.field(init=False, factory=dict[Entry, int])
    """What no model describes, in all lists."""
    reports: dict[tuple[str, str], ResourceReport] = attrs.field(init=False, factory=dict[tuple[str, str], ResourceReport])
    """By account and resource."""

    async def all(self, targets: Sequence[Target], concurrency: int) -> tuple[ResourceReport, ...]:
        """Fetch the targets of all accounts, `concurrency` at a time."""
        for member in self.members.values():
            for target in targets:
                self._leave_out(member, target)
            await member.save(self.setup.store)
        turns = FairQueue({name: [t for t in targets if (name, t.name) not in self.reports] for name in self.members})
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(min(concurrency, len(turns))):
                    group.create_task(self._work(turns), name="export")
        except BaseExceptionGroup as group:  # failures of lists are in the report, so it is the listener's or the store's own
            raise group.exceptions[0] from None
        for member in self.members.values():
            await member.close_run(self.setup.store)
        return tuple(self.reports[name, target.name] for name in self.members for target in targets)

    async def _work(self, turns: FairQueue[Target]) -> None:
        while (turn := turns.take()) is not None:
            name, target = turn
            try:
                self.reports[name, target.name] = await self._fetch(self.members[name], target)
            finally:
                turns.release(name)

    def _leave_out(self, member: Member, target: Target) -> None:
        """Report what needs no turn: lists that lack an argument, and those that the interrupted run had finished."""
        walk = Walk(account=member.name, target=target)
        key = (member.name, target.name)
        if reason := target.skip_reason:
            self.setup.tell(walk, "skipped", reason)
            self.reports[key] = walk.report(seconds=0.0, skipped=reason)
        elif member.manifest.resumed and (done := member.manifest.finished(target.name)) is not None:
            self.reports[key] = self._done_before(walk, done)

    def _done_before(self, walk: Walk, done: Done) -> ResourceReport:
        walk.at = Checkpoint(page=done.pages, records=done.records, read=done.received, total=done.announced)
        walk.resumed, walk.size, walk.changed, walk.incremental = walk.at, done.bytes, done.changed, done.incremental
        walk.part = done.incomplete
        add(self.census, census_of(done.census))
        self.setup.tell(walk, "finished")
        return walk.report(seconds=0.0, file=done.file, held=done.held, resumed="done")

    async def _fetch(self, member: Member, target: Target) -> ResourceReport:
        walk = Walk(account=member.name, target=target)
        if member.hopeless is not None and not member.received:
            member.failed(member.hopeless)
            return self._failed(walk, member.hopeless, f"not tried: {member.hopeless}")
        self.setup.tell(walk, "started")
        try:
            with counting(walk.census):
                written = await Transfer(self.setup, member, walk).run()
        except HugeListError:
            return walk.report(skipped=LEFT)
        except Exception as error:  # noqa: BLE001  # the others go on
            member.failed(error)
            return self._failed(walk, error, reason_of(error, walk.target.name))
        finally:
            add(self.census, walk.census)
        self.setup.tell(walk, "finished")
        return walk.report(file=written.name, held=written.records, bytes=written.bytes or walk.size)

    def _failed(self, walk: Walk, error: Exception, reason: str) -> ResourceReport:
        self.setup.tell(walk, "failed", reason)
        return walk.report(error=reason, error_type=type(error).__name__)
