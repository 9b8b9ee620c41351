"""Lists that change under a walk: by numbers, without a server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from daftra_async.errors import ArgumentError, DriftError, DriftWarning, IncompleteListError, IncompleteListWarning
from daftra_async.lists.completeness import Tally
from daftra_async.lists.drift import ChangeDetector, Drift, DriftPolicy
from daftra_async.lists.page import Source
from daftra_async.lists.resume_token import PagePosition
from tests.lists.pages import page

if TYPE_CHECKING:
    from daftra_async.lists.page import Page

SOURCE = Source(operation="x.list", url="/x")


def watched(*pages: Page[Any], start: int = 1, resumed: PagePosition | None = None, **checks: Any) -> ChangeDetector:
    detector = ChangeDetector(DriftPolicy(**checks), start, Tally(start, None, resumed, None), resumed)
    for number, each in enumerate(pages, start):
        detector.tally.see(each, number)
        detector.see(each, number)
    return detector


class TestChangeDetector:
    def test_nothing_happened(self) -> None:
        detector = watched(page([1, 2], 1, 2, 3), page([3], 2, 2, 3, more=False))
        detector.end(2, SOURCE)
        assert detector.drift == Drift(first_total=3, last_total=3)
        assert not detector.drift

    def test_the_total_changed(self) -> None:
        with pytest.warns(DriftWarning, match="changed during the walk: 4 records before page 2, 3 records there"):
            detector = watched(page([1, 2], 1, 2, 4), page([3], 2, 2, 3))
        assert detector.drift == Drift(first_total=4, last_total=3, pages=(2,))
        with pytest.raises(DriftError, match="3 pages before page 2, 4 pages there") as caught:
            watched(page([1, 2], 1, 3), page([3, 4], 2, 4), on_drift="raise")
        assert caught.value.drift == Drift(pages=(2,))
        ignored = watched(page([1], 1, 9, 9), page([2], 2, 9, 8), page([3], 3, 9, 9), on_drift="ignore")
        assert ignored.drift.pages == (2, 3)
        # What one page says and the other does not, is compared with nothing.
        assert watched(page([1], 1, None, 5), page([2], 2, 3, None), page([3], 3), on_drift="raise").drift.pages == ()

    def test_it_ended_before_its_pages(self) -> None:
        detector = watched(page([1, 2], 1, 3, 2))
        with pytest.warns(DriftWarning, match="ended at page 1, after 2 records, and claims to have 3 pages"):
            detector.end(1, SOURCE)
        assert detector.drift.ended_early
        with pytest.raises(DriftError, match="claims to have 3 pages"):
            watched(page([1, 2], 1, 3), on_drift="raise").end(1, SOURCE)
        watched(page([1, 2], 1, 1, 2), on_drift="raise").end(1, SOURCE)

    def test_it_ended_before_its_records(self) -> None:
        detector = watched(page([1, 2], total=5))
        with pytest.raises(IncompleteListError, match="after 2 of 5"):
            detector.end(1, SOURCE)
        assert detector.drift.ended_early
        with pytest.warns(IncompleteListWarning, match="after 2 of 5"):
            watched(page([1, 2], total=5), incomplete="warn").end(1, SOURCE)
        watched(page([1, 2], total=5), incomplete="ignore").end(1, SOURCE)
        with pytest.raises(DriftError, match="after 2 records, and claims to have 5 records"):
            watched(page([1, 2], total=5), on_drift="raise").end(1, SOURCE)

    def test_a_part_that_was_asked_for_ends_as_it_likes(self) -> None:
        detector = watched(page([1, 2], total=2))
        detector.end(1, None)
        assert not detector.drift
        with pytest.warns(DriftWarning, match="5 records"):
            watched(page([1, 2], total=5)).end(1, None)
        watched(page([3, 4], 2, total=5), start=2).end(2, None)

    def test_duplicates_are_dropped(self) -> None:
        detector = ChangeDetector(DriftPolicy(dedupe=True), 1, Tally(1))
        given = [detector.see(each, at).data for at, each in enumerate((page([1, 2]), page([2, None, None, 3]), page([1, 3])), 1)]
        assert [[row.id for row in rows] for rows in given] == [[1, 2], [None, None, 3], []]
        assert detector.drift.duplicates == 3
        same = page([7])
        assert detector.see(same, 4) is same

    def test_a_page_is_gone(self) -> None:
        detector = watched(page([1, 2], 1, 3, 6), page([3, 4], 2, 3, 6))
        with pytest.warns(DriftWarning, match="changed during the walk: it has 2 pages where page 3 was due"):
            detector.shrunk(page([3, 4], 2, 2, 4), 3)
        assert detector.drift == Drift(first_total=6, last_total=4, pages=(3,))
        assert detector.tally.announced == 4
        detector.end(2, SOURCE)

    def test_going_on(self) -> None:
        resumed = PagePosition(page=2, more=True, total=6, count=3, first=3, last=4, received=4, size=2, least=6)
        assert not watched(page([5, 6], 3, 3, 6, more=False), start=3, resumed=resumed).drift
        with pytest.warns(DriftWarning, match="before the walk was resumed: record 4 was on page 2, now on 3"):
            detector = watched(page([4, 5], 3, 3, 6, more=False), start=3, resumed=resumed)
        assert detector.drift == Drift(first_total=6, last_total=6, pages=(3,))
        with pytest.warns(DriftWarning, match="6 records before page 3, 7 records there"):
            detector = watched(page([5, 6], 3, 4, 7), start=3, resumed=resumed)
        assert detector.drift == Drift(first_total=6, last_total=7, pages=(3,))
        fresh = ChangeDetector(DriftPolicy(), 3, Tally(3, None, resumed), resumed)
        assert fresh.drift == Drift(first_total=6, last_total=6)
        unmoved = [page([5, 6], 3, 4, 6), page([3, 4], 4, 4, 6)]
        watched(*unmoved, start=3, resumed=msgspec.structs.replace(resumed, count=4), on_drift="raise")

    @pytest.mark.parametrize(
        ("name", "value", "told"),
        [
            ("on_drift", "shout", "'shout' was given; expected 'raise', 'warn' or 'ignore'"),
            ("incomplete", None, "None was given; expected 'raise', 'warn' or 'ignore'"),
            ("dedupe", 1, "1 was given; expected True or False"),
        ],
    )
    def test_refused(self, name: str, value: Any, told: str) -> None:
        with pytest.raises(ArgumentError) as caught:
            DriftPolicy(**{name: value})
        assert (caught.value.argument, str(caught.value)) == (name, f"{name}: {told}")
