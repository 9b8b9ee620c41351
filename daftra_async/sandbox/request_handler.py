"""Handling of a request: it is logged, meets its fault, and is answered by the account."""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import secrets
import time
from collections import Counter, deque
from email.utils import formatdate
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl

from aiohttp import web

from daftra_async.sandbox import counting, pdf, special
from daftra_async.sandbox.account import Call
from daftra_async.sandbox.answers import Answer, Refusal, v1_failure, v2_failure
from daftra_async.sandbox.codec import DecodeError, as_object, dumps, loads
from daftra_async.sandbox.fault_answers import Acknowledgement, carry_out
from daftra_async.sandbox.faults import HEADER, Faults
from daftra_async.sandbox.rate_limit import RateLimit
from daftra_async.sandbox.request_log import Received

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable

    from daftra_async.sandbox.account import Account, Write
    from daftra_async.sandbox.auth import Credentials
    from daftra_async.sandbox.faults import Fault
    from daftra_async.sandbox.spec import Match

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
    Middleware = Callable[[web.Request, Handler], Awaitable[web.StreamResponse]]

_SECRET_HEADERS: Final = frozenset({"apikey", "authorization", "cookie"})
_MAX_BODY: Final = 64 * 1024 * 1024
_LOGIN_PAGE: Final = "<html><form action='/login'></form></html>"
"""What a link to a document answers with when nobody is logged in."""
_OWN: Final = "/_sandbox/"
"""Paths that the real server does not have."""
_TOKEN_ROUTE: Final = "/v2/oauth/token"
_log = logging.getLogger(__name__)


