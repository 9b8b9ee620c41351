# ruff: noqa: RUF001  # date-times of the API have no zone; digits are Arabic on purpose
from __future__ import annotations

import datetime as dt
import time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async.wire import moments, scalars
from tests.wire.sample import Kind, Status
from tests.wire.test_jsontext import JSON

D = Decimal
REFUSED = object()
NOON = dt.datetime(2026, 9, 25, 12, 0)


def check(result: scalars.Result, sent: Any, expected: Any) -> None:
    value, ok = result
    if expected is REFUSED:
        assert not ok
        assert value is sent
    else:
        assert ok
        assert value == expected
        assert type(value) is type(expected)


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (None, None),
        ("", None),
        ("  ", None),
        (12, 12),
        ("12", 12),
        (" 12 ", 12),
        ("-12", -12),
        ("+5", 5),
        ("007", 7),
        ("1,234", 1234),
        ("12.0", 12),
        (D("12.00"), 12),
        ("1e3", 1000),
        ("٢٥", 25),
        ("۲۵", 25),
        (12.0, 12),
        ("9" * 30, int("9" * 30)),
        ("12.5", REFUSED),
        (D("12.5"), REFUSED),
        (12.5, REFUSED),
        (1e300, REFUSED),
        (True, REFUSED),
        ("1_000", REFUSED),
        ("10_5", REFUSED),
        ("_5", REFUSED),
        ("٢_٥", REFUSED),
        ("1e5", 100_000),
        ("NULL", None),
        ("1e400", REFUSED),
        (10**400, REFUSED),
        ("x", REFUSED),
        ("1,5", REFUSED),
        ("1,23,456", REFUSED),
        ("-", REFUSED),
        ("0x10", REFUSED),
        ("1 2", REFUSED),
        ("²", REFUSED),
        ("1e999999999", REFUSED),
        (D("1e999999999"), REFUSED),
        ("9" * 5000, REFUSED),
        ([], REFUSED),
        ({}, REFUSED),
        (float("nan"), REFUSED),
    ],
)
def test_to_int(sent: Any, expected: Any) -> None:
    check(scalars.to_int(sent), sent, expected)


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (None, None),
        ("", None),
        (" ", None),
        ("10", D(10)),
        (10, D(10)),
        ("32999.9961", D("32999.9961")),
        (D("32999.9961"), D("32999.9961")),
        ("1,234.50", D("1234.50")),
        (" 12.50 ", D("12.50")),
        ("-.5", D("-0.5")),
        ("5.", D(5)),
        ("1.0E+25", D("1.0E+25")),
        ("١٢٫٥", D("12.5")),
        ("١٬٢٣٤٫٥٠", D("1234.50")),
        (0.1, D("0.1")),
        ("1,234", D(1234)),
        ("1.234,50", REFUSED),
        ("1,5", REFUSED),
        ("NaN", REFUSED),
        ("Infinity", REFUSED),
        (D("NaN"), REFUSED),
        (D("sNaN"), REFUSED),
        (D("Infinity"), REFUSED),
        (float("inf"), REFUSED),
        ("12 SAR", REFUSED),
        (False, REFUSED),
        ("1e99999999999999999999", REFUSED),
        (".", REFUSED),
        ([1], REFUSED),
        ("e5", REFUSED),
    ],
)
def test_to_decimal(sent: Any, expected: Any) -> None:
    check(scalars.to_decimal(sent), sent, expected)
    if isinstance(expected, Decimal):
        assert str(scalars.to_decimal(sent)[0]) == str(expected)


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        *[(sent, True) for sent in (True, 1, "1", "true", "True", " TRUE ", "on", "yes", D("1.0"), 1.0)],
        *[(sent, False) for sent in (False, 0, "0", "false", "off", "no", D(0), 0.0)],
        *[(sent, None) for sent in (None, "", " ")],
        *[(sent, REFUSED) for sent in (2, -1, "2", "maybe", "نعم", [], {}, [1], D("sNaN"), D("0.5"))],
    ],
)
def test_to_bool(sent: Any, expected: Any) -> None:
    check(scalars.to_bool(sent), sent, expected)


