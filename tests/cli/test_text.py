from __future__ import annotations

import json

import pytest

from daftra_async.cli import output
from daftra_async.cli.text import clean, count, counted, duration, rate, size


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\nb\t c ", "a b c"),
        ("\x1b[31mred\x07", "\N{REPLACEMENT CHARACTER}[31mred\N{REPLACEMENT CHARACTER}"),
        ("غير مصرح", "غير مصرح"),
        ("\u202eevil", "\N{REPLACEMENT CHARACTER}evil"),
        ("x" * 500, "x" * 399 + "…"),
    ],
)
def test_text_of_others_is_harmless(text: str, shown: str) -> None:
    assert clean(text) == shown


def test_numbers_are_easy_to_read() -> None:
    assert count(42000) == "42,000"
    assert [counted(n, "page") for n in (0, 1, 2000)] == ["0 pages", "1 page", "2,000 pages"]
    assert [duration(s) for s in (7, 0.424, 12.34, 185, 7620)] == ["7 s", "0.42 s", "12.3 s", "3 min 05 s", "2 h 07 min"]
    assert [size(n) for n in (0, 812, 3400, 12_000_000, 5_000_000_000_000)] == ["0 B", "812 B", "3.4 kB", "12.0 MB", "5.0 TB"]
    assert [rate(500, 0.1), rate(5, 0)] == ["5,000/s", "-/s"]


HOSTILE = "Acme\x1b]0;owned\x07\u202egpj.exe\u2066\x9b2J\u200f"


def test_json_on_a_terminal_moves_no_cursor(capsys: pytest.CaptureFixture[str]) -> None:
    output.line({"name": HOSTILE, HOSTILE: [HOSTILE]})
    shown = capsys.readouterr().out
    assert json.loads(shown) == {"name": HOSTILE, HOSTILE: [HOSTILE]}
    assert not {"\x1b", "\x07", "\u202e", "\u2066", "\x9b"} & set(shown)
