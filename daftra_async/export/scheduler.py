"""One run over all resources of all accounts: whose turn it is, what is continued, and what becomes of failures."""

from __future__ import annotations

import asyncio
import datetime as dt
import importlib
import logging
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

import attrs

from daftra_async._os_errors import sentence
from daftra_async.errors import DaftraError, IncompleteListError
from daftra_async.export import incremental
from daftra_async.export.fetch import Fetcher, ListMovedError, Walk
from daftra_async.export.incremental import SinceOptions
from daftra_async.export.keeping import Keeping
from daftra_async.export.manifest import Done, Running, fingerprint
from daftra_async.export.member import Member
from daftra_async.export.progress import ProgressEvent
from daftra_async.export.protocols import Checkpoint, Job, Store, StoreError
from daftra_async.export.report import ResourceReport
from daftra_async.export.schedule import FairQueue
from daftra_async.wire.census import Entry, counting
from daftra_async.wire.census_report import Report, census_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.export.incremental import Window
    from daftra_async.export.progress import State
    from daftra_async.export.protocols import Written
    from daftra_async.export.targets import Target

Listener = Callable[[ProgressEvent], None]

_LOG: Final = logging.getLogger("daftra_async")
_LONGEST: Final = 300
"""Characters of an unexpected error in the report."""


