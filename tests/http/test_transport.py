import asyncio

import aiohttp
import pytest

from daftra_async.errors import ConnectionLost, DaftraTimeout, OutcomeUnknown, RequestNotSent, UnexpectedResponseError
from tests.conftest import http
from tests.waiting import LoopClock, never, turns, until

OK = http(body={"code": 200, "result": "successful", "data": {"Site": {"id": "1"}}})


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "POST"])
@pytest.mark.parametrize("injected", [False, True])
async def test_dropped_request_reaches_the_server_exactly_once(server, client, method, injected):
    session = aiohttp.ClientSession() if injected else None
    daftra = client(settings={"max_attempts": 1}, session=session)
    with pytest.raises(ConnectionLost if method == "GET" else OutcomeUnknown):
        await daftra.request(method, "/api2/x", **({"json": {}} if method[0] == "P" else {}))
    await turns()
    assert [seen.method for seen in server.seen] == [method]
    if session:
        await session.close()


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "POST"])
async def test_dropped_on_a_kept_connection_too(server, client, method):
    daftra = client(settings={"max_attempts": 1})
    server.script = [http(body={"a": 1})]
    await daftra.request("GET", "/api2/x")
    with pytest.raises((ConnectionLost, OutcomeUnknown)):
        await daftra.request(method, "/api2/y")
    await turns()
    assert [seen.method for seen in server.seen] == ["GET", method]


async def test_attempts_count_requests(server, client, pauses):
    daftra = client(settings={"max_attempts": 3})
    with pytest.raises(OutcomeUnknown) as caught:
        await daftra.request("DELETE", "/api2/x")
    assert len(server.seen) == 3
    assert caught.value.attempts == 3
    assert pauses.taken == [0.5, 1.0]


async def test_create_is_not_sent_again(server, client, pauses):
    with pytest.raises(OutcomeUnknown):
        await client().request("POST", "/api2/x", json={"a": 1})
    assert len(server.seen) == 1
    assert pauses.taken == []


async def test_no_connection_is_retried_for_a_create(client, server, unused_tcp_port_factory, pauses):
    server.url = f"http://127.0.0.1:{unused_tcp_port_factory()}"
    with pytest.raises(RequestNotSent) as caught:
        await client().request("POST", "/api2/x", json={})
    assert len(pauses.taken) == 3
    assert "no connection" in str(caught.value)


async def test_timeout_of_a_read_and_of_a_write(server, client):
    server.default = LoopClock().after(31)
    daftra = client(settings={"timeout": 30, "max_attempts": 1})
    with pytest.raises(DaftraTimeout):
        await daftra.request("GET", "/api2/x")
    with pytest.raises(OutcomeUnknown):
        await daftra.request("POST", "/api2/x", json={})
    with pytest.raises(OutcomeUnknown):
        await daftra.request("POST", "/api2/x")
    assert len(server.seen) == 3


async def test_timeout_of_a_call_bounds_all_attempts(server, client):
    clock = LoopClock()

    async def late(_seen, writer):
        clock.forward(150)
        writer.close()

    server.script = [late, clock.after(60)]
    with pytest.raises(DaftraTimeout):
        await client().request("GET", "/api2/x", timeout=200)
    assert len(server.seen) == 2


async def test_read_timeout_has_its_own_text(server, client):
    server.default = LoopClock().after(35)
    with pytest.raises(DaftraTimeout, match="read_timeout"):
        await client(settings={"read_timeout": 30, "max_attempts": 1}).request("GET", "/api2/x")


async def test_waiting_for_a_pooled_connection_is_not_sent(server, client):
    """A create that never got a connection is no unknown outcome."""
    server.default = never
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=1)) as session:
        daftra = client(settings={"max_attempts": 1, "timeout": 30, "connect_timeout": None}, session=session)
        blocker = asyncio.ensure_future(daftra.request("GET", "/api2/x", timeout=300))
        await until(lambda: server.seen)
        create = asyncio.ensure_future(daftra.request("POST", "/api2/x", json={}))
        await turns()
        LoopClock().forward(31)
        with pytest.raises(DaftraTimeout):
            await create
        blocker.cancel()
        await asyncio.gather(blocker, return_exceptions=True)
    assert len(server.seen) == 1


async def test_half_a_body_is_no_answer(server, client):
    async def half(_seen, writer):
        writer.write(OK[:-5])
        await writer.drain()
        writer.close()

    server.script = [half, OK]
    assert await client().request("GET", "/api2/x") is not None
    server.script = [half]
    with pytest.raises(OutcomeUnknown):
        await client().request("POST", "/api2/x", json={})


async def test_redirects_are_not_followed(server, client):
    server.default = http(302, raw=b"", headers={"Location": "https://evil.example/login?key=1"})
    with pytest.raises(UnexpectedResponseError) as caught:
        await client().request("GET", "/api2/x")
    assert "evil.example" in str(caught.value)
    assert "key=1" not in str(caught.value)
    assert len(server.seen) == 1


async def test_large_answers_are_refused(server, client):
    server.default = http(body={"a": "x" * 5000})
    with pytest.raises(UnexpectedResponseError, match="max_body"):
        await client(settings={"max_body": 1000}).request("GET", "/api2/x")

    async def chunked(_seen, writer):
        writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        for _ in range(100):
            writer.write(b"64\r\n" + b"x" * 100 + b"\r\n")
            await writer.drain()
        await never()

    server.default = chunked
    with pytest.raises(UnexpectedResponseError, match="max_body"):
        await client(settings={"max_body": 1000}).request("GET", "/api2/x")


async def test_long_error_pages_are_cut(server, client):
    server.default = http(404, raw=b"<html>" + b"x" * 5000, content_type="text/html")
    with pytest.raises(Exception, match="404") as caught:
        await client(settings={"max_error_body": 100}).request("GET", "/api2/x")
    assert len(caught.value.body) == 100


async def test_injected_session_keeps_its_credentials_and_cookies(server, client):
    """Neither its default headers nor its cookies are sent, and it stays open."""
    called = []

    async def theirs(request, handler):
        called.append(request.method)
        return await handler(request)

    jar = aiohttp.CookieJar(unsafe=True)
    server.default = http(body={"a": 1}, headers={"Set-Cookie": "PHPSESSID=1; Path=/"})
    headers = {"Authorization": "Bearer other", "X-Mine": "1"}
    async with aiohttp.ClientSession(cookie_jar=jar, headers=headers, middlewares=(theirs,)) as session:
        daftra = client(session=session)
        for _ in range(2):
            await daftra.request("GET", "/api2/x")
        await daftra.close()
        assert not session.closed
    assert called == ["GET", "GET"]
    for seen in server.seen:
        assert "authorization" not in seen.headers
        assert "cookie" not in seen.headers
        assert seen.headers["apikey"] == "key-123456"
        assert seen.headers["x-mine"] == "1"


async def test_closed_injected_session(client):
    session = aiohttp.ClientSession()
    await session.close()
    with pytest.raises(RequestNotSent, match="session="):
        await client(session=session).request("GET", "/api2/x")


async def test_cancelled_call_leaves_nothing(server, client):
    server.default = never
    daftra = client(settings={"concurrency": 1})
    task = asyncio.ensure_future(daftra.request("GET", "/api2/x"))
    await until(lambda: server.seen)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    server.default = OK
    assert await daftra.request("GET", "/api2/x")
