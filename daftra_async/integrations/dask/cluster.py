"""Where accounts are exported: a cluster that runs already, or processes of this machine."""

from __future__ import annotations

import importlib
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING, Any, Final

from daftra_async._libraries import missing_library
from daftra_async._text import refuse
from daftra_async.integrations.dask.pickling import keep_errors_picklable

try:
    # Its types are incomplete.
    dask: Any = importlib.import_module("dask")
    distributed: Any = importlib.import_module("distributed")
except ImportError as error:
    raise missing_library(error, "dask") from None
keep_errors_picklable()

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

AT_A_TIME: Final = 4
"""Accounts that a process of a local cluster exports at a time: while one waits for its server, others are decoded."""
_CONFIG: Final[dict[str, Any]] = {
    # These watch the processes for the dashboard, and take 4 % of a core from each of them.
    "distributed.worker.profile.enabled": False,
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "10s",
    # Dask makes glibc give back the memory of each page, to take it again for the next one: see docs/adr/0024.
    "distributed.nanny.pre-spawn-environ.MALLOC_TRIM_THRESHOLD_": None,
}
_LOOPBACK: Final = "127.0.0.1:0"
"""Where the pages of a local cluster are: without an address, they are open to others."""


@asynccontextmanager
async def connected(scheduler: str | None, workers: int | None) -> AsyncGenerator[Any]:
    """Open a client of the cluster, and close it together with a cluster of its own.

    Args:
        scheduler: Address of the scheduler, such as `tcp://scheduler:8786`.
        workers: Processes to start on this machine, in place of `scheduler`.

    Raises:
        ArgumentError: neither was given, or both.
        OSError: there is no scheduler at the address.
    """
    if (scheduler is None) == (workers is None):
        refuse("scheduler", f"{'neither' if workers is None else 'both'} of scheduler and workers was given", "one of them")
    async with AsyncExitStack() as stack:
        place: Any = scheduler
        if workers is not None:
            if workers < 1:
                refuse("workers", f"{workers} was given", "1 and more")
            stack.enter_context(dask.config.set(_CONFIG))
            place = await stack.enter_async_context(
                distributed.LocalCluster(
                    n_workers=workers,
                    threads_per_worker=AT_A_TIME,
                    dashboard_address=_LOOPBACK,
                    worker_dashboard_address=_LOOPBACK,
                    asynchronous=True,
                )
            )
        yield await stack.enter_async_context(distributed.Client(place, asynchronous=True))
