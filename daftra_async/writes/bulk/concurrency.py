"""Run many coroutines at once, as many as a window allows, and leave none behind."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable

J = TypeVar("J")
_AT_A_TIME: Final = 200


async def breathe(at: int) -> None:
    """Let other tasks run, at every 200th step of a long loop that awaits nothing else."""
    if at % _AT_A_TIME == _AT_A_TIME - 1:
        await asyncio.sleep(0)


async def each(jobs: Iterable[J], work: Callable[[J], Coroutine[Any, Any, None]], width: Callable[[], int]) -> None:
    """Do the work of each job, in order of their begin, and return when all are done.

    Args:
        jobs: Taken one by one when there is room; when they end, no more begin.
        work: Does one job. What it raises ends the others: they are cancelled and waited for, then it is raised here.
        width: How many may run now; asked again whenever one has ended.
    """
    waiting = iter(jobs)
    running: set[asyncio.Task[None]] = set()
    try:
        while True:
            while len(running) < max(1, width()):
                try:
                    job = next(waiting)
                except StopIteration:
                    break
                running.add(asyncio.create_task(work(job)))
            if not running:
                return
            done, running = await asyncio.wait(running, return_when=asyncio.FIRST_COMPLETED)
            ended = [task.exception() for task in done]
            for error in ended:
                if error is not None:
                    raise error
    finally:
        for task in running:
            task.cancel()
        if running:
            await asyncio.gather(*running, return_exceptions=True)
