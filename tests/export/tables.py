"""Records of every kind, for the targets with columns."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from daftra_async.wire import dumps, loads
from tests.fuzz.harness import JSON

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False) | st.integers(-(10**40), 10**40)
LINES = st.fixed_dictionaries(
    {}, optional={"id": st.integers() | JSON, "quantity": NUMBERS.map(str) | JSON, "Inner": JSON, "unknown": JSON}
)
_FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "id": st.integers() | st.text(max_size=5),
    "total": NUMBERS.map(str),
    "no": st.text(max_size=8),
    "draft": st.booleans() | st.sampled_from(["0", "1"]),
    "stocked": st.booleans(),
    "day": st.dates().map(str),
    "created": st.datetimes().map(str),
    "status": st.integers(0, 5),
    "kind": st.sampled_from(["goods", "other", ""]),
    "staff": st.integers() | st.lists(st.integers(), max_size=3),
    "anything": JSON,
    "ids": st.lists(st.integers(), max_size=3),
    "tags": st.lists(JSON, max_size=3),
    "options": st.dictionaries(st.text(max_size=3), JSON, max_size=3),
    "by_name": st.dictionaries(st.text(max_size=3), LINES, max_size=3),
    "Line": st.lists(LINES, max_size=3),
    "First": LINES,
    "نوع": JSON,
}
PAYLOADS = st.fixed_dictionaries({}, optional={name: good | JSON for name, good in _FIELDS.items()}).map(
    lambda payload: loads(dumps(payload))
)
"""Answers of a server that sends anything."""

HARD: list[dict[str, Any]] = [
    {"id": 1, "no": "", "total": "0.10", "Line": [], "kind": "goods"},
    {"id": 2, "no": "=SUM(A1)", "total": "-0.00", "Line": [{"id": 5, "quantity": "1.5"}, {"quantity": "x", "new": 1}]},
    {"id": 3, "no": ' "quoted", \r\n line\r', "total": "12345678901234567890.123456789012345678901234567890"},
    {"id": 4, "no": "فاتورة ضريبية", "total": "1e250", "day": "0001-01-01", "created": "9999-12-31 23:59:59.999999"},
    {"id": 5, "no": "nul \x00", "anything": "\x00", "options": {"a": "\x00", "\ud800": 1}, "tags": ["\ud83d"]},
    {"id": 6, "no": "\ud800", "\udfff": "half a character", "anything": loads("1e400"), "staff": [1, 2]},
    {
        "id": 2**63,
        "status": 2**70,
        "draft": "maybe",
        "total": "12,5",
        "day": "05/09/2026",
        "created": "2026-01-01T00:00:00+02:00",
    },
    {"id": 7, "First": {"id": 1, "quantity": "2.50"}, "by_name": {"a": {"id": 1}}, "Line": [{"Inner": {"id": 9}}, {}]},
    {"id": 8, "Line": "none", "ids": ["1", "x"], "staff": "7", "anything": loads("1.50"), "status": "77", "kind": "unheard of"},
    {"no": "without id"},
    {"no": "without id"},
    {"id": "text", "Line": [{"id": 1}, "no line"]},
    {"id": "", "anything": {"a": [None, {}]}, "tags": [], "options": {}, "ids": []},
    {
        "id": 9,
        "ids": {"1": None, "0": None},
        "tags": {"2": "b", "10": "c"},
        "options": {"b": {"1": 2, "0": 3}},
        "Line": [{"9": 1, "7": 2}],
    },
    {"id": 10, "anything": {"10": "a", "9": [{"1": 1, "0": 2}]}, "ids": {"3": 5, "1": 6}},
    {},
]
"""Payloads that were chosen because some target cannot express them in columns."""
