"""Tokens, duplicates, tenants, sizes and callbacks, without a server."""

import asyncio
import copy
import datetime as dt
import logging
import pickle
import re
from pathlib import Path

import pytest

from daftra_async import ArgumentError, DaftraClient, Entity, Invoice, UnexpectedResponseError
from daftra_async.sandbox import Sandbox
from daftra_async.webhooks import Claim, Deduplicator, UnknownEvent, WebhookReceiver, WebhookRefused, new_token, parse

TOKEN, OTHER = "first-token-of-the-test", "second-token-of-the-test"
TAX = {"id": 7, "tax_id": 7, "name": "VAT", "value": 15, "included": 0, "site_id": 47}


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def receiver():
    return WebhookReceiver(token=[TOKEN, OTHER])


async def test_an_event_is_handled_once(receiver):
    seen = []
    first = await receiver.receive({}, TAX, TOKEN, seen.append)
    again = await receiver.receive({}, TAX, OTHER, seen.append)
    changed = await receiver.receive({}, {**TAX, "value": 16}, TOKEN, seen.append)
    assert [(one.status, one.outcome) for one in (first, again, changed)] == [
        (200, "handled"),
        (200, "refused"),
        (200, "handled"),
    ]
    assert [event.record.value for event in seen] == [15, 16]
    assert again.event.key == first.event.key


async def test_without_a_store_each_delivery_is_handled():
    receiver = WebhookReceiver(token=TOKEN, dedupe=None)
    seen = []
    for _ in range(2):
        assert (await receiver.receive({}, TAX, TOKEN, seen.append)).outcome == "handled"
    assert len(seen) == 2


async def test_a_callback_that_fails_gives_the_event_back(receiver, caplog):
    calls = []

    async def callback(event):
        calls.append(event)
        if len(calls) == 1:
            raise RuntimeError

    failed = await receiver.receive({}, TAX, TOKEN, callback)
    assert (failed.status, failed.outcome, failed.reason) == (500, "failed", "Internal Server Error")
    assert (await receiver.receive({}, TAX, TOKEN, callback)).outcome == "handled"
    assert len(calls) == 2
    assert failed.event.key in caplog.text
    assert TOKEN not in caplog.text


async def test_a_callback_that_takes_too_long_fails():
    receiver = WebhookReceiver(token=TOKEN, timeout=0.01)

    async def callback(_event):
        await asyncio.Event().wait()

    assert (await receiver.receive({}, TAX, TOKEN, callback)).status == 500
    assert (await receiver.receive({}, TAX, TOKEN)).status == 200


async def test_the_same_event_meanwhile_is_neither_done_nor_new(receiver):
    started, go = asyncio.Event(), asyncio.Event()

    async def callback(_event):
        started.set()
        await go.wait()
        raise RuntimeError

    running = asyncio.create_task(receiver.receive({}, TAX, TOKEN, callback))
    await started.wait()
    meanwhile = await receiver.receive({}, TAX, TOKEN, callback)
    assert (meanwhile.status, meanwhile.headers) == (503, {"Retry-After": "5"})
    go.set()
    assert (await running).status == 500
    assert (await receiver.receive({}, TAX, TOKEN)).outcome == "handled"


async def test_cancellation_gives_the_event_back(receiver):
    started = asyncio.Event()

    async def callback(_event):
        started.set()
        await asyncio.Event().wait()

    running = asyncio.create_task(receiver.receive({}, TAX, TOKEN, callback))
    await started.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert (await receiver.receive({}, TAX, TOKEN)).outcome == "handled"


async def test_wrong_tokens(receiver):
    seen = []
    for token in (None, "", TOKEN[:-1], TOKEN + "x", TOKEN.upper(), "\ud800", "ت" * 20):
        answer = await receiver.receive({}, TAX, token, seen.append)
        assert (answer.status, answer.reason, answer.event) == (404, "Not Found", None)
    assert not seen


async def test_tenants():
    receiver = WebhookReceiver(token=TOKEN, tenants=[47, "48"])
    seen = []
    for site, status in ((47, 200), ("48", 200), (49, 403), (None, 403)):
        assert (await receiver.receive({}, {**TAX, "site_id": site}, TOKEN, seen.append)).status == status
    assert (await receiver.receive({"X-Site-Id": "48"}, b"<html>", TOKEN, seen.append)).status == 200
    assert (await receiver.receive({}, b"<html>", TOKEN, seen.append)).status == 403
    assert [event.tenant for event in seen] == ["47", "48", "48"]
    assert isinstance(seen[-1], UnknownEvent)