@attrs.define(kw_only=True)
class Run:
    """What the resources of one export share."""

    store: Store
    members: Mapping[str, Member]
    asked: SinceOptions | None
    keeping: Keeping
    ahead: int
    progress: Listener | None
    census: dict[Entry, int] = attrs.field(factory=dict[Entry, int])
    """What was met that no model describes, in all lists."""
    reports: dict[tuple[str, str], ResourceReport] = attrs.field(factory=dict[tuple[str, str], ResourceReport])

    async def all(self, targets: Sequence[Target], concurrency: int) -> tuple[ResourceReport, ...]:
        """Fetch the targets of all accounts, so many at a time."""
        for member in self.members.values():
            for target in targets:
                self._leave_out(member, target)
            await self._save(member)
        turns = FairQueue({name: [t for t in targets if (name, t.name) not in self.reports] for name in self.members})
        try:
            async with asyncio.TaskGroup() as group:
                for _ in range(min(concurrency, len(turns))):
                    group.create_task(self._work(turns), name="export")
        except BaseExceptionGroup as group:  # failures of lists are in the report, so it is the listener's or the store's own
            raise group.exceptions[0] from None
        for member in self.members.values():
            member.manifest.complete = not member.cut_off
            if member.manifest.complete:
                member.manifest.forget_censuses()
            await self._save(member)
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
            self._tell(walk, "skipped", reason)
            self.reports[key] = walk.report(seconds=0.0, skipped=reason)
        elif member.manifest.resumed and (done := member.manifest.finished(target.name)) is not None:
            walk.at = Checkpoint(page=done.pages, records=done.records, read=done.received, total=done.announced)
            walk.resumed, walk.size, walk.changed, walk.incremental = walk.at, done.bytes, done.changed, done.incremental
            walk.part = done.incomplete
            self._count(census_of(done.census))
            self._tell(walk, "finished")
            self.reports[key] = walk.report(seconds=0.0, file=done.file, held=done.held, resumed="done")

    async def _fetch(self, member: Member, target: Target) -> ResourceReport:
        walk = Walk(account=member.name, target=target)
        if member.hopeless is not None and not member.received:
            member.failed(member.hopeless)
            return self._failed(walk, member.hopeless, f"not tried: {member.hopeless}")
        self._tell(walk, "started")
        try:
            with counting(walk.census):
                written = await self._store(member, walk)
        except (DaftraError, OSError) as error:
            member.failed(error)
            return self._failed(walk, error, sentence(error) if isinstance(error, OSError) else str(error))
        except Exception as error:  # noqa: BLE001  # a mistake of ours, or a record that breaks what reads it: the others go on
            _LOG.exception("%s: the export failed", walk.target.name)
            return self._failed(walk, error, f"{type(error).__name__}: {error}"[:_LONGEST])
        finally:
            self._count(walk.census)
        self._tell(walk, "finished")
        return walk.report(file=written.name, held=written.records, bytes=written.bytes or walk.size)

    def _count(self, census: Mapping[Entry, int]) -> None:
        for entry, count in census.items():
            self.census[entry] = self.census.get(entry, 0) + count

    def _failed(self, walk: Walk, error: Exception, reason: str) -> ResourceReport:
        self._tell(walk, "failed", reason)
        return walk.report(error=reason, error_type=type(error).__name__)

    async def _store(self, member: Member, walk: Walk) -> Written:
        """Fetch a resource into the store, from where it stands."""
        manifest, target = member.manifest, walk.target
        before = manifest.running.get(target.name) if manifest.resumed else None
        wanted = self._window(member, target, before)
        window = None if isinstance(wanted, str) else wanted
        walk.incremental = (
            f"{window.field} >= {window.start.isoformat()}" if window else wanted if isinstance(wanted, str) else None
        )
        job = self._job(member, target, incremental=window is not None, resume=before is not None)
        running = before or Running(began=_now(), start=None if window is None else window.start.isoformat())
        manifest.running[target.name] = running
        # Of a store that keeps checkpoints this is the only time: the next run has to know that there is one to continue.
        await self._save(member)
        try:
            written = await self._walked(self._fetcher(member, target, window, running), walk, job, running)
        except IncompleteListError:
            del manifest.running[target.name]  # the next run fetches it whole
            await self._save(member)
            raise
        manifest.end(target.name, self._done(member, walk, job, written, running))
        await self._save(member)
        return written

    def _job(self, member: Member, target: Target, *, incremental: bool, resume: bool) -> Job:
        manifest = member.manifest
        return Job(
            account=member.name,
            target=target,
            model=_model(target),
            run=manifest.run,
            incremental=incremental,
            fingerprint=fingerprint(manifest.identity, manifest.fingerprint, target.name),
            resume=resume,
            keep=self.asked is not None or self.keeping.covers(member.name, target),
        )

    def _fetcher(self, member: Member, target: Target, window: Window | None, running: Running) -> Fetcher:
        async def on_page(walk: Walk) -> None:
            member.received, member.lost = True, 0
            running.checkpoint = walk.at
            if not self.store.keeps_checkpoints:
                await self._save(member)
            self._tell(walk, "page")

        by = "modified" if self.asked is None else self.asked.by
        field = incremental.tracked(target.operation, by)
        return Fetcher(client=member.client, ahead=self.ahead, window=window, field=field, on_page=on_page)

    async def _walked(self, fetcher: Fetcher, walk: Walk, job: Job, running: Running) -> Written:
        """Go on where an interrupted run stood, or from the start where that has moved."""
        try:
            return await self._attempt(fetcher, walk, job, running.checkpoint)
        except ListMovedError:
            walk.restart()
            running.checkpoint, running.began = None, _now()
            return await self._attempt(fetcher, walk, attrs.evolve(job, resume=False), None)

    async def _attempt(self, fetcher: Fetcher, walk: Walk, job: Job, at: Checkpoint | None) -> Written:
        sink = self.store.sink(job)
        try:
            await fetcher.run(walk, job, sink, await sink.begin(at))
            if not walk.short:
                return await sink.finish()
        except BaseException:
            await sink.abandon()
            raise
        await sink.abandon()
        return await self._keep(walk, job)

    async def _keep(self, walk: Walk, job: Job) -> Written:
        """Merge a list that came short into what is there.

        Raises:
            IncompleteListError: that was not asked for.
        """
        distinct, announced = walk.count.distinct, walk.count.announced
        member = self.members[job.account]
        if not self.keeping.covers(job.account, job.target):
            raise incomplete(job.target, distinct, announced)
        walk.part = f"{distinct} of {announced} announced"
        # Rows of another account are no base to merge into.
        sink = self.store.sink(attrs.evolve(job, incremental=not member.foreign, resume=True))
        try:
            kept = await sink.begin(walk.at)
            if kept is not None:
                return await sink.finish()
        except BaseException:
            await sink.abandon()
            raise
        await sink.abandon()
        msg = f"{self.store.name}: the pages of {job.target.name} are gone; run it again"
        raise StoreError(msg)

    def _window(self, member: Member, target: Target, running: Running | None) -> Window | str | None:
        if self.asked is None:
            return None
        if member.foreign:
            return "full: what was there came from another account"
        if running is not None and running.start is not None:
            return incremental.from_start(target, self.asked.by, dt.datetime.fromisoformat(running.start))
        done = member.manifest.done.get(target.name)
        mergeable = self.store.keeps_rows or (done is not None and done.base)
        return incremental.window(target, self.asked, done, mergeable=mergeable)

    def _done(self, member: Member, walk: Walk, job: Job, written: Written, running: Running) -> Done:
        old = member.manifest.done.get(walk.target.name)
        # A list that came short, or of which a row may have slipped past, moves no watermark.
        sure = walk.part is None and not walk.at.shrank
        base = old if old is not None and (job.incremental or walk.part is not None) else None
        times = [time for time in (walk.at.newest if sure else None, None if base is None else base.newest) if time is not None]
        return Done(
            run=job.run,
            file=str(written.name),
            records=walk.at.records,
            held=written.records,
            bytes=written.bytes or walk.size,
            pages=walk.at.page,
            announced=None if walk.early else walk.at.total,
            received=walk.at.read,
            changed=walk.moved,
            newest=max(times, default=None),
            seconds=round((dt.datetime.now(dt.UTC) - dt.datetime.fromisoformat(running.began)).total_seconds(), 3),
            incremental=walk.incremental,
            base=self.store.keeps_rows or job.keep,
            whole=sure and (base is None or base.whole),
            incomplete=walk.part,
            census=Report(walk.census).to_dict(),
        )

    async def _save(self, member: Member) -> None:
        async with member.saving:
            await self.store.save(member.name, member.manifest.to_dict())

    def _tell(self, walk: Walk, state: State, reason: str | None = None) -> None:
        if self.progress is not None:
            self.progress(walk.event(state, reason))


def incomplete(target: Target, came: int, announced: int) -> IncompleteListError:
    """Make the error of a list that came short."""
    message = (
        f"the list came short, {came} of {announced} announced records; nothing was written, and the next run fetches it whole."
        f" If this account always announces more than it shows, accept that with --incomplete keep:{target.name}"
        f' (incomplete="keep:{target.name}" in Python)'
    )
    error = IncompleteListError(200, None, message, None, target.operation.id)
    error.announced, error.received = announced, came
    return error


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat()


def _model(target: Target) -> type | None:
    name = target.operation.response.model
    return None if name is None else getattr(importlib.import_module("daftra_async.models"), name)
