"""One walk: which pages are asked for, and what the progress reports; by numbers, without a server."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async.errors import DaftraError, IncompleteListError, UnexpectedResponseError
from daftra_async.lists.drift import DriftPolicy
from daftra_async.lists.page import Source
from daftra_async.lists.pager import Pager
from daftra_async.lists.resume_token import PagePosition, TokenScope
from daftra_async.lists.walk import Progress, Walk, WalkPlan
from tests.lists.pages import page

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.lists.page import Page

SCOPE = TokenScope("x.list", "mark")
THREE = {1: page([1, 2], 1, 3, 5), 2: page([3, 4], 2, 3, 5), 3: page([5], 3, 3, 5, more=False)}


class Given:
    """A list that is these pages."""

    def __init__(self, pages: Mapping[int, Page[Any] | DaftraError]) -> None:
        self._pages = pages
        self.asked: list[int | None] = []
        self.progress = Progress()

    async def fetch(self, number: int | None) -> Page[Any]:
        self.asked.append(number)
        found = self._pages[number or 1]
        if isinstance(found, DaftraError):
            raise found
        return found

    async def walk(self, start: int | None = None, *, whole: bool = True, **more: Any) -> list[int]:
        plan = WalkPlan(self.fetch, lambda asked, _: LookupError(asked), start, scope=SCOPE, source=Source(size=2), **more)
        walk = Walk(plan, DriftPolicy(on_drift="ignore"), self.progress)
        return [row.id async for found in walk.pages(1, set(), None, whole=whole) for row in found]


def position(token: str | None) -> PagePosition:
    return SCOPE.read(token)


async def test_from_the_first_page_to_the_last() -> None:
    given = Given(THREE)
    assert await given.walk() == [1, 2, 3, 4, 5]
    assert given.asked == [None, 2, 3]
    assert given.progress.total == 5


async def test_a_page_is_given_up_before_the_next_one_comes() -> None:
    last: list[weakref.ref[Page[Any]]] = []

    async def fetch(number: int | None) -> Page[Any]:
        assert not last or last.pop()() is None
        return page([number or 1], number or 1, 3, 3, more=number != 3)

    async for found in Pager(WalkPlan(fetch, lambda asked, _: LookupError(asked))).pages():
        last.append(weakref.ref(found))
        del found
    assert last, "the last page is held by nobody else"


async def test_the_first_page_is_named_where_it_was_chosen() -> None:
    given = Given(THREE)
    assert await given.walk(2) == [3, 4, 5]
    assert given.asked == [2, 3]


async def test_after_the_page_of_a_token() -> None:
    given = Given(THREE)
    resume = PagePosition(page=1, more=True, total=5, count=3, received=2, size=2, least=5)
    assert await given.walk(resume=resume) == [3, 4, 5]
    assert given.asked == [2, 3]


async def test_the_token_of_a_last_page_asks_for_nothing() -> None:
    given = Given(THREE)
    assert await given.walk(resume=PagePosition(page=3, more=False, total=5)) == []
    assert given.asked == []
    assert given.progress.total == 5


async def test_tokens_say_how_far_it_is() -> None:
    given = Given(THREE)
    walk = Walk(WalkPlan(given.fetch, lambda *_: LookupError(), scope=SCOPE), DriftPolicy(), given.progress)
    found = [position(each.token) async for each in walk.pages(1, set(), None, whole=True)]
    assert [(at.page, at.more, at.received, at.first, at.last) for at in found] == [
        (1, True, 2, 1, 2),
        (2, True, 4, 3, 4),
        (3, False, 5, 5, 5),
    ]


async def test_an_error_says_where_to_go_on() -> None:
    given = Given({**THREE, 3: DaftraError("broken")})
    with pytest.raises(DaftraError, match="broken") as caught:
        await given.walk()
    assert position(vars(caught.value)["token"]).page == 2


async def test_a_page_that_is_gone_ends_it_and_another_one_is_an_error() -> None:
    gone = Given({1: THREE[1], 2: page([1, 2], 1, 1, 2, more=False)})
    assert await gone.walk() == [1, 2]
    other = Given({1: THREE[1], 2: THREE[3]})
    with pytest.raises(LookupError, match="2"):
        await other.walk()


async def test_a_page_that_repeats_another_ends_it() -> None:
    given = Given({1: page([1, 2]), 2: page([1, 2], 2)})
    with pytest.raises(UnexpectedResponseError, match="page 2 repeats page 1"):
        await given.walk()


async def test_missing_rows_are_an_error_of_whole_walks_only() -> None:
    short = {1: page([1, 2], total=5, more=False)}
    with pytest.raises(IncompleteListError):
        await Given(short).walk()
    assert await Given(short).walk(whole=False) == [1, 2]