@pytest.mark.parametrize(
    ("sent", "expected"),
    [
        (None, None),
        ("", ""),
        ("007", "007"),
        (" trailing ", " trailing "),
        ("\ufffd", "\ufffd"),
        (26, "26"),
        (D("1.50"), "1.50"),
        (D("1E+5"), "100000"),
        (1.5, "1.5"),
        (True, REFUSED),
        ([], REFUSED),
        ({}, REFUSED),
        (10**500, REFUSED),
        (D("NaN"), REFUSED),
        ('{"a": 1}', '{"a": 1}'),
    ],
)
def test_to_text(sent: Any, expected: Any) -> None:
    check(scalars.to_text(sent), sent, expected)


@pytest.mark.parametrize(
    ("enumeration", "sent", "expected"),
    [
        (Status, None, None),
        (Status, "", None),
        (Status, " ", None),
        (Status, 2, Status.PAID),
        (Status, "2", Status.PAID),
        (Status, "02", Status.PAID),
        (Status, D("2.0"), Status.PAID),
        (Status, Status.PAID, Status.PAID),
        (Status, True, REFUSED),
        (Status, "paid", REFUSED),
        (Status, [], REFUSED),
        (Kind, "goods", Kind.GOODS),
        (Kind, "", None),
        (Kind, None, None),
        (Kind, ["goods"], REFUSED),
        (Kind, False, REFUSED),
    ],
)
def test_to_enum(enumeration: Any, sent: Any, expected: Any) -> None:
    check(scalars.to_enum(enumeration, sent), sent, expected)


@pytest.mark.parametrize(
    ("enumeration", "sent", "plain"), [(Status, "99", 99), (Status, -4, -4), (Kind, "سلع", "سلع"), (Kind, 7, "7")]
)
def test_an_unknown_member_passes_through(enumeration: Any, sent: Any, plain: Any) -> None:
    value, ok = scalars.to_enum(enumeration, sent)
    assert ok
    assert isinstance(value, enumeration)
    assert value == plain
    assert value.value == plain


RULES = [
    scalars.to_int,
    scalars.to_decimal,
    scalars.to_bool,
    scalars.to_text,
    moments.to_date,
    moments.to_datetime,
    lambda value: scalars.to_enum(Status, value),
    lambda value: scalars.to_enum(Kind, value),
]


@given(JSON, st.sampled_from(RULES))
def test_every_rule_is_total_and_stable(sent: Any, rule: Any) -> None:
    value, ok = rule(sent)
    if ok:
        assert rule(value) == (value, True)
    else:
        assert value is sent


@pytest.mark.parametrize("rule", RULES)
def test_hostile_sizes_cost_no_time(rule: Any) -> None:
    started = time.process_time()
    for sent in (
        D("1e999999999"),
        D("-1e-999999999"),
        "1e999999999",
        "9" * 100_000,
        "1," * 50_000,
        " " * 100_000 + "x",
        10**4000,
    ):
        rule(sent)
    assert time.process_time() - started < 1, "seconds of this process, whatever else the machine does"


@pytest.mark.parametrize(
    ("number", "text"), [("1E+2", "100"), ("0.000001", "0.000001"), ("-0.0", "-0.0"), ("1E-400", "1E-400"), ("1E+400", "1E+400")]
)
def test_decimal_text(number: str, text: str) -> None:
    assert scalars.decimal_text(D(number)) == text


@pytest.mark.parametrize("number", ["NaN", "-Infinity"])
def test_decimal_text_refuses_what_is_no_number(number: str) -> None:
    with pytest.raises(ValueError, match="no JSON form"):
        scalars.decimal_text(D(number))
