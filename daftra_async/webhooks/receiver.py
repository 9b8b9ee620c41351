"""What every receiver does, whatever the framework: token, size, tenant, duplicates, callback."""

from __future__ import annotations

import asyncio
import contextlib
import inspect
import logging
from typing import TYPE_CHECKING, Any, Final, Literal

from daftra_async._text import refuse, whole
from daftra_async.operation import UNSET, UnsetType
from daftra_async.redaction.shown import Sealed
from daftra_async.settings import Settings
from daftra_async.webhooks import metadata
from daftra_async.webhooks.dedupe import Claim, Deduplicator
from daftra_async.webhooks.delivery import Delivery, WebhookRefused
from daftra_async.webhooks.parsing import parse
from daftra_async.webhooks.signatures import shapes
from daftra_async.webhooks.tokens import TokenFilter, Tokens

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Iterable, Mapping
    from typing import TypeAlias

    from aiohttp import web

    from daftra_async.webhooks.dedupe import DedupeStore
    from daftra_async.webhooks.event import WebhookEvent

    Callback: TypeAlias = Callable[[WebhookEvent], Awaitable[object] | object]
else:
    Callback = Any

_RETRY_AFTER: Final = 5
_CHUNK: Final = 64 * 1024
_log: Final = logging.getLogger("daftra_async.webhooks")


