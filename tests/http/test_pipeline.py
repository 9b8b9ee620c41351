"""What the one path of all requests sends, logs, counts and tells."""

import asyncio
import logging
import re

import pytest

from daftra_async import __version__
from daftra_async.errors import ArgumentError, DaftraTimeout, OutcomeUnknown, RequestNotSent, ServerError, UnexpectedResponseError
from daftra_async.http.auth import PasswordGrant
from daftra_async.http.events import AttemptEnded, RetryPlanned
from daftra_async.http.local_limiter import LocalLimiter
from tests.conftest import http
from tests.waiting import never, until

OK = http(body={"a": 1})
DONE = http(202, {"code": 202, "result": "successful", "id": 5})
SECRETS = {"client_secret": "s3cret-client", "username": "user-name@x.y", "password": "pass-word-1"}


async def test_headers(server, client):
    server.default = OK
    daftra = client()
    await daftra.request("GET", "/api2/x", extra_headers={"X-Mine": "2"})
    await daftra.request("POST", "/api2/x", json={"a": 1})
    await daftra.with_settings(user_agent="tests/1").request("GET", "/api2/x")
    read, written, named = (seen.headers for seen in server.seen)
    assert (read["accept"], read["apikey"], read["x-mine"]) == ("application/json", "key-123456", "2")
    assert read["user-agent"] == f"daftra-async/{__version__}"
    assert "content-type" not in read
    assert written["content-type"] == "application/json"
    assert "x-mine" not in written
    assert named["user-agent"] == "tests/1"


async def test_queries_are_encoded_once(server, client):
    server.default = OK
    await client().request("GET", "/api2/a%20b", query={"q": "a&b=c/ü %", "n&": "1"})
    assert server.seen[0].target == "/api2/a%20b?q=a%26b%3Dc%2F%C3%BC%20%25&n%26=1"


async def test_token_request(server, client):
    server.script = [http(body={"access_token": "token-one-12345"}), OK]
    await client(auth=PasswordGrant(**SECRETS)).request("GET", "/api2/x")
    asked, read = server.seen
    assert (asked.method, asked.target) == ("POST", "/v2/oauth/token")
    assert asked.headers["content-type"] == "application/x-www-form-urlencoded"
    assert not {"apikey", "authorization"} & asked.headers.keys()
    assert read.headers["authorization"] == "Bearer token-one-12345"


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ({"token_type": "Bearer"}, "without access_token"),
        ({"access_token": ""}, "without access_token"),
        ([], "without access_token"),
        ({"access_token": ["a"]}, "with an access_token that no header can carry"),
        ({"access_token": "a\nb"}, "with an access_token that no header can carry"),
        ({"access_token": "fine-12345", "refresh_token": "a\nb"}, "with a refresh_token that no header can carry"),
    ],
)
async def test_what_is_no_token(server, client, answer, told):
    server.default = http(body=answer)
    with pytest.raises(UnexpectedResponseError, match=f"the token endpoint answered {told} ") as caught:
        await client(auth=PasswordGrant(**SECRETS)).request("GET", "/api2/x")
    assert (caught.value.operation, caught.value.method, caught.value.status) == ("oauth.token", "POST", 200)


async def test_a_token_that_is_a_number_is_one(server, client):
    server.script = [http(body={"access_token": 1234567890, "refresh_token": None}), OK]
    assert await client(auth=PasswordGrant(**SECRETS)).request("GET", "/api2/x") == {"a": 1}


async def test_token_requests_are_repeated_and_are_no_writes(server, client):
    server.script = [None, http(503, {}), http(body={"access_token": "token-one-12345"}), OK]
    await client(auth=PasswordGrant(**SECRETS)).request("POST", "/api2/x", json={})
    assert [seen.target for seen in server.seen] == [*["/v2/oauth/token"] * 3, "/api2/x"]
    server.default = http(503, {})
    with pytest.raises(ServerError):
        await client(auth=PasswordGrant(**SECRETS)).request("POST", "/api2/x", json={})


