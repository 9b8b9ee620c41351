import email.utils
import time

import pytest

from daftra_async.errors import (
    ConnectionLost,
    DaftraTimeout,
    NotFoundError,
    OutcomeUnknown,
    RateLimitedError,
    ServerError,
    UnexpectedResponseError,
)
from daftra_async.http.local_limiter import LocalLimiter
from daftra_async.http.retry import Retry, Runtime, read_retry_after, server_time
from daftra_async.http.transport import Phase
from daftra_async.settings import Settings
from tests.conftest import http


def retry(idempotent=True, random=0.5, clock=lambda: 0.0, **settings):
    made = Retry(Settings(**settings), Runtime(random=lambda: random, clock=clock), idempotent=idempotent)
    made.attempts = 1
    return made


@pytest.mark.parametrize("idempotent", [True, False])
def test_phase_and_operation(idempotent):
    assert retry(idempotent).after_loss(Phase.NOT_SENT) is not None
    assert (retry(idempotent).after_loss(Phase.SENT) is not None) is idempotent
    for status in (408, 425, 429, 502, 503, 504, 520, 521, 522, 523, 524):
        assert (retry(idempotent).after_answer(status, None) is not None) is idempotent
    assert retry(idempotent).after_answer(429, 3.0) == 3.25
    # A 503 does not say whether the work was done before it failed.
    assert retry(idempotent).after_answer(503, 3.0) == (3.25 if idempotent else None)
    for status in (200, 202, 400, 401, 403, 404, 500, 501, 525):
        assert retry(idempotent).after_answer(status, 3.0) is None


def test_full_jitter_grows_to_the_cap():
    some = retry(random=1.0, backoff_base=1, backoff_cap=5, max_attempts=100)
    pauses = []
    for attempt in (1, 2, 3, 4, 99):
        some.attempts = attempt
        pauses.append(some.after_loss(Phase.NOT_SENT))
    assert pauses == [1, 2, 4, 5, 5]
    assert retry(random=0.0).after_loss(Phase.NOT_SENT) == 0.0


def test_attempts_and_deadline_end_it():
    assert retry(max_attempts=1).after_loss(Phase.NOT_SENT) is None
    now = 0.0
    some = retry(clock=lambda: now, deadline=10, random=1.0)
    assert some.remaining() == 10
    now = 9.6
    assert some.after_loss(Phase.NOT_SENT) is None
    now = 99.0
    assert some.remaining() == 0.0


def test_retry_after_above_the_cap_is_not_waited_for():
    assert retry(retry_after_cap=5).after_answer(429, 5.1) is None
    assert retry(retry_after_cap=5).after_answer(429, 5) == 5.25


def test_reading_retry_after():
    now = 1_700_000_000.0
    assert read_retry_after("12", now) == 12
    assert read_retry_after(email.utils.formatdate(now + 30, usegmt=True), now) == 30
    assert read_retry_after(email.utils.formatdate(now - 30, usegmt=True), now) == 0
    for senseless in (None, "", "soon", "-5", "1.5", "٣"):
        assert read_retry_after(senseless, now) is None


