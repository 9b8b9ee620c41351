"""Huge lists on a cluster: one task writes the list, and its windows are tasks of their own.

The task that writes mostly waits for windows, so it gives its slot on the worker back meanwhile: windows can still be fetched
when every worker writes a huge list. A fetched window stays in the memory of its worker until it is written, and leaves no file.
When a worker is lost, others fetch its windows again; a list that it was writing starts over.
"""

from __future__ import annotations

import asyncio
import uuid
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import attrs

from daftra_async.errors import DaftraError
from daftra_async.export.divided import Divide
from daftra_async.export.report import reason_of
from daftra_async.export.window_task import CannotDivideError, fetch_window
from daftra_async.integrations.dask.cluster import distributed
from daftra_async.integrations.dask.task import Order, export_one, shared_session
from daftra_async.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.export import AccountSpec, ExportReport
    from daftra_async.export.window_task import Fetched, WindowTask


def export_huge(spec: AccountSpec, order: Order, resources: Sequence[str], least: int) -> list[ExportReport]:
    """Export huge lists of an account by their windows, and return its report, as `export_share` does.

    Args:
        spec: The account.
        order: What is wanted of it.
        resources: The lists.
        least: Records from which on a list counts as huge.
    """
    with distributed.worker_client() as cluster:
        return [asyncio.run(_export(cluster, spec, order, resources, least))]


async def _export(cluster: Any, spec: AccountSpec, order: Order, resources: Sequence[str], least: int) -> ExportReport:
    settings = order.settings or Settings()
    # All windows together keep the limits of one client.
    at_a_time = min(settings.concurrency, sum(cluster.nthreads().values()))
    if settings.requests_per_second is not None:
        settings = attrs.evolve(settings, requests_per_second=settings.requests_per_second / at_a_time)
    window_order = Order(to="", settings=settings, options={})
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor(at_a_time + 2, "daftra-windows") as threads:

        async def fetch(task: WindowTask) -> Fetched | None:
            future = cluster.submit(fetch_one, spec, window_order, task, key=f"daftra-window-{uuid.uuid4().hex}", pure=False)
            try:
                found: Fetched | Exception | None = await loop.run_in_executor(threads, future.result)
            finally:
                future.release()  # its result leaves the memory of the worker, and a thread that still waits for it ends
            if isinstance(found, Exception):
                raise found
            return found

        options = {
            **order.listening(),
            "resources": list(resources),
            "divide": Divide(least=least, fetch=fetch, at_a_time=at_a_time),
        }
        return await export_one(spec, attrs.evolve(order, options=options, run=None))


async def fetch_one(spec: AccountSpec, order: Order, task: WindowTask) -> Fetched | Exception | None:
    """Fetch a window on a worker; an error is returned, since the worker would log one that is raised with all arguments."""
    try:
        async with shared_session() as session, spec.resolve().client(session, order.settings) as client:
            return await fetch_window(client, task)
    except (DaftraError, CannotDivideError, OSError) as error:
        return error
    except Exception as error:  # noqa: BLE001  # as above
        return RuntimeError(reason_of(error, f"{spec.name}, a window of {task.resource}"))
