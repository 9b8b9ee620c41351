"""From an answer to a record or a page."""

from __future__ import annotations

from typing import Any

import pytest

from daftra_async import wire
from daftra_async.catalogue import operation_of
from daftra_async.errors import NotFoundError, UnexpectedResponseError
from daftra_async.http.error_response import Context
from daftra_async.http.transport import Answer
from daftra_async.lists.answers import read_answer, read_page
from daftra_async.models import Brand, Client

GET = Context(operation="clients.get", method="GET", url="/api2/clients/7")
LIST = Context(operation="clients.list", method="GET", url="/api2/clients")


def answer(body: object, status: int = 200) -> Answer:
    sent = body if isinstance(body, bytes) else wire.dumps(body)
    return Answer(status=status, headers={"Content-Type": "application/json"}, body=sent)


def listed(*rows: Any, **paging: Any) -> Answer:
    told = {"page": 1, "page_count": 1, "next": None, "total_results": len(rows), **paging}
    return answer({"code": 200, "result": "successful", "data": [*rows], "pagination": told})


def test_a_record() -> None:
    op = operation_of("clients.get")
    body = {"code": 200, "result": "successful", "data": {"Client": {"id": "7", "business_name": "Acme"}}}
    assert read_answer(op, answer(body), GET, identity=7) == Client(id=7, business_name="Acme")
    with pytest.raises(UnexpectedResponseError):
        read_answer(op, answer(body), GET, identity=8)
    with pytest.raises(NotFoundError):
        read_answer(op, answer({"code": 404, "message": "none"}, 404), GET, identity=7)


def test_a_page() -> None:
    op = operation_of("clients.list")
    page = read_page(op, listed({"Client": {"id": "7"}}, page=2, page_count=3, next="/x?page=3", total_results=201), LIST)
    assert page.data == [Client(id=7)]
    assert (page.page, page.page_count, page.total_results, page.has_next, page.next_page) == (2, 3, 201, True, 3)


def test_a_page_in_the_form_of_v2() -> None:
    body = {"current_page": 1, "data": [{"id": 7, "name": "x"}], "last_page": 1, "next_page_url": None, "total": 1}
    page = read_page(operation_of("brands.list"), answer(body), LIST)
    assert isinstance(page.data[0], Brand)
    assert (page.data[0].id, page.data[0].name, page.has_next) == (7, "x", False)


@pytest.mark.parametrize("body", [b"<html>login</html>", {"code": 200, "result": "successful"}, [1]])
def test_what_is_no_page_is_an_error(body: object) -> None:
    with pytest.raises(UnexpectedResponseError):
        read_page(operation_of("clients.list"), answer(body), LIST)


def test_a_row_of_another_kind_is_an_error() -> None:
    """Advance payments share a table with other payments: a list that ignores the type would mix them."""
    op = operation_of("advance_payments.list")
    assert op.response.fixed

    def of_type(kind: int) -> Answer:
        row = {"id": 7, "type": kind}
        return answer({"current_page": 1, "data": [row], "last_page": 1, "next_page_url": None, "total": 1})

    assert read_page(op, of_type(19), LIST).data[0].id == 7
    with pytest.raises(UnexpectedResponseError):
        read_page(op, of_type(1), LIST)
