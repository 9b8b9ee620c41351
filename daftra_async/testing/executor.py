"""What executes the operations of a mock: prepared answers in place of requests."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar, cast

import attrs

from daftra_async import wire
from daftra_async.errors import OutcomeUnknown, RequestNotSent
from daftra_async.http.session import CLOSED
from daftra_async.lists.account_dates import AccountDates
from daftra_async.lists.pager import Pager
from daftra_async.lists.plan import plan_with
from daftra_async.operation import UNSET
from daftra_async.resource.executor import OperationExecutor
from daftra_async.settings import AUTO, Settings
from daftra_async.testing.calls import UnpreparedCall, call_of
from daftra_async.wire.record import Record
from daftra_async.writes import reconcile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.http.pipeline import RequestPipeline
    from daftra_async.lists.page import Page
    from daftra_async.operation import Operation, UnsetType
    from daftra_async.testing.mock import MockDaftra

T = TypeVar("T")
DAY_FIRST: Final = "%d/%m/%Y"


def settled(settings: Settings | None) -> Settings:
    """Return the settings of a mock, whose account writes dates day first unless they say otherwise."""
    given = settings or Settings()
    return attrs.evolve(given, date_format=DAY_FIRST) if given.date_format == AUTO else given


async def _day_first() -> str:
    return DAY_FIRST


class MockExecutor(OperationExecutor):
    """Answers operations as prepared.

    Args:
        mock: Holds the prepared answers.
        pipeline: Its settings and its end count; nothing is sent through it.
    """

    __slots__ = ("_mock",)

    def __init__(self, mock: MockDaftra, pipeline: RequestPipeline) -> None:
        super().__init__(pipeline, AccountDates(_day_first, repr(mock)), None, f"<client of {mock!r}>")
        self._mock = mock

    def over(self, pipeline: RequestPipeline) -> Self:
        """Return an executor of the same mock with other settings."""
        return type(self)(self._mock, pipeline)

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
        """Check the arguments as a real client does, and answer as prepared."""
        tail: dict[str, Any] = {"timeout": timeout, "extra_query": extra_query, "extra_headers": extra_headers}
        await self.dated(partial(self.prepare, op, path, query, body, reference=reference, **tail))
        await self.turn()
        call = await self.dated(partial(call_of, op, path, query, body, reference, tail))
        try:
            answer = await self._mock.find(call).answer(call)
        except OutcomeUnknown as unknown:
            reconcile.explain(unknown, self, op, path, query, body, reference, tail)
            raise
        # An edit asks for what the server sent instead of the record that is made of it.
        raw = op.response.model is None and isinstance(answer, Record)
        return cast("T", wire.unstructure(answer) if raw else answer)

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
        """Check the arguments as a real client does, and prepare a walk over the prepared pages."""
        tail: dict[str, Any] = {"timeout": timeout, "extra_query": extra_query, "extra_headers": extra_headers}
        first = self.prepare(op, path, query, UNSET, **tail)

        async def fetch(page: int | None) -> Page[T]:
            await self.turn()
            call = call_of(op, path, query if page is None else {**query, "page": page}, UNSET, UNSET, tail)
            return await self._mock.find(call).page(call, page or 1)

        def misplaced(asked: int, page: Page[T]) -> Exception:
            return UnpreparedCall(f"page {asked} of {op.id} was asked for, and {page.page} came")

        return Pager(plan_with(fetch, misplaced, op, path, query, first, resume))

    async def turn(self) -> None:
        """Let other tasks run, as every request does.

        Raises:
            RequestNotSent: the client was closed.
        """
        self.refuse_closed()
        await asyncio.sleep(0)

    def refuse_closed(self) -> None:
        """Raise `RequestNotSent` if the client was closed."""
        if self.pipeline.life.closed:
            raise RequestNotSent(CLOSED)
