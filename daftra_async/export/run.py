"""One run over all resources of all accounts: whose turn it is, what is continued, and what becomes of failures."""

from __future__ import annotations

import asyncio
import datetime as dt
import importlib
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

import attrs

from daftra_async.client import DaftraClient
from daftra_async.errors import ArgumentError, AuthenticationError, ConnectionLost, DaftraError, DaftraTimeout, RequestNotSent
from daftra_async.export import incremental
from daftra_async.export.incremental import Asked
from daftra_async.export.manifest import Done, Manifest, Running, fingerprint
from daftra_async.export.progress import ProgressEvent
from daftra_async.export.report import ResourceReport
from daftra_async.export.schedule import Turns
from daftra_async.export.store import Checkpoint, Job, Store
from daftra_async.export.walk import Fetcher, ListMovedError, Walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.export.incremental import Window
    from daftra_async.export.progress import State
    from daftra_async.export.store import Written
    from daftra_async.export.targets import Target

Listener = Callable[[ProgressEvent], None]

_HOPELESS: Final = (AuthenticationError, RequestNotSent)
"""Errors that, before anything was received, mean that no resource of the account will do any better."""
_ON_THE_WAY: Final = (RequestNotSent, DaftraTimeout, ConnectionLost, AuthenticationError, OSError)
"""Errors that say nothing about the resource: no connection, an expired token, a full disk."""


@attrs.define(kw_only=True)
class Member:
    """An account of the run, and what its resources share."""

    name: str
    client: DaftraClient
    manifest: Manifest
    foreign: bool
    """What is there came from another account."""
    received: bool = False
    """Some page came, so address and credential are good."""
    hopeless: DaftraError | None = None
    """Why nothing more is tried."""
    lost: int = 0
    """Resources that failed on the way since the last page came."""
    saving: asyncio.Lock = attrs.field(factory=asyncio.Lock)

    @property
    def cut_off(self) -> bool:
        """The connection, the credential or the place ended the run, so that the next one should continue it.

        One list that always fails must not keep the others from being fetched anew, so it takes two, or that nothing was done.
        """
        finished = any(done.run == self.manifest.run for done in self.manifest.done.values())
        return self.lost > 1 or (self.lost == 1 and not finished)

    def failed(self, error: Exception) -> None:
        """Note that a resource failed."""
        if isinstance(error, ArgumentError):
            return
        if isinstance(error, _HOPELESS):
            self.hopeless = error
        if isinstance(error, _ON_THE_WAY) and (self.received or not isinstance(error, AuthenticationError)):
            self.lost += 1


@attrs.define(kw_only=True)
class Run:
    """What the resources of one export share."""

    store: Store
    members: Mapping[str, Member]
    asked: Asked | None
    ahead: int
    progress: Listener | None
    reports: dict[tuple[str, str], ResourceReport] = attrs.field(factory=dict[tuple[str, str], ResourceReport])

    async def all(self, targets: Sequence[Target], concurrency: int) -> tuple[ResourceReport, ...]:
        """Fetch the targets of all accounts, so many at a time."""
        for member in self.members.values():
            for target in targets:
                self._leave_out(member, target)
            await self._save(member)
        turns = Turns({name: [t for t in targets if (name, t.name) not in self.reports] for name in self.members})
        async with asyncio.TaskGroup() as group:
            for _ in range(min(concurrency, len(turns))):
                group.create_task(self._work(turns), name="export")
        for member in self.members.values():
            member.manifest.complete = not member.cut_off
            await self._save(member)
        return tuple(self.reports[name, target.name] for name in self.members for target in targets)

    async def _work(self, turns: Turns[Target]) -> None:
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
            self._tell(walk, "finished")
            self.reports[key] = walk.report(seconds=0.0, file=done.file, held=done.held, resumed="done")

    async def _fetch(self, member: Member, target: Target) -> ResourceReport:
        walk = Walk(account=member.name, target=target)
        if member.hopeless is not None and not member.received:
            member.failed(member.hopeless)
            return self._failed(walk, member.hopeless, f"not tried: {member.hopeless}")
        try:
            self._tell(walk, "started")
            written = await self._store(member, walk)
        except (DaftraError, OSError) as error:
            member.failed(error)
            return self._failed(walk, error, str(error))
        self._tell(walk, "finished")
        return walk.report(file=written.name, held=written.records, bytes=written.bytes or walk.size)

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
        job = Job(
            account=member.name,
            target=target,
            model=_model(target),
            run=manifest.run,
            incremental=window is not None,
            fingerprint=fingerprint(manifest.identity, manifest.fingerprint, target.name),
            resume=before is not None,
            keep=self.asked is not None,
        )
        running = before or Running(began=_now(), start=None if window is None else window.start.isoformat())
        manifest.running[target.name] = running
        # Of a store that keeps checkpoints this is the only time: the next run has to know that there is one to continue.
        await self._save(member)

        async def on_page(walk: Walk) -> None:
            member.received, member.lost = True, 0
            running.checkpoint = walk.at
            if not self.store.keeps_checkpoints:
                await self._save(member)
            self._tell(walk, "page")

        by = "modified" if self.asked is None else self.asked.by
        field = incremental.tracked(target.operation, by)
        fetcher = Fetcher(client=member.client, ahead=self.ahead, window=window, field=field, on_page=on_page)
        try:
            written = await self._attempt(fetcher, walk, job, running.checkpoint)
        except ListMovedError:
            walk.restart()
            running.checkpoint, running.began = None, _now()
            written = await self._attempt(fetcher, walk, attrs.evolve(job, resume=False), None)
        manifest.end(target.name, self._done(member, walk, job, written, running))
        await self._save(member)
        return written

    async def _attempt(self, fetcher: Fetcher, walk: Walk, job: Job, at: Checkpoint | None) -> Written:
        sink = self.store.sink(job)
        try:
            await fetcher.run(walk, job, sink, await sink.begin(at))
            return await sink.finish()
        except BaseException:
            await sink.abandon()
            raise

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
        old = member.manifest.done.get(walk.target.name) if job.incremental else None
        times = [time for time in (walk.at.newest, None if old is None else old.newest) if time is not None]
        return Done(
            run=job.run,
            file=str(written.name),
            records=walk.at.records,
            held=written.records,
            bytes=written.bytes or walk.size,
            pages=walk.at.page,
            announced=None if walk.early else walk.at.total,
            received=walk.at.read,
            changed=walk.changed,
            newest=max(times, default=None),
            seconds=round((dt.datetime.now(dt.UTC) - dt.datetime.fromisoformat(running.began)).total_seconds(), 3),
            incremental=walk.incremental,
            base=self.store.keeps_rows or job.keep,
        )

    async def _save(self, member: Member) -> None:
        async with member.saving:
            await self.store.save(member.name, member.manifest.to_dict())

    def _tell(self, walk: Walk, state: State, reason: str | None = None) -> None:
        if self.progress is not None:
            self.progress(walk.event(state, reason))


def _now() -> str:
    return dt.datetime.now(dt.UTC).isoformat()


def _model(target: Target) -> type | None:
    name = target.operation.response.model
    return None if name is None else getattr(importlib.import_module("daftra_async.models"), name)
