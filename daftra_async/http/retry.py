"""When a request is sent again, and after which pause.

The rule is phase x operation:

    not sent                       any operation
    sent, no complete answer       idempotent operations
    429 with Retry-After           any operation: the server says that it did not process it
    429, 502, 503, 504 otherwise   idempotent operations
    408, 425, 520-524              idempotent operations: gateways that lost the server or did not wait for it
    HTML with 2xx                  a read, once: a page of an overloaded server, or more often a login page
    any other answer               never

Pauses grow exponentially with full jitter, so that clients that failed together do not come back together. All attempts share one
count and one deadline. A deadline of the user counts everything; the default one counts only the time in which requests are under
way, so that a call may wait for its slot, or as long as the server asks, and still have time to be sent.

What one attempt of a write says of its work:

    success, 204 included                                done
    not sent                                             not done
    400-499 except 408 and 499                           not done: the server refused it
    a failure inside 2xx, its code so or without a code  not done: likewise
    an empty id in 2xx                                   not done: how the server says that it created nothing
    no complete answer                                   in doubt
    408, 499, 5xx (as status or code), 1xx, 3xx          in doubt: from a gateway perhaps, after the work was done
    2xx with HTML, broken JSON, no body, an unknown
    envelope, no id for a create                         in doubt: the work may have been done before it went wrong

Once an attempt is in doubt, only a later success settles the call, and for a DELETE the answer 404 (as status, or inside 2xx):
what an earlier attempt deleted is gone. Every other end is `OutcomeUnknown`, whatever the last attempt ran into, since a refusal
of the second attempt says nothing of the first.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import email.utils
import random
import time
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Final

import attrs

from daftra_async.http.transport import Phase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.errors import Attempt
    from daftra_async.settings import Settings

_PASSING: Final = frozenset({408, 425, 429, 502, 503, 504, *range(520, 525)})
_TELLING: Final = frozenset({429, 503})
"""Statuses whose `Retry-After` is honoured."""
_FROM_GATEWAYS: Final = frozenset({408, 499})
"""Gateways answer so when they waited in vain for the server, which may be at work."""


@attrs.frozen(kw_only=True)
class Runtime:
    """Clock, sleep and random source; tests replace them."""

    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    random: Callable[[], float] = random.random
    """From 0 up to 1."""
    clock: Callable[[], float] = time.monotonic
    """Seconds, monotonic."""
    now: Callable[[], float] = time.time
    """Seconds since the epoch, to read dates of the server."""


def refuses(status: int) -> bool:
    """Return whether a status, or the code of a body, says that the request was refused and changed nothing."""
    return 400 <= status < 500 and status not in _FROM_GATEWAYS


def read_retry_after(value: str | None, now: float) -> float | None:
    """Return the seconds to wait by a Retry-After header (seconds or a date), None if it is missing or malformed."""
    if value is None:
        return None
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    at = _seconds_of(text)
    return None if at is None else max(0.0, at - now)


def server_time(date: str | None, now: float) -> float:
    """Return the server's time by its Date header, else `now`; other dates of the server go by its own clock."""
    shown = None if date is None else _seconds_of(date.strip())
    return now if shown is None else shown


def _seconds_of(date: str) -> float | None:
    """Return a date of HTTP as seconds since the epoch, None if it is malformed."""
    try:
        parsed = email.utils.parsedate_to_datetime(date)
        return (parsed if parsed.tzinfo is not None else parsed.replace(tzinfo=dt.UTC)).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None


class Retry:
    """Decides whether a call is sent again, and when."""

    __slots__ = ("_ends", "_idempotent", "_left", "_page", "_settings", "_with", "attempts", "history", "in_doubt")

    def __init__(self, settings: Settings, runtime: Runtime, *, idempotent: bool) -> None:
        self._settings = settings
        self._with = runtime
        self._idempotent = idempotent
        self._ends = runtime.clock() + settings.deadline if isinstance(settings.deadline, int | float) else None
        self._left = settings.sending
        """What is left of the default deadline, as it was when the last attempt ended; None where it does not apply."""
        self._page = False
        """A page came where JSON was due."""
        self.attempts = 0
        """Attempts begun."""
        self.in_doubt = False
        """An attempt may have done its work without saying so."""
        self.history: list[Attempt] = []
        """What became of the attempts that did not end the call well."""

    @property
    def exhausted(self) -> bool:
        """No attempt is left."""
        return self.attempts >= self._settings.max_attempts

    def remaining(self) -> float | None:
        """Return the seconds left until the deadline, None without one."""
        return None if self._ends is None else max(0.0, self._ends - self._with.clock())

    def begin(self) -> None:
        """Let the default deadline run: a request has its slot."""
        if self._left is not None:
            self._ends = self._with.clock() + self._left

    def rest(self) -> None:
        """Stop the default deadline: the attempt is over."""
        if self._left is not None and self._ends is not None:
            self._left, self._ends = max(0.0, self._ends - self._with.clock()), None

    def asked_wait(self, headers: Mapping[str, str]) -> float | None:
        """Return the seconds that an answer asks to wait, None if it does not."""
        told = headers.get("Retry-After")
        return None if told is None else read_retry_after(told, server_time(headers.get("Date"), self._with.now()))

    def after_loss(self, phase: Phase) -> float | None:
        """Return the pause after a request without an answer, None to give up."""
        if phase is Phase.SENT:
            self.in_doubt = True
            if not self._idempotent:
                return None
        return self._pause()

    def after_answer(self, status: int, retry_after: float | None) -> float | None:
        """Return the pause after an answer, None to take the answer as it is."""
        if status not in _PASSING:
            return None
        self.in_doubt = self.in_doubt or not refuses(status)
        told = retry_after is not None and status in _TELLING
        if not self._idempotent and not (told and refuses(status)):
            return None
        if told and retry_after is not None:
            # Longer than the cap is the caller's business; the error tells how long.
            return self._pause(retry_after) if retry_after <= self._settings.retry_after_cap else None
        return self._pause()

    def after_page(self) -> float | None:
        """Return the pause after a page of HTML in place of a read's JSON, None to take it as it is."""
        if self._page or not self._idempotent:
            return None
        self._page = True
        return self._pause()

    def _pause(self, at_least: float = 0.0) -> float | None:
        if self.exhausted or self._left == 0.0:
            return None
        settings = self._settings
        # The exponent is bounded, or a long series would overflow a float.
        ceiling = min(settings.backoff_cap, settings.backoff_base * 2 ** min(self.attempts - 1, 30))
        pause = at_least + self._with.random() * ceiling
        remaining = self.remaining()
        return pause if remaining is None or pause < remaining else None
