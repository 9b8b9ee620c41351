"""Writes whose first attempt may have arrived: whatever ends them afterwards, they say that the outcome is unknown."""

from __future__ import annotations

import asyncio
import copy
import pickle
from typing import TYPE_CHECKING

import pytest

from daftra_async import LocalLimiter, PasswordGrant
from daftra_async.errors import (
    APIError,
    AuthenticationError,
    LimiterError,
    OutcomeUnknown,
    PermissionDeniedError,
    RateLimitedError,
    RequestNotSent,
    ServerError,
    TokenStoreError,
    UnexpectedResponseError,
)
from daftra_async.http.retry import Runtime
from tests.conftest import http

if TYPE_CHECKING:
    from daftra_async.http.token_store import Token

GRANT = {"client_secret": "s3cr3t-of-the-app", "username": "u@example.com", "password": "p4ssw0rd-of-u"}
TOKEN = http(body={"access_token": "t1-abcdefgh", "refresh_token": "r1-abcdefgh", "expires_in": 3600})
BODY = {"Client": {"business_name": "C"}}


def refusal(status, **headers):
    return http(status, {"result": "failed", "code": status, "message": "no"}, headers)


@pytest.mark.parametrize("status", [400, 403, 500])
async def test_refresh_that_fails_after_a_lost_answer(server, client, status):
    daftra = client(auth=PasswordGrant(**GRANT))
    server.script = [TOKEN, None, refusal(401), refusal(status), refusal(status)]
    with pytest.raises(OutcomeUnknown) as caught:
        await daftra.clients.update(1, BODY, replace=True)
    assert [seen.method for seen in server.seen] == ["POST", "PUT", "PUT", *["POST"] * (len(server.seen) - 3)]
    assert isinstance(caught.value.__cause__, APIError)
    assert caught.value.status is None, "it is not the answer to the write"
    assert "s3cr3t" not in str(caught.value)


async def test_refresh_that_fails_before_anything_was_sent(server, client):
    daftra = client(auth=PasswordGrant(**GRANT))
    server.default = refusal(401)
    with pytest.raises(AuthenticationError):
        await daftra.clients.update(1, BODY, replace=True)
    server.script = [TOKEN, refusal(401)]
    with pytest.raises(AuthenticationError):
        await daftra.clients.update(1, BODY, replace=True)


async def test_store_that_fails_after_a_lost_answer(server, client):
    class Store:
        async def load(self, key: str) -> Token | None:
            return None

        async def save(self, key: str, token: Token) -> None:
            if len(server.seen) > 2:
                raise OSError

    daftra = client(auth=PasswordGrant(**GRANT, store=Store()))
    server.script = [TOKEN, None, refusal(401), TOKEN]
    with pytest.raises(OutcomeUnknown) as caught:
        await daftra.clients.update(1, BODY, replace=True)
    assert isinstance(caught.value.__cause__, TokenStoreError)


async def test_no_slot_for_a_second_attempt(server, client):
    limiter = LocalLimiter(concurrency=1)
    taken = asyncio.Event()

    async def pause(_seconds):
        await limiter.acquire()
        taken.set()

    daftra = client(limiter=limiter, settings={"pool_timeout": 0.01})
    daftra._pipeline.runtime = Runtime(sleep=pause)
    with pytest.raises(OutcomeUnknown, match="pool_timeout"):
        await daftra.clients.update(1, BODY, replace=True)
    assert taken.is_set()
    assert len(server.seen) == 1


async def test_client_that_is_closed_before_a_second_attempt(server, client):
    daftra = client()

    async def pause(_seconds):
        daftra._pipeline.life.closed = True

    daftra._pipeline.runtime = Runtime(sleep=pause)
    with pytest.raises(OutcomeUnknown) as caught:
        await daftra.clients.update(1, BODY, replace=True)
    assert caught.value.attempts == 2
    with pytest.raises(RequestNotSent):
        await daftra.clients.update(1, BODY, replace=True)


async def test_deadline_before_a_second_attempt(server, client):
    now = 0.0

    async def pause(seconds):
        nonlocal now
        now += seconds + 100

    daftra = client(settings={"deadline": 50})
    daftra._pipeline.runtime = Runtime(sleep=pause, clock=lambda: now, random=lambda: 0.0)
    with pytest.raises(OutcomeUnknown, match="deadline"):
        await daftra.clients.update(1, BODY, replace=True)
    assert len(server.seen) == 1


