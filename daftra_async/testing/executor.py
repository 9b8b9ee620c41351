"""Executes the operations of a mock with prepared answers in place of requests."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Any, Self, TypeVar, cast

import attrs

from daftra_async import wire
from daftra_async.errors import OutcomeUnknown, RequestNotSent
from daftra_async.http.session import CLOSED
from daftra_async.lists.account_dates import AccountDates
from daftra_async.lists.pager import Pager
from daftra_async.lists.plan import plan_with
from daftra_async.operation import UNSET
from daftra_async.resource.executor import OperationExecutor
from daftra_async.testing import values
from daftra_async.testing.calls import MockCall, UnpreparedCall, call_of
from daftra_async.wire.record import Record
from daftra_async.writes import reconcile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.http.pipeline import RequestPipeline
    from daftra_async.lists.page import Page
    from daftra_async.lists.path_list import PathList
    from daftra_async.operation import Operation, UnsetType
    from daftra_async.testing.answer_book import AnswerBook

T = TypeVar("T")


class MockExecutor(OperationExecutor):
    """Answers operations as prepared.

    Args:
        book: Holds the prepared answers.
        pipeline: Its settings and its end count; nothing is sent through it.
        dates: The date format of the account, if it is shared with another executor.
    """

    __slots__ = ("_book",)

    def __init__(self, book: AnswerBook, pipeline: RequestPipeline, dates: AccountDates | None = None) -> None:
        dates = dates or AccountDates(book.account_date_format, repr(book))
        super().__init__(pipeline, dates, None, f"<client of {book!r}>")
        self._book = book

    def over(self, pipeline: RequestPipeline) -> Self:
        """Return an executor of the same mock with other settings."""
        return type(self)(self._book, pipeline, self._dates)

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
            answer = await self._book.find(call).answer(call)
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
            return await self._book.find(call).page(call, page or 1)

        def misplaced(asked: int, page: Page[T]) -> Exception:
            return UnpreparedCall(f"page {asked} of {op.id} was asked for, and {page.page} came")

        return Pager(plan_with(fetch, misplaced, op, path, query, first, resume))

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
        """Check the arguments as a real client does, and prepare a walk over what `on_request` prepared for the path."""
        first = listing.request(query, timeout=timeout, extra_headers=extra_headers)

        async def fetch(page: int | None) -> Page[T]:
            await self.turn()
            asked = dict(query if page is None else {**query, "page": page})
            call = MockCall(f"GET {first.path}", asked, extra_headers=dict(extra_headers or {}), timeout=timeout)
            number = asked.get("page", 1)
            assert isinstance(number, int)
            found = await self._book.find(call).page(call, number, listing.op)
            rows = values.wrapped(found.data, listing.key)
            return attrs.evolve(found, data=await self.dated(partial(listing.records, rows)))

        def misplaced(asked: int, page: Page[T]) -> Exception:
            return UnpreparedCall(f"page {asked} of {first.path} was asked for, and {page.page} came")

        return Pager(plan_with(fetch, misplaced, listing.op, {}, query, first, resume))

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
