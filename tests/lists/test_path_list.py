"""`daftra.paginate`: lists that no operation describes, over a real socket."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

import attrs
import pytest

from daftra_async import (
    ArgumentError,
    DaftraClient,
    DriftWarning,
    IncompleteListError,
    PermissionDeniedError,
    PurchaseInvoice,
    Record,
    Tax,
    UnexpectedResponseError,
)
from daftra_async.sandbox import Sandbox
from tests.conftest import http

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import RawServer

PATH = "/api2/purchase_orders.json"


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class Shipping(Record):
    """A record class of the user's own."""

    id: int | None = None
    fees: Decimal | None = None
    created: datetime | None = None


def v1(rows: list[Any], page: int, count: int, total: int) -> bytes:
    following = f"/api2/elsewhere?page={page + 1}" if page < count else None
    paging = {"prev": None, "next": following, "page": page, "page_count": str(count), "total_results": total}
    return http(200, {"code": 200, "result": "successful", "data": rows, "pagination": paging})


def v2(rows: list[Any], page: int, count: int, total: int) -> bytes:
    following = f"http://elsewhere.example/x?page={page + 1}" if page < count else None
    paging = {"current_page": page, "last_page": count, "next_page_url": following, "per_page": 2, "total": total}
    return http(200, {**paging, "data": rows})


def orders(*ids: int) -> list[Any]:
    return [{"PurchaseOrder": {"id": str(each), "no": f"PO{each}"}} for each in ids]


def asked(server: RawServer) -> list[tuple[str, list[tuple[str, str]]]]:
    return [(urlsplit(seen.target).path, parse_qsl(urlsplit(seen.target).query)) for seen in server.seen]


