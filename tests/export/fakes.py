"""A client that answers from lists, for what is about exporting and not about HTTP."""

from __future__ import annotations

import asyncio
from typing import Any, Self

from daftra_async.lists.page import Page
from daftra_async.lists.pager import Pager
from daftra_async.lists.walk import WalkPlan


class FakeClient:
    """Holds rows by resource; an exception in their place is raised on the page of its index."""

    def __init__(self, lists: dict[str, list[list[Any] | BaseException]] | None = None, **announced: int | None) -> None:
        self.lists = lists or {}
        self.announced = announced
        self.asked: dict[str, dict[str, object]] = {}
        self.url = "https://acme.example.com/"
        self.running = 0
        self.peak = 0
        self.gate: asyncio.Event | None = None

    def __repr__(self) -> str:
        return f"FakeClient({self.url!r})"

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        pass

    @property
    def _executor(self) -> FakeClient:
        return self

    def paginate(self, *_: object) -> Pager[Any]:
        """Every list looks short, so that no twin is asked."""

        async def fetch(_: int | None) -> Page[Any]:
            return Page(data=[], page=1, page_count=1, total_results=0, has_next=False, next_page=None)

        return Pager(WalkPlan(fetch, lambda asked, page: AssertionError((asked, page)), None))

    def __getattr__(self, resource: str) -> FakeResource:
        return FakeResource(self, resource)


class FakeResource:
    def __init__(self, client: FakeClient, name: str) -> None:
        self.client = client
        self.name = name

    def list(self, **arguments: object) -> Pager[Any]:
        self.client.asked[self.name] = arguments
        pages = self.client.lists.get(self.name, [[]])
        rows = sum(len(page) for page in pages if isinstance(page, list))

        async def fetch(number: int | None) -> Page[Any]:
            number = number or 1
            self.client.running += 1
            self.client.peak = max(self.client.peak, self.client.running)
            try:
                await asyncio.sleep(0)
                if self.client.gate is not None and number > 1:
                    await self.client.gate.wait()
            finally:
                self.client.running -= 1
            data = pages[number - 1]
            if isinstance(data, BaseException):
                raise data
            more = number < len(pages)
            return Page(
                data=data,
                page=number,
                page_count=len(pages),
                total_results=self.client.announced.get(self.name, rows),
                has_next=more,
                next_page=number + 1 if more else None,
            )

        model = next((type(row) for page in pages if isinstance(page, list) for row in page), None)
        return Pager(WalkPlan(fetch, lambda asked, page: AssertionError((asked, page)), arguments.get("page"), model=model))
