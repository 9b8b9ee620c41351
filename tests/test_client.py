import asyncio
import json
import logging

import pytest
from yarl import URL

from daftra_async import errors, models
from daftra_async.client import DaftraClient
from daftra_async.http.auth import ApiKey
from daftra_async.http.filters import F
from daftra_async.http.local_limiter import LocalLimiter
from daftra_async.sandbox import Sandbox
from daftra_async.settings import Settings
from tests.conftest import http
from tests.waiting import until


def v1_page(page, count, rows, **pagination):
    around = {
        "prev": None,
        "next": f"/api2/other.json?page={page + 1}" if page < count else None,
        "page": page,
        "page_count": count,
    }
    paging = {**around, "total_results": count * len(rows), **pagination}
    return http(body={"code": 200, "result": "successful", "data": rows, "pagination": paging})


async def test_v1_list_is_walked_with_its_own_parameters(server, client):
    server.script = [
        v1_page(1, 2, [{"Invoice": {"id": "1", "summary_total": "10.50"}}]),
        v1_page(2, 2, [{"Invoice": {"id": "2"}}], next="https://evil.example/api2/invoices?page=2"),
    ]
    pager = client().invoices.list(client_id=15, limit=1, date_from="2026-01-01")
    invoices = [invoice async for invoice in pager]
    assert [invoice.id for invoice in invoices] == [1, 2]
    assert isinstance(invoices[0], models.Invoice)
    assert pager.total == 2
    assert [URL(seen.target).query_string for seen in server.seen] == [
        "limit=1&client_id=15&date_from=2026-01-01",
        "page=2&limit=1&client_id=15&date_from=2026-01-01",
    ]


async def test_v2_list(server, client):
    body = {
        "current_page": 1,
        "data": [{"id": 1}],
        "last_page": 1,
        "next_page_url": None,
        "per_page": 20,
        "total": 1,
        "path": "x",
    }
    server.default = http(body=body)
    filters = F("budget").gte(1000) & F("status").in_(1, 2)
    page = await client(branch=3).workflow_records.list(workflow_id=36, level=2, filters=filters, sort="-created")
    assert [record.id for record in page] == [1]
    url = URL(server.seen[0].target)
    assert url.path == "/v2/api/entity/le_workflow-type-entity-36/list/2"
    assert list(url.query.items()) == [
        ("filter[budget][gte]", "1000"),
        ("filter[status][in][]", "1"),
        ("filter[status][in][]", "2"),
        ("sort[created]", "desc"),
        ("request_branch_id", "3"),
    ]


async def test_get_create_update_delete(server, client):
    done = http(body={"code": 200, "result": "successful"})
    server.script = [
        http(body={"code": 200, "result": "successful", "data": {"Invoice": {"id": 7, "InvoiceItem": [{"unit_price": "1.10"}]}}}),
        http(202, {"code": 202, "result": "successful", "id": "2415"}),
        done,
        done,
    ]
    daftra = client(settings={"format_suffix": ".json"})
    assert str((await daftra.invoices.get(7)).invoice_item[0].unit_price) == "1.10"
    created = await daftra.invoices.create({"client_id": 15, "InvoiceItem": [{"quantity": 1}]})
    assert created.id == 2415
    await daftra.invoices.update(7, {"client_id": 15, "InvoiceItem": []}, replace=True)
    await daftra.invoices.delete(7)
    assert [(seen.method, seen.target) for seen in server.seen] == [
        ("GET", "/api2/invoices/7.json"),
        ("POST", "/api2/invoices.json"),
        ("PUT", "/api2/invoices/7.json"),
        ("DELETE", "/api2/invoices/7.json"),
    ]
    assert json.loads(server.seen[1].body)["Invoice"]["client_id"] == 15
    assert server.seen[1].headers["content-type"] == "application/json"
    assert "content-type" not in server.seen[3].headers


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ({"code": 202, "result": "successful", "id": None}, errors.UnexpectedResponseError),
        ({"code": 202, "result": "successful"}, errors.OutcomeUnknown),
        ({"error": "Entity Not exists"}, errors.UnexpectedResponseError),
        ({"data": {}}, errors.OutcomeUnknown),
    ],
)
async def test_what_is_no_created_record(server, client, body, kind):
    server.default = http(202, body)
    with pytest.raises(kind) as caught:
        await client().work_orders.create({"title": "x"})
    assert caught.value.operation == "work_orders.create"
    assert len(server.seen) == 1


