"""Fetches many resources at a time, each of them page by page."""

from __future__ import annotations

import asyncio
import logging
from contextlib import aclosing
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async import _census
from daftra_async._census_report import FILE_NAME, Report
from daftra_async.catalogue import operations
from daftra_async.client import DaftraClient
from daftra_async.errors import ArgumentError, AuthenticationError, DaftraError, RequestNotSent
from daftra_async.export.files import JsonLinesFile, write_json
from daftra_async.export.progress import ProgressEvent
from daftra_async.export.report import ExportReport, ResourceReport
from daftra_async.export.targets import Target, plan

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    from daftra_async.export.progress import State
    from daftra_async.pagination import Page, Pager

    Listener = Callable[[ProgressEvent], None]

_LOG: Final = logging.getLogger("daftra_async")
_SLICE: Final = 100
"""Records encoded at a stretch."""
_HOPELESS: Final = (AuthenticationError, RequestNotSent)
"""Errors that, before anything was received, mean that no resource will do any better."""


async def export(
    client: DaftraClient,
    *,
    resources: Sequence[str] | None = None,
    out: Path,
    concurrency: int = 8,
    page_size: int | None = None,
    progress: Listener | None = None,
) -> ExportReport:
    """Fetch resources into `out`, one JSON Lines file each, and `census.json`: what was met that nobody described.

    A resource that fails does not stop the others; its error is in the report. Memory holds one page of each of `concurrency`
    resources. When the run is cancelled, finished files stay and no half file is left.

    Args:
        client: An open client.
        resources: Names such as `invoices` or `workflow_records:workflow_id=36`; `*` or None for every list that needs no
            argument (those that need one are named in the report as skipped).
        out: Folder for the files; made when missing.
        concurrency: Resources fetched at a time.
        page_size: Records per page; None for 1000 on v1 and 200 on v2.
        progress: Called on every step, in the event loop: it must be quick.

    Raises:
        ArgumentError: a resource or an argument is unknown or malformed; nothing was sent.
        OSError: the folder cannot be made.
    """
    if concurrency < 1:
        msg = f"concurrency: {concurrency} is too small; allowed is 1 and more"
        raise ArgumentError(msg, "concurrency")
    targets = plan(operations(), resources, page_size)
    out.mkdir(parents=True, exist_ok=True)  # noqa: ASYNC240  # before anything else runs
    run = _Run(client=client, out=out, slots=asyncio.Semaphore(concurrency), progress=progress)
    begun, before = perf_counter(), _census.snapshot()
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(run.fetch(target), name=f"export {target.name}") for target in targets]
    census = Report(_census.since(before))
    return ExportReport(
        resources=tuple(task.result() for task in tasks),
        seconds=perf_counter() - begun,
        census=census,
        census_file=_write_census(out, census) if run.received else None,
    )


def _write_census(out: Path, census: Report) -> str | None:
    """Write the census and return the name of its file; that it fails does not spoil an export."""
    try:
        write_json(out / FILE_NAME, census.to_dict())
    except OSError:
        _LOG.exception("%s could not be written", FILE_NAME)
        return None
    return FILE_NAME


@attrs.define
class _Walk:
    """The state of one resource."""

    target: Target
    began: float = attrs.field(factory=perf_counter)
    records: int = 0
    pages: int = 0
    bytes: int = 0
    announced: int | None = None
    changed: bool = False

    @property
    def seconds(self) -> float:
        return perf_counter() - self.began

    def report(self, **rest: Any) -> ResourceReport:
        return ResourceReport(
            resource=self.target.name,
            operation=self.target.operation.id,
            records=self.records,
            pages=self.pages,
            bytes=self.bytes,
            seconds=self.seconds,
            announced=self.announced,
            changed=self.changed,
            **rest,
        )


@attrs.define(kw_only=True)
class _Run:
    """What the resources of one export share."""

    client: DaftraClient
    out: Path
    slots: asyncio.Semaphore
    progress: Listener | None
    received: bool = False
    """Some page came, so address and credential are good."""
    hopeless: DaftraError | None = None
    """Why nothing more is tried."""

    async def fetch(self, target: Target) -> ResourceReport:
        walk = _Walk(target)
        if reason := target.skip_reason:
            self._tell(walk, "skipped", reason)
            return walk.report(skipped=reason)
        async with self.slots:
            walk.began = perf_counter()
            if self.hopeless is not None and not self.received:
                return self._failed(walk, self.hopeless, f"not tried: {self.hopeless}")
            try:
                self._tell(walk, "started")
                await self._walk(walk)
            except (DaftraError, OSError) as error:
                if isinstance(error, _HOPELESS) and not isinstance(error, ArgumentError):
                    self.hopeless = error
                return self._failed(walk, error, str(error))
            self._tell(walk, "finished")
            return walk.report(file=target.file_name)

    def _failed(self, walk: _Walk, error: Exception, reason: str) -> ResourceReport:
        self._tell(walk, "failed", reason)
        return walk.report(error=reason, error_type=type(error).__name__)

    async def _walk(self, walk: _Walk) -> None:
        op = walk.target.operation
        pager: Pager[Any] = getattr(getattr(self.client, op.resource), op.verb)(**walk.target.arguments)
        # The report says what changed.
        async with aclosing(pager.checked(on_drift="ignore").pages()) as pages:
            await self._write(walk, pages)

    async def _write(self, walk: _Walk, pages: AsyncIterator[Page[Any]]) -> None:
        with JsonLinesFile(self.out / walk.target.file_name) as file:
            async for page in pages:
                self.received = True
                for start in range(0, len(page.data), _SLICE):
                    walk.bytes += file.write(page.data[start : start + _SLICE])
                    await asyncio.sleep(0)  # a page can take half a second to encode; the other resources go on in between
                walk.pages += 1
                walk.records += len(page.data)
                if page.total_results is not None:
                    walk.changed |= walk.announced not in {None, page.total_results}
                    walk.announced = page.total_results
                self._tell(walk, "page")

    def _tell(self, walk: _Walk, state: State, reason: str | None = None) -> None:
        if self.progress is not None:
            self.progress(
                ProgressEvent(
                    resource=walk.target.name,
                    state=state,
                    records=walk.records,
                    pages=walk.pages,
                    bytes=walk.bytes,
                    total=walk.announced,
                    seconds=walk.seconds,
                    reason=reason,
                )
            )
