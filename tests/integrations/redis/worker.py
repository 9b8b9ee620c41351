"""A process that shares an account's limit: `python -m tests.integrations.redis.worker`, told what to do by a line of JSON.

It says `ready`, begins when it gets another line, and sends requests until the server has no more use for them.
"""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any

from daftra_async import DaftraClient
from daftra_async.errors import APIError
from daftra_async.integrations.redis import RedisLimiter


async def send(daftra: DaftraClient) -> None:
    """Send until the server says 410."""
    while True:
        try:
            await daftra.request("GET", "/api2/x")
        except APIError as error:
            if error.status == 410:
                return
            raise


async def main(redis: str, server: str, tasks: int, limits: dict[str, Any]) -> None:
    async with (
        RedisLimiter(redis, "acme", **limits) as limiter,
        DaftraClient(base_url=server, api_key="key-123456", limiter=limiter) as daftra,
        asyncio.TaskGroup() as group,
    ):
        print("ready", flush=True)
        await asyncio.to_thread(sys.stdin.readline)
        for _ in range(tasks):
            group.create_task(send(daftra))


if __name__ == "__main__":
    asyncio.run(main(**json.loads(sys.stdin.readline())))
