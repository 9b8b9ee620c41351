from __future__ import annotations

import json
import math
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async.wire import dumps, loads

SCALARS = st.none() | st.booleans() | st.integers() | st.decimals(allow_nan=False, allow_infinity=False) | st.text()
JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4), max_leaves=12
)


@pytest.mark.parametrize(
    "text",
    [
        "32999.9961",
        "1e5",
        "1E+400",
        "-0.0",
        "0.1e-7",
        "1.0000000000000000000000000000000000000001",
        "0.10",
        "123456789012345678901.5",
    ],
)
def test_a_number_with_a_fraction_is_exact(text: str) -> None:
    number = loads(text)
    assert type(number) is Decimal
    assert str(number) == str(Decimal(text))
    assert loads(dumps(number)) == number


@pytest.mark.parametrize("number", [0, -1, 2**63, -(2**63) - 1, 10**60])
def test_an_integer_stays_an_integer(number: int) -> None:
    assert loads(str(number)) == number
    assert type(loads(str(number))) is int


def test_an_integer_of_thousands_of_digits_does_not_cost_the_page() -> None:
    digits = "9" * 5000
    assert loads(f'{{"a": {digits}, "b": 1}}') == {"a": Decimal(digits), "b": 1}


def test_an_exponent_past_every_number_is_kept_as_text() -> None:
    assert loads('{"a": 1e9999999999999999999999, "b": 1.5}') == {"a": "1e9999999999999999999999", "b": Decimal("1.5")}


def test_half_a_surrogate_pair_survives_both_ways() -> None:
    assert loads(rb'{"a": "\ud83d", "b": 1.50}') == {"a": "\ud83d", "b": Decimal("1.50")}
    assert loads(dumps({"a": ["\ud83d"], "b": Decimal("1.50"), "c": "é"})) == {"a": ["\ud83d"], "b": Decimal("1.50"), "c": "é"}


@pytest.mark.parametrize("text", [b"\xef\xbb\xbf[1]", "\ufeff[1]"])
def test_a_byte_order_mark_is_skipped(text: bytes | str) -> None:
    assert loads(text) == [1]


@pytest.mark.parametrize(
    "text", [b"", b"<html>", b"NaN", b"[Infinity]", b'{"a": 1', b'"\xff"', b"[1] x", b"[" * 200_000 + b"]" * 200_000]
)
def test_what_is_no_json_is_a_value_error(text: bytes) -> None:
    with pytest.raises(ValueError):
        loads(text)


@given(JSON)
def test_what_is_written_is_read_back(value: object) -> None:
    assert loads(dumps(value)) == value


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_floats_are_read_as_their_text(number: float) -> None:
    assert float(loads(json.dumps(number))) == number
    assert not math.isnan(loads(json.dumps(number)))


def test_half_a_surrogate_pair_in_a_key_survives_both_ways() -> None:
    value = {"\ud800": ["\udc00", {"x\ud800": 1, "y": None}], "plain": "é"}
    assert loads(dumps(value)) == value