async def test_large_bodies():
    receiver = WebhookReceiver(token=TOKEN, max_size=10)
    assert (await receiver.receive({}, b"x" * 10, TOKEN)).status == 200
    assert (await receiver.receive({}, b"x" * 11, TOKEN)).status == 413
    pieces = []

    async def chunks():
        for _ in range(100):
            pieces.append(1)
            yield b"x" * 4

    with pytest.raises(WebhookRefused) as caught:
        await receiver.read(chunks())
    assert caught.value.status == 413
    assert len(pieces) == 3  # the rest was never asked for
    pieces.clear()
    with pytest.raises(WebhookRefused):
        await receiver.read(chunks(), 11)
    assert not pieces


async def test_slow_bodies():
    receiver = WebhookReceiver(token=TOKEN, read_timeout=0.01)

    async def chunks():
        yield b"{"
        await asyncio.Event().wait()

    with pytest.raises(WebhookRefused) as caught:
        await receiver.read(chunks())
    assert caught.value.status == 408


async def test_a_store_that_fails_loses_no_event(caplog):
    class Broken:
        async def claim(self, key):
            raise OSError

        confirm = release = claim

    seen = []
    receiver = WebhookReceiver(token=TOKEN, dedupe=Broken())
    assert (await receiver.receive({}, TAX, TOKEN, seen.append)).outcome == "handled"
    assert len(seen) == 1
    assert "store" in caplog.text


def test_tokens_are_shown_nowhere(receiver):
    for shown in (
        repr(receiver),
        str(receiver),
        repr(receiver._tokens),
        repr(receiver._tokens._secrets),
        repr(receiver.log_filter),
    ):
        assert TOKEN not in shown
    with pytest.raises(TypeError):
        pickle.dumps(receiver)
    assert copy.deepcopy(receiver) is receiver
    with pytest.raises(ArgumentError) as caught:
        WebhookReceiver(token=[TOKEN, "short-secret"])
    assert "short" not in str(caught.value)


def test_the_filter_masks_tokens_in_log_records(receiver, caplog):
    log = logging.getLogger("test.access")
    log.addFilter(receiver.log_filter)
    try:
        with caplog.at_level(logging.INFO, "test.access"):
            log.info('"POST /daftra/%s HTTP/1.1" %d', TOKEN, 200, extra={"first_line": f"POST /daftra/{OTHER}"})
    finally:
        log.filters.clear()
    assert caplog.messages == ['"POST /daftra/*** HTTP/1.1" 200']
    assert caplog.records[0].first_line == "POST /daftra/***"


def test_new_tokens_are_good_ones():
    assert new_token() != new_token()
    WebhookReceiver(token=new_token())


@pytest.mark.parametrize(
    "arguments",
    [
        {"token": ""},
        {"token": []},
        {"token": "x" * 15},
        {"token": "with a blank in the middle"},
        {"token": [TOKEN, 5]},
        {"token": TOKEN, "tenants": []},
        {"token": TOKEN, "tenants": "47"},
        {"token": TOKEN, "tenants": [None]},
        {"token": TOKEN, "max_size": 0},
        {"token": TOKEN, "timeout": -1},
        {"token": TOKEN, "read_timeout": float("nan")},
    ],
)
def test_bad_arguments(arguments):
    with pytest.raises(ArgumentError):
        WebhookReceiver(**arguments)


async def test_window():
    clock = Clock()
    store = Deduplicator(dt.timedelta(seconds=10), clock=clock)
    assert await store.claim("a") is Claim.NEW
    assert await store.claim("a") is Claim.RUNNING
    clock.now = 100.0
    assert await store.claim("a") is Claim.RUNNING  # a callback may take its time
    await store.confirm("a")
    clock.now = 109.9
    assert await store.claim("a") is Claim.DONE
    clock.now = 110.0
    assert len(store) == 0
    assert await store.claim("a") is Claim.NEW
    await store.release("a")
    assert await store.claim("a") is Claim.NEW


