"""How answers are written: the envelopes of v1, v2 and the payload routes, and the shapes of failures."""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

if TYPE_CHECKING:
    from daftra_async.sandbox.codec import Json

REQUIRED_V2 = "هذا الحقل مطلوب ولا يمكن ان يكون فارغ"
""""This field is required": messages come in the account's language, so clients cannot match on them."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Status and JSON body."""

    status: int
    body: Any


class Refusal(Exception):
    """An answer that ends the handling of a request."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.status)
        self.answer = answer


def v1_failure(status: int, message: str, **more: Any) -> Answer:
    """The failure shape of `/api2`."""
    return Answer(status, {"result": "failed", "code": status, "message": message, **more})


def v2_failure(status: int, message: str, **more: Any) -> Answer:
    """The failure shape of `/v2`."""
    return Answer(status, {"message": message, **more})


def v1_success(data: Any) -> Answer:
    """One record, or whatever stands under `data`."""
    return Answer(200, {"code": 200, "result": "successful", "data": data})


def v1_created(status: int, identity: int) -> Answer:
    """A create is 202 with the id as text; some routes answer 200 with a number."""
    return Answer(status, {"code": status, "result": "successful", "id": str(identity) if status == 202 else identity})


def v1_done() -> Answer:
    """Acknowledgement of an update or a delete."""
    return Answer(200, {"code": 200, "result": "successful"})


def v1_page(path: str, rows: list[Json], *, page: int, pages: int, total: int) -> Answer:
    """A page of a v1 list. The links carry the page and nothing else: limit and filters are lost, as on the real server."""
    # Some resources send the page count as text; which ones is fixed by their path.
    as_text = zlib.crc32(path.removesuffix(".json").encode()) % 3 == 0
    pagination = {
        "prev": f"{path}?page={page - 1}" if page > 1 else None,
        "next": f"{path}?page={page + 1}" if page < pages else None,
        "page": page,
        "page_count": str(pages) if as_text else pages,
        "total_results": total,
    }
    return Answer(200, {"code": 200, "result": "successful", "data": rows, "pagination": pagination})


def laravel_page(url: str, rows: list[Json], *, page: int, per_page: int, total: int, per_page_sent: bool) -> Json:
    """A page of a v2 list; links carry the page only, `per_page` comes back as the text it was sent as."""
    last = max(1, -(-total // per_page))
    first = (page - 1) * per_page + 1

    def link(number: int | None) -> str | None:
        return f"{url}?{urlencode({'page': number})}" if number is not None and 1 <= number <= last else None

    around = sorted({1, *range(max(1, page - 3), min(last, page + 3) + 1), last})
    numbers = [{"url": link(number), "label": str(number), "page": number, "active": number == page} for number in around]
    return {
        "current_page": page,
        "data": rows,
        "first_page_url": link(1),
        "from": first if rows else None,
        "last_page": last,
        "last_page_url": link(last),
        "links": [
            {"url": link(page - 1), "label": "&laquo; Previous", "page": page - 1 if page > 1 else None, "active": False},
            *numbers,
            {"url": link(page + 1), "label": "Next &raquo;", "page": page + 1 if page < last else None, "active": False},
        ],
        "next_page_url": link(page + 1),
        "path": url,
        "per_page": str(per_page) if per_page_sent else per_page,
        "prev_page_url": link(page - 1),
        "to": first + len(rows) - 1 if rows else None,
        "total": total,
    }


def payload_page(rows: list[Json], *, page: int, per_page: int, total: int) -> Json:
    """The list envelope of employee assets."""
    pagination = {"total": total, "current_page": page, "per_page": per_page, "has_more_pages": page * per_page < total}
    permissions = {"can_add": True, "can_link": True, "can_delete_all": True}
    return {
        "payload": {"data": rows, "pagination": pagination, "permissions": permissions},
        "version": "v2",
        "message": None,
    }


def payload(data: Any) -> Json:
    """The single-record envelope of employee assets."""
    return {"payload": {"data": data}, "version": "v2", "message": None}
