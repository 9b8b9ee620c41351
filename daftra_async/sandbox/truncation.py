"""Pages that hold less than they should: without rows, with half of them, or marked as the last one. Totals stay true."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aiohttp import web

from daftra_async.sandbox.codec import DecodeError, as_list, as_object, dumps, loads

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async.sandbox.codec import Json

_NEXT: Final = {"next": None, "next_page_url": None, "has_more_pages": False}
"""Fields that announce a next page in the three kinds of lists, each with its value on the last page."""


def truncate(name: str, answer: web.StreamResponse) -> web.StreamResponse:
    """Cut a page of a list short; an answer that is not a page stays as it is."""
    body = _body(answer)
    holder = as_object(body.get("payload")) or body
    paging = as_object(holder.get("pagination")) or holder
    rows = as_list(holder.get("data"))
    if rows is None or not (paging.keys() & _NEXT.keys()):
        return answer
    TRUNCATIONS[name](holder, paging)
    return web.Response(status=answer.status, body=dumps(body), content_type="application/json")


def _body(answer: web.StreamResponse) -> Json:
    if not isinstance(answer, web.Response) or not isinstance(answer.body, bytes):
        return {}
    try:
        return as_object(loads(answer.body)) or {}
    except DecodeError:
        return {}


def _empty(holder: Json, _paging: Json) -> None:
    holder["data"] = []


def _short(holder: Json, _paging: Json) -> None:
    rows = holder["data"]
    holder["data"] = rows[: len(rows) // 2]


def _no_next(_holder: Json, paging: Json) -> None:
    paging.update({name: last for name, last in _NEXT.items() if name in paging})


def _few_pages(holder: Json, paging: Json) -> None:
    if "has_more_pages" in paging:  # such a list has no page count
        _no_next(holder, paging)
    for name, page in (("page_count", "page"), ("last_page", "current_page")):
        if name in paging:
            paging[name] = paging[page]


TRUNCATIONS: Final[dict[str, Callable[[Json, Json], None]]] = {
    "empty-page": _empty,
    "short-page": _short,
    "no-next": _no_next,
    "few-pages": _few_pages,
}
"""By kind of fault."""
