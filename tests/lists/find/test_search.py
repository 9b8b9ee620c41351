"""Look-ups against a server that ignores what it does not know."""

from __future__ import annotations

import asyncio
import re
from typing import TYPE_CHECKING, Any

import pytest
from aiohttp import web

from daftra_async import DaftraClient, operations
from daftra_async.errors import ArgumentError, IncompleteListError, MultipleFoundError, ServerError
from daftra_async.lists.find import find_many, find_one
from daftra_async.sandbox import Sandbox
from daftra_async.settings import Settings
from tests.conftest import http
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

OPERATIONS = {op.id: op for op in operations()}


class Rewriter:
    """Lets a test answer for the server."""

    def __init__(self) -> None:
        self.honour: set[str] = set()
        self.empty_for: set[str] = set()
        self.fail_at: str | None = None
        self.refuse: str | None = None
        self.running = 0

    def middleware(self) -> Any:
        @web.middleware
        async def rewrite(request: web.Request, handler: Any) -> web.StreamResponse:
            self.running += 1
            try:
                if self.fail_at is not None and self.fail_at in request.query_string:
                    return web.json_response({"message": "no"}, status=500)
                if self.refuse is not None and request.path.startswith(self.refuse):
                    return web.json_response({"message": "Forbidden"}, status=403)
                if self.empty_for & request.query.keys():
                    paging = {"prev": None, "next": None, "page": 1, "page_count": 1, "total_results": 0}
                    return web.json_response({"code": 200, "result": "successful", "data": [], "pagination": paging})
                return await handler(request)
            finally:
                self.running -= 1

        return rewrite


@pytest.fixture
async def account() -> AsyncIterator[tuple[Sandbox, DaftraClient, Rewriter]]:
    rewriter = Rewriter()
    async with (
        Sandbox("demo", middlewares=[rewriter.middleware()]) as sandbox,
        DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url, settings=Settings(max_attempts=1)) as daftra,
    ):
        yield sandbox, daftra, rewriter


async def many(daftra: DaftraClient, operation: str, path: Any = None, **fields: Any) -> list[Any]:
    return await find_many(daftra._executor, OPERATIONS[operation], path or {}, fields)


async def one(daftra: DaftraClient, operation: str, path: Any = None, **fields: Any) -> Any:
    return await find_one(daftra._executor, OPERATIONS[operation], path or {}, fields)


async def test_a_client_among_thousands(account: Any) -> None:
    sandbox, daftra, _ = account
    wanted = (await daftra.clients.list(limit=1000, page=3)).data[-1]
    sandbox.requests.clear()
    found = await one(daftra, "clients.list", client_number=wanted.client_number)
    assert found == wanted
    # The undocumented parameter is tried once and, as it is ignored, not believed; then the twin is asked.
    queries = [dict(seen.query) for seen in sandbox.requests]
    assert queries[0]["client_number"] == wanted.client_number
    assert [seen.operation for seen in sandbox.requests] == ["clients.list", "entities.list", "entities.list", "clients.get"]


async def test_a_client_among_thousands_without_its_twin(account: Any) -> None:
    sandbox, daftra, rewriter = account
    wanted = (await daftra.clients.list(limit=1000, page=3)).data[-1]
    rewriter.refuse = "/v2/"
    sandbox.requests.clear()
    assert await one(daftra, "clients.list", client_number=wanted.client_number) == wanted
    queries = [dict(seen.query) for seen in sandbox.requests if seen.operation == "clients.list"]
    assert [query.get("page", "1") for query in queries[1:]] == ["1", "2", "3"]
    assert all("client_number" not in query for query in queries[1:])
    assert await one(daftra, "clients.list", client_number="nobody's") is None


async def test_an_honoured_parameter_saves_the_walk(server: Any, client: Any) -> None:
    paging = {"prev": None, "next": None, "page": 1, "page_count": 1, "total_results": 1}
    row = {"Client": {"id": "7", "client_number": "C-7"}}
    server.script = [http(200, {"code": 200, "result": "successful", "data": [row], "pagination": paging})]
    daftra = client()
    found = await one(daftra, "clients.list", client_number="C-7")
    assert found.id == 7
    assert len(server.seen) == 1
    assert "client_number=C-7" in server.seen[0].target


async def test_an_empty_answer_to_an_undocumented_parameter_proves_nothing(account: Any) -> None:
    _, daftra, rewriter = account
    wanted = (await daftra.clients.list(limit=1)).data[0]
    rewriter.empty_for = {"client_number"}
    assert await one(daftra, "clients.list", client_number=wanted.client_number) == wanted


async def test_an_empty_answer_to_a_documented_parameter_is_one(account: Any) -> None:
    sandbox, daftra, _ = account
    sandbox.requests.clear()
    assert await many(daftra, "invoices.list", client_id=999_999) == []
    assert len(sandbox.requests) == 1


