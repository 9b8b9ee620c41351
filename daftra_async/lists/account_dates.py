"""How an account writes dates: asked for once, when it matters.

Single invoices carry their date in the account's own format (seen on live accounts), and so do a few fields that are written.
`05/09/2026` is a day of May or of September, and only the account's settings say which: `site_info.get` has the id of the format,
`listing.get` its title. With `Settings.date_format="auto"` the client sends these two requests when it first meets such a date.
They are the only requests that a client sends by itself.

The answer at hand is read again with what they told, and a body is written again before it is sent. Whatever goes wrong on the
way (no permission, a failure, a title that says no format) is not a failure of the call that wanted to know: dates stay as they
were without the format, and the account is not asked again. Callers wait for one and the same question; one that is cancelled, or
has no time left, leaves it to the others.
"""

from __future__ import annotations

import asyncio
import logging
import time
import warnings
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import attrs

from daftra_async import wire
from daftra_async._words import only_python
from daftra_async.catalogue import operation_of
from daftra_async.errors import DaftraError, DateFormatWarning
from daftra_async.http.request import build_request
from daftra_async.lists.answers import read_answer
from daftra_async.operation import UNSET, UnsetType
from daftra_async.settings import AUTO
from daftra_async.wire.date_titles import pattern_of
from daftra_async.wire.scalars import to_text

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from daftra_async.http.call import Reply
    from daftra_async.http.pipeline import RequestPipeline
    from daftra_async.http.request import PreparedRequest
    from daftra_async.operation import AnyOperation
    from daftra_async.settings import Settings

T = TypeVar("T")

_LOG: Final = logging.getLogger("daftra_async")
_SITE: Final = "site_info.get"
_LISTING: Final = "listing.get"
_LIST: Final = "dateFormats"
_MOST_SECONDS: Final = 10.0
"""For an attempt of each of the two requests: the call that waits for them has its answer already."""
_MOST_ATTEMPTS: Final = 2


