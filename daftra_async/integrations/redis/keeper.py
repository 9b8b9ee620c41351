"""One task for each process that reports to Redis what the process does, and lets requests through as Redis replies."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import secrets
from contextvars import Context
from typing import TYPE_CHECKING, Final

import attrs

from daftra_async.errors import LimiterError, RequestNotSent
from daftra_async.http.fair_queue import FairQueue
from daftra_async.http.limiter import Slot
from daftra_async.integrations.redis.account_limit import Away, Report

if TYPE_CHECKING:
    from daftra_async.integrations.redis.account_limit import AccountLimit, Grant

_LOG: Final = logging.getLogger("daftra_async")
_LOOK_AGAIN: Final = 1.0
"""Seconds after which Redis is tried again when it was away."""


class Keeper:
    """Keeps Redis and the requests of this process in step.

    The task runs while requests run or wait, and ends by itself.

    Args:
        limit: The limit in Redis.
        account: The account, for messages.
        most: Slots that the account has.
        lease: Seconds for which a report holds.
        refuses: Whether requests fail while Redis is away; otherwise another limiter is asked.
    """

    def __init__(self, limit: AccountLimit, account: str, most: int, lease: float, *, refuses: bool) -> None:
        self.report = Report()
        """What Redis gets the next time, except the number of those that wait."""
        self.waiters: FairQueue[asyncio.Future[Slot | None]] = FairQueue()
        self.width = most
        self.speed = 1.0
        self.away = False
        """Redis did not answer the last time."""
        self.known = False
        """Redis may count requests of this process."""
        self.task: asyncio.Task[None] | None = None
        self._limit = limit
        self._account = account
        self._most = most
        self._lease = lease
        self._refuses = refuses
        self._closed = False
        self._loop: asyncio.AbstractEventLoop | None = None
        self._process = ""
        self._news = asyncio.Event()

    async def turn(self, kind: str | None) -> Slot | None:
        """Wait for a slot; return None if Redis is away and another limiter is to be asked.

        Raises:
            LimiterError: Redis is away, and requests are refused then.
            RequestNotSent: the limiter is closed, or belongs to another event loop.
        """
        loop = self._enter()
        if self.away and not self._refuses:
            return None
        waiter: asyncio.Future[Slot | None] = loop.create_future()
        first = self.waiters.head() is None
        self.waiters.add(kind, waiter)
        # Behind others it will be served when they are: Redis has said when.
        self.keep_on(news=first)
        try:
            return await waiter
        except asyncio.CancelledError:
            if not waiter.done() or waiter.cancelled():
                self.waiters.remove(kind, waiter)
            elif waiter.exception() is None and waiter.result() is not None:
                # Its turn had come, but it was cancelled before it ran again.
                self.report.running -= 1
                self.report.unused += 1
                self.keep_on()
            raise

    def keep_on(self, *, news: bool = True) -> None:
        """See to it that Redis gets reports: now if there is news, else when one is due."""
        if self._closed:
            return
        if news and (self._refuses or not self.away):
            self._news.set()
        if self.task is None or self.task.done():
            # It outlives the request that starts it, so it runs in a context of its own.
            loop = asyncio.get_running_loop()
            self.task = loop.create_task(self._run(), name="daftra_async Redis limiter", context=Context())

    async def stop(self) -> None:
        """Refuse those that wait, and report to Redis that nothing runs here any more."""
        self._closed = True
        while (waiter := self._next()) is not None:
            waiter.set_exception(RequestNotSent("the limiter was closed"))
        if self.task is not None and self._loop is asyncio.get_running_loop():
            self._news.set()
            await asyncio.wait([self.task])

    def _enter(self) -> asyncio.AbstractEventLoop:
        if self._closed:
            msg = "the limiter is closed: close it after the clients that use it"
            raise RequestNotSent(msg)
        loop = asyncio.get_running_loop()
        if self._loop is None:
            # Made now, not before a fork: processes with one name would count as one.
            self._loop, self._process = loop, secrets.token_hex(8)
        if self._loop is not loop:
            msg = "the limiter belongs to another event loop: make one limiter for each asyncio.run()"
            raise RequestNotSent(msg)
        return loop

    @property
    def _busy(self) -> bool:
        """There is something to report, now or before the lease ends."""
        return self.known or (not self._closed and (self.report.running > 0 or self.waiters.head() is not None))

    async def _run(self) -> None:
        while self._busy:
            self._news.clear()
            pause = await self._exchange()
            if self._busy:
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(pause):
                        await self._news.wait()

    async def _exchange(self) -> float:
        """Report to Redis and let through what it grants; return the seconds until the next report."""
        waiting = min(len(self.waiters), self._most)
        sent = Report() if self._closed else attrs.evolve(self.report, waiting=waiting)
        self.known = True
        try:
            grant = await self._limit.exchange(self._process, sent)
        except Away as away:
            self._went_away(str(away))
            return _LOOK_AGAIN
        if self.away:
            self.away = False
            _LOG.info("the limit of %s is kept in Redis again", self._account)
        self._forget(sent)
        self.known = sent.running + sent.waiting > 0
        self._let_through(grant)
        if grant.back == 0 and self.waiters.head() is not None:
            # They came while Redis was asked for the others.
            self._news.set()
        return grant.back or self._lease / 3

    def _forget(self, sent: Report) -> None:
        """Take off what Redis knows by now; more may have come meanwhile."""
        self.report.unused -= sent.unused
        self.report.well -= sent.well
        if self.report.refused == sent.refused:
            self.report.refused, self.report.rest = -1, 0.0

    def _let_through(self, grant: Grant) -> None:
        self.width, self.speed = grant.width, grant.speed
        for _ in range(grant.given):
            waiter = self._next()
            if waiter is None:
                # It was cancelled meanwhile.
                self.report.unused += 1
                self._news.set()
            else:
                self.report.running += 1
                waiter.set_result(Slot(grant.period))

    def _went_away(self, reason: str) -> None:
        """Let the requests that wait fail, or send them elsewhere."""
        if not self.away:
            self.away = True
            then = "requests are refused" if self._refuses else "this process keeps a limit by itself"
            _LOG.warning("Redis, which keeps the limit of %s, is away (%s): %s", self._account, reason, then)
        # What it may still count ends with the lease.
        self.known = False
        while (waiter := self._next()) is not None:
            if self._refuses:
                msg = f"Redis, which keeps the limit of {self._account}, is away ({reason}); nothing was sent"
                waiter.set_exception(LimiterError(msg))
            else:
                waiter.set_result(None)

    def _next(self) -> asyncio.Future[Slot | None] | None:
        """Take the next one that waits out of the queue."""
        waiter = self.waiters.head()
        if waiter is not None:
            self.waiters.pop()
        return waiter