@pytest.mark.parametrize("body", [{"error": "Entity Not exists"}, {"data": []}, [], {}, {"code": 500, "result": "failed"}])
async def test_a_failure_never_looks_like_an_empty_list(server, client, body):
    server.default = http(body=body)
    with pytest.raises(errors.APIError):
        await client().work_orders.list().collect()


async def test_missing_v2_record(server, client):
    server.default = http(400, {"message": "x"})
    with pytest.raises(errors.NotFoundError):
        await client().workflow_records.get(workflow_id=36, id=9)


async def test_wrong_arguments_send_nothing(server, client):
    daftra = client()
    calls = [
        lambda: daftra.invoices.get(""),
        lambda: daftra.invoices.get("../1"),
        lambda: daftra.work_orders.list(limit=1001),
        lambda: daftra.work_orders.list(limit=0),
        lambda: daftra.work_orders.list(page=0),
        lambda: daftra.work_orders.list(extra_query={"limit": 5}),
        lambda: daftra.invoices.list(direction="sideways"),
        lambda: daftra.invoices.get(1, timeout=-1),
        lambda: daftra.invoices.get(1, extra_headers={"Authorization": "x"}),
        lambda: daftra.request("GET", "https://evil.example/x"),
        lambda: daftra.request("GET", "//evil.example/x"),
        lambda: daftra.request("GET", "/api2/../x"),
        lambda: daftra.request("GET", "/api2/%2e%2e/x"),
        lambda: daftra.request("GET", "/api2/a%2fb"),
        lambda: daftra.request("GET", "/api2/x?a=1"),
        lambda: daftra.request("GET", "/api2/x\r\n"),
        lambda: daftra.request("GET", ""),
        lambda: daftra.request("TRACE", "/api2/x"),
        lambda: daftra.request("POST", "/api2/x", json=object()),
        lambda: daftra.request("GET", "/api2/x", query={"a": 1.5}),
    ]
    for call in calls:
        with pytest.raises(errors.ArgumentError, match="expected"):
            await call()
    with pytest.raises(TypeError):
        await daftra.invoices.list(clientid=1)
    assert server.seen == []


async def test_free_request(server, client):
    server.default = http(body={"a": 1.10})
    answer = await client(site_id=77).request(
        "post", "api2/a b", query={"x": [1, 2], "y": True}, json={"n": 1}, extra_headers={"X-A": "b"}
    )
    assert str(answer["a"]) == "1.1"
    seen = server.seen[0]
    assert (seen.method, seen.target) == ("POST", "/api2/a%20b?x%5B%5D=1&x%5B%5D=2&y=1")
    assert (seen.headers["site-id"], seen.headers["x-a"], seen.body) == ("77", "b", b'{"n":1}')
    assert seen.headers["user-agent"].startswith("daftra-async/")


async def test_failure_in_200_of_a_free_request(server, client):
    server.default = http(body={"error": "Entity Not exists"})
    with pytest.raises(errors.UnexpectedResponseError, match="Entity"):
        await client().request("GET", "/api2/x")


async def test_use_after_close_and_explicit_close(server):
    daftra = DaftraClient(base_url=server.url, api_key="key-1")
    server.default = http(body={"a": 1})
    assert await daftra.request("GET", "/api2/x") == {"a": 1}
    await daftra.close()
    await daftra.close()
    with pytest.raises(errors.RequestNotSent, match="closed"):
        await daftra.request("GET", "/api2/x")
    with pytest.raises(errors.RequestNotSent, match="closed"):
        async with daftra:
            pass


