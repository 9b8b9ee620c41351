"""How a list is walked: a request for each page, checked when the pager is made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from daftra_async.http.parameters import build_path
from daftra_async.lists.answers import read_page
from daftra_async.lists.page import Source
from daftra_async.lists.resume_token import token_scope
from daftra_async.lists.walk import WalkPlan
from daftra_async.operation import UnsetType

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from daftra_async.http.call import Reply
    from daftra_async.http.request import PreparedRequest
    from daftra_async.lists.page import Page
    from daftra_async.lists.walk import Fetch, Misplaced
    from daftra_async.operation import Operation

    Send = Callable[[PreparedRequest, Callable[..., Any]], Awaitable[Reply]]

T = TypeVar("T")

_PAGE_SIZES: Final = frozenset({"limit", "per_page"})
"""Parameters that ask for a number of rows on each page."""


def plan_of(
    send: Send,
    op: Operation[T],
    path: Mapping[str, object],
    query: Mapping[str, object],
    make: Callable[[Mapping[str, object]], PreparedRequest],
    resume: str | UnsetType | None,
    read: Callable[..., Page[T]] | None = None,
) -> WalkPlan[T]:
    """Return how a list of the server is walked.

    Args:
        send: Sends a request and reads its answer.
        op: The list.
        path: Path parameters by their Python names.
        query: Query parameters by their Python names.
        make: Makes the request of a page, given its query.
        resume: Token of an earlier walk, to go on after its last complete page.
        read: Makes a page of an answer, where the operation alone does not say how.

    Raises:
        ArgumentError: an argument is refused, or the token belongs to something else.
    """
    strays: dict[int, Reply] = {}
    reader = partial(read_page, op) if read is None else read

    async def fetch(page: int | None) -> Page[T]:
        asked = query if page is None else {**query, "page": page}
        reply = await send(make(asked), reader)
        found: Page[T] = reply.body
        if page is not None and found.page != page:
            # Only these are kept: an answer is large, and its page is dropped when it is consumed.
            strays[page] = reply
        return found

    def misplaced(asked: int, page: Page[T]) -> Exception:
        return strays.pop(asked).unexpected(f"page {asked} was asked for and page {page.page} of {page.page_count} came")

    # Made once here, so that a bad argument is refused where it stands and not where the list is used.
    return plan_with(fetch, misplaced, op, path, query, make(query), resume)


def plan_with(
    fetch: Fetch[T],
    misplaced: Misplaced[T],
    op: Operation[T],
    path: Mapping[str, object],
    query: Mapping[str, object],
    first: PreparedRequest,
    resume: str | UnsetType | None,
) -> WalkPlan[T]:
    """Return how a list is walked, given what fetches its pages and the request of the first one.

    Raises:
        ArgumentError: the token belongs to something else.
    """
    scope = token_scope(op.id, build_path(op, path, ""), first.query)
    sizes = [int(value) for name, value in first.query if name in _PAGE_SIZES and value.isdecimal()]
    return WalkPlan(
        fetch,
        misplaced,
        cast("int | None", query.get("page")),
        scope=scope,
        source=Source(operation=first.operation, url=first.url, size=sizes[0] if sizes else None),
        resume=None if isinstance(resume, UnsetType) or resume is None else scope.read(resume),
    )