async def test_log(server, client, caplog):
    server.script = [http(503, {}), None, OK]
    with caplog.at_level(logging.DEBUG, "daftra_async"):
        await client().request("GET", "/api2/x", query={"email": "who@example.com"})
    texts = [re.sub(r"in \d\.\d{3} s", "in some s", record.getMessage()) for record in caplog.records]
    assert texts == [
        "GET /api2/x?… (request, attempt 1)",
        "GET /api2/x?…: 503, 2 bytes in some s",
        "GET /api2/x?…: 503, again in 0.50 s",
        "GET /api2/x?… (request, attempt 2)",
        "GET /api2/x?…: the connection broke (ServerDisconnectedError), again in 1.00 s",
        "GET /api2/x?… (request, attempt 3)",
        "GET /api2/x?…: 200, 8 bytes in some s",
    ]


async def test_history(server, client):
    server.script = [http(429, {}, {"Retry-After": "1"}), None]
    with pytest.raises(OutcomeUnknown) as caught:
        await client().request("POST", "/api2/x", json={})
    throttled, lost = caught.value.history
    assert (throttled.phase, throttled.reason) == ("answered", "status 429")
    assert (lost.phase, lost.reason) == ("sent", "the connection broke (ServerDisconnectedError)")
    assert all(0 <= attempt.seconds < 60 for attempt in caught.value.history)
    assert caught.value.attempts == 2


async def test_history_of_an_answer_in_doubt(server, client):
    tokens = [http(body={"access_token": f"token-{at}-12345"}) for at in range(2)]
    server.script = [tokens[0], http(401, {}), tokens[1], http(500, {})]
    with pytest.raises(OutcomeUnknown) as caught:
        await client(auth=PasswordGrant(**SECRETS)).request("POST", "/api2/x", json={})
    assert [(each.phase, each.reason) for each in caught.value.history] == [
        ("answered", "status 401"),
        ("answered", "status 500"),
    ]
    assert all(0 <= attempt.seconds < 60 for attempt in caught.value.history)


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_an_answer_that_is_too_long(server, client, method):
    seen = []
    server.default = http(body={"a": "b" * 3000})
    daftra = client(settings={"max_body": 2000, "max_attempts": 3}, events=seen.append)
    with pytest.raises(UnexpectedResponseError if method == "GET" else OutcomeUnknown) as caught:
        await daftra.request(method, "/api2/x", json={} if method == "POST" else None)
    assert caught.value.status == 200
    assert "max_body" in str(caught.value)
    assert len(server.seen) == 1
    (ended,) = (event for event in seen if isinstance(event, AttemptEnded))
    assert (ended.phase, ended.status, ended.reason) == ("answered", 200, "the answer is too long")


async def test_plans_of_a_replay_and_of_a_retry(server, client):
    seen = []
    server.script = [
        http(body={"access_token": "token-one-12345"}),
        http(401, {}),
        http(body={"access_token": "token-two-12345"}),
    ]
    server.script += [http(503, {}), OK]
    await client(auth=PasswordGrant(**SECRETS), events=seen.append).request("GET", "/api2/x")
    plans = [event for event in seen if isinstance(event, RetryPlanned)]
    assert [(plan.reason, plan.delay, plan.attempt) for plan in plans] == [("status 401", 0.0, 1), ("status 503", 1.0, 2)]


async def test_a_deleted_record_that_is_gone_at_the_second_try(server, client):
    server.script = [None, http(404, {"code": 404, "result": "failed"})]
    await client().invoices.delete(7)
    server.script = [http(404, {"code": 404, "result": "failed"})]
    with pytest.raises(Exception, match="404"):
        await client().invoices.delete(7)


async def test_no_content_is_the_success_of_a_write(server, client):
    server.default = http(204, raw=b"")
    assert await client().request("DELETE", "/api2/x/1") == {"code": 204}
    assert await client().request("PUT", "/api2/x/1", json={}) == {"code": 204}


