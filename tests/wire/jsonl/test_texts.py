"""What is taken as written the way it came is what the rules write again."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daftra_async.wire.fast.numbers import MOST_PRECISE
from daftra_async.wire.jsonl.texts import are_plain_moments, are_plain_numbers
from daftra_async.wire.moments import to_datetime
from daftra_async.wire.scalars import decimal_text, to_decimal
from tests.wire.spellings import ODD

NUMBERS = st.from_regex(r"[+-]?[0-9]{0,3}[.,eE ]?[0-9]{0,70}|[0-9\[\]{}\",ntf]{0,9}", fullmatch=True)
MOMENTS = st.from_regex(r"[0-9]{4}-[01][0-9]-[0-3][0-9][ Tt][0-2][0-9]:[0-6][0-9](:[0-6][0-9])?(Z|\.5)?", fullmatch=True)
SPELLED = [value[1:-1] for value in ODD if value.startswith('"') and "\\" not in value]


def is_plain(text: str) -> bool:
    number, ok = to_decimal(text)
    return ok and number is not None and decimal_text(number) == text


@settings(max_examples=40)
@given(st.lists(NUMBERS | st.sampled_from(SPELLED), max_size=4))
def test_plain_numbers_are_written_as_they_came(texts: list[str]) -> None:
    texts = [text for text in texts if 0 < len(text) <= MOST_PRECISE]
    if are_plain_numbers(texts):
        assert all(map(is_plain, texts))


@settings(max_examples=40)
@given(st.lists(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12)))
def test_usual_numbers_are_plain(numbers: list[object]) -> None:
    assert are_plain_numbers([format(number, "f") for number in numbers])


@settings(max_examples=40)
@given(st.lists(MOMENTS | st.sampled_from(SPELLED), max_size=3))
def test_plain_moments_are_written_as_they_came(texts: list[str]) -> None:
    if are_plain_moments(texts):
        assert [str(to_datetime(text)[0]) for text in texts] == texts


@pytest.mark.parametrize(
    ("texts", "plain"),
    [
        (["2026-01-31 10:20:30", "1999-12-31 23:59:59"], True),
        ([], True),
        (["2026-01-31T10:20:30"], False),
        (["2026-01-31 10:20:60"], False),
        (["2026-01-31 24:00:00"], False),
        (["2026-02-30 10:20:30"], False),
        (["2026-01-31 10:20:3Z"], False),
        (["2026-01-31 10:20:30", "2026-01-31"], False),
    ],
)
def test_moments(texts: list[str], plain: bool) -> None:
    assert are_plain_moments(texts) is plain
