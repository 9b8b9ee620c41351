"""Values are compared by what they mean."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async.errors import ArgumentError
from daftra_async.lists.find.comparing import keys_of, kind_of, wanted
from daftra_async.models import ClientType
from daftra_async.wire.scalars import decimal_text


def fits(kind: type, asked: Any, held: Any, date_format: str | None = None) -> bool:
    return wanted(kind, asked, "field", date_format=date_format) in keys_of(kind, held, date_format)


NOON = dt.datetime(2026, 1, 31, 12)


@pytest.mark.parametrize(
    ("kind", "asked", "held"),
    [
        (int, 15, "15"),
        (int, " 0015 ", 15),
        (int, ClientType.BUSINESS, 3),
        (int, 3, ClientType.BUSINESS),
        (int, True, 1),
        (int, 5, [4, "5"]),
        (Decimal, "10.0", Decimal(10)),
        (Decimal, 10, "10.000"),
        (Decimal, "1,000", Decimal(1000)),
        (str, "C-1", " C-1 "),
        (str, " C-1", "C-1"),
        (str, 15, "15"),
        (bool, True, "1"),
        (bool, 0, False),
        (bool, "yes", True),
        (dt.date, "2026-01-31", dt.date(2026, 1, 31)),
        (dt.date, dt.date(2026, 1, 31), "2026-01-31 17:35:00"),
        (dt.datetime, NOON, "2026-01-31 12:00:00"),
        (dt.datetime, "2026-01-31 12:00:00", NOON),
        (dt.datetime, dt.date(2026, 1, 31), NOON),
        (dt.datetime, "2026-01-31", NOON),
        (str, None, " "),
        (str, "", None),
        (dt.date, None, "0000-00-00"),
        (dt.datetime, None, None),
        (int, None, ""),
    ],
)
def test_fits(kind: type, asked: Any, held: Any) -> None:
    assert fits(kind, asked, held)


@pytest.mark.parametrize(
    ("kind", "asked", "held"),
    [
        (str, "0015", "15"),
        (str, "c-1", "C-1"),
        (int, 0, None),
        (int, 1, "one"),
        (bool, False, None),
        (Decimal, "10.01", "10.0"),
        (dt.date, "2026-01-30", "2026-01-31"),
        (dt.datetime, NOON, dt.date(2026, 1, 31)),
        (dt.datetime, "2026-01-31 00:00:00", NOON),
        (int, None, 0),
        (int, 3, []),
    ],
)
def test_does_not_fit(kind: type, asked: Any, held: Any) -> None:
    assert not fits(kind, asked, held)


def test_dates_in_the_format_of_the_account() -> None:
    assert fits(dt.date, "2026-09-05", "05/09/2026", "%d/%m/%Y")
    assert not fits(dt.date, "2026-05-09", "05/09/2026", "%d/%m/%Y")
    assert keys_of(dt.date, "05/09/2026") == ()


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (int, "one"),
        (int, 1.0),
        (int, b"1"),
        (Decimal, 1.5),
        (str, True),
        (bool, 2),
        (dt.date, NOON),
        (dt.date, "soon"),
        (str, {}),
    ],
)
def test_refused(kind: type, value: Any) -> None:
    with pytest.raises(ArgumentError, match="field"):
        wanted(kind, value, "field")
    with pytest.raises(ArgumentError) as caught:
        wanted(kind, value, "field", hidden=True)
    assert repr(value) not in str(caught.value)


def test_kinds() -> None:
    assert kind_of(ClientType | None) is int
    assert kind_of(int | list[int] | None) is int
    assert kind_of(Decimal | int) is Decimal
    assert kind_of(dt.datetime | None) is dt.datetime
    assert kind_of(list[int] | None) is None
    assert kind_of(Any) is None


@given(st.integers())
def test_numbers_and_their_text_are_one(number: int) -> None:
    assert fits(int, number, str(number)) or abs(number) >= 10**400
    assert fits(int, str(number), number)
    assert not fits(int, number + 1, number)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=4))
def test_amounts_compare_as_numbers(amount: Decimal) -> None:
    assert fits(Decimal, decimal_text(amount), amount.normalize())
    assert fits(Decimal, amount, decimal_text(amount) + ("0" if "." in decimal_text(amount) else ""))
    assert not fits(Decimal, amount + Decimal("0.0001"), amount)


@given(st.text(), st.sampled_from(["", " ", "\n\t "]))
def test_text_compares_without_blanks_around_it(text: str, blanks: str) -> None:
    assert fits(str, text, blanks + text + blanks)
    assert fits(str, text, text + "x") is False or not text.strip()


@given(st.datetimes(min_value=dt.datetime(1000, 1, 1)))
def test_a_moment_belongs_to_its_day(moment: dt.datetime) -> None:
    moment = moment.replace(microsecond=0)
    assert fits(dt.datetime, moment, str(moment))
    assert fits(dt.datetime, moment.date(), moment)
    assert fits(dt.date, moment.date(), moment)
    assert not fits(dt.datetime, moment.date() + dt.timedelta(days=1) if moment.year < 9999 else dt.date.min, moment)