async def test_a_limiter_that_fails_keeps_its_error_unless_a_write_may_have_been_done(server, client):
    class Away(LocalLimiter):
        left = 1

        async def acquire(self, *args):
            if not self.left:
                msg = "Redis is away"
                raise LimiterError(msg)
            self.left -= 1
            return await super().acquire(*args)

    server.default = http(502, {})
    daftra = client(limiter=Away())
    with pytest.raises(OutcomeUnknown) as caught:
        await daftra.clients.update(1, BODY, replace=True)
    assert isinstance(caught.value.__cause__, LimiterError)
    with pytest.raises(LimiterError, match="Redis is away"):
        await daftra.clients.update(1, BODY, replace=True)
    assert len(server.seen) == 1


async def test_foreign_error_after_a_write_was_sent(server, client):
    """Code of the user that fails, a limiter or middleware, does not hide that the write went out."""

    class Broken(LocalLimiter):
        def answered(self, *_args):
            msg = "token=s3cr3t"
            raise ZeroDivisionError(msg)

    daftra = client(limiter=Broken())
    server.default = http(202, {"code": 202, "result": "successful", "id": 7})
    with pytest.raises(OutcomeUnknown) as caught:
        await daftra.clients.create(BODY)
    assert isinstance(caught.value.__cause__, ZeroDivisionError)
    assert "s3cr3t" not in str(caught.value)
    with pytest.raises(ZeroDivisionError):
        await daftra.clients.get(7)


async def test_answer_that_is_too_long(server, client):
    server.default = http(202, {"code": 202, "result": "successful", "id": 7, "x": "y" * 100})
    with pytest.raises(OutcomeUnknown) as caught:
        await client(settings={"max_body": 50}).clients.create(BODY)
    assert caught.value.status == 202
    with pytest.raises(UnexpectedResponseError):
        await client(settings={"max_body": 50}).clients.get(7)


async def test_what_it_knows(server, client):
    server.default = http(503, {"message": "busy, apikey key-123456"}, {"Retry-After": "9"})
    with pytest.raises(OutcomeUnknown) as caught:
        await client().clients.create(BODY)
    error = caught.value
    cause = error.__cause__
    assert isinstance(cause, ServerError)
    assert (error.status, error.retry_after, error.attempts) == (503, 9.0, 1)
    assert (error.operation, error.method, error.url) == ("clients.create", "POST", "/api2/clients")
    assert [(attempt.phase, attempt.reason) for attempt in error.history] == [("answered", "status 503")]
    assert "busy" in str(error)
    assert "key-123456" not in str(error)
    assert "look before" in str(error)
    for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert (str(again), again.status, again.retry_after) == (str(error), 503, 9.0)


async def test_it_stays_bounded(server, client):
    server.default = http(500, {"message": "x" * 100_000, "errors": {f"f{n}": ["y" * 1000] for n in range(100)}})
    with pytest.raises(OutcomeUnknown) as caught:
        await client().clients.create(BODY)
    assert len(str(caught.value)) < 3000


async def test_reconcile_after_a_gateway_gave_up(server, client):
    row = {"Client": {"id": "7", "client_number": "R-1"}}
    page = {
        "code": 200,
        "result": "successful",
        "data": [row],
        "pagination": {"next": None, "page": 1, "page_count": 1, "total_results": 1},
    }
    server.script = [http(504, raw=b"<html>")]
    server.default = http(200, page)
    with pytest.raises(OutcomeUnknown) as caught:
        await client().clients.create({"business_name": "B"}, reference="R-1")
    assert caught.value.arguments["reference"] == "R-1"
    assert (await caught.value.reconcile()).id == 7


async def test_history_tells_every_attempt(server, client):
    server.script = [None, http(503, {}), refusal(429, **{"Retry-After": "3600"})]
    with pytest.raises(OutcomeUnknown) as caught:
        await client().clients.update(1, BODY, replace=True)
    assert [(attempt.phase, attempt.reason) for attempt in caught.value.history][1:] == [
        ("answered", "status 503"),
        ("answered", "status 429"),
    ]
    assert isinstance(caught.value.__cause__, RateLimitedError)
    assert "attempt 3" in str(caught.value)


async def test_reads_keep_their_errors(server, client):
    server.script = [None, refusal(403)]
    with pytest.raises(PermissionDeniedError):
        await client().clients.get(1)
