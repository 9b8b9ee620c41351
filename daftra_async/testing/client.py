"""The client of a mock: a `DaftraClient` whose operations return prepared answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from daftra_async import wire
from daftra_async.client import DaftraClient
from daftra_async.errors import OutcomeUnknown
from daftra_async.http.pdf import pdf_call
from daftra_async.http.request import build_raw_request
from daftra_async.operation import UNSET
from daftra_async.testing import values
from daftra_async.testing.calls import MockCall
from daftra_async.testing.executor import MockExecutor
from daftra_async.writes import reconcile

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.operation import UnsetType
    from daftra_async.settings import Settings
    from daftra_async.testing.answer_book import AnswerBook


class MockClient(DaftraClient):
    """A client that opens no connection; made by `MockDaftra`."""

    _executor: MockExecutor

    def __init__(self, book: AnswerBook, settings: Settings) -> None:
        self._book = book
        super().__init__("mock", api_key="unused", settings=settings)
        self._executor = MockExecutor(book, self._pipeline)

    async def __aenter__(self) -> Self:
        self._executor.refuse_closed()
        return self

    def __repr__(self) -> str:
        return f"<client of {self._book!r}>"

    @property
    def closed(self) -> bool:
        """It was closed."""
        return self._pipeline.life.closed

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
        """Check the arguments as a real client does, and answer as prepared with `on_request`."""
        sent = build_raw_request(
            method, path, query, json, idempotent=idempotent, timeout=timeout, extra_headers=extra_headers, raw=raw
        )
        await self._executor.turn()
        call = MockCall(
            f"{sent.method} {sent.path}",
            dict(query or {}),
            None if json is UNSET else wire.unstructure(json),
            extra_headers=dict(extra_headers or {}),
            timeout=timeout,
        )
        try:
            return values.free_answer(call.operation, await self._book.find(call).answer(call), raw=raw)
        except OutcomeUnknown as unknown:
            reconcile.explain_raw(unknown, query, json, extra_headers, again=sent.idempotent)
            raise

    async def pdf(self, link: str, *, timeout: float | UnsetType | None = UNSET) -> bytes:
        """Check the link as a real client does, and answer with the bytes prepared with `on_request("GET", path of the link)`."""
        sent = pdf_call(self._url, link, timeout=timeout)
        await self._executor.turn()
        call = MockCall(f"GET {sent.path}", dict(sent.query), timeout=timeout)
        return values.pdf_answer(call.operation, await self._book.find(call).answer(call))
