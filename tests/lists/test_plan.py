"""A list is checked when its walk is planned, and asked for page by page."""

from __future__ import annotations

from typing import Any

import pytest

from daftra_async.catalogue import operation_of
from daftra_async.errors import ArgumentError
from daftra_async.http.request import build_request
from daftra_async.lists.pager import Pager
from daftra_async.lists.plan import _arguments, plan_of, plan_with
from daftra_async.lists.resume_token import PagePosition
from daftra_async.operation import UNSET
from tests.lists.pages import page

OP = operation_of("clients.list")


class Unexpected:
    """Stands for the reply to a request."""

    def __init__(self, body: Any) -> None:
        self.body = body

    def unexpected(self, text: str) -> Exception:
        return LookupError(text)


def make(query: Any) -> Any:
    return build_request(OP, {}, query, UNSET, suffix="", timeout=UNSET, extra_query=None, extra_headers=None)


def planned(query: Any, resume: Any = UNSET, *answers: Any) -> Any:
    sent: list[str] = []

    async def send(request: Any, read: Any) -> Any:
        sent.append(request.url)
        return Unexpected(answers[len(sent) - 1])

    return plan_of(send, OP, {}, query, make, resume), sent


async def test_each_page_is_asked_for_by_its_number() -> None:
    plan, sent = planned({"limit": 5}, UNSET, page([1]), page([2], 2))
    assert sent == []
    await plan.fetch(None)
    await plan.fetch(2)
    assert sent == ["/api2/clients?limit=5", "/api2/clients?limit=5&page=2"]
    assert (plan.source.operation, plan.source.url, plan.source.size) == ("clients.list", "/api2/clients?limit=5", 5)
    assert (plan.start, plan.first) == (None, 1)


async def test_the_error_of_another_page_says_which_one_came() -> None:
    plan, _ = planned({}, UNSET, page([1], 1, 9))
    found = await plan.fetch(4)
    assert str(plan.misplaced(4, found)) == "page 4 was asked for and page 1 of 9 came"


def test_bad_arguments_are_refused_before_anything_is_sent() -> None:
    with pytest.raises(ArgumentError):
        planned({"limit": 0})
    with pytest.raises(ArgumentError, match="resume"):
        planned({}, "no token")


def test_a_token_belongs_to_the_arguments() -> None:
    plan, _ = planned({"limit": 5, "page": 3})
    token = plan.token(PagePosition(page=3, more=True))
    assert (plan.start, plan.first) == (3, 3)
    again = plan_with(plan.fetch, plan.misplaced, OP, {}, {"limit": 5}, make({"limit": 5}), token)
    assert again.first == 4
    with pytest.raises(ArgumentError, match="other arguments"):
        planned({"limit": 6}, token)


def test_a_pager_shows_its_arguments_masked_as_in_urls() -> None:
    plan, _ = planned({"limit": 5, "page": None, "sort": UNSET, "client_number": "secret 7", "direction": "desc"})
    assert plan.source.arguments == "limit=5, client_number=***, direction='desc'"
    assert repr(Pager(plan)) == "<Pager of clients.list(limit=5, client_number=***, direction='desc')>"
    assert repr(Pager(planned({})[0])) == "<Pager of clients.list>"
    assert _arguments({"key": "a@example.com", "level": 2}, {}) == "key=***, level=2"
