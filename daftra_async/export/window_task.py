"""One window of a huge list as a task for another process or machine."""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.catalogue import operations
from daftra_async.errors import DriftError, IncompleteListError
from daftra_async.export.as_sent import pages_as_sent
from daftra_async.export.files import line_of
from daftra_async.export.incremental import steady
from daftra_async.export.targets import plan
from daftra_async.export.windows import MOST, TimeWindow
from daftra_async.lists.lines import line_pages
from daftra_async.wire.census import Entry, counting

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator

    from daftra_async.client import DaftraClient
    from daftra_async.export.targets import Target
    from daftra_async.lists.page import Page

TRIES: Final = 3


class CannotDivideError(Exception):  # internal; the list is walked whole
    """The list cannot be divided, or its windows do not add up to it."""


@attrs.frozen(kw_only=True)
class WindowTask:
    """A window to fetch."""

    resource: str
    """The list, as `Target.name`."""
    page_size: int | None
    window: TimeWindow
    as_sent: bool
    """Records are not decoded."""
    columns: bool
    """Pages are wanted as columns, and as JSON Lines otherwise."""


@attrs.frozen(kw_only=True)
class Fetched:
    """The pages of a window, as they are stored."""

    pages: list[Any] = attrs.field(repr=False)
    """Of JSON Lines, the lines of each page; of columns, each page as `packed` writes it."""
    census: dict[Entry, int] = attrs.field(repr=False)
    """Counts of what no model describes."""


async def fetch_window(client: DaftraClient, task: WindowTask) -> Fetched | None:
    """Fetch a window; None when it holds too many records.

    Raises:
        CannotDivideError: it came short, or changed during each of several attempts.
        DaftraError: a page could not be fetched.
    """
    (target,) = plan(operations(), [task.resource], task.page_size)
    problem = ""
    for _ in range(TRIES):
        try:
            return await _fetched(client, target, task)
        except (DriftError, IncompleteListError) as error:
            problem = str(error)
    raise CannotDivideError(problem)


async def _fetched(client: DaftraClient, target: Target, task: WindowTask) -> Fetched | None:
    window, pages, census = task.window, list[Any](), dict[Entry, int]()
    with counting(census):
        async with aclosing(_walk(client, target, task)) as walk:
            async for page in walk:
                if (page.total_results or 0) > MOST:
                    return None
                kept: Any = page.take([at for at, record in enumerate(page.data) if window.holds(record)])
                pages.append(_packed(kept) if task.columns else [line_of(record) for record in kept.data])
    return Fetched(pages=pages, census=census)


def _walk(client: DaftraClient, target: Target, task: WindowTask) -> AsyncGenerator[Page[Any], None]:
    arguments = {**target.arguments, **steady(target), **task.window.arguments(target)}
    op = target.operation
    pager = getattr(getattr(client, op.resource), op.verb)(**arguments).checked(on_drift="raise")
    if task.columns:
        walk: AsyncGenerator[Page[Any], None] = pager.column_pages()
        return walk
    return pages_as_sent(pager, 1) if task.as_sent else line_pages(pager, 1)


def _packed(page: Any) -> bytes:
    from daftra_async.export.tabular.packing import packed  # noqa: PLC0415  # its library is optional

    return packed(page.batches)