class RequestHandler:
    """Takes the requests of an account; the arguments are those of `Sandbox`."""

    def __init__(
        self, credentials: Credentials, *, log_size: int, delay: float, faults: Faults | None, middlewares: Iterable[Middleware]
    ) -> None:
        self.credentials = credentials
        self.requests: deque[Received] = deque(maxlen=log_size)
        self.delay = delay
        self.faults = faults or Faults()
        self._middlewares = tuple(middlewares)
        self._account: Account | None = None
        self.rate = RateLimit(time.monotonic)
        self._matches: dict[int, Match | None] = {}

    @property
    def account(self) -> Account:
        """The account behind the server."""
        assert self._account is not None, "the sandbox was not started"
        return self._account

    def operation_of(self, request: web.Request) -> str | None:
        """Id of the operation of a request that is being handled; for middlewares."""
        match = self._matches[id(request)]
        return match.operation.id if match is not None else None

    def received(self) -> Counter[str]:
        """How many requests each operation received."""
        return Counter(item.operation for item in self.requests if item.operation is not None)

    def _application(self) -> web.Application:
        middlewares: list[Any] = [self._note, *self._middlewares]
        application = web.Application(middlewares=middlewares, client_max_size=_MAX_BODY)
        application.router.add_route("*", "/{path:.*}", self._handle)
        return application

    @web.middleware
    async def _note(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        match, body = await self._read(request)
        operation = match.operation.id if match is not None else None
        try:
            fault = self._fault(request, operation)
        except ValueError as error:
            return web.Response(status=400, text=str(error))
        if fault is not None and fault.kind.name == "drop-before-read":
            body = b""
        elif body is None:
            body = await request.read()
        headers = {name: value for name, value in request.headers.items() if name.lower() not in _SECRET_HEADERS}
        query = parse_qsl(request.rel_url.raw_query_string, keep_blank_values=True)
        kind = fault.kind.name if fault is not None else None
        self.requests.append(Received(request.method, request.rel_url.raw_path, query, headers, body, operation, kind))

        async def handle() -> web.StreamResponse:
            self._matches[id(request)] = match
            try:
                return await handler(request)
            finally:
                del self._matches[id(request)]

        response = await handle() if fault is None else await carry_out(fault, request, handle)
        if not response.prepared:
            if offset := self.account.behaviours.clock_offset:
                response.headers["Date"] = formatdate(time.time() + offset, usegmt=True)
            # The load balancer's session; a client that keeps it would mix tenants.
            response.set_cookie("PHPSESSID", secrets.token_hex(13), path="/", httponly=True)
        return response

    async def _read(self, request: web.Request) -> tuple[Match | None, bytes | None]:
        """The operation of a request, and its body if it had to be read to find out."""
        path = request.rel_url.raw_path
        if path == _TOKEN_ROUTE:
            # Its form is read by the handler: a multipart body can be read only once, and it holds secrets.
            return self.account.spec.match(request.method, path, updating=False), b""
        create, update = (self.account.spec.match(request.method, path, updating=updating) for updating in (False, True))
        if create is not None and update is not None and create.operation is update.operation:
            return create, None
        body = await request.read()
        return update if _has_id(body) else create, body

    def _fault(self, request: web.Request, operation: str | None) -> Fault | None:
        """The fault that a request meets.

        Raises:
            ValueError: it asks for one that does not exist.
        """
        if request.path.startswith(_OWN):
            return None
        header = request.headers.get(HEADER) if _is_loopback(request.remote) else None
        return self.faults.draw(request.method, operation, header)

    async def _handle(self, request: web.Request) -> web.Response:
        if self.delay:
            await asyncio.sleep(self.delay)
        other = self._too_many(request) or self._document(request)
        if other is not None:
            return other
        writes: list[Write] = []
        try:
            answer = await self._answer(request, writes)
        except Refusal as refusal:
            answer = refusal.answer
        except Exception:  # noqa: BLE001  # a server answers 500
            _log.exception("%s %s", request.method, request.path)
            answer = _failure_of(request)(500, "Internal Server Error")
        return Acknowledgement(answer.status, dumps(answer.body), writes)

    def _too_many(self, request: web.Request) -> web.Response | None:
        """The refusal of a request beyond the rate limit."""
        own = request.path.startswith(_OWN)
        seconds = 0 if own else self.rate.wait(self.account.behaviours.rate_limit)
        if not seconds:
            return None
        refused = dumps(_failure_of(request)(429, "Too Many Requests").body)
        return web.Response(status=429, body=refused, content_type="application/json", headers={"Retry-After": str(seconds)})

    def _document(self, request: web.Request) -> web.Response | None:
        """The PDF that a link leads to, or the login page that stands before it."""
        document = pdf.asked(self.account, request.path)
        if document is None:
            return None
        if not self.credentials.allows(request.headers):
            return web.Response(text=_LOGIN_PAGE, content_type="text/html")
        return web.Response(body=document, content_type="application/pdf")

    async def _answer(self, request: web.Request, writes: list[Write]) -> Answer:
        path = request.rel_url.raw_path
        is_v1 = path.startswith("/api2")
        if path == "/_sandbox/counts":
            return Answer(200, counting.counts(self.account))
        if path == _TOKEN_ROUTE and request.method == "POST":
            form = await request.post()
            return self.credentials.grant({name: value for name, value in form.items() if isinstance(value, str)})
        if not self.credentials.allows(request.headers):
            return v1_failure(401, "Unauthorized") if is_v1 else v2_failure(401, "Unauthenticated.")
        if path.removesuffix(".json") == "/api2/api_key_info":
            return Answer(200, {"code": 200, "result": "successful", "data": {"ApiKey": {"id": 1, "active": "1"}}})
        match = self._matches[id(request)]
        if match is None:
            return v1_failure(404, "Not Found") if is_v1 else v2_failure(404, "Not Found")
        query = parse_qsl(request.rel_url.raw_query_string, keep_blank_values=True)
        origin = f"{request.scheme}://{request.host}"
        call = Call(self.account, match.operation, match.params, path, origin, query, await request.read(), request.content_type)
        # Handlers are synchronous, so changes noted until they return are theirs.
        self.account.fresh = writes
        return special.handler(call)(call)


def _failure_of(request: web.Request) -> Callable[..., Answer]:
    return v1_failure if request.path.startswith("/api2") else v2_failure


def _is_loopback(address: str | None) -> bool:
    try:
        return ipaddress.ip_address(address or "").is_loopback
    except ValueError:
        return False


def _has_id(body: bytes) -> bool:
    if not body.startswith(b"{"):
        return False
    try:
        document = as_object(loads(body))
    except DecodeError:
        return False
    return document is not None and document.get("id") not in (None, "", 0)
