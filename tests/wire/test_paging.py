from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async.wire.envelopes import ListAnswer, WireMismatch, open_list
from daftra_async.wire.paging import page_named_by
from daftra_async.wire.scalars import to_int
from tests.wire.sample import operation
from tests.wire.test_jsontext import JSON

V1 = operation("v1-list", also=("Other",), verb="list")
V2 = operation("v2-list", key=None, verb="list")
PAYLOAD = operation("payload-list", key=None, verb="list")
DOUBTFUL = operation("v2-list", doubtful="unproven", verb="list")


def v1(data: Any, **paging: Any) -> dict[str, Any]:
    return {"code": 200, "result": "successful", "data": data, "pagination": {"page": 1, "page_count": 1, "next": None, **paging}}


@pytest.mark.parametrize(
    ("row", "record"),
    [
        ({"Paper": {"id": "1"}}, {"id": "1"}),
        ({"Other": {"id": "1"}}, {"id": "1"}),
        ({"id": "1"}, {"id": "1"}),
        ({"id": "1", "Paper": {"id": "9"}}, {"id": "1", "Paper": {"id": "9"}}),
        ({"Paper": {"id": "1"}, "Client": {"id": "2"}, "0": {"n": 3}}, {"id": "1", "Client": {"id": "2"}, "0": {"n": 3}}),
        ({"Paper": {"id": "1", "Client": {"id": "2"}}, "Client": {"id": "2"}}, {"id": "1", "Client": {"id": "2"}}),
        (
            {"Paper": {"id": "1", "Client": []}, "Client": {"id": "2"}},
            {"id": "1", "Client": [], "_beside": {"Client": {"id": "2"}}},
        ),
    ],
)
def test_rows_come_out_of_their_wrappers_whole(row: Any, record: Any) -> None:
    assert open_list(V1, v1([row])).rows == [record]


@pytest.mark.parametrize("data", [[], {}])
def test_empty_lists(data: Any) -> None:
    assert open_list(V1, v1(data, total_results="0")) == ListAnswer(rows=[], page=1, page_count=1, total=0)
    assert open_list(V2, {"current_page": 1, "data": data, "last_page": 1, "total": 0}).rows == []


def test_a_map_of_rows_is_a_list() -> None:
    assert open_list(V1, v1({"0": {"Paper": {"id": 1}}, "3": {"Paper": {"id": 2}}})).rows == [{"id": 1}, {"id": 2}]


@pytest.mark.parametrize(
    ("paging", "expected"),
    [
        ({"page": "2", "page_count": "9", "next": "/api2/papers?page=3"}, 3),
        ({"page": 2, "page_count": 9, "next": "https://elsewhere.example/api2/clients.json?page=3&limit=5"}, 3),
        ({"page": 1, "page_count": 9, "next": "/api2/papers?limit=5"}, 2),
        ({"page": 1, "page_count": 9, "next": "garbage"}, 2),
        ({"page": 1, "page_count": 9, "next": "http://[half?page=2"}, 2),
        ({"page": 1, "page_count": 9, "next": ["x"]}, 2),
        ({"page": 1, "page_count": 9, "next": "?page=abc"}, 2),
        ({"page": 1, "page_count": 9, "next": "?page=99"}, 2),
        ({"page": 1, "page_count": 9, "next": 2}, 2),
        ({"page": 1, "page_count": None, "next": "?page=2"}, 2),
        ({"page": 1, "page_count": None, "next": "garbage"}, None),
        ({"page": 1, "page_count": 9, "next": None}, None),
        ({"page": 1, "page_count": 9, "next": ""}, None),
        ({"page": 9, "page_count": 9, "next": "?page=10"}, None),
        ({"page": 3, "page_count": 9, "next": "?page=3"}, 4),
        ({"page": 3, "page_count": 9, "next": "?page=1"}, 4),
        ({"page": 3, "page_count": None, "next": "?page=3"}, None),
        ({"page": 3, "page_count": None, "next": "?page=1"}, None),
    ],
)
def test_the_next_page_of_v1(paging: dict[str, Any], expected: int | None) -> None:
    answer = open_list(V1, v1([], **paging))
    assert answer.next_page == expected
    assert answer.has_next is (expected is not None)


def test_a_missing_next_follows_the_page_count() -> None:
    assert open_list(V1, {"data": [], "pagination": {"page": 1, "page_count": "2"}}).next_page == 2
    assert open_list(V1, {"data": [], "pagination": []}).next_page is None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"current_page": 1, "last_page": 3, "next_page_url": "https://x.example/?page=2", "total": 50}, (1, 3, 50, 2)),
        ({"current_page": 3, "last_page": 3, "next_page_url": None, "total": 50}, (3, 3, 50, None)),
        ({"current_page": 1, "last_page": 3, "next_page_url": None}, (1, 3, None, None)),
        ({"current_page": 1, "last_page": 3}, (1, 3, None, 2)),
        ({"current_page": 1, "next_page_url": "/?page=2"}, (1, None, None, 2)),
        ({"current_page": 2, "per_page": 20, "total": 41}, (2, 3, 41, 3)),
        ({"current_page": 1}, (1, None, None, None)),
        ({"meta": {"current_page": 1, "last_page": 5, "total": 250}, "links": {"next": "/.../list/2?page=2"}}, (1, 5, 250, 2)),
        ({"meta": {"current_page": 5, "last_page": 5}, "links": {"next": None}}, (5, 5, None, None)),
    ],
)
def test_laravel_paging(body: dict[str, Any], expected: tuple[Any, ...]) -> None:
    answer = open_list(V2, {"data": [{"id": 1}], **body})
    assert answer.rows == [{"id": 1}]
    assert (answer.page, answer.page_count, answer.total, answer.next_page) == expected


