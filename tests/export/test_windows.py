"""Windows of time: how a list is cut, and what it is asked for."""

from __future__ import annotations

import datetime as dt
from itertools import pairwise
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from daftra_async.catalogue import operations
from daftra_async.export.targets import plan
from daftra_async.export.windows import FEW, TimeWindow, divisible, last_begin
from daftra_async.export.windows import plan as cut

if TYPE_CHECKING:
    from daftra_async.export.targets import Target

OLDEST, LAST = dt.date(2024, 1, 1), dt.date(2026, 11, 20)


def target(name: str) -> Target:
    return plan(operations(), [name])[0]


def record(made: str | None) -> SimpleNamespace:
    return SimpleNamespace(created=None if made is None else dt.datetime.fromisoformat(made))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("invoices", True),
        ("invoices:client_id=15", True),
        ("workflow_records:workflow_id=36", True),
        ("brands", True),
        ("clients", False),  # no filter
        ("bookings", False),  # nobody knows when they were made
        ("invoices:created_from=2026-01-01", False),
        ("invoices:sort=no", False),
        ("invoices:page=2", False),
    ],
)
def test_lists_that_can_be_cut(name: str, expected: bool) -> None:
    assert divisible(target(name)) is expected


@pytest.mark.parametrize("total", [1, FEW, 10 * FEW, 100_000_000])
def test_windows_leave_no_day_out_and_none_is_in_two(total: int) -> None:
    windows = cut(total, OLDEST, LAST, last_day=True)
    assert windows[0].first
    assert all(one.end == other.start and not other.first for one, other in pairwise(windows))
    assert (windows[-1].start, windows[-1].end) == (LAST, None)
    assert all(window.start < window.end for window in windows if window.end is not None)
    for made in (
        "1970-01-01 00:00",
        "2024-01-01 00:00",
        "2025-03-04 23:59:59",
        "2026-11-19 23:59",
        "2026-11-20 00:00",
        "2031-01-01",
    ):
        assert sum(window.holds(record(made)) for window in windows) == 1
    assert not any(window.holds(record(None)) for window in windows)


def test_halves_hold_what_the_whole_held() -> None:
    window = TimeWindow(start=OLDEST, end=dt.date(2024, 1, 4), first=True)
    one, other = window.halves() or ()
    assert (one.start, one.end, one.first) == (OLDEST, dt.date(2024, 1, 2), True)
    assert (other.start, other.end, other.first) == (one.end, window.end, False)
    assert one.halves() is None, "a day is not divided"
    assert TimeWindow(start=LAST, end=None).halves() is None


def test_an_account_of_the_last_days_has_no_windows() -> None:
    assert cut(100_000, LAST, LAST, last_day=True) == ()
    assert last_begin(dt.datetime(2026, 11, 21, 12)) == dt.date(2026, 11, 20)
    assert last_begin(dt.datetime(2026, 11, 21, 11)) == dt.date(2026, 11, 19)


@pytest.mark.parametrize(
    ("window", "invoices", "brands"),
    [
        (
            TimeWindow(start=dt.date(2024, 2, 1), end=dt.date(2024, 3, 1)),
            {"created_from": dt.date(2024, 2, 1), "created_to": dt.date(2024, 2, 29)},
            [("filter[created][gte]", "2024-02-01 00:00:00"), ("filter[created][lt]", "2024-03-01 00:00:00")],
        ),
        (
            TimeWindow(start=OLDEST, end=dt.date(2024, 3, 1), first=True, last_day=False),
            {"created_to": dt.date(2024, 3, 1)},
            [("filter[created][lt]", "2024-03-01 00:00:00")],
        ),
        (
            TimeWindow(start=LAST, end=None),
            {"created_from": LAST},
            [("filter[created][gte]", "2026-11-20 00:00:00")],
        ),
    ],
)
def test_what_a_window_asks_for(window: TimeWindow, invoices: dict[str, dt.date], brands: list[tuple[str, str]]) -> None:
    assert window.arguments(target("invoices")) == invoices
    assert window.arguments(target("brands"))["filters"].to_query() == brands
