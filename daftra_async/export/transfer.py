"""Stores one resource of one account: from which page on, and what is noted afterwards.

begin -> changes, by the v2 twin ----------------------------> finish
  |
  +--> walk -> all came ---------------------------------> finish: visible, noted as done
               |
               +-- the page of the checkpoint is another now ---> walk again, from the first page
               +-- it is huge, and can be divided --------------> walk by windows; whole, when they do not add up
               +-- fewer came than announced -------------------> keep (`incomplete="keep"`): merge, noted as done
               |                                                  otherwise an error, and the next run fetches it whole
               +-- error, cancelled, killed --------------------> abandon: the next run goes on after the last stored page
"""

from __future__ import annotations

import datetime as dt
import logging
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Final

import attrs

from daftra_async.errors import IncompleteListError
from daftra_async.export.counting import incomplete
from daftra_async.export.divided import HugeListError
from daftra_async.export.fetch import Fetcher, ListMovedError
from daftra_async.export.incremental import has_time
from daftra_async.export.manifest import Done, Running, fingerprint
from daftra_async.export.member import Member
from daftra_async.export.protocols import Checkpoint, Job, StoreError
from daftra_async.export.selection import Selection
from daftra_async.export.setup import Setup
from daftra_async.export.twins import Changes
from daftra_async.export.walk import Walk
from daftra_async.export.window_task import CannotDivideError
from daftra_async.export.windows import divisible
from daftra_async.wire import hints
from daftra_async.wire.census_report import Report

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from daftra_async.export.incremental import Window
    from daftra_async.export.options import By
    from daftra_async.export.protocols import Sink, Written

_LOG: Final = logging.getLogger("daftra_async")
_NO_PAGE: Final = "changes"
"""Mark of a checkpoint that stands for no page of the list: a walk never continues there."""


