"""A fake account with one v1 list and its v2 twin; tests choose the rows, and what the twin answers wrongly."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

import attrs

from tests.conftest import http

if TYPE_CHECKING:
    from tests.conftest import Seen

Row = dict[str, Any]
NIGHT = "2026-03-01 01:00:00"
"""When records are changed, unless a test says otherwise; older than all clocks, newer than all rows."""


def supplier(number: int, modified: str = "", name: str = "") -> Row:
    """Return a row as the list shows it; without a time of its own it was changed the hour after the row before it."""
    modified = modified or str(dt.datetime(2026, 1, 1) + dt.timedelta(hours=number))
    return {"id": str(number), "business_name": name or f"Supplier {number}", "modified": modified, "created": modified}


def _same(row: Row) -> Row:
    return row


@attrs.define
class TwoSides:
    """Answers `/api2/suppliers`, `/api2/suppliers/{id}` and `/v2/api/entity/supplier/list/1`."""

    rows: dict[int, Row]
    shown: Callable[[Row], Row] = _same
    """How the twin shows a row."""
    kept: Callable[[Row], bool] = bool
    """Which rows the twin has."""
    cut: Callable[[str], str | None] = str
    """What the twin makes of the time in the filter; None ignores it."""
    refusal: bytes | None = None
    """What the twin answers instead."""
    page: Callable[[dict[str, Any]], Any] = _same
    """What is made of a page of the twin before it is sent."""
    gone: frozenset[int] = frozenset()
    """Ids that cannot be fetched one by one."""
    after: Callable[[], None] | None = None
    """Called when the twin has answered for the first time."""
    relations: dict[str, Any] = attrs.field(factory=dict[str, Any])
    """What a single record has beyond its row in the list."""
    held_page: int = 0
    """The page of the list that is never answered."""
    held: asyncio.Event = attrs.field(factory=asyncio.Event)
    sent: list[str] = attrs.field(factory=list[str])

    def change(self, *ids: int, at: str = NIGHT) -> None:
        """Change records."""
        for number in ids:
            self.rows[number] = supplier(number, at, f"Renamed {number} at {at}")

    @property
    def counts(self) -> dict[str, int]:
        """Requests and rows that were sent since the last look, by side."""
        found, self.sent = Counter(self.sent), []
        return dict(found)

    async def __call__(self, seen: Seen, writer: asyncio.StreamWriter) -> None:
        url = urlsplit(seen.target)
        query = dict(parse_qsl(url.query))
        parts = url.path.removesuffix(".json").strip("/").split("/")
        if parts[0] == "v2":
            writer.write(self._twin(query))
        elif parts[-1] == "suppliers" and query.get("page") == str(self.held_page):
            self.held.set()
        elif parts[-1] == "suppliers":
            writer.write(self._list(query))
        else:
            writer.write(self._one(int(parts[-1])))
        await writer.drain()

    def _list(self, query: dict[str, str]) -> bytes:
        page, size = int(query.get("page", 1)), int(query["limit"])
        found = [self.rows[number] for number in sorted(self.rows, reverse=True)]
        data = [{"Supplier": row} for row in found[(page - 1) * size : page * size]]
        self.sent += ["list", *["row"] * len(data)]
        pages = -(-len(found) // size)
        pagination = {"prev": None, "next": f"/?page={page + 1}" if page < pages else None, "page": page}
        pagination |= {"page_count": pages, "total_results": len(found)}
        return http(200, {"code": 200, "result": "successful", "data": data, "pagination": pagination})

    def _one(self, number: int) -> bytes:
        self.sent.append("get")
        if number not in self.rows or number in self.gone:
            return http(404, {"code": 404, "result": "failed", "message": "Not Found"})
        record = {**self.rows[number], **self.relations}
        return http(200, {"code": 200, "result": "successful", "data": {"Supplier": record}})

    def _twin(self, query: dict[str, str]) -> bytes:
        self.sent.append("twin")
        if self.refusal is not None:
            return self.refusal
        found = [self.shown({**row, "id": int(row["id"])}) for row in self.rows.values() if self.kept(row)]
        asked = query.get("filter[modified][gte]")
        cut = None if asked is None else self.cut(asked)
        if cut is not None:
            found = [row for row in found if str(row.get("modified")).replace("T", " ") >= cut]
        if "sort[modified]" in query:
            found.sort(key=lambda row: str(row.get("modified")), reverse=True)
        page, size = int(query.get("page", 1)), int(query["per_page"])
        pages = max(1, -(-len(found) // size))
        body = {
            "current_page": page, "data": found[(page - 1) * size : page * size], "from": 1, "to": 1, "per_page": size,
            "total": len(found), "last_page": pages, "next_page_url": "/?page=2" if page < pages else None, "path": "/",
            "prev_page_url": None, "first_page_url": "/", "last_page_url": "/", "links": [],
        }  # fmt: skip
        answer = http(200, self.page(body))
        if self.after is not None:
            after, self.after = self.after, None
            after()
        return answer
