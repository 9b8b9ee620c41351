"""The client: the resources of an account as attributes, and requests that no operation describes."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any, Literal, NoReturn, Self, SupportsIndex, TypeVar, overload

from daftra_async._text import refuse, whole
from daftra_async.errors import OutcomeUnknown
from daftra_async.http import error_response
from daftra_async.http.account import base_url as account_url
from daftra_async.http.account import environment_account
from daftra_async.http.auth import one_credential
from daftra_async.http.hosts import check_host
from daftra_async.http.listeners import events_of
from daftra_async.http.log_variable import follow_variable
from daftra_async.http.pdf import pdf_call, read_pdf
from daftra_async.http.pipeline import RequestPipeline
from daftra_async.http.raw_answer import read_raw
from daftra_async.http.request import build_raw_request
from daftra_async.http.retry import Runtime
from daftra_async.lists.account_dates import AccountDates, ask
from daftra_async.lists.async_only import AsyncBlock
from daftra_async.operation import UNSET
from daftra_async.redaction.shown import sealed
from daftra_async.resource.executor import OperationExecutor
from daftra_async.resources import Resources
from daftra_async.settings import Settings
from daftra_async.wire.converter import prepare

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from types import TracebackType

    import aiohttp

    from daftra_async.http.auth import Credential
    from daftra_async.http.events import Callback
    from daftra_async.http.limiter import Limiter
    from daftra_async.http.raw_answer import RawAnswer
    from daftra_async.lists.multi import Answers, AnyQuery
    from daftra_async.lists.pager import Pager
    from daftra_async.lists.path_list import ListStyle
    from daftra_async.operation import UnsetType
    from daftra_async.wire.record import Record

T = TypeVar("T")
R = TypeVar("R", bound="Record")


class DaftraClient(AsyncBlock, Resources):
    """A Daftra account.

        async with DaftraClient("acme", api_key="...") as daftra:
            async for order in daftra.work_orders.list():
                print(order.number)

    Without `async with`, call `close()` in the end: a client opens its session at the first call, entered or not. Nothing is sent
    before the first call. A client belongs to the event loop of its first call.

    Args:
        account: Subdomain (`acme`), host or URL.
        api_key: Key of the account's settings; sent as `apikey`.
        access_token: OAuth token that you keep fresh; sent as `Authorization: Bearer`.
        auth: A credential object, such as `PasswordGrant`.
        base_url: URL in place of the account's: tests, proxies, own domains.
        session: A session of yours; it is neither changed nor closed. Its middlewares, proxy and TLS settings apply, its
            credentials and cookies are not sent. Its cookie jar still stores what the server sets.
        settings: Time limits, retries, concurrency and the like.
        limiter: Limits on what the account is asked, shared with other clients of it; they take the place of those in the
            settings.
        site_id: Tenant behind a shared base URL (marketplace apps), sent as `Site-Id`.
        branch: Default branch of lists.
        allow_insecure: Let plain http go to hosts other than loopback.
        runtime: Clock, sleep and random source, replaced in tests.
        events: Called with each event of operations and requests, see `daftra_async.http.events`: a function or coroutine
            function, or several.
        allowed_hosts: Hosts that the account or URL may lead to, such as `DAFTRA_HOSTS` (`*.daftra.com`, `*.daftara.com`): for
            programs whose account names come from outside: a hostile one could name its own host and get the key.
            None allows every host.

    Raises:
        ArgumentError: an argument is refused.
    """

    def __init__(
        self,
        account: str | None = None,
        *,
        api_key: str | None = None,
        access_token: str | None = None,
        auth: Credential | None = None,
        base_url: str | None = None,
        session: aiohttp.ClientSession | None = None,
        settings: Settings | None = None,
        site_id: int | str | None = None,
        branch: int | None = None,
        allow_insecure: bool = False,
        runtime: Runtime | None = None,
        events: Callback | Sequence[Callback] | None = None,
        limiter: Limiter | None = None,
        allowed_hosts: Iterable[str] | None = None,
    ) -> None:
        follow_variable()
        # From here on no traceback shows them.
        api_key, access_token = sealed(api_key), sealed(access_token)
        self._url = account_url(account, base_url, allow_insecure=allow_insecure)
        if allowed_hosts is not None:
            check_host(self._url, allowed_hosts, "account" if base_url is None else "base_url")
        if getattr(session, "auth", None) is not None:
            refuse("session", "it was made with auth=, a second credential", "a session without auth=; the client brings its own")
        branch = None if branch is None else whole("branch", branch)
        self._pipeline = RequestPipeline(
            self._url,
            one_credential(api_key, access_token, auth),
            settings or Settings(),
            session=session,
            headers=_site_header(site_id),
            runtime=runtime,
            events=events_of(events),
            limiter=limiter,
        )
        self._dates = AccountDates(partial(ask, self._pipeline), str(self._url), (runtime or Runtime()).clock)
        self._executor = OperationExecutor(self._pipeline, self._dates, branch, repr(self))

    @classmethod
    def from_env(
        cls,
        *,
        session: aiohttp.ClientSession | None = None,
        settings: Settings | None = None,
        site_id: int | str | None = None,
        branch: int | None = None,
        allow_insecure: bool = False,
        events: Callback | Sequence[Callback] | None = None,
        limiter: Limiter | None = None,
        allowed_hosts: Iterable[str] | None = None,
    ) -> Self:
        """Make a client of DAFTRA_ACCOUNT (or DAFTRA_BASE_URL) and DAFTRA_API_KEY or DAFTRA_ACCESS_TOKEN.

        Raises:
            ArgumentError: a variable is missing or malformed, or both credentials are set.
        """
        account, base, key, token = environment_account()
        return cls(
            account,
            api_key=key,
            access_token=token,
            base_url=base,
            session=session,
            settings=settings,
            site_id=site_id,
            branch=branch,
            allow_insecure=allow_insecure,
            events=events,
            limiter=limiter,
            allowed_hosts=allowed_hosts,
        )

    async def __aenter__(self) -> Self:
        self._pipeline.enter()
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self.close()

    async def close(self) -> None:
        """End the calls that run, wait for their end and close the connections; a session of yours stays open.

        Calls that are ended, and calls after it, raise `RequestNotSent`; those whose request was under way `ConnectionLost`, or
        for a write `OutcomeUnknown`.
        """
        await self._dates.close()
        await self._pipeline.close()

    def with_settings(self, **changes: Any) -> Self:
        """Return a view of this client with other settings; it shares session, credentials and limits.

            patient = daftra.with_settings(timeout=300, max_attempts=10)

        Args:
            changes: Settings by name. Those of the limiter (`concurrency`, `requests_per_second`, `burst`, `slow_down`,
                `recovery`) and `token_path` are shared, and refused here.

        Raises:
            ArgumentError: a value is out of range, or belongs to what is shared.
            TypeError: there is no such setting.
        """
        view = object.__new__(type(self))
        # The resources, which lie beside the private attributes, belong to the client they were made for.
        view.__dict__.update({name: value for name, value in self.__dict__.items() if name.startswith("_")})
        view._pipeline = self._pipeline.with_settings(changes)
        view._executor = self._executor.over(view._pipeline)
        return view

    def __dir__(self) -> list[str]:
        """Return what an editor or a shell completes: the resources and the methods of the client."""
        return sorted(name for name in object.__dir__(self) if not name.startswith("_"))

    def __repr__(self) -> str:
        # One whose arguments were refused has none, and a traceback may want to show it.
        return f"{type(self).__name__}({str(getattr(self, '_url', ''))!r})"

    @property
    def date_format(self) -> str | None:
        """The account's own date format, as a `strptime` pattern: that of the settings, or what the account told.

        None while it is not known; with `Settings.date_format="auto"` the account is asked when it first matters.
        """
        return self._executor.date_format

    @property
    def events_dropped(self) -> int:
        """Events that were dropped because callbacks were too slow."""
        return self._pipeline.events_dropped

    def __reduce_ex__(self, protocol: SupportsIndex) -> NoReturn:
        self._executor.__reduce_ex__(protocol)

    @staticmethod
    def warmup(*resources: str) -> None:
        """Load the models of resources and build their converters ahead of the first calls.

        Args:
            resources: Names such as `invoices`; all when none is given (some hundred milliseconds).

        Raises:
            ArgumentError: there is no such resource.
        """
        prepare(resources)

    @overload
    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, object] | None = None,
        json: object = UNSET,
        raw: Literal[False] = False,
        idempotent: bool | None = None,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Any: ...

    @overload
    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, object] | None = None,
        json: object = UNSET,
        raw: Literal[True],
        idempotent: bool | None = None,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
    ) -> RawAnswer: ...

    async def request(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, object] | None = None,
        json: object = UNSET,
        raw: bool = False,
        idempotent: bool | None = None,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Any:
        """Send a request that no operation describes, and return the JSON of its answer.

        Args:
            method: GET, POST, PUT, PATCH or DELETE.
            path: Path below the account, such as `/api2/site_info`.
            query: Query parameters in wire names; lists are sent as `name[]=`, mappings as `name[key]=`:
                `{"filter": {"total": {"gte": 100}, "status": {"in": [1, 2]}}}`.
            json: Body: plain values, Decimal, or what `unstructure` returns.
            raw: Return a `RawAnswer` with status, headers and bytes instead: for HTML, CSV, PDF, images. Anything that comes with
                a status of success is an answer then, except JSON that reports a failure; redirects stay errors.
            idempotent: Whether it may be sent again when its answer is lost; by default as the method says (GET, PUT, DELETE).
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.

        Raises:
            RequestNotSent: an argument was refused, or there is no connection.
            APIError: the server answered with a failure, be it with status 200.
        """
        call = build_raw_request(
            method, path, query, json, idempotent=idempotent, timeout=timeout, extra_headers=extra_headers, raw=raw
        )
        try:
            return (await self._pipeline.send(call, read_raw if raw else error_response.read)).body
        except OutcomeUnknown as unknown:
            from daftra_async.writes import reconcile  # noqa: PLC0415  # few requests end so

            reconcile.explain_raw(unknown, query, json, extra_headers, again=call.idempotent)
            raise

    @overload
    def paginate(
        self,
        path: str,
        *,
        key: str | None = None,
        style: ListStyle = "v1",
        model: None = None,
        query: Mapping[str, object] | None = None,
        page: int | None = None,
        resume: str | UnsetType | None = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[dict[str, Any]]: ...

    @overload
    def paginate(
        self,
        path: str,
        *,
        key: str | None = None,
        style: ListStyle = "v1",
        model: type[R],
        query: Mapping[str, object] | None = None,
        page: int | None = None,
        resume: str | UnsetType | None = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[R]: ...

    def paginate(
        self,
        path: str,
        *,
        key: str | None = None,
        style: ListStyle = "v1",
        model: type[Record] | None = None,
        query: Mapping[str, object] | None = None,
        page: int | None = None,
        resume: str | UnsetType | None = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[Any]:
        """Walk a list that no operation describes; the pager is that of every `list` method.

            async for order in daftra.paginate("/api2/purchase_orders.json", key="PurchaseOrder", query={"limit": 100}):
                print(order["no"])

        Pages, retries, errors, read-ahead, tokens and the checks for missing or repeated rows are those of described lists. The
        server ignores parameters that it does not know, and nothing here can check their names. The client's `branch` is not
        added.

        Args:
            path: Path below the account.
            key: Key around each row, such as `Invoice`: a row without it (and without an `id`) is an error. None takes off a
                key that holds the whole row, if there is one.
            style: How the list tells its pages: `v1` below `/api2`, `v2` below `/v2`.
            model: Record class that rows become; None gives dictionaries as sent, where numbers with a fraction are `Decimal`.
            query: Query parameters as for `request`, such as `limit` (v1) or `per_page` (v2) for the size of a page.
            page: Number of the first page.
            resume: Token of an earlier walk, to go on after its last complete page.
            timeout: Seconds for each page with its retries, or None for no limit; the default is in the settings.
            extra_headers: Headers to add.

        Raises:
            ArgumentError: an argument is refused, or the token belongs to something else.
        """
        from daftra_async.lists.path_list import asked_of, path_list  # noqa: PLC0415  # few programs use it

        listing = path_list(path, key, style, model)
        return self._executor.walk(listing, asked_of(query, page), resume=resume, timeout=timeout, extra_headers=extra_headers)

    async def pdf(self, link: str, *, timeout: float | UnsetType | None = UNSET) -> bytes:
        """Fetch a document by the link of its record: `await daftra.pdf(invoice.invoice_pdf_url)`.

        Args:
            link: The link, which must lead to this account, or its path.
            timeout: Seconds for the call with its retries, or None for no limit.

        Returns:
            The bytes of the PDF.

        Raises:
            ArgumentError: the link is malformed, or leads to another host; nothing was sent.
            UnexpectedResponseError: what came is not a PDF; such links can answer with a login page (seen on live accounts).
            DaftraError: as for every other call.
        """
        body: bytes = (await self._pipeline.send(pdf_call(self._url, link, timeout=timeout), read_pdf)).body
        return body

    async def multi(
        self, *queries: AnyQuery, timeout: float | UnsetType | None = UNSET, extra_headers: Mapping[str, str] | None = None
    ) -> Answers:
        """Send several v2 reads in one request.

            invoice, brands = Show(Invoice, 2415), List(Brand)
            answers = await daftra.multi(invoice, brands)
            answers[invoice]  # Invoice

        Args:
            queries: What to read: `Show(...)` for one record, `List(...)` for the first page of a list.
            timeout: Seconds for the call with its retries, or None for no limit.
            extra_headers: Headers to add.

        Raises:
            ArgumentError: there is no read, or two have one alias.
            APIError: the request failed; an entity that the account does not have fails it for all reads.
        """
        from daftra_async.lists.multi import fetch  # noqa: PLC0415  # few programs use it

        return await fetch(self._executor, queries, timeout=timeout, extra_headers=extra_headers)

    async def dated(self, work: Callable[[], T], *, timeout: float | UnsetType | None = UNSET) -> T:
        """Do work that reads or writes dates, by the account's date format.

            body = await daftra.request("GET", "/api2/invoices/2415")
            invoice = await daftra.dated(lambda: structure(Invoice, body["data"]["Invoice"]))

        Args:
            work: A function that structures or unstructures records. It is called a second time when it met a date that only
                the account's format explains, and the account was asked for it; see `Settings.date_format`.
            timeout: Seconds to wait for the account, or None for no limit; the default is the `deadline` of the settings. When it
                ends, the result is what can be made without the format.
        """
        return await self._executor.dated(work, timeout=timeout)


def _site_header(site_id: int | str | None) -> dict[str, str]:
    if site_id is None:
        return {}
    if isinstance(site_id, bool) or not re.fullmatch(r"[A-Za-z0-9._-]{1,100}", str(site_id)):
        refuse("site_id", f"{site_id!r:.60} was given", "a number or text of letters, digits, '.', '_' and '-'")
    return {"Site-Id": str(site_id)}