@pytest.fixture
def riyadh(monkeypatch):
    """The machine is three hours ahead of UTC."""
    monkeypatch.setenv("TZ", "UTC-3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("riyadh")
def test_dates_are_read_by_their_zone_and_not_by_that_of_the_machine():
    assert server_time("Sun, 06 Nov 1994 08:49:37 GMT", 5.0) == 784111777
    assert server_time("Sun, 06 Nov 1994 08:49:37 -0000", 5.0) == 784111777
    assert server_time("Sun, 06 Nov 1994 10:49:37 +0200", 5.0) == 784111777
    assert read_retry_after("Sun, 06 Nov 1994 08:49:47 GMT", 784111777) == 10


def test_clock_of_the_server():
    assert server_time("Sun, 06 Nov 1994 08:49:37 GMT", 5.0) == 784111777
    assert server_time("Sun, 06 Nov 1994 08:49:37 -0000", 5.0) == 784111777
    for senseless in (None, "", "today"):
        assert server_time(senseless, 5.0) == 5.0


async def test_dates_go_by_the_clock_of_the_server(server, client, pauses):
    """Its clock may be hours off ours; what counts is how far apart its own two dates are."""
    off = 1_000_000_000.0
    dates = {"Date": email.utils.formatdate(off, usegmt=True), "Retry-After": email.utils.formatdate(off + 7, usegmt=True)}
    server.script = [http(429, {}, dates), http(503, {}, dates), http(body={"a": 1})]
    assert await client().request("GET", "/api2/x") == {"a": 1}
    assert pauses.taken == [7.5, 8.0]


async def test_throttled_create_is_sent_again(server, client, pauses):
    server.script = [
        http(429, {"message": "slow"}, {"Retry-After": "2"}),
        http(429, {}, {"Retry-After": "3"}),
        http(202, {"id": 1}),
    ]
    assert await client().request("POST", "/api2/x", json={}) == {"id": 1}
    assert pauses.taken == [2.5, 4.0]


async def test_a_delete_that_finds_nothing_the_second_time_is_done(server, client):
    server.script = [None, http(404, {"result": "failed", "code": 404, "message": "Not Found"})]
    assert (await client().taxes.delete(7)).code == 200
    server.script = [http(404, {"result": "failed", "code": 404, "message": "Not Found"})]
    with pytest.raises(NotFoundError):
        await client().taxes.delete(7)


async def test_unclear_server_errors_are_not_repeated_for_a_create(server, client):
    server.default = http(503, {"message": "busy"})
    with pytest.raises(OutcomeUnknown):
        await client().request("POST", "/api2/x", json={})
    assert len(server.seen) == 1
    with pytest.raises(ServerError):
        await client().request("GET", "/api2/x")
    assert len(server.seen) == 5


async def test_long_retry_after_raises_at_once(server, client, pauses):
    server.default = http(429, {"message": "slow"}, {"Retry-After": "3600"})
    with pytest.raises(RateLimitedError) as caught:
        await client().request("GET", "/api2/x")
    assert caught.value.retry_after == 3600
    assert pauses.taken == []


async def test_slot_is_free_during_a_pause(server, client):
    """With one slot, another call goes through while the first one waits for its retry."""
    order = []
    daftra = client(settings={"concurrency": 1})

    async def pause(_seconds):
        order.append(await daftra.request("GET", "/api2/other"))

    daftra._pipeline.runtime = Runtime(sleep=pause)
    server.script = [http(502, {}), http(body={"n": 1}), http(body={"n": 2})]
    assert await daftra.request("GET", "/api2/x") == {"n": 2}
    assert order == [{"n": 1}]


async def test_write_whose_first_answer_was_lost_stays_unknown(server, client, pauses):
    """A later attempt that finds no connection does not make the first one unsent."""
    daftra = client(settings={"max_attempts": 2})

    async def stop(_seconds):
        daftra._pipeline.sender.base = "http://127.0.0.1:9"

    daftra._pipeline.runtime = Runtime(sleep=stop)
    with pytest.raises(OutcomeUnknown):
        await daftra.request("PUT", "/api2/x", json={})
    assert len(server.seen) == 1


class Clock:
    """Time that passes where a test says so."""

    def __init__(self, daftra, pause=0.0):
        self.now = 0.0
        self.pause = pause
        daftra._pipeline.runtime = Runtime(sleep=self.sleep, clock=lambda: self.now, random=lambda: 0.0)

    async def sleep(self, seconds):
        self.now += seconds + self.pause

    def dropping(self, seconds):
        """Drop a request so many seconds after it came."""

        async def step(_seen, writer):
            self.now += seconds
            writer.close()

        return step


async def test_default_deadline_of_a_server_that_never_answers(server, client):
    daftra = client()
    server.default = Clock(daftra).dropping(60)
    with pytest.raises(ConnectionLost, match="after 2 attempts"):
        await daftra.clients.get(1)
    assert len(server.seen) == 2


async def test_default_deadline_bounds_the_last_attempt(server, client):
    daftra = client()
    clock = Clock(daftra)

    async def hang(_seen, _writer):
        clock.now += 1

    server.script = [clock.dropping(89.98), hang]
    with pytest.raises(DaftraTimeout, match="deadline"):
        await daftra.clients.get(1)
    assert len(server.seen) == 2


@pytest.mark.parametrize(
    ("settings", "requests"),
    [
        ({}, 2),
        ({"timeout": 120}, 3),  # one and a half timeouts
        ({"timeout": None}, 4),
        ({"deadline": None}, 4),
        ({"timeout": 1}, 2),
        ({"deadline": 50}, 1),
    ],
)
async def test_how_long_the_default_deadline_is(server, client, settings, requests):
    daftra = client(settings=settings)
    server.default = Clock(daftra).dropping(60)
    with pytest.raises(ConnectionLost):
        await daftra.clients.get(1)
    assert len(server.seen) == requests


async def test_waiting_does_not_count_against_the_default_deadline(server, client):
    class Queue(LocalLimiter):
        async def acquire(self, *args):
            clock.now += 1000
            return await super().acquire(*args)

    daftra = client(limiter=Queue())
    clock = Clock(daftra, pause=1000)
    server.script = [
        clock.dropping(80),
        http(429, {}, {"Retry-After": "60"}),
        http(503, {}, {"Retry-After": "60"}),
        http(body={"a": 1}),
    ]
    assert await daftra.request("GET", "/api2/x") == {"a": 1}
    server.default = clock.dropping(50)
    with pytest.raises(ConnectionLost):  # the argument bounds everything, waiting included
        await daftra.request("GET", "/api2/x", timeout=1040)
    assert len(server.seen) == 5


async def test_a_page_in_place_of_json_is_asked_for_once_more(server, client):
    page = http(raw=b"\n<html>login</html>", content_type="text/html")
    server.script = [page, http(body={"a": 1})]
    assert await client().request("GET", "/api2/x") == {"a": 1}
    server.default = page
    with pytest.raises(UnexpectedResponseError):
        await client().request("GET", "/api2/x")
    assert len(server.seen) == 4
    with pytest.raises(OutcomeUnknown):
        await client().bookings.convert_to_invoice(1)
    with pytest.raises(OutcomeUnknown):
        await client().clients.update(1, {"business_name": "A"}, replace=True)
    assert len(server.seen) == 6


async def test_a_gateway_that_lost_the_server(server, client):
    server.script = [http(status, raw=b"<html>") for status in (520, 408, 425)]
    server.default = http(body={"a": 1})
    assert await client().request("GET", "/api2/x") == {"a": 1}
    server.script = [http(524, raw=b"<html>")]
    with pytest.raises(OutcomeUnknown):
        await client().bookings.convert_to_invoice(1)
    assert len(server.seen) == 5
