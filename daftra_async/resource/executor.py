"""Executes the operations of one account: the request, the turn of its record, the dates, and what a lost answer means."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn, Self, TypeVar

from daftra_async.errors import OutcomeUnknown
from daftra_async.http.request import build_request
from daftra_async.http.turns import sending
from daftra_async.lists.answers import read_answer
from daftra_async.lists.pager import Pager
from daftra_async.lists.plan import plan_of
from daftra_async.operation import UNSET

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from daftra_async.http.call import Reply
    from daftra_async.http.pipeline import RequestPipeline
    from daftra_async.http.request import PreparedRequest
    from daftra_async.http.retry import Runtime
    from daftra_async.http.turns import Turns
    from daftra_async.lists.account_dates import AccountDates
    from daftra_async.lists.path_list import PathList
    from daftra_async.operation import Operation, UnsetType
    from daftra_async.settings import Settings

T = TypeVar("T")


class OperationExecutor:
    """Executes operations; the resources of a client end here.

    Args:
        pipeline: Sends the requests.
        dates: The date format of the account.
        branch: Default branch of lists.
        name: What messages and reprs call the client.
    """

    __slots__ = ("_branch", "_dates", "_name", "pipeline")

    def __init__(self, pipeline: RequestPipeline, dates: AccountDates, branch: int | None, name: str) -> None:
        self.pipeline = pipeline
        self._dates = dates
        self._branch = branch
        self._name = name

    def over(self, pipeline: RequestPipeline) -> Self:
        """Return an executor of the same account that sends its requests through another pipeline."""
        return type(self)(pipeline, self._dates, self._branch, self._name)

    def __reduce_ex__(self, _protocol: object) -> NoReturn:
        msg = "a client is neither pickled nor copied: it holds connections and credentials; make one in each process and loop"
        raise TypeError(msg)

    def __repr__(self) -> str:
        return self._name

    @property
    def date_format(self) -> str | None:
        """The account's own date format, as a `strptime` pattern; None while it is not known."""
        return self._dates.pattern(self.pipeline.settings)

    @property
    def settings(self) -> Settings:
        """The settings of the client."""
        return self.pipeline.settings

    @property
    def runtime(self) -> Runtime:
        """Its clock and sleep."""
        return self.pipeline.runtime

    @property
    def turns(self) -> Turns:
        """Who works on which record now; shared by all views of a client."""
        return self.pipeline.turns

    async def dated(self, work: Callable[[], T], *, timeout: float | UnsetType | None = UNSET) -> T:
        """Do work that reads or writes dates, by the account's date format; a second time if it had to be asked for."""
        return await self._dates.apply(work, self.pipeline.settings, timeout)

    async def execute(
        self,
        op: Operation[T],
        path: Mapping[str, object],
        query: Mapping[str, object],
        body: object = UNSET,
        /,
        *,
        reference: str | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> T:
        """Execute an operation that answers once.

        Args:
            op: The operation.
            path: Path parameters by their Python names.
            query: Query parameters by their Python names, None where left out.
            body: The record to write.
            reference: The caller's own name for a new record.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters that are not described.
            extra_headers: Headers to add.
        """
        tail: dict[str, Any] = {"timeout": timeout, "extra_query": extra_query, "extra_headers": extra_headers}
        call = await self.dated(partial(self.prepare, op, path, query, body, reference=reference, **tail), timeout=timeout)
        try:
            async with sending(self.turns, op, path, timeout):
                reply = await self._send(call, partial(read_answer, op, identity=path.get("id")))
        except OutcomeUnknown as unknown:
            from daftra_async.writes import reconcile

            reconcile.explain(unknown, self, op, path, query, body, reference, tail)
            raise
        result: T = reply.body
        return result

    def paginate(
        self,
        op: Operation[T],
        path: Mapping[str, object],
        query: Mapping[str, object],
        /,
        *,
        resume: str | UnsetType | None = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[T]:
        """Prepare the walk of a list; arguments as for `execute`, `timeout` for each page.

        `resume` is a token of an earlier walk with the same arguments; None and UNSET begin at the first page.

        Raises:
            ArgumentError: an argument is refused, or the token belongs to something else.
        """

        def make(asked: Mapping[str, object]) -> PreparedRequest:
            return self.prepare(op, path, asked, UNSET, timeout=timeout, extra_query=extra_query, extra_headers=extra_headers)

        return Pager(plan_of(self._send, op, path, query, make, resume))

    def walk(
        self,
        listing: PathList[T],
        query: Mapping[str, object],
        /,
        *,
        resume: str | UnsetType | None = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[T]:
        """Prepare the walk of a list that no operation describes; `query` in wire names, the rest as for `paginate`.

        Raises:
            ArgumentError: an argument is refused, or the token belongs to something else.
        """
        make = partial(listing.request, timeout=timeout, extra_headers=extra_headers)
        return Pager(plan_of(self._send, listing.op, {}, query, make, resume, listing))

    def prepare(
        self, op: Operation[Any], path: Mapping[str, object], query: Mapping[str, object], body: object, **tail: Any
    ) -> PreparedRequest:
        """Check the arguments of an operation and make its request."""
        if self._branch is not None and query.get("branch", self._branch) is None:
            query = {**query, "branch": self._branch}
        return build_request(op, path, query, body, suffix=self.pipeline.settings.format_suffix, **tail)

    async def _send(self, call: PreparedRequest, read: Callable[..., Any]) -> Reply:
        return await self._dates.reply(self.pipeline, call, read)
