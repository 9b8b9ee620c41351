"""Whether a page is the last one."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from daftra_async import structure
from daftra_async.lists.page import Page, goes_on
from daftra_async.models import Invoice
from tests.lists.pages import page


@pytest.mark.parametrize(
    ("changes", "asked", "more"),
    [
        ({}, 1, True),
        ({"has_next": False}, 1, False),
        ({"data": []}, 1, False),
        ({"page_count": 3}, 2, True),
        ({"page_count": 3}, 3, False),
        ({"next_page": 2}, 1, True),
        ({"next_page": 1}, 1, False),  # a link that leads back
        ({"next_page": 1, "page_count": 3}, 1, True),  # the page count says more than the link
    ],
)
def test_goes_on(changes: Any, asked: int, more: bool) -> None:
    assert goes_on(attrs.evolve(page([1, 2]), **changes), asked) is more


def test_a_page_is_its_records() -> None:
    found = page([1, 2])
    assert (found[0], found[-1], found[1:]) == (found.data[0], found.data[1], found.data[1:])
    with pytest.raises(IndexError):
        _ = found[2]
    assert (len(found), list(found)) == (2, found.data)
    assert "t1" not in repr(found)  # tokens are long


def test_a_notebook_shows_a_page_as_a_table_with_where_it_is() -> None:
    records = [structure(Invoice, {"id": 7, "summary_total": "10.50"})]
    found = Page(data=records, page=2, page_count=1200, total_results=1201, has_next=True, next_page=3)
    assert "<caption>page 2 of 1,200, 1 of 1,201 records</caption>" in (found._repr_html_() or "")
    assert page([1])._repr_html_() is None  # other items have their repr
