"""Whether a page is the last one."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from daftra_async.lists.page import goes_on
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
    assert (len(found), list(found)) == (2, found.data)
    assert "t1" not in repr(found)  # tokens are long