async def test_rows_are_compared_whatever_the_server_says(account: Any) -> None:
    _, daftra, _ = account
    everything = await daftra.invoices.list(limit=1000).collect()
    for fields, test in (
        ({"client_id": [1, "2", 3]}, lambda row: row.client_id in {1, 2, 3}),
        ({"payment_status": 2, "currency_code": "SAR"}, lambda row: row.payment_status == 2 and row.currency_code == "SAR"),
        ({"date": everything[5].date}, lambda row: row.date == everything[5].date),
        ({"summary_total": str(everything[7].summary_total)}, lambda row: row.summary_total == everything[7].summary_total),
        ({"created": everything[9].created.date()}, lambda row: row.created.date() == everything[9].created.date()),
    ):
        found = await many(daftra, "invoices.list", **fields)
        wanted = [row for row in everything if test(row)]
        assert {row.id for row in found} == {row.id for row in wanted}, fields
        assert wanted


async def test_order_of_the_list(account: Any) -> None:
    _, daftra, _ = account
    rows = await daftra.invoices.list(limit=1000).collect()
    found = await many(daftra, "invoices.list", payment_status=2)
    assert [row.id for row in found] == [row.id for row in rows if row.payment_status == 2]


async def test_ids_divided_over_several_urls(account: Any) -> None:
    sandbox, daftra, _ = account
    rows = await daftra.workflow_records.list(36, per_page=200).collect()
    sandbox.requests.clear()
    ids = [row.id for row in reversed(rows)]
    found = await many(daftra, "workflow_records.list", {"workflow_id": 36, "level": 1}, id=[*map(str, ids), *ids, 10**8])
    assert [row.id for row in found] == sorted(ids, reverse=True) or {row.id for row in found} == set(ids)
    assert len(found) == len(ids)
    assert len(sandbox.requests) > 1
    for seen in sandbox.requests:
        assert any(name == "filter[id][in][]" for name, _ in seen.query)


async def test_a_list_that_ignores_the_filter_is_walked_once(account: Any) -> None:
    sandbox, daftra, _ = account
    # Attributes that the sandbox's records do not have cannot be filtered by.
    records = await daftra.brands.list(per_page=200).collect()
    names = [row.name for row in records]
    sandbox.requests.clear()
    found = await many(daftra, "brands.list", {"level": 1}, name=[*names, *(f"{'no such name ' * 8}{n}" for n in range(50))])
    assert {row.id for row in found} == {row.id for row in records}
    assert len(sandbox.requests) > 1


async def test_ignored_division(client: Any, server: Any) -> None:
    rows = [{"id": number, "name": f"brand {number}"} for number in range(1, 6)]
    page = {"current_page": 1, "data": rows, "last_page": 1, "next_page_url": None, "per_page": 200, "total": 5}
    server.default = http(200, page)
    found = await many(client(), "brands.list", {"level": 1}, id=[2, *range(1000, 1300)])
    assert [row.id for row in found] == [2]
    assert len(server.seen) == 2  # the first part shows it, the walk has it all
    assert "filter" not in server.seen[1].target


async def test_case_of_the_database(client: Any, server: Any) -> None:
    def answer(*names: str) -> bytes:
        rows = [{"id": number, "name": name} for number, name in enumerate(names, 1)]
        return http(
            200, {"current_page": 1, "data": rows, "last_page": 1, "next_page_url": None, "per_page": 200, "total": len(names)}
        )

    server.script = [answer("ACME", "Acme"), answer()]
    names = ["Acme", *("x" * 60 + str(number) for number in range(25))]
    found = await many(client(), "brands.list", {"level": 1}, name=names)
    assert [row.name for row in found] == ["Acme"]
    assert "filter" in server.seen[-1].target


async def test_nothing_is_asked_for_no_values(account: Any) -> None:
    sandbox, daftra, _ = account
    sandbox.requests.clear()
    assert await many(daftra, "clients.list", id=[]) == []
    assert await one(daftra, "brands.list", {"level": 1}, name="x", id=iter(())) is None
    assert not sandbox.requests


async def test_it_stops_when_all_ids_have_come(account: Any) -> None:
    sandbox, daftra, _ = account
    first = (await daftra.stock_transactions.list(limit=1000)).data
    sandbox.requests.clear()
    found = await find_many(
        daftra._executor, OPERATIONS["stock_transactions.list"], {}, {"id": [row.id for row in first]}, concurrency=1
    )
    assert found == first
    assert len(sandbox.requests) == 1


async def test_several(account: Any) -> None:
    _, daftra, _ = account
    with pytest.raises(MultipleFoundError, match=r"invoices.find_one: several records have this currency_code") as caught:
        await one(daftra, "invoices.list", currency_code="SAR")
    assert len(set(caught.value.ids)) == 2
    assert caught.value.operation == "invoices.list"


async def test_a_record_that_comes_twice_is_one(client: Any, server: Any) -> None:
    def page(number: int) -> bytes:
        row = {"Invoice": {"id": "5", "no": "A"}}
        paging = {"prev": None, "next": "?page=2" if number == 1 else None, "page": number, "page_count": 2, "total_results": 2}
        return http(200, {"code": 200, "result": "successful", "data": [row], "pagination": paging})

    server.script = [page(1), page(2)]
    assert (await one(client(), "invoices.list", no="A")).id == 5
    assert len(server.seen) == 2


