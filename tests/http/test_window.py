"""The width that follows what the server can take."""

from __future__ import annotations

import pytest

from daftra_async.http.window import AdaptiveWindow


@pytest.mark.parametrize(("limit", "start", "width"), [(8, None, 8), (8, 2, 2), (1, 2, 1)])
def test_first_width(limit: int, start: int | None, width: int) -> None:
    assert AdaptiveWindow(limit, start).width == width


def test_it_widens_up_to_its_limit() -> None:
    window = AdaptiveWindow(3, 1)
    widths = []
    for _ in range(4):
        window.widen()
        widths.append(window.width)
    assert widths == [2, 3, 3, 3]


def test_a_round_widens_it_by_one() -> None:
    window = AdaptiveWindow(100, 4)
    for _ in range(4):
        assert window.width == 4
        window.widen_by_round()
    window.widen_by_round()
    assert window.width == 5


def test_one_burst_halves_it_once() -> None:
    window = AdaptiveWindow(8)
    assert [window.halve(0) for _ in range(3)] == [True, False, False]
    assert (window.width, window.period) == (4, 1)
    assert window.halve(window.period)
    assert window.width == 2


def test_it_never_closes() -> None:
    window = AdaptiveWindow(3)
    for _ in range(5):
        assert window.halve(window.period)
    assert window.width == 1