async def test_rows_are_dictionaries_with_exact_numbers(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    text = b'{"code": 200, "data": [{"Foo": {"id": "1", "fee": 0.1, "price": "10.50"}}], "pagination": {"page": 1, "next": null}}'
    server.script = [http(raw=text)]
    pager = client().paginate("/api2/foo", key="Foo")
    assert server.seen == []
    assert await pager.collect() == [{"id": "1", "fee": Decimal("0.1"), "price": "10.50"}]


async def test_pages_follow_with_the_callers_own_parameters(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    server.script = [v1(orders(1, 2), 1, 2, 3), v1(orders(3), 2, 2, 3)]
    pager = client().paginate(PATH, key="PurchaseOrder", query={"limit": 2, "store_id": [4, 5]})
    assert [row["no"] for row in await pager.collect()] == ["PO1", "PO2", "PO3"]
    assert pager.total == 3
    mine = [("limit", "2"), ("store_id[]", "4"), ("store_id[]", "5")]
    assert asked(server) == [(PATH, mine), (PATH, [*mine, ("page", "2")])]


async def test_lists_of_v2(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    server.script = [v2([{"id": 1}, {"id": 2}], 1, 2, 3), v2([{"id": 3}], 2, 2, 3)]
    pager = client().paginate("/v2/api/entity/shipping/list/1", style="v2")
    assert await pager.collect() == [{"id": 1}, {"id": 2}, {"id": 3}]
    assert [query for _, query in asked(server)] == [[], [("page", "2")]]


async def test_rows_become_records_of_a_model(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    server.script = [v1(orders(7), 1, 1, 1)]
    (order,) = await client().paginate(PATH, key="PurchaseOrder", model=PurchaseInvoice).collect()
    assert isinstance(order, PurchaseInvoice)
    assert (order.id, order.no) == (7, "PO7")


async def test_a_model_of_the_users_own(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    row = {"id": "3", "fees": "12.50", "created": "2026-01-02 03:04:05", "zone": "north"}
    server.script = [v1([{"ShippingOption": row}], 1, 1, 1)]
    (option,) = await client().paginate("/api2/shipping_options", key="ShippingOption", model=Shipping).collect()
    assert (option.id, option.fees, option.created) == (3, Decimal("12.50"), datetime(2026, 1, 2, 3, 4, 5))
    assert option.extra == {"zone": "north"}


async def test_without_a_key_a_wrapper_is_taken_off_and_nothing_else(
    server: RawServer, client: Callable[..., DaftraClient]
) -> None:
    rows: list[Any] = [{"Foo": {"id": 1}}, {"id": 2, "Foo": {"id": 9}}, {"Foo": {"id": 3}, "Bar": []}]
    server.script = [v1(rows, 1, 1, 3)]
    assert await client().paginate("/api2/foo").collect() == [{"id": 1}, *rows[1:]]


async def test_what_stands_beside_the_record_stays(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    server.script = [v1([{"Foo": {"id": 1}, "Client": {"id": 5}}], 1, 1, 1)]
    assert await client().paginate("/api2/foo", key="Foo").collect() == [{"id": 1, "Client": {"id": 5}}]


async def test_a_wrong_key_is_an_error_that_names_the_right_one(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    server.default = v1(orders(1), 1, 1, 1)
    with pytest.raises(UnexpectedResponseError, match=r"paginate.*expected 'Order' in row 0, got an object with PurchaseOrder"):
        await client().paginate(PATH, key="Order")


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (http(200, {"error": "Entity Not exists"}), "Entity Not exists"),
        (http(200, {"code": 200, "data": []}), "expected a list with data and pagination"),
        (v2([], 1, 1, 0), "expected a list with data and pagination"),
        (http(200, raw=b"<html>login</html>", content_type="text/html"), "HTML"),
        (http(302, raw=b"", headers={"Location": "/login"}), "redirect"),
    ],
)
async def test_nothing_but_an_empty_list_looks_like_one(
    server: RawServer, client: Callable[..., DaftraClient], answer: bytes, told: str
) -> None:
    server.default = answer
    with pytest.raises(UnexpectedResponseError, match=told):
        await client().paginate(PATH, key="PurchaseOrder").collect()
    server.default = v1([], 1, 1, 0)
    assert await client().paginate(PATH, key="PurchaseOrder").collect() == []


async def test_pages_are_retried_and_errors_are_typed(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    server.script = [http(503), None, v1(orders(1), 1, 1, 1), http(403, {"result": "failed", "code": 403, "message": "no"})]
    daftra = client()
    assert len(await daftra.paginate(PATH, key="PurchaseOrder").collect()) == 1
    with pytest.raises(PermissionDeniedError) as caught:
        await daftra.paginate(PATH)
    assert (caught.value.operation, caught.value.url) == ("paginate", PATH)


async def test_a_list_that_ends_early_or_changes_is_noticed(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    server.script = [v1(orders(1, 2), 1, 2, 4), v1(orders(3), 2, 2, 4)]
    with pytest.raises(IncompleteListError, match="3 of 4"):
        await client().paginate(PATH, key="PurchaseOrder").collect()
    server.script = [v1(orders(1, 2), 1, 2, 3), v1(orders(2, 3), 2, 2, 4)]
    pager = client().paginate(PATH, key="PurchaseOrder").checked(dedupe=True)
    with pytest.warns(DriftWarning, match="changed during the walk"):
        assert [row["id"] for row in await pager.collect()] == ["1", "2", "3"]
    assert pager.drift.duplicates == 1


async def test_a_walk_goes_on_by_its_token(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    server.script = [v1(orders(1, 2), 1, 2, 3), v1(orders(3), 2, 2, 3)]
    daftra = client()
    token = (await daftra.paginate(PATH, key="PurchaseOrder", query={"limit": 2})).token
    rest = daftra.paginate(PATH, key="PurchaseOrder", query={"limit": 2}, resume=token)
    assert [row["id"] for row in await rest.collect()] == ["3"]
    assert asked(server)[-1] == (PATH, [("limit", "2"), ("page", "2")])
    with pytest.raises(ArgumentError, match="other arguments"):
        daftra.paginate("/api2/others", resume=token)
    with pytest.raises(ArgumentError, match=r"belongs to 'paginate', not to clients\.list"):
        daftra.clients.list(resume=token)


async def test_a_walk_can_begin_at_a_page(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    server.script = [v1(orders(3), 2, 2, 3)]
    assert len((await client().paginate(PATH, key="PurchaseOrder", page=2)).data) == 1
    assert asked(server) == [(PATH, [("page", "2")])]


async def test_secrets_of_the_query_do_not_show(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    server.default = http(403, {})
    with pytest.raises(PermissionDeniedError) as caught:
        await client().paginate(PATH, query={"hash": "hush-hush"})
    assert "hush-hush" not in str(caught.value) + repr(caught.value)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"path": "https://elsewhere.example/x"}, "path"),
        ({"path": "/api2/../x"}, "path"),
        ({"style": "v3"}, "style: 'v3' was given; expected 'v1' for paths below /api2"),
        ({"key": ""}, "key"),
        ({"model": dict}, "model"),
        ({"query": {"page": 2}}, "the argument page="),
        ({"query": {"x": 1.5}}, "float"),
        ({"page": 0}, "page"),
        ({"page": True}, "page"),
        ({"resume": "nonsense"}, "not a token"),
        ({"extra_headers": {"apikey": "x"}}, "set by the client"),
        ({"timeout": -1}, "timeout"),
    ],
)
async def test_bad_arguments_are_refused_where_they_stand(
    server: RawServer, client: Callable[..., DaftraClient], given: dict[str, Any], told: str
) -> None:
    arguments: dict[str, Any] = {"path": PATH, **given}
    with pytest.raises(ArgumentError, match=told):
        client().paginate(**arguments)
    assert server.seen == []


async def test_it_agrees_with_the_method_of_a_described_list() -> None:
    async with Sandbox("demo") as sandbox, DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra:
        described = await daftra.taxes.list().collect()
        walked = await daftra.paginate("/api2/taxes.json", key="Tax", model=Tax, query={"limit": 2}).collect(concurrency=4)
    assert len(walked) > 2
    assert walked == described
