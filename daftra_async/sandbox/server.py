"""The sandbox as a server: an aiohttp application with one handler, and its life cycle."""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import secrets
from collections import Counter, deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal
from urllib.parse import parse_qsl

from aiohttp import web

from daftra_async.sandbox import spec, special, v1, v2
from daftra_async.sandbox.account import MAIN_BRANCH, Account, Call
from daftra_async.sandbox.answers import Answer, Refusal, v1_failure, v2_failure
from daftra_async.sandbox.auth import Credentials
from daftra_async.sandbox.codec import DecodeError, as_object, dumps, loads
from daftra_async.sandbox.dates import DateFormat
from daftra_async.sandbox.fault_answers import Acknowledgement, carry_out
from daftra_async.sandbox.faults import HEADER, Faults
from daftra_async.sandbox.seed import fill
from daftra_async.sandbox.store import NewRecord, Store

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Sequence
    from types import TracebackType
    from typing import Self

    from daftra_async.sandbox.account import Write
    from daftra_async.sandbox.codec import Json
    from daftra_async.sandbox.faults import Fault

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
    Middleware = Callable[[web.Request, Handler], Awaitable[web.StreamResponse]]

Seed = Literal["demo", "empty"]
_SECRET_HEADERS: Final = frozenset({"apikey", "authorization", "cookie"})
_MAX_BODY: Final = 64 * 1024 * 1024
_TOKEN_ROUTE: Final = "/v2/oauth/token"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Received:
    """One request as it arrived."""

    method: str
    path: str
    query: list[tuple[str, str]]
    headers: dict[str, str]
    """Without credentials and cookies."""
    body: bytes
    """Empty for the token route, whose body is made of secrets."""
    operation: str | None
    """Id of the operation, None where none matches."""
    fault: str | None = None
    """Kind of the fault it met."""

    def json(self) -> Any:
        """The body read as JSON."""
        return loads(self.body)


