"""Hands out accounts to workers, and collects what became of them."""

from __future__ import annotations

import os
import uuid
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from daftra_async._text import refuse, whole
from daftra_async.catalogue import operations
from daftra_async.export import EVERYTHING, ExportReport, plan, store_for
from daftra_async.export.divided import Divide
from daftra_async.export.open_store import is_url
from daftra_async.export.options import file_options, read_since
from daftra_async.export.scheduler import LEFT
from daftra_async.export.windows import HUGE
from daftra_async.integrations.dask.cluster import connected, distributed
from daftra_async.integrations.dask.huge import export_huge
from daftra_async.integrations.dask.progress import received
from daftra_async.integrations.dask.task import Order, export_share, failed
from daftra_async.wire.census import add
from daftra_async.wire.census_report import Report

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
    from pathlib import Path
    from typing import Unpack

    from daftra_async.export import AccountSpec, ResourceReport
    from daftra_async.export.options import ExportOptions
    from daftra_async.settings import Settings
    from daftra_async.wire.census import Entry

_MOST: Final = 8
"""Accounts of a task: what Dask does for a task hardly counts any more."""
_TASKS: Final = 2
"""Tasks for each thread of the cluster, before any of them gets more than one account."""


async def export_accounts(
    specs: Sequence[AccountSpec],
    to: str | Path,
    *,
    scheduler: str | None = None,
    workers: int | None = None,
    split: int | None = HUGE,
    settings: Settings | None = None,
    on_account: Callable[[str, ExportReport], None] | None = None,
    **options: Unpack[ExportOptions],
) -> ExportReport:
    """Export accounts on the workers of a Dask cluster, each as `export_account` does.

    The failure of an account does not stop the others. The accounts of a worker that is lost are exported by another one; an
    account that has lost several workers (`distributed.scheduler.allowed-failures` of Dask) is reported as failed.

    Args:
        specs: Accounts, each with a name of its own; what they name is read on the workers.
        to: A folder that all workers see, its URL, or the URL of a database.
        scheduler: Address of the scheduler of a cluster, whose workers have this package too.
        workers: Processes to start on this machine instead; they end with the export.
        split: Records from which on a list is exported by several workers, in windows of time, if it can be asked for them
            (invoices, v2 lists). Where the windows do not add up to the list, it is walked as usual; `ResourceReport.split`
            says which. None for never.
        settings: Settings of every client.
        on_account: Called in the event loop with the name and the report of each account that has ended.
        options: Those of `export`, such as `resources`, `format` and `since`. `progress` is called in the event loop of this
            process, for lists that take longer than a second: at most once a second for each, and at its end.

    Returns:
        The report over all accounts. One of which no list could be tried has a single failed resource, `*`.

    Raises:
        ArgumentError: an argument is invalid, or a library is missing; nothing was sent.
        OSError: there is no scheduler at the address.
    """
    place = _check(specs, to, options)
    if split is not None:
        whole("split", split)
    progress = options.pop("progress", None)
    run = None if progress is None else uuid.uuid4().hex
    shared = to if is_url(to) else os.path.abspath(to)  # noqa: ASYNC240, PTH100  # does not touch the disk
    # A task that is repeated after its worker was lost does not fetch again what it had finished.
    order = Order(to=shared, settings=settings, options={"run": uuid.uuid4().hex, **options}, run=run)
    begun = perf_counter()
    found: dict[str, ExportReport] = {}
    async with connected(scheduler, workers) as client:
        with received(client, order.run or "", progress):
            async for name, report in _exported(client, specs, order, split):
                found[name] = report
                if on_account is not None:
                    on_account(name, report)
    ordered = [found[spec.name] for spec in specs]
    return ExportReport(
        resources=tuple(resource for report in ordered for resource in report.resources),
        seconds=perf_counter() - begun,
        to=place,
        census=_census(ordered),
    )


