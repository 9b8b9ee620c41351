import asyncio

import attrs
import pytest

from daftra_async.errors import NotFoundError, OutcomeUnknown
from daftra_async.http import watch
from daftra_async.http.auth import PasswordGrant
from daftra_async.http.events import (
    AttemptEnded,
    AttemptStarted,
    OperationEnded,
    OperationStarted,
    RetryPlanned,
    TokenRefreshed,
)
from tests.conftest import http
from tests.waiting import never, until

OK = http(body={"a": 1})


def names(seen):
    return [type(event).__name__ for event in seen]


async def test_what_one_call_tells(server, client):
    seen = []
    server.script = [http(503, {}), None, OK]
    await client(events=seen.append).request("GET", "/api2/x", query={"page": 2, "email": "who@example.com"})
    assert names(seen) == [
        "OperationStarted",
        "AttemptStarted",
        "AttemptEnded",
        "RetryPlanned",
        "AttemptStarted",
        "AttemptEnded",
        "RetryPlanned",
        "AttemptStarted",
        "AttemptEnded",
        "OperationEnded",
    ]
    assert len({event.call for event in seen}) == 1
    assert {(event.operation, event.method, event.url, event.origin) for event in seen} == {
        (None, "GET", "/api2/x?page=2&…", server.url)
    }
    answered, lost, good = (event for event in seen if isinstance(event, AttemptEnded))
    assert (answered.phase, answered.status, answered.reason, answered.bytes) == ("answered", 503, None, 2)
    assert (lost.phase, lost.status, lost.bytes) == ("sent", None, 0)
    assert "connection broke" in lost.reason
    assert (good.status, good.attempt, good.bytes) == (200, 3, 8)
    assert next(event.reason for event in seen if isinstance(event, RetryPlanned)) == "status 503"
    assert [event.delay for event in seen if isinstance(event, RetryPlanned)] == [0.5, 1.0]
    ended = seen[-1]
    assert (ended.result, ended.status, ended.attempts) == ("ok", 200, 3)
    assert ended.seconds >= good.seconds > 0
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        ended.result = "x"


async def test_results(server, client):
    seen = []
    daftra = client(events=[seen.append])
    server.script = [http(404, {"code": 404, "result": "failed"}), http(body={"nothing": 1}), None]
    with pytest.raises(NotFoundError):
        await daftra.request("GET", "/api2/x")
    with pytest.raises(Exception, match="expected"):
        await daftra.clients.get(7)
    with pytest.raises(OutcomeUnknown):
        await daftra.request("POST", "/api2/x", json={})
    ends = [event for event in seen if isinstance(event, OperationEnded)]
    assert [end.result for end in ends] == ["NotFoundError", "UnexpectedResponseError", "OutcomeUnknown"]
    assert [end.operation for end in ends] == [None, "clients.get", None]
    assert [end.status for end in ends] == [404, 200, None]


async def test_cancelled(server, client):
    seen = []
    server.default = never
    task = asyncio.create_task(client(events=seen.append).request("GET", "/api2/x"))
    await until(lambda: server.seen)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert names(seen) == ["OperationStarted", "AttemptStarted", "AttemptEnded", "OperationEnded"]
    assert (seen[2].reason, seen[3].result) == ("cancelled", "cancelled")


async def test_token(server, client):
    seen = []
    server.script = [
        http(body={"access_token": "token-one-12345"}),
        http(401, {}),
        http(body={"access_token": "token-two-12345"}),
        OK,
    ]
    grant = PasswordGrant(client_secret="client-secret-1", username="somebody", password="pass-word-1")
    await client(events=seen.append, auth=grant).request("GET", "/api2/x")
    refreshed = [event for event in seen if isinstance(event, TokenRefreshed)]
    assert [event.operation for event in refreshed] == ["oauth.token"] * 2
    plans = [event for event in seen if isinstance(event, RetryPlanned)]
    assert [(event.reason, event.delay) for event in plans] == [("status 401", 0.0)]
    text = repr(seen)
    assert not any(secret in text for secret in ("token-one", "token-two", "client-secret", "pass-word", "somebody"))


async def test_nothing_is_made_without_callbacks(server, client, monkeypatch):
    def fail(*_args, **_kwargs):
        raise AssertionError

    for kind in (OperationStarted, AttemptStarted, AttemptEnded, OperationEnded):
        monkeypatch.setattr(watch, kind.__name__, fail)
    server.default = OK
    assert await client().request("GET", "/api2/x") == {"a": 1}
    assert await client(events=()).request("GET", "/api2/x") == {"a": 1}
