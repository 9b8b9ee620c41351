"""Pages: the rows of a list answer, and which page comes next.

The three shapes are v1 (`data` and `pagination`), Laravel (flat, `current_page`; or with `meta` and `links`) and `payload`.
Whatever does not have one of them is refused, so that nothing but an empty list looks like one.
"""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qs, urlsplit

import attrs

from daftra_async.wire import by_shape
from daftra_async.wire.guards import WireMismatch, is_list, is_map, shape
from daftra_async.wire.scalars import to_bool, to_int
from daftra_async.wire.wrappers import unwrap_row

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from daftra_async.operation import AnyOperation

_USUAL_LINK: Final = re.compile(
    r"[A-Za-z0-9:/._-]*+\?(?:(?!page=)[A-Za-z0-9_.-]*+=[A-Za-z0-9_.-]*+&)*+page=([0-9]{1,9})(?:&[A-Za-z0-9_.=&-]*+)?"
)
"""A link that needs no decoding, as nearly all do; its first `page`."""
_LARAVEL: Final = frozenset({"current_page", "last_page", "next_page_url", "per_page", "total"})


@attrs.frozen(kw_only=True)
class ListAnswer:
    """One page of a list."""

    rows: list[Any]
    """The records as JSON objects, taken out of their wrappers."""
    page: int
    """Number of this page, from 1; 1 when the server did not say."""
    page_count: int | None = None
    total: int | None = None
    """Number of records on all pages, when the server says it."""
    has_next: bool = False
    next_page: int | None = None
    """Number of the next page, always above `page`; None on the last one."""


def open_page(op: AnyOperation, body: Any) -> ListAnswer:
    """Open a list answer by the kind that the operation declares, or for a doubtful one by any kind that fits.

    Raises:
        WireMismatch: the body is no such list.
    """
    first = _KINDS.get(op.response.kind)
    if first is None:
        msg = f"{op.id} answers {op.response.kind}, which is not a list"
        raise WireMismatch(msg)
    try:
        return first(op, body)
    except WireMismatch:
        found = _by_shape(op, body) if op.doubtful else None
        if found is None:
            raise
        return found


def _by_shape(op: AnyOperation, body: Any) -> ListAnswer | None:
    """Open a list of any kind, in any envelope."""
    for inside in by_shape.contents(body):
        for kind in _KINDS.values():
            with contextlib.suppress(WireMismatch):
                return kind(op, inside)
    return None


def page_named_by(link: Any) -> int | None:
    """Return the `page` of a link's query, be it relative, absolute or on another host; None when it names none.

    Such a link is used for nothing else: it drops limit and filters, and names other hosts (seen on live accounts).
    """
    if isinstance(link, str):
        usual = _USUAL_LINK.fullmatch(link)
        if usual is not None:
            return int(usual[1]) or None
        try:
            query = parse_qs(urlsplit(link).query)
        except ValueError:  # half an IPv6 address, for example
            return None
        link = next(iter(query.get("page", [])), link)
    page, ok = to_int(link)
    return page if ok and page is not None and page > 0 else None


def _v1(op: AnyOperation, body: Any) -> ListAnswer:
    members = _object(body, "data", "pagination")
    rows = _rows(op, members["data"])
    paging = _paging(members["pagination"])
    page, page_count = _count(paging.get("page")) or 1, _count(paging.get("page_count"))
    return _answer(rows, page, page_count, _count(paging.get("total_results")), _next(paging, "next", page, page_count))


def _laravel(op: AnyOperation, body: Any) -> ListAnswer:
    members = _flattened(_object(body, "data"))
    if not members.keys() & _LARAVEL:
        msg = f"a list without paging: {shape(body)}"
        raise WireMismatch(msg)
    rows = _rows(op, members["data"])
    page, page_count = _count(members.get("current_page")) or 1, _count(members.get("last_page"))
    total = _count(members.get("total"))
    if page_count is None:
        page_count = _pages(total, _count(members.get("per_page")))
    return _answer(rows, page, page_count, total, _next(members, "next_page_url", page, page_count))


def _flattened(members: Mapping[str, Any]) -> Mapping[str, Any]:
    """Bring the form with `meta` and `links`, known from prose only, to the flat one."""
    meta, links = members.get("meta"), members.get("links")
    if not is_map(meta):
        return members
    following = {"next_page_url": links["next"]} if is_map(links) and "next" in links else {}
    return {**following, **meta, **members}


def _payload(op: AnyOperation, body: Any) -> ListAnswer:
    payload = _object(_object(body, "payload")["payload"], "data", "pagination")
    paging = _paging(payload["pagination"])
    rows = _rows(op, payload["data"])
    page = _count(paging.get("current_page")) or 1
    total, per_page = _count(paging.get("total")), _count(paging.get("per_page"))
    page_count = _pages(total, per_page)
    more, known = to_bool(paging.get("has_more_pages"))
    if not known or more is None:
        more = page_count is not None and page < page_count
    return ListAnswer(
        rows=rows, page=page, page_count=page_count, total=total, has_next=more, next_page=page + 1 if more else None
    )


_KINDS: Final[dict[str, Callable[[AnyOperation, Any], ListAnswer]]] = {
    "v1-list": _v1,
    "v2-list": _laravel,
    "payload-list": _payload,
}


def _next(paging: Mapping[str, Any], key: str, page: int, page_count: int | None) -> int | None:
    """Decide on the next page from the link to it and the number of pages.

    A null link ends the list. A link that names no usable page (none, this one, an earlier one, one past the end), and a missing
    one, count as "the next page" where `page_count` says that there are more: a useless link must not cut a list short. Without
    `page_count` nothing shows that there are more.
    """
    link = paging.get(key, "?")
    if link in (None, "", False) or (page_count is not None and page >= page_count):
        return None
    named = page_named_by(link)
    if named is None or named <= page or (page_count is not None and named > page_count):
        return page + 1 if page_count is not None else None
    return named


def _answer(rows: list[Any], page: int, page_count: int | None, total: int | None, following: int | None) -> ListAnswer:
    return ListAnswer(
        rows=rows, page=page, page_count=page_count, total=total, has_next=following is not None, next_page=following
    )


def _pages(total: int | None, per_page: int | None) -> int | None:
    return -(-total // per_page) if total is not None and per_page else None


def _object(body: Any, *keys: str) -> Mapping[str, Any]:
    if not is_map(body) or not all(key in body for key in keys):
        msg = f"expected a list with {' and '.join(keys)}, got {shape(body)}"
        raise WireMismatch(msg)
    return body


def _paging(paging: Any) -> Mapping[str, Any]:
    if paging == []:  # an empty PHP map
        return {}
    if not is_map(paging):
        msg = f"expected paging, got {shape(paging)}"
        raise WireMismatch(msg)
    return paging


def _rows(op: AnyOperation, data: Any) -> list[Any]:
    rows = data
    if is_map(data) and all(str(key).isdigit() for key in data):
        rows = list(data.values())
    if not is_list(rows):
        msg = f"expected rows, got {shape(data)}"
        raise WireMismatch(msg)
    return [unwrap_row(op, row, at) for at, row in enumerate(rows)]


def _count(value: Any) -> int | None:
    count, ok = to_int(value)
    return count if ok and count is not None and count >= 0 else None