async def _exported(
    client: Any, specs: Sequence[AccountSpec], order: Order, split: int | None
) -> AsyncGenerator[tuple[str, ExportReport]]:
    """Yield the accounts as they end; those with huge lists when these have ended too."""
    finding = order if split is None else attrs.evolve(order, options={**order.options, "divide": Divide(least=split)})
    run = uuid.uuid4().hex
    shares = _shares(specs, sum((await client.nthreads()).values()))
    given = {f"daftra-export-{run}-{number}": share for number, share in enumerate(shares)}
    futures = client.map(export_share, shares, order=finding, key=list(given), pure=False)
    ended = distributed.as_completed(futures, with_results=True, raise_errors=False)
    del futures  # or the scheduler would keep all results until the end

    def submit(spec: AccountSpec, task: Callable[..., Any], *arguments: Any) -> None:
        key = f"daftra-export-{run}-{len(given)}"
        given[key] = [spec]
        ended.add(client.submit(task, *arguments, key=key, pure=False))

    begun: dict[str, ExportReport] = {}
    async for future, result in ended:
        share = given[future.key]
        reports = _reports(share, result)
        for spec in share[len(reports) :]:
            submit(spec, export_share, [spec], finding)
        for spec, report in zip(share, reports, strict=False):
            huge = [each.resource for each in report.resources if each.skipped == LEFT]
            if huge and split is not None:
                begun[spec.name] = report
                submit(spec, export_huge, spec, order, huge, split)
            else:
                yield spec.name, _joined(begun.pop(spec.name, None), report)


def _shares(specs: Sequence[AccountSpec], threads: int) -> list[Sequence[AccountSpec]]:
    """Return the accounts of each task: small shares when there are few accounts, or no workers yet.

    Neighbours are in different tasks, since a file that is sorted has the large accounts side by side.
    """
    size = max(min(len(specs) // (_TASKS * threads), _MOST), 1) if threads else 1
    tasks = -(-len(specs) // size)
    return [specs[number::tasks] for number in range(tasks)]


def _reports(share: Sequence[AccountSpec], result: Any) -> list[ExportReport]:
    """Return the reports of the first accounts of a task; the others are exported by tasks of their own."""
    if isinstance(result, list):
        return cast("list[ExportReport]", result)
    # Class, error and traceback, or the error that cancelled it.
    error: BaseException = result if isinstance(result, BaseException) else result[1]
    if not isinstance(error, distributed.KilledWorker):
        reason = f"the cluster gave it up: {type(error).__name__}"
        return [failed(spec.name, type(error).__name__, reason) for spec in share]
    if len(share) > 1:
        return []  # one of them takes too much memory, perhaps
    reason = "the workers that exported it ended one after the other; look at their memory and logs"
    return [failed(share[0].name, "KilledWorker", reason)]


def _joined(begun: ExportReport | None, huge: ExportReport) -> ExportReport:
    """Return the report of an account whose huge lists were exported in the end."""
    if begun is None:
        return huge
    lists = {each.resource: each for each in huge.resources}
    return attrs.evolve(
        begun,
        resources=tuple(_of_list(each, lists) if each.skipped == LEFT else each for each in begun.resources),
        seconds=begun.seconds + huge.seconds,
        census=_census([begun, huge]),
    )


def _of_list(left: ResourceReport, lists: Mapping[str, ResourceReport]) -> ResourceReport:
    """Return the report of a huge list; where its account failed as a whole, with that failure."""
    found = lists.get(left.resource)
    if found is not None:
        return found
    lost = lists[EVERYTHING]
    return attrs.evolve(left, skipped=None, error=lost.error, error_type=lost.error_type)


def _check(specs: Sequence[AccountSpec], to: str | Path, options: Mapping[str, Any]) -> str:
    """Refuse now what every account would refuse, and return the place as it may be shown."""
    names = [spec.name.casefold() for spec in specs]
    if not names or len(set(names)) < len(names):
        refuse("specs", "there are two of a name" if names else "there is none", "one and more, each with a name of its own")
    if options.get("divide") is not None:
        refuse("divide", "it cannot be given here", "split=")
    plan(operations(), options.get("resources"), options.get("page_size"))
    read_since(options.get("since"), options.get("since_by", "modified"), options.get("overlap"))
    return store_for(to, **file_options(options)).name


def _census(reports: Sequence[ExportReport]) -> Report:
    counts: dict[Entry, int] = {}
    for report in reports:
        add(counts, report.census.counts)
    return Report(counts)
