"""From cells to values: what spreadsheets make of phones, codes, money and dates."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async.importing.cells import Rules, read, text_of, value_of
from daftra_async.importing.fields import form_of
from daftra_async.importing.refusal import AmbiguousDate, CellRefused

CLIENTS, INVOICES, PRODUCTS = form_of("clients"), form_of("invoices"), form_of("products")
PLAIN = Rules()


def field(path: str, form=CLIENTS):
    found = form.field(path)
    assert found is not None
    return found


def text(cell: object, path: str, rules: Rules = PLAIN, form=CLIENTS) -> str:
    found = read(cell, field(path, form), rules)
    assert found is not None
    return found.text


def doubt(cell: object, path: str) -> str | None:
    found = read(cell, field(path), PLAIN)
    assert found is not None
    return found.doubt


@pytest.mark.parametrize("cell", [966500199999.0, 966500199999, "966500199999.0", "9.66500199999E+11", "٩٦٦٥٠٠١٩٩٩٩٩"])
def test_a_phone_keeps_its_digits(cell: object) -> None:
    assert text(cell, "phone1") == "966500199999"
    assert doubt(cell, "phone1") is None


@pytest.mark.parametrize("cell", [1e11, "1E+11"])
def test_a_round_number_is_a_phone_too(cell: object) -> None:
    assert text(cell, "phone1") == "100000000000"


def test_digits_that_were_rounded_away_are_doubted() -> None:
    assert text("9.665E+11", "phone1") == "966500000000"
    assert "last digits" in str(doubt("9.665E+11", "phone1"))
    assert "15 digits" in str(doubt(1234567890123456789.0, "client_number"))


@pytest.mark.parametrize("cell", [500199999, 500199999.0, "500199999.0"])
def test_a_leading_zero_that_is_lost_is_doubted(cell: object) -> None:
    assert "leading zero" in str(doubt(cell, "phone1"))


def test_text_keeps_its_leading_zero_without_a_doubt() -> None:
    assert text("0500199999", "phone1") == "0500199999"
    assert doubt("0500199999", "phone1") is None
    assert text("+966 50 019 9999", "phone1") == "+966 50 019 9999"
    assert text("1E5", "business_name") == "1E5"
    assert text("007", "client_number") == "007"


@pytest.mark.parametrize(
    ("cell", "money"),
    [
        (0.1 + 0.2, "0.3"),
        (1200.5, "1200.5"),
        ("1,200.50", "1200.5"),
        ("١٬٢٠٠٫٥٠", "1200.5"),
        ("۱۲", "12"),
        (" 12.00 ", "12"),
        ("\u22125", "-5"),
        ("1e3", "1000"),
        (".5", "0.5"),
        (0, "0"),
    ],
)
def test_money_is_exact(cell: object, money: str) -> None:
    assert text(cell, "credit_limit") == money
    assert value_of(Decimal, money) == Decimal(money)


@pytest.mark.parametrize(
    "cell", ["1,5", "12,50", "1.234,50", "12 SAR", "1,2,3", "--", "(5)", "15%", True, "NaN", "1e999", "1.", "+"]
)
def test_what_is_no_number_is_refused(cell: object) -> None:
    with pytest.raises(CellRefused, match=r"number"):
        text(cell, "credit_limit")


def test_a_decimal_comma_has_to_be_said() -> None:
    assert text("1.234,50", "credit_limit", Rules(decimal_comma=True)) == "1234.5"
    with pytest.raises(CellRefused, match=r"with decimal_comma=True"):
        text("1.234,50", "credit_limit")
    with pytest.raises(CellRefused, match=r"without decimal_comma=True"):
        text("1,234.50", "credit_limit", Rules(decimal_comma=True))


def test_whole_numbers() -> None:
    assert text(7.0, "staff_id") == "7"
    with pytest.raises(CellRefused, match=r"whole number"):
        text("7.5", "staff_id")


@pytest.mark.parametrize(
    "cell",
    [
        dt.date(2026, 1, 31),
        dt.datetime(2026, 1, 31),
        46053,
        46053.0,
        "46053",
        "2026-01-31",
        "2026/1/31",
        "20260131",
        "31/01/2026",
        "31.1.2026",
        "1/31/2026",
        "٣١/٠١/٢٠٢٦",
        "2026-01-31 00:00:00",
    ],
)
def test_dates(cell: object) -> None:
    assert text(cell, "birth_date") == "2026-01-31"


def test_a_date_that_two_formats_read_differently_is_refused() -> None:
    with pytest.raises(AmbiguousDate, match=r"date_format="):
        text("05/09/2026", "birth_date")
    assert text("05/09/2026", "birth_date", Rules(date_format="%d/%m/%Y")) == "2026-09-05"
    assert text("05/09/2026", "birth_date", Rules(date_format="%m/%d/%Y")) == "2026-05-09"
    assert text("05/05/2026", "birth_date") == "2026-05-05"


@pytest.mark.parametrize(
    "cell", ["2026", 2026, "31/02/2026", "1/1/26", "soon", 0, 99999999, "2026-01-31 25:00", True, dt.time(3)]
)
def test_what_is_no_date_is_refused(cell: object) -> None:
    with pytest.raises(CellRefused, match=r"date"):
        text(cell, "birth_date")


def test_times() -> None:
    payments = form_of("client_payments")
    assert text(46053.5, "date", form=payments) == "2026-01-31 12:00:00"
    assert text("31/01/2026 02:05 PM", "date", form=payments) == "2026-01-31 14:05:00"
    assert text("2026-01-31T14:05", "date", form=payments) == "2026-01-31 14:05:00"
    assert text(dt.date(2026, 1, 31), "date", form=payments) == "2026-01-31 00:00:00"
    with pytest.raises(CellRefused, match=r"date only"):
        text("2026-01-31 14:05", "birth_date")


def test_days_may_count_from_1904() -> None:
    assert text(46053 - 1462, "birth_date", Rules(epoch_1904=True)) == "2026-01-31"


@pytest.mark.parametrize(
    ("cell", "flag"), [("نعم", "1"), ("YES", "1"), (True, "1"), (1.0, "1"), ("لا", "0"), ("off", "0"), ("٠", "0")]
)
def test_flags(cell: object, flag: str) -> None:
    assert text(cell, "track_stock", form=PRODUCTS) == flag
    assert value_of(bool, flag) is (flag == "1")


def test_a_flag_is_yes_or_no() -> None:
    with pytest.raises(CellRefused, match=r"yes or no"):
        text("maybe", "track_stock", form=PRODUCTS)


@pytest.mark.parametrize("cell", ["Business", "BUSINESS", 3, 3.0, "3", "شركة", "company"])
def test_members_of_enumerations(cell: object) -> None:
    assert text(cell, "type") == "3"


def test_an_unknown_member_is_refused_with_those_there_are() -> None:
    with pytest.raises(CellRefused, match=r"2 \(individual\), 3 \(business\)"):
        text("robot", "type")


@pytest.mark.parametrize("cell", ["#N/A", "#REF!", "#DIV/0!"])
def test_a_formula_that_failed_is_refused(cell: str) -> None:
    with pytest.raises(CellRefused, match=r"formula"):
        text(cell, "business_name")


def test_a_formula_is_text() -> None:
    assert text("=1+1", "business_name") == "=1+1"


@pytest.mark.parametrize("cell", [None, "", "  ", "\xa0"])
def test_empty_cells_say_nothing(cell: object) -> None:
    assert read(cell, field("credit_limit"), PLAIN) is None


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=4))
def test_money_comes_back(amount: Decimal) -> None:
    written = text(format(amount, "f"), "credit_limit")
    assert value_of(Decimal, written) == amount
    assert text_of(Decimal, amount) == written


@given(st.dates(dt.date(1901, 1, 1), dt.date(2199, 12, 31)))
def test_dates_come_back(day: dt.date) -> None:
    written = text(day.isoformat(), "birth_date")
    assert value_of(dt.date, written) == day
    assert text_of(dt.date, day) == written


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (bool, 1, "1"),
        (bool, False, "0"),
        (str, None, ""),
        (str, " a ", "a"),
        (int, 0, "0"),
        (dt.datetime, dt.date(2026, 1, 1), "2026-01-01 00:00:00"),
    ],
)
def test_values_of_records(kind: type, value: object, expected: str) -> None:
    assert text_of(kind, value) == expected
