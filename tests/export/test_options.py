"""What `since` and `incomplete` may say."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from daftra_async.catalogue import operations
from daftra_async.errors import ArgumentError
from daftra_async.export import plan
from daftra_async.export.options import read_incomplete, read_since

NOW = dt.datetime(2026, 5, 1, 12)


@pytest.mark.parametrize(
    ("since", "start"),
    [
        ("2026-01-31", dt.datetime(2026, 1, 31)),
        ("2026-01-31 08:30:00", dt.datetime(2026, 1, 31, 8, 30)),
        (dt.date(2026, 1, 31), dt.datetime(2026, 1, 31)),
        ("2d", NOW - dt.timedelta(days=2, hours=12)),
        ("90m", NOW - dt.timedelta(minutes=90, hours=12)),
        (dt.timedelta(weeks=1), NOW - dt.timedelta(weeks=1, hours=12)),
        ("last", None),
    ],
)
def test_since_is_read(since: Any, start: dt.datetime | None) -> None:
    asked = read_since(since, now=NOW)
    assert asked is not None
    assert asked.start == start


@pytest.mark.parametrize("since", ["yesterday", "", "2d3h", "0d", "999999w", "2026-01-31T08:00:00+03:00", 5, "2026-13-01"])
def test_bad_since_is_refused(since: Any) -> None:
    with pytest.raises(ArgumentError, match="since"):
        read_since(since, now=NOW)


def test_other_arguments_are_refused() -> None:
    with pytest.raises(ArgumentError, match="since_by"):
        read_since("2d", "date")
    with pytest.raises(ArgumentError, match="overlap"):
        read_since("2d", overlap=dt.timedelta(seconds=-1))


@pytest.mark.parametrize(
    ("incomplete", "covered"),
    [
        ((), set()),
        ("keep", {("a", "clients"), ("a", "taxes"), ("b", "clients"), ("b", "taxes")}),
        ("keep:clients", {("a", "clients"), ("b", "clients")}),
        (["keep:a/clients", "keep:taxes"], {("a", "clients"), ("a", "taxes"), ("b", "taxes")}),
    ],
)
def test_lists_that_may_come_short(incomplete: Any, covered: set[tuple[str, str]]) -> None:
    targets = plan(operations(), ["clients", "taxes"])
    keeping = read_incomplete(incomplete, targets, ["a", "b"])
    assert {(account, target.name) for account in "ab" for target in targets if keeping.covers(account, target)} == covered


@pytest.mark.parametrize("incomplete", ["", "drop", "keep:brands", "keep:c/clients", ["keep", "clients"], [5]])
def test_other_words_about_short_lists_are_refused(incomplete: Any) -> None:
    with pytest.raises(ArgumentError, match=r"incomplete: .* was given"):
        read_incomplete(incomplete, plan(operations(), ["clients"]), [""])