@pytest.mark.parametrize(
    ("paging", "expected"),
    [
        ({"total": 12, "current_page": 1, "per_page": 20, "has_more_pages": False}, (1, 1, 12, None)),
        ({"total": 41, "current_page": 2, "per_page": 20, "has_more_pages": True}, (2, 3, 41, 3)),
        ({"total": 41, "current_page": 2, "per_page": 20}, (2, 3, 41, 3)),
        ({"current_page": 2}, (2, None, None, None)),
    ],
)
def test_payload_paging(paging: dict[str, Any], expected: tuple[Any, ...]) -> None:
    answer = open_list(PAYLOAD, {"payload": {"data": [{"id": 1}], "pagination": paging}, "version": "v2", "message": None})
    assert (answer.page, answer.page_count, answer.total, answer.next_page) == expected


def test_a_doubtful_list_may_have_any_shape() -> None:
    mixed = {
        "current_page": 1,
        "data": [{"id": 1}],
        "last_page": 2,
        "pagination": {"page": 1, "page_count": 2, "next": "?page=2"},
    }
    assert open_list(DOUBTFUL, mixed).next_page == 2
    assert open_list(DOUBTFUL, v1([{"Paper": {"id": 1}}])).rows == [{"id": 1}]
    assert open_list(DOUBTFUL, v1([{"Another": {"id": 1}}])).rows == [{"id": 1}]
    assert open_list(DOUBTFUL, {"payload": {"data": [], "pagination": {}}}).rows == []
    with pytest.raises(WireMismatch):
        open_list(DOUBTFUL, {"data": []})


NO_LISTS: list[Any] = [
    None,
    [],
    [{"Paper": {"id": 1}}],
    "<html>",
    0,
    True,
    {},
    {"error": "Entity Not exists"},
    {"error": "Entity Not exists", "data": [], "pagination": {}, "current_page": 1},
    {"result": "failed", "code": 401, "message": "x"},
    {"result": "failed", "code": 200, "data": [], "pagination": {"page": 1}, "current_page": 1},
    {"code": 500, "data": [], "pagination": {"page": 1}},
    {"code": 200, "result": "successful"},
    {"code": 200, "result": "successful", "data": []},
    {"pagination": {"page": 1}},
    {"data": None, "pagination": {"page": 1}, "current_page": 1},
    {"data": "", "pagination": {"page": 1}, "current_page": 1},
    {"data": [None], "pagination": {"page": 1}, "current_page": 1},
    {"data": ["x"], "pagination": {"page": 1}, "current_page": 1},
    {"data": {"Paper": {"id": 1}}, "pagination": {"page": 1}, "current_page": 1},
    {"data": [{"Paper": None}], "pagination": {"page": 1}},
    {"data": [], "pagination": None},
    {"data": [], "pagination": "x"},
    {"message": "Unauthenticated."},
    {"message": "x", "errors": {"a": ["b"]}},
    {"payload": None},
    {"payload": {"data": []}},
    {"payload": {"data": None, "pagination": {}}},
]


@pytest.mark.parametrize("body", NO_LISTS)
@pytest.mark.parametrize("op", [V1, V2, PAYLOAD, DOUBTFUL])
def test_nothing_but_a_list_looks_like_one(op: Any, body: Any) -> None:
    with pytest.raises(WireMismatch):
        open_list(op, body)


def test_a_record_is_no_list() -> None:
    with pytest.raises(WireMismatch, match="is not a list"):
        open_list(operation("v1-single"), v1([]))


@pytest.mark.parametrize(
    ("link", "page"), [("?page=2", 2), ("?page=0", None), ("?page=-1", None), ("", None), (None, None), ({}, None), (" 7 ", 7)]
)
def test_page_named_by(link: Any, page: int | None) -> None:
    assert page_named_by(link) == page


_PART = st.sampled_from(
    ["page", "a", "", "page[]", "p%61ge", "2", "07", "0", "x", "-1", "=", "&", "?", "#", "/", ":", "[", ";", "+"]
)


@given(st.lists(_PART, max_size=9).map("".join), st.lists(st.tuples(_PART, _PART), min_size=1, max_size=4))
def test_links_are_read_as_urllib_reads_them(before: str, pairs: list[tuple[str, str]]) -> None:
    link = f"{before}?{'&'.join(f'{name}={value}' for name, value in pairs)}"
    try:
        values = parse_qs(urlsplit(link).query).get("page", [link])
    except ValueError:
        values = [""]
    number, ok = to_int(values[0])
    assert page_named_by(link) == (number if ok and number is not None and number > 0 else None)


@given(JSON, JSON)
def test_arbitrary_paging_is_opened_or_refused(link: Any, count: Any) -> None:
    for op, body in (
        (V1, v1([], page=count, page_count=count, next=link)),
        (V2, {"data": [], "current_page": count, "last_page": link, "next_page_url": link}),
        (PAYLOAD, {"payload": {"data": link, "pagination": {"current_page": count, "has_more_pages": link}}}),
        (DOUBTFUL, link),
    ):
        try:
            answer = open_list(op, body)
        except WireMismatch:
            continue
        assert answer.next_page is None or answer.next_page > answer.page
