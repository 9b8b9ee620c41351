"""The account is asked for its date format when a date needs it, once, and never to the harm of a read."""

from __future__ import annotations

import asyncio
import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import DaftraClient, Invoice, Show, structure
from daftra_async.http.retry import Runtime
from daftra_async.wire import census
from tests.conftest import http

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async.http.events import Event
    from tests.lists.account_dates.account import Account

    Make = Callable[..., DaftraClient]

SEPTEMBER, MAY = dt.date(2026, 9, 5), dt.date(2026, 5, 9)
BOTH = ["/api2/site_info", "/api2/listing/dateFormats"]


async def test_the_first_ambiguous_date_asks_and_is_read_with_the_answer(account: Account, client: Make) -> None:
    daftra = client()
    assert daftra.date_format is None
    invoice = await daftra.invoices.get(1)
    assert (invoice.date, invoice.issues) == (SEPTEMBER, ())
    assert daftra.date_format == "%d/%m/%Y"
    assert account.asked == ["/api2/invoices/1", *BOTH]
    assert (await daftra.invoices.get(2)).date == SEPTEMBER
    assert len(account.questions) == 2


@pytest.mark.parametrize(
    ("chosen", "formats", "sent", "read"),
    [
        ("1", None, "05/09/2026", MAY),
        (1, None, "05/09/2026", MAY),
        ("3", {"3": "dd/mm/yyyy"}, "05/09/2026", SEPTEMBER),
        ("2", {"2": "d.m.Y"}, "05.09.2026", SEPTEMBER),
        ("2", {"2": "d-m-Y"}, "05-09-2026", SEPTEMBER),
        ("2", {"2": "d M Y"}, "05 Sep 2026", SEPTEMBER),
        ("2", {"2": "F j, Y"}, "September 5, 2026", SEPTEMBER),
        ("2", {"2": "d/m/y"}, "05/09/26", SEPTEMBER),
        ("2", {"2": "m/d/Y (12/31/2026)"}, "05/09/2026", MAY),
        ("2", {"2": {"id": 2, "title": "m/d/Y"}}, "05/09/2026", MAY),
        (0, ["m/d/Y", "d/m/Y"], "05/09/2026", MAY),
        ("m/d/Y", {}, "05/09/2026", MAY),
    ],
)
async def test_formats(account: Account, client: Make, chosen: Any, formats: Any, sent: str, read: dt.date) -> None:
    account.chosen, account.usual = chosen, sent
    if formats is not None:
        account.formats = formats
    assert (await client().invoices.get(1)).date == read


@pytest.mark.parametrize(
    "sent", ["2026-09-05", "25/09/2026", "09/25/2026", "05/05/2026", "", None, "0000-00-00", "soon", "99/99/2026"]
)
async def test_what_no_format_would_change_asks_nothing(account: Account, client: Make, sent: Any) -> None:
    account.usual = sent
    await client().invoices.get(1)
    assert account.asked == ["/api2/invoices/1"]


async def test_settings_that_ask_nothing(account: Account, client: Make) -> None:
    assert (await client(settings={"date_format": None}).invoices.get(1)).date == "05/09/2026"
    assert (await client(settings={"date_format": "%m/%d/%Y"}).invoices.get(1)).date == MAY
    assert not account.questions


async def test_views_share_the_answer(account: Account, client: Make) -> None:
    daftra = client()
    early = daftra.with_settings(timeout=30)
    assert (await early.invoices.get(1)).date == SEPTEMBER
    assert (await daftra.with_settings(max_attempts=1).invoices.get(1)).date == SEPTEMBER
    assert (await daftra.with_settings(date_format=None).invoices.get(1)).date == "05/09/2026"
    assert (await daftra.invoices.get(1)).date == SEPTEMBER
    assert len(account.questions) == 2


@pytest.mark.parametrize("failing", BOTH)
@pytest.mark.parametrize(
    "answer",
    [
        http(403, {"result": "failed", "code": 403, "message": "Forbidden"}),
        http(401, {"result": "failed", "code": 401, "message": "Unauthorized"}),
        http(200, {"error": "Entity Not exists"}),
        http(200, content_type="text/html", raw=b"<html>login</html>"),
        http(404, {"message": "gone"}),
        http(500, {"message": "oops"}),
        http(503, {"message": "later"}),
        http(200, {"code": 200, "result": "successful", "data": {"Site": [], "Listing": []}}),
        http(200, {"code": 200, "result": "successful", "data": {"Site": {"date_format": "9"}, "Listing": {"3": "whatever"}}}),
        http(200, {"code": 200, "result": "successful", "data": {"Site": {"date_format": None}, "Listing": {"3": None}}}),
        http(200, {"code": 200, "result": "successful", "data": {"Site": {"date_format": [1]}, "Listing": {"3": 3}}}),
        http(200, raw=b"["),
    ],
)
async def test_no_answer_is_no_failure_and_asked_no_more(account: Account, client: Make, failing: str, answer: bytes) -> None:
    async def before(path: str) -> bytes | None:
        return answer if path == failing else None

    account.before = before
    daftra = client()
    for number in (1, 2, 3):
        invoice = await daftra.invoices.get(number)
        assert invoice.date == "05/09/2026"
        assert [issue.path for issue in invoice.issues] == ["date"]
    assert daftra.date_format is None
    assert len(account.questions) <= 4, "two attempts at most for each of the two"
    asked = len(account.questions)
    await daftra.invoices.get(9)
    assert len(account.questions) == asked