class WebhookReceiver(Sealed):
    """Receives deliveries.

        receiver = WebhookReceiver(token=[new, old], tenants=["4711"])
        delivery = await receiver.receive(headers, body, token, callback)

    Args:
        token: Secret in the URL, or several, all good, while one takes the place of another.
        tenants: Ids of the accounts whose events are taken; all by default. Deliveries that name none are refused then.
        dedupe: Where handled events are remembered; a `Deduplicator` of an hour by default, None to handle every delivery.
        max_size: Bytes of the largest body.
        timeout: Seconds for an asynchronous callback, None for no limit.
        read_timeout: Seconds for the body to arrive, None for no limit.
        date_format: `strptime` pattern of the accounts' own date format.

    Raises:
        ArgumentError: a value is refused.
    """

    __slots__ = ("_date_format", "_dedupe", "_max_size", "_read_timeout", "_tenants", "_timeout", "_tokens")

    def __init__(
        self,
        *,
        token: str | Iterable[str],
        tenants: Iterable[int | str] | None = None,
        dedupe: DedupeStore | UnsetType | None = UNSET,
        max_size: int = 1024 * 1024,
        timeout: float | None = 30.0,
        read_timeout: float | None = 10.0,
        date_format: str | None = None,
    ) -> None:
        self._tokens = Tokens(token)
        self._tenants = None if tenants is None else _tenants(tenants)
        self._dedupe = Deduplicator() if isinstance(dedupe, UnsetType) else dedupe
        self._max_size = whole("max_size", max_size)
        for value in (timeout, read_timeout):
            Settings(timeout=value)  # has the rule and the words for it
        self._timeout, self._read_timeout = timeout, read_timeout
        self._date_format = date_format
        shapes()  # loaded now, since the first delivery would stop the loop for it

    def __repr__(self) -> str:
        tenants = "all" if self._tenants is None else len(self._tenants)
        return f"{type(self).__name__}({self._tokens!r}, tenants: {tenants}, {self._dedupe!r})"

    @property
    def log_filter(self) -> TokenFilter:
        """A filter that masks the tokens in the access log of the server."""
        return TokenFilter(self._tokens)

    def authorize(self, token: str | None) -> None:
        """Check the token of the URL.

        Raises:
            WebhookRefused: 404: it is wrong; 404 hides the endpoint.
        """
        if not self._tokens.match(token):
            raise WebhookRefused(404, "Not Found")

    async def read(self, chunks: AsyncIterable[bytes], length: int | None = None) -> bytes:
        """Read a body piece by piece; not more of it than the limit is ever held.

        Args:
            chunks: The pieces.
            length: What the header `Content-Length` says.

        Raises:
            WebhookRefused: 413: it is too large; 408: it takes too long.
        """
        self._check_size(length or 0)
        body = bytearray()
        try:
            async with asyncio.timeout(self._read_timeout):
                async for chunk in chunks:
                    body += chunk
                    self._check_size(len(body))
        except TimeoutError:
            raise WebhookRefused(408, "Request Timeout") from None
        return bytes(body)

    @contextlib.asynccontextmanager
    async def accept(
        self, headers: Mapping[str, str] | Iterable[tuple[str, str]] | None, body: bytes | str | Mapping[str, Any]
    ) -> AsyncGenerator[WebhookEvent]:
        """Read an event and claim it: leaving the context confirms it, leaving it with an error gives it back.

        Raises:
            WebhookRefused: 403: it is of another tenant; 200: it was handled before; 503: it is being handled.
        """
        event = parse(headers, body, date_format=self._date_format)
        if self._tenants is not None and event.tenant not in self._tenants:
            raise WebhookRefused(403, "Unknown tenant", event=event)
        match await self._ask("claim", event):
            case Claim.DONE:
                raise WebhookRefused(200, "Handled before", event=event)
            case Claim.RUNNING:
                # Not 200: it may still fail, and then this delivery was the retry.
                raise WebhookRefused(503, "Being handled", retry_after=_RETRY_AFTER, event=event)
            case _:
                pass
        try:
            yield event
        except BaseException:
            await self._ask("release", event)
            raise
        await self._ask("confirm", event)

    async def receive(
        self,
        headers: Mapping[str, str] | Iterable[tuple[str, str]] | None,
        body: bytes | str | Mapping[str, Any],
        token: str | None,
        callback: Callback | None = None,
    ) -> Delivery:
        """Handle a delivery whose body is at hand; what is wrong with it, or with the callback, is in the answer.

        Args:
            headers: Headers of the request.
            body: The body.
            token: The token of the URL.
            callback: Function or coroutine function that is called with the event, an `UnknownEvent` too.
        """
        event: WebhookEvent | None = None
        try:
            self.authorize(token)
            self._check_size(len(body) if isinstance(body, bytes | str) else 0)
            async with self.accept(headers, body) as event:
                if callback is not None:
                    await self._call(callback, event)
        except WebhookRefused as refused:
            return Delivery(
                status=refused.status, outcome="refused", reason=str(refused), event=refused.event, headers=refused.headers
            )
        except Exception:  # noqa: BLE001  # whatever it is, the sender gets an answer
            _log.exception("the callback failed for the event %s", event.key if event is not None else "-")
            return Delivery(status=500, outcome="failed", reason="Internal Server Error", event=event)
        return Delivery(status=200, outcome="handled", reason="OK", event=event)

    def aiohttp_handler(self, callback: Callback) -> Callable[[web.Request], Awaitable[web.Response]]:
        """Return a handler for a POST route of aiohttp with `{token}` in its path, or `token` in its query.

        Args:
            callback: Function or coroutine function that is called with the event; the answer waits for it.
        """
        from aiohttp import web  # noqa: PLC0415  # few programs receive, and the server side takes long to import

        async def handle(request: web.Request) -> web.Response:
            token = request.match_info.get("token") or request.query.get("token")
            try:
                # The token comes first: nobody else gets to send a body.
                self.authorize(token)
                body = await self.read(request.content.iter_chunked(_CHUNK), request.content_length)
            except WebhookRefused as refused:
                answer = web.Response(status=refused.status, text=str(refused), headers=refused.headers)
                if request.can_read_body:
                    answer.force_close()  # the rest of the body is not read
                return answer
            delivery = await self.receive(request.headers, body, token, callback)
            return web.Response(status=delivery.status, text=delivery.reason, headers=delivery.headers)

        return handle

    def _check_size(self, size: int) -> None:
        if size > self._max_size:
            raise WebhookRefused(413, "Content Too Large")

    async def _call(self, callback: Callback, event: WebhookEvent) -> None:
        async with asyncio.timeout(self._timeout):
            result = callback(event)
            if inspect.isawaitable(result):
                await result

    async def _ask(self, what: Literal["claim", "confirm", "release"], event: WebhookEvent) -> object:
        """Ask the store; one that fails lets the event pass, since twice is better than never."""
        if self._dedupe is None:
            return None
        try:
            return await getattr(self._dedupe, what)(event.key)
        except Exception:  # noqa: BLE001  # a store of the user's
            _log.exception("the store of handled events failed (%s)", what)
            return None


def _tenants(tenants: Iterable[int | str]) -> frozenset[str]:
    allowed = "ids of accounts, such as ['4711']"
    if isinstance(tenants, str):
        refuse("tenants", "a text was given", allowed)
    found = [metadata.tenant(value) for value in tenants]
    if not found or None in found:
        refuse("tenants", "it is empty, or holds something that is not an id", allowed)
    return frozenset(value for value in found if value is not None)
