"""How a list is walked: a request for each page, checked when the pager is made."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

import attrs

from daftra_async.http.parameters import build_path
from daftra_async.lists.answers import read_line_page, read_page, read_raw_page, without_model
from daftra_async.lists.page import Source
from daftra_async.lists.resume_token import token_scope
from daftra_async.lists.walk import WalkPlan
from daftra_async.operation import PAGE_SIZES, UnsetType
from daftra_async.redaction.shown import MASK, SHOWN_QUERY, clean
from daftra_async.wire.split import PageSplitter

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from daftra_async.http.call import Reply
    from daftra_async.http.request import PreparedRequest
    from daftra_async.lists.answers import ReadPage
    from daftra_async.lists.page import Page
    from daftra_async.lists.path_list import PathList
    from daftra_async.lists.walk import Fetch, Misplaced
    from daftra_async.operation import Operation

    Send = Callable[[PreparedRequest, Callable[..., Any]], Awaitable[Reply]]

T = TypeVar("T")

_PAGE: Final = "page"
"""Parameter that asks for a page; each operation with pages has it under this name."""


def plan_of(
    send: Send,
    op: Operation[T],
    path: Mapping[str, object],
    query: Mapping[str, object],
    make: Callable[[Mapping[str, object]], PreparedRequest],
    resume: str | UnsetType | None,
    listing: PathList[T] | None = None,
) -> WalkPlan[T]:
    """Return how a list of the server is walked.

    Args:
        send: Sends a request and reads its answer.
        op: The list.
        path: Path parameters by their Python names.
        query: Query parameters by their Python names.
        make: Makes the request of a page, given its query.
        resume: Token of an earlier walk, to go on after its last complete page.
        listing: What makes a page of an answer, where the operation alone does not say how.

    Raises:
        ArgumentError: an argument is refused, or the token belongs to something else.
    """

    def planned(read: ReadPage) -> WalkPlan[Any]:
        fetch, misplaced = _fetching(send, make, query, read)
        return plan_with(fetch, misplaced, op, path, query, first, resume)

    typed: ReadPage = partial(read_page, op) if listing is None else listing.read

    def columns(lines: bool) -> WalkPlan[Any]:  # noqa: FBT001  # a function of one argument
        from daftra_async.lists.columns import column_reader  # noqa: PLC0415  # its library is optional

        return planned(column_reader(op, typed, lines=lines))

    def raw() -> WalkPlan[bytes]:
        decoded = partial(read_page, without_model(op)) if listing is None else attrs.evolve(listing, model=None).read
        splitter = PageSplitter(op, None if listing is None else listing.unwrap)
        return planned(partial(read_raw_page, splitter, decoded))

    def lines() -> WalkPlan[Any]:
        return planned(partial(read_line_page, op))

    # Made once here, so that a bad argument is refused where it stands and not where the list is used.
    first = make(query)
    plan = attrs.evolve(planned(typed), raw=raw)
    # Lists that no operation describes come one at a time: their columns and lines are made of records.
    return attrs.evolve(plan, columns=columns, lines=lines) if listing is None else attrs.evolve(plan, model=listing.model)


def _fetching(
    send: Send, make: Callable[[Mapping[str, object]], PreparedRequest], query: Mapping[str, object], read: ReadPage
) -> tuple[Fetch[Any], Misplaced[Any]]:
    """Return what fetches a page, and what makes the error of one that is not the one asked for."""
    strays: dict[int, Reply] = {}
    requests = _Requests(make, query)

    async def fetch(page: int | None) -> Page[Any]:
        reply = await send(requests.of(page), read)
        found: Page[Any] = reply.body
        if page is not None and found.page != page:
            # Only these are kept: an answer is large, and its page is dropped when it is consumed.
            strays[page] = reply
        return found

    def misplaced(asked: int, page: Page[Any]) -> Exception:
        return strays.pop(asked).unexpected(f"page {asked} was asked for and page {page.page} of {page.page_count} came")

    return fetch, misplaced


class _Requests:
    """The requests of the pages of a list: the arguments are checked once, then only the number of the page changes."""

    __slots__ = ("_make", "_numbered", "_query")

    def __init__(self, make: Callable[[Mapping[str, object]], PreparedRequest], query: Mapping[str, object]) -> None:
        self._make = make
        self._query = query
        self._numbered: PreparedRequest | None = None

    def of(self, page: int | None) -> PreparedRequest:
        """Return the request of a page; None leaves the number to the server."""
        if page is None:
            return self._make(self._query)
        if self._numbered is None:
            self._numbered = self._make({**self._query, _PAGE: page})
            return self._numbered
        pairs = [(name, str(page) if name == _PAGE else value) for name, value in self._numbered.query]
        return attrs.evolve(self._numbered, query=pairs)


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
    sizes = [int(value) for name, value in first.query if name in PAGE_SIZES and value.isdecimal()]
    return WalkPlan(
        fetch,
        misplaced,
        cast("int | None", query.get("page")),
        scope=scope,
        source=Source(
            operation=first.operation, url=first.url, arguments=_arguments(path, query), size=sizes[0] if sizes else None
        ),
        model=op.response.model,
        resume=None if isinstance(resume, UnsetType) or resume is None else scope.read(resume),
    )


def _arguments(path: Mapping[str, object], query: Mapping[str, object]) -> str:
    """Return the arguments of a list as they may be shown; those of the path stand in every URL, too."""
    given = {name: value for name, value in query.items() if value is not None and not isinstance(value, UnsetType)}
    shown = {name: MASK if {"@", "%"} & set(str(value)) else value for name, value in path.items()}
    shown |= {name: value if name in SHOWN_QUERY else MASK for name, value in given.items()}
    return clean(", ".join(f"{name}={_plain(value)}" for name, value in shown.items()))


def _plain(value: object) -> str:
    value = getattr(value, "value", value)
    return value if value is MASK else repr(value)
