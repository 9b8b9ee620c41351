import asyncio
import logging

import pytest

from daftra_async.errors import ArgumentError
from daftra_async.http import listeners
from tests.conftest import http
from tests.waiting import never

OK = http(body={"a": 1})


def names(seen):
    return [type(event).__name__ for event in seen]


async def test_raising_callbacks_are_logged_once(server, client, caplog):
    def bad(_event):
        raise ValueError

    async def worse(_event):
        raise RuntimeError

    seen = []
    server.default = OK
    daftra = client(events=[bad, worse, seen.append])
    for _ in range(3):
        assert await daftra.request("GET", "/api2/x") == {"a": 1}
    await daftra.close()
    assert len(seen) == 12
    warnings = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert len(warnings) == 2
    assert "raised ValueError" in warnings[0]
    assert "raised RuntimeError" in warnings[1]


async def test_slow_coroutines_are_not_waited_for(server, client, monkeypatch):
    monkeypatch.setattr(listeners, "_QUEUE", 5)
    monkeypatch.setattr(listeners, "_GRACE", 0.05)
    entered = []

    async def slow(event):
        entered.append(event)
        await never()

    server.default = OK
    daftra = client(events=slow)
    async with asyncio.timeout(10):
        for _ in range(5):
            await daftra.request("GET", "/api2/x")
        assert len(entered) == 1
        # 20 events: one being worked on, five waiting.
        assert daftra.events_dropped == 14
        await daftra.close()
    assert daftra.events_dropped == 20
    assert not [task for task in asyncio.all_tasks() if task.get_name() == "daftra_async events"]


async def test_coroutines_get_all_events_in_order(server, client):
    seen = []

    async def note(event):
        await asyncio.sleep(0)
        seen.append(event)

    server.default = OK
    daftra = client(events=note)
    await daftra.request("GET", "/api2/x")
    await daftra.close()
    assert names(seen) == ["OperationStarted", "AttemptStarted", "AttemptEnded", "OperationEnded"]
    assert daftra.events_dropped == 0


async def test_blocking_callbacks_are_reported(server, client, caplog, monkeypatch):
    monkeypatch.setattr(listeners, "_LONG", -1.0)
    server.default = OK
    await client(events=lambda _event: None).request("GET", "/api2/x")
    assert "blocks the event loop" in caplog.text


@pytest.mark.parametrize("wrong", [7, [print, None]])
def test_refused(wrong):
    with pytest.raises((ArgumentError, TypeError), match=r"events|iterable"):
        listeners.events_of(wrong)