class AccountDates:
    """The date format of one account, shared by all views of a client.

    Args:
        ask: Asks the account; returns the format as a `strptime` pattern, None if the account does not say one.
        account: Name of the account, for people.
        clock: Seconds, monotonic.
    """

    __slots__ = ("_account", "_ask", "_asked", "_clock", "_pattern", "_question", "_warned")

    def __init__(
        self, ask: Callable[[], Awaitable[str | None]], account: str, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._ask = ask
        self._account = account
        self._clock = clock
        self._asked = False
        self._pattern: str | None = None
        self._question: asyncio.Task[None] | None = None
        self._warned = False

    def pattern(self, settings: Settings) -> str | None:
        """Return the date format that is known now, by the settings or by the account."""
        return self._pattern if settings.date_format == AUTO else settings.date_format

    async def apply(self, work: Callable[[], T], settings: Settings, timeout: float | UnsetType | None) -> T:
        """Do what reads or writes dates; once more if the account had to be asked for its format.

        Args:
            work: What is done. It must be harmless to do it twice.
            settings: The settings of the client.
            timeout: Seconds of the call that it belongs to, as the caller gave them.
        """
        with self._known(settings) as seen:
            result = work()
        if settings.date_format != AUTO:
            return result
        return await self._again(seen, work, result, _patience(timeout, settings))

    async def reply(self, execution: RequestPipeline, call: PreparedRequest, read: Callable[..., Any]) -> Reply:
        """Send a request as the pipeline does, and read its answer once more if the account had to be asked for its format."""
        settings, began = execution.settings, self._clock()
        seen = wire.Dates()

        def first(*given: Any, **options: Any) -> Any:
            nonlocal seen
            with self._known(settings) as seen:
                return read(*given, **options)

        reply = await execution.send(call, first)
        if settings.date_format != AUTO or not seen.missing:
            seen.settle()
            return reply
        patience = _patience(call.timeout, settings)
        left = None if patience is None else max(0.0, patience - (self._clock() - began))
        body = await self._again(seen, lambda: read(reply.answer, reply.context), reply.body, left)
        return attrs.evolve(reply, body=body)

    async def close(self) -> None:
        """Ask no more."""
        self._asked = True
        question = self._question
        if question is not None and not question.done() and question.get_loop() is asyncio.get_running_loop():
            question.cancel()
            await asyncio.wait({question})

    def _known(self, settings: Settings) -> Any:
        return wire.dates(self.pattern(settings), tentative=settings.date_format == AUTO and not self._asked)

    async def _again(self, seen: wire.Dates, work: Callable[[], T], result: T, patience: float | None) -> T:
        if seen.missing:
            await self._learn(patience)
            if self._pattern is not None:
                with wire.dates(self._pattern):
                    return work()
            if seen.unsure:
                self._warn()
        seen.settle()
        return result

    async def _learn(self, patience: float | None) -> None:
        """Ask the account, or wait for the question that somebody else asks."""
        if self._asked:
            return
        if self._question is None:
            self._question = asyncio.create_task(self._answered(), name="daftra date format")
        # Not awaited itself: who is cancelled here does not cancel it, and its own end is nobody's failure.
        await asyncio.wait({self._question}, timeout=patience)

    async def _answered(self) -> None:
        try:
            self._pattern = await self._ask()
        except Exception as error:  # noqa: BLE001  # whatever it is, the call that wanted to know goes on
            # An error of ours is safe to show; another one may hold anything.
            reason = error if isinstance(error, DaftraError) else type(error).__name__
            _LOG.info("the date format of %s could not be asked for: %s", self._account, reason)
        else:
            _LOG.info("date format of %s: %s", self._account, self._pattern or "unknown")
        finally:
            self._asked = True

    def _warn(self) -> None:
        """Warn, once for each client: Python would hide what it has shown for another one."""
        if self._warned:
            return
        self._warned = True
        text = (
            f"the date format of {self._account} is not known, so a date was written day first (31/12/2026); an account with"
            " another format reads it as another day."
        ) + only_python(' Set it: Settings(date_format="%d/%m/%Y"), or None to write day first without this warning')
        warnings.warn_explicit(text, DateFormatWarning, __file__, 1, module=__name__)


async def ask(execution: RequestPipeline) -> str | None:
    """Ask the account for its date format: `site_info.get` for its id, `listing.get` for what it means.

    Raises:
        DaftraError: a request failed.
    """
    patient = execution.settings.timeout
    view = execution.with_settings(
        {
            "timeout": _MOST_SECONDS if patient is None else min(patient, _MOST_SECONDS),
            "max_attempts": min(execution.settings.max_attempts, _MOST_ATTEMPTS),
            "retry_after_cap": min(execution.settings.retry_after_cap, _MOST_SECONDS),
            # It waits behind thousands of calls if need be: they all want to know.
            "pool_timeout": None,
            "deadline": "auto",
        }
    )

    async def get(operation: str, path: Mapping[str, object]) -> Any:
        op = operation_of(operation)
        bare: AnyOperation = attrs.evolve(op, response=attrs.evolve(op.response, model=None))
        call = build_request(
            bare, path, {}, UNSET, suffix=view.settings.format_suffix, timeout=UNSET, extra_query=None, extra_headers=None
        )
        return (await view.send(call, partial(read_answer, bare))).body

    return await chosen(get)


async def chosen(get: Callable[[str, Mapping[str, object]], Awaitable[Any]]) -> str | None:
    """Return the format that the account has chosen, given what executes an operation by its id."""
    site = await get(_SITE, {})
    identity, _ = to_text(site.get("date_format"))
    if not isinstance(identity, str) or not identity.strip():
        return None
    listing = await get(_LISTING, {"model": _LIST})
    return _pattern(listing.get(identity.strip())) or pattern_of(identity)


def _pattern(title: object) -> str | None:
    """Return the pattern of a title; the vendor's schema says that titles are objects, its example shows text."""
    texts = cast("Mapping[str, object]", title).values() if isinstance(title, Mapping) else (title,)
    return next((found for text in texts if isinstance(text, str) and (found := pattern_of(text)) is not None), None)


def _patience(timeout: float | UnsetType | None, settings: Settings) -> float | None:
    """Return the seconds that a call may take, None for no limit."""
    bound = settings.deadline if isinstance(timeout, UnsetType) else timeout
    return bound if isinstance(bound, int | float) else None
