"""The sandbox as a server: its life cycle, and what can be looked at while it runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from aiohttp import web

from daftra_async.sandbox import counting, spec
from daftra_async.sandbox.account import Account
from daftra_async.sandbox.auth import Credentials
from daftra_async.sandbox.behaviours import Behaviours
from daftra_async.sandbox.dates import DateFormat
from daftra_async.sandbox.large import cache_folder, fill_large, large_file
from daftra_async.sandbox.request_handler import RequestHandler
from daftra_async.sandbox.seed import fill
from daftra_async.sandbox.store import NewRecord, Store

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import TracebackType
    from typing import Self

    from daftra_async.sandbox.account import Write
    from daftra_async.sandbox.codec import Json
    from daftra_async.sandbox.faults import Faults
    from daftra_async.sandbox.request_handler import Middleware

Seed = Literal["demo", "empty", "large"]


class Sandbox(RequestHandler):
    """A local Daftra account on loopback: `async with Sandbox() as sandbox: ... sandbox.url`.

    Args:
        seed: `demo` for a filled account, `empty` for one with only its owner, a branch and a warehouse, `large` for one with
            100 000 invoices. The large one is made once, which takes about a minute; unless there is a `db`, its file is kept in
            the `cache` folder, every sandbox starts from it, and none changes it.
        seed_value: The same value makes the same account.
        api_key: The key the account accepts.
        access_token: A bearer token that is accepted and does not expire.
        host: Address to listen on; keep it on loopback.
        port: Port to listen on; 0 takes a free one.
        db: Path of a database file, which keeps the account between runs; in memory by default.
        cache: Folder of accounts that are made once; by default `daftra` below `XDG_CACHE_HOME` (or `~/.cache`), or below
            `LOCALAPPDATA` on Windows.
        delay: Seconds to wait before each answer.
        token_lifetime: Seconds until a token of the token route expires.
        log_size: How many requests `requests` remembers.
        date_format: How the account writes dates: `d/m/Y`, `m/d/Y`, `d.m.Y`, `Y-m-d` or `d M Y`, the letters as in PHP. By
            default `d/m/Y`, or what the `db` says.
        middlewares: aiohttp middlewares that see each request after it was noted and before it is handled.
            `sandbox.operation_of(request)` tells them which operation is meant.
        faults: Which requests go wrong, and how; see `daftra_async.sandbox.faults`. A request over loopback can also ask for
            one with the header `X-Sandbox-Fault: kind[=number]`.
        behaviours: What the account does where the documents leave it open; see `daftra_async.sandbox.behaviours`.
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
        cache: str | Path | None = None,
        delay: float = 0.0,
        token_lifetime: float = 3600.0,
        log_size: int = 100_000,
        date_format: str | None = None,
        middlewares: Iterable[Middleware] = (),
        faults: Faults | None = None,
        behaviours: Behaviours | None = None,
    ) -> None:
        credentials = Credentials(api_key=api_key, access_token=access_token, token_lifetime=token_lifetime)
        super().__init__(credentials, log_size=log_size, delay=delay, faults=faults, middlewares=middlewares)
        self._seed: Seed = seed
        self._seed_value = seed_value
        self._db = db
        self._cache = Path(cache) if cache is not None else None
        self._date_format = None if date_format is None else DateFormat(date_format).id
        self._host, self._port = host, port
        self._behaviours = behaviours or Behaviours()
        self._runner: web.AppRunner | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.stop()

    async def start(self) -> None:
        """Fill the account and listen."""
        self._account = self._open()
        self._account.behaviours = self._behaviours
        self._choose_dates(self._account)
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._host, self._port)
        try:
            await site.start()
        except OSError:
            await self.stop()
            raise
        self._port = self._runner.addresses[0][1]

    def _open(self) -> Account:
        if self._seed == "large" and self._db == ":memory:":
            path = large_file(self._seed_value, self._cache or cache_folder())
            return Account(spec.load(), Store(str(path), scratch=True))
        account = Account(spec.load(), Store(self._db))
        if account.store.is_empty() and self._seed == "large":
            fill_large(account, self._seed_value)
        elif account.store.is_empty():
            fill(account, demo=self._seed == "demo", value=self._seed_value)
        return account

    def _choose_dates(self, account: Account) -> None:
        found = account.store.get("site", 1)
        site: Json = found.body if found is not None else {}
        if self._date_format is not None and site:
            site = {**site, "date_format": self._date_format}
            account.store.add([NewRecord("site", site)])
        account.date_format = DateFormat.of(site)

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
        """How many rows a list operation gives without filters, or how many records an entity has in all branches.

        Args:
            name: Id of a list operation (`invoices.list`) or key of an entity (`invoice`).
            params: Path parameters of the operation, such as `workflow_id=36`.
        """
        return counting.count(self.account, name, params)

    def counts(self) -> dict[str, int]:
        """Rows of every list operation whose path needs no choice."""
        return counting.counts(self.account)

    def record(self, entity: str, identity: int) -> Json | None:
        """A stored record with what was written beside it, as it is meant and not as the wire shows it."""
        found = self.account.store.get(entity, identity)
        return None if found is None else {**found.body, **found.parts}

    def expire_tokens(self) -> None:
        """Expire every token that the token route gave out."""
        self.credentials.expire_tokens()