@attrs.define
class Transfer:
    """One resource of one account on its way into the store."""

    setup: Setup
    member: Member
    walk: Walk

    async def run(self) -> Written:
        """Fetch the resource into the store, from where it stands.

        Raises:
            IncompleteListError: it came short, and that was not accepted.
            HugeListError: it is huge, and others are to fetch it.
            DaftraError: a page could not be fetched.
            OSError: the store failed.
        """
        manifest, name = self.member.manifest, self.walk.target.name
        before = manifest.running.get(name) if manifest.resumed else None
        part = await Selection(self.setup, self.member, self.walk).part(before)
        job = self._job(incremental=part is not None, resume=before is not None and not isinstance(part, Changes))
        window = part.window if isinstance(part, Changes) else part
        running = before or Running(began=_now(), start=None if window is None else window.start.isoformat())
        manifest.running[name] = running
        # Of a store that keeps checkpoints this is the only time: the next run has to know that there is one to continue.
        await self.member.save(self.setup.store)
        try:
            if isinstance(part, Changes):
                written = await self._handed(part, job)
            else:
                written = await self._walked(self._fetcher(part, running), job, running)
        except (IncompleteListError, HugeListError):
            del manifest.running[name]  # the next run fetches it whole
            await self.member.save(self.setup.store)
            raise
        manifest.end(name, self._done(job, written, running))
        await self.member.save(self.setup.store)
        return written

    async def _handed(self, found: Changes, job: Job) -> Written:
        """Store what has changed, which is at hand already."""
        at = Checkpoint(page=1, records=len(found.records), read=len(found.records), newest=found.newest, mark=_NO_PAGE)
        async with self._sink(job) as sink:
            await sink.begin(None)
            self.walk.size = await sink.write(found.records, attrs.evolve(at, fingerprint=job.fingerprint))
            self.walk.at, self.walk.early, self.member.received, self.member.lost = at, True, True, 0
            self.setup.tell(self.walk, "page")
            return await sink.finish()

    @asynccontextmanager
    async def _sink(self, job: Job) -> AsyncGenerator[Sink]:
        """Open a sink, and abandon it when an error follows."""
        sink = self.setup.store.sink(job)
        try:
            yield sink
        except BaseException:
            await sink.abandon()
            raise

    def _job(self, *, incremental: bool, resume: bool) -> Job:
        member, target = self.member, self.walk.target
        return Job(
            account=member.name,
            target=target,
            model=hints.record_class(target.operation),
            run=member.manifest.run,
            incremental=incremental,
            fingerprint=fingerprint(member.manifest.identity, member.manifest.fingerprint, target.name),
            resume=resume,
            keep=self.setup.asked is not None or self.setup.keeping.covers(member.name, target),
        )

    def _fetcher(self, window: Window | None, running: Running) -> Fetcher:
        setup, member, walk = self.setup, self.member, self.walk

        async def on_page() -> None:
            member.received, member.lost = True, 0
            running.checkpoint = walk.at
            if not setup.store.keeps_checkpoints:
                await member.save(setup.store)
            setup.tell(walk, "page")

        by: By = "modified" if setup.asked is None else setup.asked.by
        return Fetcher(
            setup=setup,
            client=member.client,
            walk=walk,
            window=window,
            field=by if has_time(walk.target.operation, by) else None,
            on_page=on_page,
            divide=setup.divide if window is None and divisible(walk.target) else None,
        )

    async def _walked(self, fetcher: Fetcher, job: Job, running: Running) -> Written:
        """Go on after the checkpoint, or from the start where the list has moved."""
        try:
            return await self._whole(fetcher, job, running.checkpoint)
        except ListMovedError:
            self.walk.restart()
            running.checkpoint, running.began = None, _now()
            return await self._whole(fetcher, attrs.evolve(job, resume=False), None)

    async def _whole(self, fetcher: Fetcher, job: Job, at: Checkpoint | None) -> Written:
        """Walk the list, by its windows where it is huge."""
        try:
            return await self._attempt(fetcher, job, at)
        except HugeListError:
            self.walk.restart()
            if fetcher.divide is None or fetcher.divide.fetch is None:
                raise
        job = attrs.evolve(job, resume=False)
        try:
            return await self._attempt(attrs.evolve(fetcher, by_windows=True), job, None)
        except CannotDivideError as problem:
            _LOG.warning("%s: %s, so the list is walked whole", job.target.name, problem)
            self.walk.restart()
            self.walk.split = f"whole: {problem}"
        return await self._attempt(attrs.evolve(fetcher, divide=None), job, None)

    async def _attempt(self, fetcher: Fetcher, job: Job, at: Checkpoint | None) -> Written:
        async with self._sink(job) as sink:
            await fetcher.run(job, sink, await sink.begin(at))
            if not self.walk.short:
                return await sink.finish()
        await sink.abandon()
        return await self._keep(job)

    async def _keep(self, job: Job) -> Written:
        """Merge a list that came short into what is there.

        Raises:
            IncompleteListError: that was not asked for.
        """
        walk = self.walk
        if not self.setup.keeping.covers(job.account, job.target):
            raise incomplete(job.target, walk.count)
        walk.part = f"{walk.count.distinct} of {walk.count.tally.announced} announced"
        # Rows of another account must not be merged into.
        async with self._sink(attrs.evolve(job, incremental=not self.member.foreign, resume=True)) as sink:
            if await sink.begin(walk.at) is not None:
                return await sink.finish()
        await sink.abandon()
        msg = f"{self.setup.store.name}: the pages of {job.target.name} are gone; run the export again"
        raise StoreError(msg)

    def _done(self, job: Job, written: Written, running: Running) -> Done:
        walk = self.walk
        old = self.member.manifest.done.get(walk.target.name)
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
            base=self.setup.store.keeps_rows or job.keep,
            whole=sure and (base is None or base.whole),
            incomplete=walk.part,
            census=Report(walk.census).to_dict(),
        )


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat()
