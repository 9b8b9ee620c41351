"""One limit for all processes that use an account, kept in Redis; needs the extra `redis` (`pip install daftra-async[redis]`).

    limiter = RedisLimiter("redis://localhost:6379/0", account="acme", concurrency=8, requests_per_second=50)
    async with limiter, DaftraClient("acme", api_key="...", limiter=limiter) as daftra:
        ...

Each process makes a limiter of its own, with the same arguments. A limiter talks to Redis in one task, however many requests
wait: it reports how many run and how many wait, and the reply says how many may begin. So a request costs one or two round trips
to Redis, less when many wait.

A report holds for the time of the lease and is sent again before that ends; the slots of a process that was killed are free when
its lease is over. All times are those of Redis, so clocks of machines do not matter.
"""

from __future__ import annotations

from daftra_async.integrations.redis.limiter import RedisLimiter

__all__ = ["RedisLimiter"]
