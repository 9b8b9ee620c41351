"""Texts of numbers that the fast tier reads: those that the slow tier reads in the same way, and no others."""

import pytest

from daftra_async.wire.fast.numbers import MOST_PRECISE, NOT_FINITE, is_plain_number, read_number
from daftra_async.wire.scalars import to_decimal

PLAIN = ["0", "-0", "0.00", "10.5000", "-3.1", "+7", ".5", "5.", "1e5", "1E-20", "0e-300", "9" * MOST_PRECISE, "0" * 500 + "1"]
OTHER = [
    "",
    " 1",
    "1 ",
    "1_0",
    "_1",
    "1,234",
    "null",
    "free",
    "1.2.3",
    "9" * (MOST_PRECISE + 1),
    "1e400",
    "1e-401",
    "0e-400",
    "0e400",
]
INFINITE = ["NaN", "-nan", "sNaN", "nan12", "Infinity", "-INF", "inf"]


@pytest.mark.parametrize("text", PLAIN)
def test_a_number_is_read_exactly_as_the_slow_tier_reads_it(text):
    assert is_plain_number(text)
    slow, ok = to_decimal(text)
    assert ok
    assert str(read_number(text)) == str(slow)


@pytest.mark.parametrize("text", OTHER)
def test_what_the_slow_tier_reads_in_another_way_or_not_at_all_is_refused(text):
    assert not is_plain_number(text)
    with pytest.raises(ArithmeticError):
        read_number(text)


@pytest.mark.parametrize("text", INFINITE)
def test_what_is_not_finite_is_known_by_its_letters(text):
    assert not is_plain_number(text)
    assert any(letter in text for letter in NOT_FINITE)