async def test_a_page_in_place_of_json_is_tried_again_for_reads_only(server, client):
    page = http(raw=b"<html><body>busy</body></html>", content_type="text/html")
    server.script = [page, OK]
    assert await client().request("GET", "/api2/x") == {"a": 1}
    server.script = [page, OK]
    with pytest.raises(OutcomeUnknown):
        await client().request("PUT", "/api2/x", json={})
    server.script = [http(404, raw=b"<html></html>", content_type="text/html"), OK]
    with pytest.raises(Exception, match="404"):
        await client().request("GET", "/api2/x")


async def test_what_views_share_cannot_be_changed_in_one(client):
    daftra = client()
    for name, value in (("concurrency", 3), ("requests_per_second", 1.0), ("token_path", "/x")):
        with pytest.raises(ArgumentError, match="all views of a client share it") as caught:
            daftra.with_settings(**{name: value})
        assert caught.value.argument == name
        assert str(caught.value).endswith("; set it when the client or its limiter is made")
    assert daftra.with_settings(max_attempts=1)._pipeline.life is daftra._pipeline.life


async def test_what_is_closed_sends_nothing(server, client):
    daftra = client()
    await daftra.close()
    with pytest.raises(RequestNotSent, match="closed"):
        await daftra.request("POST", "/api2/x", json={})
    assert server.seen == []


async def test_a_slot_is_given_back_however_it_ends(server, client):
    daftra = client(settings={"concurrency": 1, "max_attempts": 1})
    limiter = daftra._pipeline.limiter
    server.script = [None, http(500, {}), OK]
    for _ in range(3):
        await asyncio.gather(daftra.request("GET", "/api2/x"), return_exceptions=True)
        assert limiter.in_use == 0


async def test_what_takes_turns(server, client, monkeypatch):
    server.default = OK
    daftra, kinds = client(), []
    acquire = daftra._pipeline.limiter.acquire

    async def noted(kind):
        kinds.append(kind)
        return await acquire(kind)

    monkeypatch.setattr(LocalLimiter, "acquire", lambda _, kind=None: noted(kind))
    await daftra.request("GET", "/api2/x", query={"page": 2})
    server.default = DONE
    await daftra.taxes.create({"name": "x", "value": "1"})
    assert kinds == ["/api2/x", "taxes.create"]


async def test_closing_leaves_nothing_behind(server, client):
    """The only caller of a refresh is gone; the refresh goes with the client."""
    server.default = never
    daftra = client(auth=PasswordGrant(**SECRETS))
    task = asyncio.create_task(daftra.request("GET", "/api2/x"))
    await until(lambda: server.seen)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    assert any(each.get_name() == "daftra_async token refresh" for each in asyncio.all_tasks())
    await daftra.close()
    assert not any(each.get_name() == "daftra_async token refresh" for each in asyncio.all_tasks())


class Stuck:
    """A token store that never answers."""

    def __init__(self):
        self.asked = asyncio.Event()

    async def load(self, key):
        self.asked.set()
        await asyncio.get_running_loop().create_future()

    async def save(self, key, token):
        raise AssertionError


async def test_closing_does_not_wait_for_a_token_store(server, client):
    store = Stuck()
    daftra = client(auth=PasswordGrant(**SECRETS, store=store))
    task = asyncio.create_task(daftra.request("GET", "/api2/x"))
    await store.asked.wait()
    await daftra.close()
    assert not any(each.get_name() == "daftra_async token refresh" for each in asyncio.all_tasks())
    with pytest.raises((RequestNotSent, asyncio.CancelledError)):
        await task


@pytest.mark.parametrize(
    ("settings", "options", "name"), [({}, {"timeout": 0.01}, "timeout="), ({"deadline": 0.01}, {}, "deadline")]
)
async def test_waiting_for_a_token_is_bounded(server, client, settings, options, name):
    daftra = client(auth=PasswordGrant(**SECRETS, store=Stuck()), settings=settings)
    async with asyncio.timeout(5):
        with pytest.raises(DaftraTimeout, match=rf"no token in time \({name}\)"):
            await daftra.request("POST", "/api2/x", json={}, **options)
    assert server.seen == []
