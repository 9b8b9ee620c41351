"""`pager.raw()`: the walk is the same, the records are not decoded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import DriftWarning, IncompleteListError, PermissionDeniedError, UnexpectedResponseError
from daftra_async.testing import MockDaftra
from tests.conftest import http

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async import DaftraClient
    from tests.conftest import RawServer


def page(number: int, rows: list[bytes], *, count: int = 2, total: int = 3) -> bytes:
    following = b'"/x?page=%d"' % (number + 1) if number < count else b"null"
    paging = b'{"page":%d,"page_count":%d,"total_results":%d,"next":%s}' % (number, count, total, following)
    data = b",".join(b'{"Client":' + row + b"}" for row in rows)
    return http(raw=b'{"code":200,"data":[' + data + b'],"pagination":' + paging + b"}")


A, B, C = b'{"id":"1", "fee":1.50}', b'{"id":"2","name":"\\u0634"}', b'{"id":3}'


async def test_pages_hold_the_records_as_they_were_sent(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    server.script = [page(1, [A, B]), page(2, [C])]
    pager = client().clients.list()
    pages = [each async for each in pager.raw()]
    assert [each.records for each in pages] == [[A, B], [C]]
    first = pages[0]
    assert (first.page, first.page_count, first.total_results, first.has_next) == (1, 2, 3, True)
    assert pager.total == 3
    server.script = [page(2, [C])]
    rest = [each async for each in client().clients.list(resume=first.token).raw()]
    assert [each.records for each in rest] == [[C]]
    assert [each.target.partition("page=")[2] for each in server.seen] == ["", "2", "2"]


async def test_tokens_and_checks_are_those_of_records(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    script = [page(1, [A, B]), page(2, [C])]
    server.script = list(script)
    typed = [each.token async for each in client().clients.list().pages()]
    server.script = list(script)
    assert [each.token async for each in client().clients.list().raw()] == typed
    server.script = [page(1, [A, B]), page(2, [A, C], total=4)]
    with pytest.warns(DriftWarning):
        raw = [each.records async for each in client().clients.list().checked(dedupe=True).raw()]
    assert raw == [[A, B], [C]]
    server.script = [page(1, [A, B]), page(2, [])]
    with pytest.raises(IncompleteListError):
        async for _ in client().clients.list().raw(concurrency=4):
            pass


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (http(403, {"message": "no"}), PermissionDeniedError),
        (http(200, {"result": "failed", "code": 403, "message": "no"}), PermissionDeniedError),
        (http(200, {"data": [{"Client": None}], "pagination": {}}), UnexpectedResponseError),
        (http(raw=b'{"data":[{"Client":{"a":"\xff"}}],"pagination":{}}'), UnexpectedResponseError),
    ],
)
async def test_failures_are_errors(
    server: RawServer, client: Callable[..., DaftraClient], answer: bytes, error: type[Exception]
) -> None:
    server.script = [answer]
    with pytest.raises(error):
        async for _ in client().clients.list().raw():
            pass


async def test_a_page_that_repeats_another_is_refused(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    nameless = [b'{"name":"a"}', b'{"name":"b"}']
    server.script = [page(1, nameless, count=9, total=18), page(2, nameless, count=9, total=18)]
    with pytest.raises(UnexpectedResponseError, match="page 2 repeats page 1"):
        async for _ in client().clients.list().raw():
            pass


async def test_lists_by_path_are_raw_too(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    server.script = [page(1, [A, b'{"id":9,"Client":{}}'], count=1, total=2)]
    pages: list[Any] = [each.records async for each in client().paginate("/api2/x", key="Client").raw()]
    assert pages == [[A, b'{"id":9,"Client":{}}']]


async def test_records_of_a_mock_are_encoded() -> None:
    mock = MockDaftra()
    mock.on("clients.list").returns_pages([{"id": 1, "starting_balance": "2.50"}])
    pages = [each.records async for each in mock.client.clients.list().raw()]
    assert pages == [[b'{"id":1,"starting_balance":"2.50"}']]