class Sandbox:
    """A local Daftra account on loopback: `async with Sandbox() as sandbox: ... sandbox.url`.

    Args:
        seed: `demo` for a filled account, `empty` for one with only its owner, a branch and a warehouse.
        seed_value: The same value makes the same account.
        api_key: The key the account accepts.
        access_token: A bearer token that is accepted and does not expire.
        host: Address to listen on; keep it on loopback.
        port: Port to listen on; 0 takes a free one.
        db: Path of a database file, which keeps the account between runs; in memory by default.
        delay: Seconds to wait before each answer.
        token_lifetime: Seconds until a token of the token route expires.
        log_size: How many requests `requests` remembers.
        date_format: How the account writes dates: `d/m/Y`, `m/d/Y`, `d.m.Y`, `Y-m-d` or `d M Y`, the letters as in PHP. By
            default `d/m/Y`, or what the `db` says.
        middlewares: aiohttp middlewares that see each request after it was noted and before it is handled.
            `sandbox.operation_of(request)` tells them which operation is meant.
        faults: Which requests go wrong, and how; see `daftra_async.sandbox.faults`. A request over loopback can also ask for
            one with the header `X-Sandbox-Fault: kind[=number]`.
    """

    def __init__(
        self,
        seed: Seed = "demo",
        *,
        seed_value: int = 1,
        api_key: str = "sandbox-key",
        access_token: str = "sandbox-token",
        host: str = "127.0.0.1",
        port: int = 0,
        db: str = ":memory:",
        delay: float = 0.0,
        token_lifetime: float = 3600.0,
        log_size: int = 100_000,
        date_format: str | None = None,
        middlewares: Iterable[Middleware] = (),
        faults: Faults | None = None,
    ) -> None:
        self.credentials = Credentials(api_key=api_key, access_token=access_token, token_lifetime=token_lifetime)
        self.requests: deque[Received] = deque(maxlen=log_size)
        self.delay = delay
        self.faults = faults or Faults()
        self._seed: Seed = seed
        self._seed_value = seed_value
        self._db = db
        self._date_format = None if date_format is None else DateFormat(date_format).id
        self._host, self._port = host, port
        self._middlewares = tuple(middlewares)
        self._account: Account | None = None
        self._runner: web.AppRunner | None = None
        self._matches: dict[int, spec.Match | None] = {}

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.stop()

    async def start(self) -> None:
        """Fill the account and listen."""
        store = Store(self._db)
        self._account = Account(spec.load(), store)
        if store.is_empty():
            fill(self._account, demo=self._seed == "demo", value=self._seed_value)
        self._choose_dates(self._account)
        middlewares: list[Any] = [self._note, *self._middlewares]
        app = web.Application(middlewares=middlewares, client_max_size=_MAX_BODY)
        app.router.add_route("*", "/{path:.*}", self._handle)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._host, self._port)
        try:
            await site.start()
        except OSError:
            await self.stop()
            raise
        self._port = self._runner.addresses[0][1]

    def _choose_dates(self, account: Account) -> None:
        site = account.store.get("site", 1)
        if self._date_format is not None and site is not None:
            account.store.add([NewRecord("site", {**site.body, "date_format": self._date_format})])
        account.date_format = DateFormat.of(account.store)

    async def stop(self) -> None:
        """Stop listening and drop the account."""
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None
        if self._account is not None:
            self._account.store.close()

    @property
    def url(self) -> str:
        """Root of the account, without a slash at the end."""
        return f"http://{self._host}:{self._port}"

    @property
    def api_key(self) -> str:
        """The key the account accepts."""
        return self.credentials.api_key

    @property
    def access_token(self) -> str:
        """A bearer token that does not expire."""
        return self.credentials.access_token

    @property
    def account(self) -> Account:
        """The account behind the server."""
        assert self._account is not None, "the sandbox was not started"
        return self._account

    @property
    def ledger(self) -> Sequence[Write]:
        """Every create that happened, in order; `acknowledged` tells whether its answer was sent."""
        return [write for write in self.account.writes if write.action == "create"]

    @property
    def writes(self) -> Sequence[Write]:
        """Every change that happened, in order: creates, updates, deletes, and GETs that change state."""
        return self.account.writes

    @property
    def operations(self) -> list[str]:
        """Ids of the operations the sandbox answers."""
        return list(self.account.spec.operations)

    def count(self, name: str, **params: object) -> int:
        """How many rows a list operation gives without filters, or how many records an entity
        has in all branches.

        Args:
            name: Id of a list operation (`invoices.list`) or key of an entity (`invoice`).
            params: Path parameters of the operation, such as `workflow_id=36`.
        """
        operation = self.account.spec.operations.get(name)
        if operation is None:
            return self.account.store.counts().get(name, 0)
        call = Call(self.account, operation, {key: str(value) for key, value in params.items()}, "", "", (), b"")
        if operation.is_v1:
            return len(v1.selection(call))
        return len(v2.selection(self.account, call.params.get("entity", call.collection), operation.fixed, MAIN_BRANCH))

    def counts(self) -> dict[str, int]:
        """Rows of every list operation whose path needs no choice."""
        found = self.account.spec.operations.values()
        return {
            item.id: self.count(item.id)
            for item in found
            if item.verb == "list" and "{entity}" not in item.path and "{" not in item.entity
        }

    def record(self, entity: str, identity: int) -> Json | None:
        """A stored record with what was written beside it, as it is meant and not as the wire shows it."""
        found = self.account.store.get(entity, identity)
        return None if found is None else {**found.body, **found.parts}

    def expire_tokens(self) -> None:
        """Expire every token that the token route gave out."""
        self.credentials.expire_tokens()

    def operation_of(self, request: web.Request) -> str | None:
        """Id of the operation that a request being handled means; for middlewares."""
        match = self._matches[id(request)]
        return match.operation.id if match is not None else None

    def received(self) -> Counter[str]:
        """How many requests each operation received."""
        return Counter(item.operation for item in self.requests if item.operation is not None)

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
            # The load balancer's session; a client that keeps it would mix tenants.
            response.set_cookie("PHPSESSID", secrets.token_hex(13), path="/", httponly=True)
        return response

    async def _read(self, request: web.Request) -> tuple[spec.Match | None, bytes | None]:
        """The operation that a request means, and the body where that took reading it."""
        path = request.rel_url.raw_path
        if path == _TOKEN_ROUTE:
            # Its form is read where it is handled: a multipart body can be read only once, and is secret anyway.
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
        if request.path.startswith("/_sandbox/"):
            return None
        header = request.headers.get(HEADER) if _is_loopback(request.remote) else None
        return self.faults.draw(request.method, operation, header)

    async def _handle(self, request: web.Request) -> web.Response:
        if self.delay:
            await asyncio.sleep(self.delay)
        writes: list[Write] = []
        try:
            answer = await self._answer(request, writes)
        except Refusal as refusal:
            answer = refusal.answer
        except Exception:  # noqa: BLE001  # a server answers 500
            _log.exception("%s %s", request.method, request.path)
            failure = v1_failure if request.path.startswith("/api2") else v2_failure
            answer = failure(500, "Internal Server Error")
        return Acknowledgement(answer.status, dumps(answer.body), writes)

    async def _answer(self, request: web.Request, writes: list[Write]) -> Answer:
        path = request.rel_url.raw_path
        is_v1 = path.startswith("/api2")
        if path == "/_sandbox/counts":
            return Answer(200, self.counts())
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
        # Handlers do not wait for anything, so what is noted until they return is theirs.
        self.account.fresh = writes
        return special.handler(call)(call)


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