async def test_memory_is_bounded():
    store = Deduplicator(10.0, max_keys=3)
    for key in "abcde":
        await store.claim(key)
        await store.confirm(key)
    assert len(store) == 3
    assert [await store.claim(key) for key in "eab"] == [Claim.DONE, Claim.NEW, Claim.NEW]


@pytest.mark.parametrize("window", [0, -1, float("inf"), float("nan"), True, "1", dt.timedelta(0)])
def test_bad_windows(window):
    with pytest.raises(ArgumentError):
        Deduplicator(window)


async def test_refusals_can_be_pickled():
    refused = pickle.loads(pickle.dumps(WebhookRefused(503, "Being handled", retry_after=5)))
    assert (refused.status, str(refused), refused.headers) == (503, "Being handled", {"Retry-After": "5"})


async def test_fetch_reads_the_record_anew():
    async with Sandbox("demo") as sandbox, DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url) as daftra:
        stored = sandbox.record("invoice", 1)
        told = {
            **{name: value for name, value in stored.items() if not isinstance(value, list)},
            "client_business_name": "Mallory",
        }
        invoice = await parse({}, told).fetch(daftra)
        assert isinstance(invoice, Invoice)
        assert invoice.client_business_name == stored["client_business_name"] != "Mallory"
        advance = (await daftra.advance_payments.list()).data[0].id
        names = ("client", "supplier", "product", "tax", "refund_receipt", "brand")
        for entity, identity in (*((name, 1) for name in names), ("advance_payment", advance)):
            event = parse({}, {"data": {entity: {"id": identity}}})
            assert event.entity == entity
            found = await event.fetch(daftra)
            assert type(found).__name__ == type(event.record).__name__
            assert found.id == identity
        assert await parse({}, {"tax": {"id": 99999}}).fetch(daftra) is None
        assert await parse({}, {"brand": {"id": 99999}}).fetch(daftra) is None
        with pytest.raises(UnexpectedResponseError):  # this account has no such plug-in
            await parse({}, {"ItemGroup": {"id": 4}}).fetch(daftra)
        asked = sandbox.requests[-1]
        assert asked.path == "/v2/api/entity/item_group/4/1"
        assert len(sandbox.requests) == 12


async def test_fetch_of_a_record_that_is_marked_deleted():
    class Peer:
        async def execute(self, *_args, **_tail):
            return parse({}, {"tax": {"id": 7, "deleted_at": "2026-01-01 00:00:00"}}).record

        @property
        def _executor(self):
            return self

    assert await parse({}, {"tax": {"id": 7}}).fetch(Peer()) is None


@pytest.mark.parametrize("body", [b"", {"tax": {"name": "no id"}}, {"tax": {"id": "../1"}}])
async def test_fetch_needs_an_entity_and_an_id(body):
    with pytest.raises(ArgumentError):
        await parse({}, body).fetch(None)


def test_item_groups_are_entities():
    assert isinstance(parse({}, {"ItemGroup": {"id": 4}}).record, Entity)


class FakeRedis:
    """What the store of the documentation uses of Redis; nothing expires."""

    def __init__(self):
        self.kept = {}

    async def set(self, name, value, *, ex, nx=False):
        assert ex > 0
        if nx and name in self.kept:
            return None
        self.kept[name] = value.encode()
        return True

    async def get(self, name):
        return self.kept.get(name)

    async def delete(self, name):
        self.kept.pop(name, None)


async def test_the_store_of_the_documentation():
    page = Path(__file__).parent.parent.parent / "docs" / "webhooks.md"
    (code,) = [
        block for block in re.findall(r"```python\n(.*?)```", page.read_text("utf-8"), re.DOTALL) if "class RedisStore" in block
    ]
    names = {}
    exec(code, names)
    redis = FakeRedis()
    one, two = (WebhookReceiver(token=TOKEN, dedupe=names["RedisStore"](redis)) for _ in range(2))  # two processes
    seen = []

    async def callback(event):
        seen.append(event)
        assert (await two.receive({}, TAX, TOKEN)).status == 503
        if len(seen) == 1:
            raise RuntimeError

    assert (await one.receive({}, TAX, TOKEN, callback)).status == 500
    assert not redis.kept
    assert (await one.receive({}, TAX, TOKEN, callback)).status == 200
    assert (await two.receive({}, TAX, TOKEN, callback)).reason == "Handled before"
    assert len(seen) == 2
