"""Queries of `daftra.request` and `daftra.paginate`: what can be said in brackets is, and nothing else is sent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from daftra_async import ArgumentError, DaftraClient, F
from daftra_async.http.nested_query import nested_query
from daftra_async.sandbox import Sandbox
from tests.conftest import http

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import RawServer


@pytest.mark.parametrize(
    ("query", "pairs"),
    [
        (None, []),
        ({}, []),
        ({"a": 1, "b": True, "c": "x"}, [("a", "1"), ("b", "1"), ("c", "x")]),
        ({"ids": [1, 2]}, [("ids[]", "1"), ("ids[]", "2")]),
        ({"ids[]": [1, 2]}, [("ids[]", "1"), ("ids[]", "2")]),
        ({"filter": {"a": {"gte": 1}}}, [("filter[a][gte]", "1")]),
        ({"filter": {"a": {"gte": Decimal("1.50"), "lt": 3}}}, [("filter[a][gte]", "1.50"), ("filter[a][lt]", "3")]),
        ({"filter": {"a": {"in": ["x", "y"]}}}, [("filter[a][in][]", "x"), ("filter[a][in][]", "y")]),
        ({"filter": {"journal.date": date(2026, 1, 2)}}, [("filter[journal.date]", "2026-01-02")]),
        ({"filter": {"or": {"a": {"eq": 1}, "b": {"eq": 2}}}}, [("filter[or][a][eq]", "1"), ("filter[or][b][eq]", "2")]),
        ({"filter[a]": {"gte": 1}, "filter[b]": 2}, [("filter[a][gte]", "1"), ("filter[b]", "2")]),
        ({"rows": {0: {"id": 5}, 1: {"id": 6}}}, [("rows[0][id]", "5"), ("rows[1][id]", "6")]),
    ],
)
def test_brackets(query: Any, pairs: list[tuple[str, str]]) -> None:
    assert nested_query(query) == pairs


def deep(levels: int) -> Any:
    return 1 if not levels else {"x": deep(levels - 1)}


LOOP: dict[str, Any] = {}
LOOP["again"] = LOOP


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"filter": {}}, "query: filter: the mapping is empty"),
        ({"filter": {"a": {}}}, r"query: filter\[a\]: the mapping is empty"),
        ({"ids": []}, "the list is empty, which the server takes as no condition"),
        ({"filter": {"a": {"in": ()}}}, r"query: filter\[a\]\[in\]: the list is empty"),
        ({"rows": [{"id": 5}]}, "the list holds a dict; expected plain values; name its members"),
        ({"rows": [[1]]}, "the list holds a list"),
        ({"filter": {"a": 1.5}}, r"query: filter\[a\]: a float"),
        ({"filter": {"a": None}}, r"query: filter\[a\]: None was given"),
        ({"filter": {"a": {1, 2}}}, r"query: filter\[a\]: "),
        ({"filter": F("a") >= 1}, "query: filter: "),
        ({"filter": {"a]": 1}}, r"the key 'a\]' cannot stand in brackets"),
        ({"filter": {"": 1}}, "the key '' cannot stand"),
        ({"filter": {True: 1}}, "the key True cannot stand"),
        ({"filter": {"a\n": 1}}, "cannot stand"),
        ("limit=50", "query: str was given; expected a mapping"),
        ([("limit", 50)], "query: list was given; expected a mapping"),
        ({"": 1}, "not a parameter name"),
        ({5: 1}, "5 is not a parameter name"),
        ({"a\r\nb": 1}, "not a parameter name"),
        ({"filter": {"a": 1}, "filter[a]": 2}, r"'filter\[a\]' occurs twice"),
        ({"ids": [1], "ids[]": [2]}, r"'ids\[\]' occurs twice"),
        (deep(12), "more than 10 levels"),
        (LOOP, "more than 10 levels"),
    ],
)
async def test_what_a_query_cannot_say_is_refused(
    server: RawServer, client: Callable[..., DaftraClient], query: Any, told: str
) -> None:
    with pytest.raises(ArgumentError, match=told) as caught:
        await client().request("GET", "/api2/x", query=query)
    assert caught.value.argument == "query"
    with pytest.raises(ArgumentError, match=told):
        client().paginate("/api2/x", query=query)
    assert server.seen == []


async def test_it_arrives_as_php_reads_it(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    server.default = http(200, {"code": 200})
    await client().request("GET", "/x", query={"filter": {"name": {"like": "a&b=c"}, "id": {"in": [1, 2]}}})
    sent = parse_qsl(urlsplit(server.seen[0].target).query)
    assert sent == [("filter[name][like]", "a&b=c"), ("filter[id][in][]", "1"), ("filter[id][in][]", "2")]


async def test_the_values_of_a_nested_query_do_not_show(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    server.default = None
    with pytest.raises(Exception, match="/x") as caught:
        await client(settings={"max_attempts": 1}).request("POST", "/x", json={}, query={"filter": {"token": "hush-hush"}})
    assert "hush-hush" not in str(caught.value) + repr(caught.value) + repr(vars(caught.value))


async def test_the_filters_of_v2_select() -> None:
    conditions = {"id": {"in": [2, 3, 4], "gt": 2}}
    async with Sandbox("demo") as sandbox, DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra:
        body = await daftra.request("GET", "/v2/api/entity/brand/list/1", query={"filter": conditions})
        walked = await daftra.paginate("/v2/api/entity/brand/list/1", style="v2", query={"filter": conditions}).collect()
    assert sorted(row["id"] for row in body["data"]) == [3, 4]
    assert walked == body["data"]