@pytest.mark.parametrize("concurrency", [1, 8])
async def test_many_at_once_ask_once(account: Account, client: Make, concurrency: int) -> None:
    daftra = client(settings={"concurrency": concurrency})
    invoices = await asyncio.gather(*(daftra.invoices.get(number) for number in range(1, 31)))
    assert {invoice.date for invoice in invoices} == {SEPTEMBER}
    assert sorted(account.questions) == sorted(BOTH)


async def test_lists_and_what_is_made_of_them(account: Account, client: Make) -> None:
    account.chosen = "1"
    daftra = client()
    records = await daftra.invoices.list().collect(concurrency=4)
    assert [record.id for record in records] == [page * 10 + n for page in range(1, 7) for n in range(5)]
    assert {record.date for record in records} == {MAY}
    assert sorted(account.questions) == sorted(BOTH)
    assert {record.date async for record in client().invoices.list().prefetch(3)} == {MAY}
    found = await client().invoices.find_many(date=MAY)
    assert len(found) == 30
    fetched = await client().invoices.get_many([1, 2, 3])
    assert {record.date for record in fetched} == {MAY}


async def test_edits_and_multi(account: Account, client: Make) -> None:
    daftra = client()
    async with daftra.invoices.edit(5) as draft:
        assert draft.date == SEPTEMBER
        draft.notes = "seen"
    assert account.sent()["Invoice"]["date"] == "05/09/2026", "what was not changed goes back as it came"

    async def before(path: str) -> bytes | None:
        return http(200, {"invoice": {"id": 1, "date": "05/09/2026"}}) if path == "/v2/api/multi-entity" else None

    account.before = before
    show = Show(Invoice, 1)
    assert (await client().multi(show))[show].date == SEPTEMBER


async def test_work_of_ones_own(account: Account, client: Make) -> None:
    daftra = client()
    raw = account.invoice("1")
    assert (await daftra.dated(lambda: structure(Invoice, raw))).date == SEPTEMBER
    assert account.asked == BOTH


async def test_the_census_counts_the_reading_that_is_taken(account: Account, client: Make) -> None:
    census.reset()
    await client().invoices.get(1)
    assert census.census() == {"text to integer": {"Invoice": {"id": 1}}}
    account.before = None
    account.chosen = "77"
    await client().invoices.get(1)
    assert census.census() == {"text to integer": {"Invoice": {"id": 2}}, "kept as sent": {"Invoice": {"date": 1}}}


async def test_the_question_is_told_in_events(account: Account, client: Make) -> None:
    told: list[Event] = []
    await client(events=told.append).invoices.get(1)
    started = [event.operation for event in told if type(event).__name__ == "OperationStarted"]
    ended = [event.operation for event in told if type(event).__name__ == "OperationEnded"]
    assert started == ended == ["invoices.get", "site_info.get", "listing.get"]


async def test_who_is_cancelled_leaves_the_question_to_the_others(account: Account, client: Make) -> None:
    reached, go_on = asyncio.Event(), asyncio.Event()

    async def before(path: str) -> bytes | None:
        if path == BOTH[0]:
            reached.set()
            await go_on.wait()
        return None

    account.before = before
    daftra = client()
    first = asyncio.create_task(daftra.invoices.get(1))
    await reached.wait()
    second = asyncio.create_task(daftra.invoices.get(2))
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    go_on.set()
    assert (await second).date == SEPTEMBER
    assert len(account.questions) == 2


async def test_closing_during_the_question(account: Account, client: Make) -> None:
    reached = asyncio.Event()

    async def before(path: str) -> bytes | None:
        if path == BOTH[0]:
            reached.set()
            await asyncio.Event().wait()
        return None

    account.before = before
    daftra = client()
    reading = asyncio.create_task(daftra.invoices.get(1))
    await reached.wait()
    await daftra.close()
    assert (await reading).date == "05/09/2026", "the answer was there"
    assert not [task for task in asyncio.all_tasks() if task.get_name() == "daftra date format"]


async def test_a_call_out_of_time_does_not_wait(account: Account) -> None:
    go_on = asyncio.Event()

    async def before(path: str) -> bytes | None:
        if path == BOTH[0]:
            await go_on.wait()
        return None

    account.before = before
    now = [0.0]

    def later(event: Event) -> None:
        if event.operation == "invoices.get":
            now[0] += 20  # two events of the operation, two of its attempt

    runtime = Runtime(clock=lambda: now[0])
    async with DaftraClient(base_url=account.server.url, api_key="key", runtime=runtime, events=later) as daftra:
        invoice = await daftra.invoices.get(1, timeout=60)
        assert invoice.date == "05/09/2026"
        go_on.set()
        assert (await daftra.invoices.get(2)).date == SEPTEMBER, "the question went on"
    assert len(account.questions) == 2