async def test_branches(account: Any) -> None:
    _, daftra, _ = account
    there = await many(daftra, "invoices.list", branch_id=2)
    assert there
    assert {row.branch_id for row in there} == {2}
    assert await one(daftra, "invoices.list", id=there[0].id) is None
    assert (await one(daftra, "invoices.list", id=there[0].id, branch=2)).id == there[0].id
    both = await many(daftra, "invoices.list", branch_id=[1, 2], payment_status=2)
    assert {row.branch_id for row in both} == {1, 2}


async def test_the_clients_own_branch_holds(account: Any) -> None:
    sandbox, _, _ = account
    async with DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key, branch=2) as daftra:
        there = await daftra.invoices.list()
        assert (await one(daftra, "invoices.list", id=there.data[0].id)).branch_id == 2


@pytest.mark.parametrize("concurrency", [0, True, "4"])
async def test_concurrency_is_checked(account: Any, concurrency: Any) -> None:
    with pytest.raises(ArgumentError, match="concurrency"):
        await find_many(account[1]._executor, OPERATIONS["clients.list"], {}, {"id": 1}, concurrency=concurrency)


async def test_an_error_leaves_nothing_behind(account: Any) -> None:
    _, daftra, rewriter = account
    rewriter.fail_at = "=70"
    with pytest.raises(ServerError):
        await many(daftra, "workflow_records.list", {"workflow_id": 36, "level": 1}, id=range(1, 900))
    await asyncio.sleep(0)
    assert [task for task in asyncio.all_tasks() if re.search("_matching|_get", repr(task))] == []


async def test_cancelling_leaves_nothing_behind(account: Any) -> None:
    sandbox, daftra, _ = account
    sandbox.delay = 0.2
    task = asyncio.create_task(many(daftra, "workflow_records.list", {"workflow_id": 36, "level": 1}, id=range(1, 900)))
    await until(lambda: len(sandbox.requests) >= 3)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert [task for task in asyncio.all_tasks() if re.search("_matching|_get", repr(task))] == []


async def test_every_list_is_found_in(account: Any) -> None:
    """The first row of each list is found again by what it holds, and by its id where the model has one."""
    _, daftra, _ = account
    for op in operations():
        if op.pagination is None or op.resource in {"entities", "follow_up_actions", "follow_up_statuses"}:
            continue
        path = {param.name: {"level": 1, "workflow_id": 36}[param.name] for param in op.path_params if param.wire != "format"}
        rows = (await daftra._executor.paginate(op, path, {})).data
        if not rows or getattr(rows[0], "id", None) is None:
            continue
        found = await find_one(daftra._executor, op, path, {"id": str(rows[0].id)})
        assert found is not None, op.id
        assert found.id == rows[0].id


def truncated(op: str, rows: list[int], total: int = 95) -> bytes:
    if op == "brands.list":
        data: Any = [{"id": number, "name": "Acme"} for number in rows]
        return http(200, {"current_page": 1, "data": data, "last_page": 1, "next_page_url": None, "total": total})
    data = [{"Client": {"id": str(number), "business_name": "Acme"}} for number in rows]
    paging = {"page": 1, "page_count": 1, "next": None, "total_results": total}
    return http(200, {"code": 200, "result": "successful", "data": data, "pagination": paging})


@pytest.mark.parametrize(("op", "name"), [("brands.list", "name"), ("clients.list", "business_name")])
@pytest.mark.parametrize("rows", [[], [1], [1, 2]])
async def test_a_list_that_came_short_does_not_say_no(client: Any, server: Any, op: str, name: str, rows: list[int]) -> None:
    server.default = truncated(op, rows)
    path = {"level": 1} if op == "brands.list" else {}
    for value in ("Acme", "Nobody"):
        with pytest.raises(IncompleteListError):
            await many(client(), op, path, **{name: value})
        if len(rows) < 2 or value == "Nobody":
            with pytest.raises(IncompleteListError):
                await one(client(), op, path, **{name: value})
    daftra = client()
    resource = daftra.brands if op == "brands.list" else daftra.clients
    with pytest.raises(IncompleteListError):
        await resource.find_or_create({name: "Nobody"}, **{name: "Nobody"})
    assert {request.method for request in server.seen} == {"GET"}


async def test_a_short_list_says_what_to_do(client: Any, server: Any) -> None:
    server.default = truncated("clients.list", [1])
    for method in ("find_one", "find_many"):
        with pytest.raises(IncompleteListError) as caught:
            await getattr(client().clients, method)(business_name="Nobody")
        error = caught.value
        assert (error.received, error.announced, error.operation) == (1, 95, "clients.list")
        assert f"so clients.{method}() cannot know whether other records fit; call it again" in str(error)
        assert 'clients.list().checked(incomplete="warn").filter(...)' in str(error)
