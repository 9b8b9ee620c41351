"""Walks over pages whose records are lines of JSON, for exports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from daftra_async.lists.page import Page
    from daftra_async.lists.pager import Pager


def line_pages(pager: Pager[Any], concurrency: int) -> AsyncGenerator[Page[Any], None]:
    """Walk the pages of a list in order, each record as a `JsonLine` with what `unstructure` gives; odd pages hold records.

    Args:
        pager: The list.
        concurrency: Pages in flight or waiting at most.
    """
    plan = pager._plan  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # another view of it, as `raw` is one
    if plan.lines is not None:
        pager = pager._over(plan.lines())  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # likewise
    return pager.pages(concurrency=concurrency)
