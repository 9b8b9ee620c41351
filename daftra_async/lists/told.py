"""Report the progress of a walk."""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING, Any, TypeVar

from daftra_async.lists.page import Page

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from daftra_async.options import OnProgress

P = TypeVar("P", bound=Page[Any])


async def told(
    pages: AsyncGenerator[P, None], on_progress: OnProgress | None, total: Callable[[], int | None]
) -> AsyncGenerator[P, None]:
    """Give pages, and tell how many records they had; `total` says how many there are by the page read last."""
    done = 0
    async with aclosing(pages):
        async for page in pages:
            done += len(page)
            if on_progress is not None:
                on_progress(done, total())
            yield page
