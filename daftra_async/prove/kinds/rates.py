"""The number of requests that the account answers before a 429."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Final

from daftra_async.errors import RateLimitedError
from daftra_async.prove.kinds.result import Result

if TYPE_CHECKING:
    from daftra_async.prove.experiment import Experiment
    from daftra_async.prove.lab import Lab

MOST: Final = 60
_AT_ONCE: Final = 6


async def rate_limit(lab: Lab, experiment: Experiment) -> Result:
    """Ask for one thing again and again, until the account answers 429 or `MOST` requests were sent."""
    client = lab.client.with_settings(max_attempts=1)
    path = lab.path_of(experiment.operations[0])
    paused: list[float | None] = []
    started, answered = time.monotonic(), 0

    async def ask() -> bool:
        lab.requests += 1
        try:
            await client.request("GET", path, raw=True)
        except RateLimitedError as error:
            paused.append(error.retry_after)
            return False
        return True

    while answered < MOST and not paused:
        answered += sum(await asyncio.gather(*(ask() for _ in range(_AT_ONCE))))
    seconds = time.monotonic() - started
    if not paused:
        return Result("none met", f"{answered} requests answered in {seconds:.1f} s")
    pause = next((f", which asks for {each:.0f} s" for each in paused if each is not None), ", without Retry-After")
    return Result("limited", f"429 after {answered} requests in {seconds:.1f} s{pause}")
