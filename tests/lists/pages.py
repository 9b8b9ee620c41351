"""Pages of rows that have nothing but an id."""

from __future__ import annotations

from typing import Any

import attrs

from daftra_async.lists.page import Page


@attrs.frozen
class Row:
    id: int | str | None


def page(ids: Any, number: int = 1, count: int | None = None, total: int | None = None, *, more: bool = True) -> Page[Any]:
    rows = [Row(each) for each in ids]
    return Page(data=rows, page=number, page_count=count, total_results=total, has_next=more, next_page=None, token=f"t{number}")
