"""Dates that go out in the account's own format: the account is asked before the first one is sent."""

from __future__ import annotations

import datetime as dt
import warnings
from typing import TYPE_CHECKING

import pytest

from daftra_async import ArgumentError, CreditUsageInput, DateFormatWarning, RequisitionInput
from tests.conftest import http

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async import DaftraClient
    from tests.lists.account_dates.account import Account

    Make = Callable[..., DaftraClient]

DAY = dt.date(2026, 9, 5)
BOTH = ["/api2/site_info", "/api2/listing/dateFormats"]
USAGES = "/v2/api/entity/credit_usage"


def usage(**more: object) -> CreditUsageInput:
    return CreditUsageInput(client_id=1, credit_type_id=2, **more)  # any field of it


def unknown(account: Account) -> None:
    async def before(path: str) -> bytes | None:
        return http(403, {"message": "Forbidden"}) if path == BOTH[0] else None

    account.before = before


@pytest.mark.parametrize(("chosen", "written"), [("1", "09/05/2026"), ("3", "05/09/2026"), ("0", "2026-09-05")])
async def test_the_format_is_asked_for_before_the_write(account: Account, client: Make, chosen: str, written: str) -> None:
    account.chosen = chosen
    daftra = client()
    await daftra.credit_usages.create(usage(usage_date=DAY))
    assert account.asked == [*BOTH, USAGES]
    assert account.sent()["usage_date"] == written
    await daftra.credit_usages.create({"client_id": 1, "credit_type_id": 2, "usage_date": DAY})
    assert account.sent()["usage_date"] == written
    assert len(account.questions) == 2


async def test_names_of_months_are_english_and_times_stay(account: Account, client: Make) -> None:
    account.chosen, account.formats = "2", {"2": "D, d F Y"}
    await client().requisitions.create(RequisitionInput(date=dt.datetime(2026, 9, 5, 14, 30)))
    assert account.sent()["Requisition"]["date"] == "Sat, 05 September 2026 14:30"


async def test_what_has_no_such_date_asks_nothing(account: Account, client: Make) -> None:
    daftra = client()
    await daftra.credit_usages.create(usage(amount=1))
    await daftra.credit_usages.create({"client_id": 1, "credit_type_id": 2, "usage_date": "2026-09-05"})
    assert account.sent()["usage_date"] == "2026-09-05", "text is the caller's"
    assert not account.questions


async def test_a_bad_argument_comes_before_the_question(account: Account, client: Make) -> None:
    with pytest.raises(ArgumentError):
        await client().credit_usages.create({"usage_date": DAY, "client_id": object()})
    with pytest.raises(ArgumentError, match=r"items\[1\]"):
        await client().credit_usages.create_many([usage(usage_date=DAY), {}])
    assert not account.asked


async def test_settings_go_before_the_account(account: Account, client: Make) -> None:
    await client(settings={"date_format": "%m/%d/%Y"}).credit_usages.create(usage(usage_date=DAY))
    assert account.sent()["usage_date"] == "09/05/2026"
    await client(settings={"date_format": None}).credit_usages.create(usage(usage_date=DAY))
    assert account.sent()["usage_date"] == "05/09/2026"
    assert not account.questions


async def test_an_unknown_format_is_written_day_first_with_a_warning_once_a_client(account: Account, client: Make) -> None:
    unknown(account)
    for daftra in (client(), client()):
        with pytest.warns(DateFormatWarning, match=r"127\.0\.0\.1.* is not known.*date_format=") as caught:
            await daftra.credit_usages.create(usage(usage_date=DAY))
        assert len(caught) == 1
        assert account.sent()["usage_date"] == "05/09/2026"
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            await daftra.with_settings(max_attempts=1).credit_usages.create(usage(usage_date=DAY))
    assert account.questions == [BOTH[0]] * 2


async def test_many_are_written_with_one_answer(account: Account, client: Make) -> None:
    account.chosen = "1"
    body = {"client_id": 1, "credit_type_id": 2, "usage_date": DAY}

    def items() -> object:
        for day in (5, 6, 7):
            body["usage_date"] = dt.date(2026, 9, day)
            yield body
        yield {"client_id": 1, "credit_type_id": 2}

    result = await client().credit_usages.create_many(items(), concurrency=1)  # a generator of mappings
    assert result.ok
    assert account.asked == [*BOTH, *[USAGES] * 4]
    assert [account.sent(at).get("usage_date") for at in range(2, 6)] == ["09/05/2026", "09/06/2026", "09/07/2026", None]
    assert [entry.body.get("usage_date") for entry in result.successful] == ["09/05/2026", "09/06/2026", "09/07/2026", None]


async def test_what_was_written_for_many_is_sent_as_it_is(account: Account, client: Make) -> None:
    account.chosen, account.formats = "2", {"2": "d M Y"}
    daftra = client()
    result = await daftra.credit_usages.create_many([usage(usage_date=DAY)] * 2)
    assert result.ok
    assert account.sent()["usage_date"] == "05 Sep 2026"


async def test_an_edit_writes_in_the_format_too(account: Account, client: Make) -> None:
    account.chosen = "1"

    async def before(path: str) -> bytes | None:
        record = {"id": 3, "client_id": 1, "credit_type_id": 2, "usage_date": "2026-05-09", "description": "x"}
        return http(200, record) if path.startswith(USAGES + "/3/") else None

    account.before = before
    async with client().credit_usages.edit(3) as draft:
        draft.usage_date = DAY
    assert account.sent()["usage_date"] == "09/05/2026"
    async with client().credit_usages.edit(3) as draft:
        draft.description = "y"
    assert account.sent()["usage_date"] == "05/09/2026", "unchanged, and in the account's format"