def test_another_loop():
    daftra = DaftraClient("acme", api_key="key-1", session=None)

    async def enter():
        daftra._pipeline.enter()
        await daftra._pipeline.life.close_session()

    asyncio.run(enter())
    with pytest.raises(errors.RequestNotSent, match="event loop"):
        asyncio.run(daftra.request("GET", "/api2/x"))


@pytest.mark.parametrize(
    "options",
    [
        {},
        {"api_key": "a", "access_token": "b"},
        {"api_key": "a", "auth": ApiKey("a")},
        {"auth": "a"},
        {"api_key": ""},
        {"api_key": "a", "branch": 0},
        {"api_key": "a", "branch": True},
        {"api_key": "a", "site_id": "a\r\nb"},
        {"api_key": "a", "site_id": ""},
    ],
)
def test_constructor_refuses(options):
    with pytest.raises(errors.ArgumentError, match="expected"):
        DaftraClient("acme", **options)


def test_from_env(monkeypatch):
    for name in ("ACCOUNT", "BASE_URL", "API_KEY", "ACCESS_TOKEN"):
        monkeypatch.delenv(f"DAFTRA_{name}", raising=False)
    with pytest.raises(errors.ArgumentError, match="DAFTRA_ACCOUNT"):
        DaftraClient.from_env()
    monkeypatch.setenv("DAFTRA_ACCOUNT", "acme")
    with pytest.raises(errors.ArgumentError, match="DAFTRA_API_KEY"):
        DaftraClient.from_env()
    monkeypatch.setenv("DAFTRA_API_KEY", "key-secret")
    assert repr(DaftraClient.from_env(settings=Settings())) == "DaftraClient('https://acme.daftra.com')"
    monkeypatch.setenv("DAFTRA_BASE_URL", "http://127.0.0.1:8080")
    assert "127.0.0.1" in repr(DaftraClient.from_env())


async def test_a_client_of_the_environment_shares_a_limit(monkeypatch):
    limiter = LocalLimiter(concurrency=1)
    async with Sandbox() as sandbox:
        monkeypatch.setenv("DAFTRA_BASE_URL", sandbox.url)
        monkeypatch.setenv("DAFTRA_API_KEY", sandbox.api_key)
        async with DaftraClient.from_env(limiter=limiter) as daftra:
            slot = await limiter.acquire()
            call = asyncio.create_task(daftra.site_info.get())
            await until(lambda: limiter.waiting)
            limiter.release(slot)
            await call
    monkeypatch.setenv("DAFTRA_ACCESS_TOKEN", "token")
    with pytest.raises(errors.ArgumentError, match="both"):
        DaftraClient.from_env()


async def test_log_lines_hold_no_secrets(server, client, caplog):
    server.default = http(404, {"message": "key-123456 is no good"})
    with caplog.at_level(logging.DEBUG, "daftra_async"), pytest.raises(errors.NotFoundError) as caught:
        await client().request("GET", "/api2/x", query={"email": "a@b.c", "page": 2})
    assert "GET /api2/x?page=2&…: 404" in caplog.text
    assert "key-123456" not in caplog.text + str(caught.value) + caught.value.body
    assert "a@b.c" not in caplog.text + str(caught.value)


async def test_shape_of_a_request_by_aioresponses(answers):
    answers.get("https://acme.daftra.com/api2/x", payload={"a": 1})
    async with DaftraClient("acme", access_token="token-1") as daftra:
        assert await daftra.request("GET", "/api2/x") == {"a": 1}
    [[call]] = answers.requests.values()
    assert call.kwargs["headers"]["Authorization"] == "Bearer token-1"
    assert call.kwargs["allow_redirects"] is False
