"""A fake server of lists; tests choose the rows, the totals that it announces, and the page where it stops answering."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

import attrs
import pytest

from tests.conftest import http

if TYPE_CHECKING:
    from tests.conftest import RawServer, Seen

Row = dict[str, Any]


def row(number: int, modified: str = "", **rest: Any) -> Row:
    """Return a row; without a time of its own it was changed the hour after the row before it."""
    modified = modified or str(dt.datetime(2026, 1, 1) + dt.timedelta(hours=number))
    return {"id": number, "name": f"row {number}", "modified": modified, "created": "2026-01-01 00:00:00", **rest}


def rows(count: int, first: int = 1, **rest: Any) -> list[Row]:
    return [row(number, **rest) for number in range(first, first + count)]


@attrs.define
class Lists:
    """Answers lists of v2 (`/v2/api/entity/brand/list/1`) and v1 (`/api2/clients.json`) by the last part of their names.

    v2 lists honour the filter of `modified` and the sort; those of v1 neither.
    """

    rows: dict[str, list[Row]] = attrs.field(factory=dict[str, list[Row]])
    announced: dict[str, int] = attrs.field(factory=dict[str, int])
    """Another total than the number of rows."""
    shown: dict[str, int] = attrs.field(factory=dict[str, int])
    """So many rows are shown, and then there is no next page."""
    broken: set[str] = attrs.field(factory=set[str])
    """Lists that answer 500."""
    seen: list[tuple[str, int, dict[str, str]]] = attrs.field(factory=list[tuple[str, int, dict[str, str]]])
    before: Callable[[str, int], None] | None = None
    """Called with every page that is asked for."""
    hold: dict[str, int] = attrs.field(factory=dict[str, int])
    """Pages that are never answered, nor those after them."""
    held: set[str] = attrs.field(factory=set[str])
    some_held: asyncio.Event = attrs.field(factory=asyncio.Event)
    all_held: asyncio.Event = attrs.field(factory=asyncio.Event)

    def hold_at(self, page: int, *names: str) -> None:
        """Answer nothing from that page on; 0 answers everything again."""
        self.hold, self.held = dict.fromkeys(names, page) if page else {}, set()
        self.some_held, self.all_held = asyncio.Event(), asyncio.Event()

    def pages(self, name: str) -> list[int]:
        return [page for found, page, _ in self.seen if found == name]

    async def __call__(self, seen: Seen, writer: asyncio.StreamWriter) -> None:
        url = urlsplit(seen.target)
        query = dict(parse_qsl(url.query, keep_blank_values=True))
        v2 = url.path.startswith("/v2/")
        parts = url.path.strip("/").split("/")
        name = parts[3] if v2 else parts[1].removesuffix(".json")
        page, size = int(query.get("page", 1)), int(query.get("per_page" if v2 else "limit", 20))
        if self.before is not None:
            self.before(name, page)
        self.seen.append((name, page, query))
        if name in self.hold and page >= self.hold[name]:
            self.held.add(name)
            self.some_held.set()
            if self.held == self.hold.keys():
                self.all_held.set()
            return
        writer.write(
            http(500, {"message": "sorry"}) if name in self.broken else http(200, self._page(name, page, size, query, v2))
        )
        await writer.drain()

    def _page(self, name: str, page: int, size: int, query: dict[str, str], v2: bool) -> Any:
        found = self.rows.get(name, [])
        if v2 and (start := query.get("filter[modified][gte]")):
            found = [each for each in found if each["modified"] >= start]
        if v2:
            for field in ("modified", "id"):
                if (order := query.get(f"sort[{field}]")) is not None:
                    found = sorted(found, key=lambda each: str(each[field]).zfill(20), reverse=order == "desc")
        total = self.announced.get(name, len(found))
        found = found[: self.shown.get(name, len(found))]
        data = found[(page - 1) * size : page * size]
        more = page * size < len(found)
        if v2:
            return {
                "current_page": page, "data": data, "from": 1, "to": 1, "per_page": size, "total": total,
                "last_page": -(-len(found) // size) or 1, "next_page_url": "/?page=2" if more else None,
                "prev_page_url": None, "path": "/", "first_page_url": "/", "last_page_url": "/", "links": [],
            }  # fmt: skip
        key = {"clients": "Client", "follow_up_actions": "FollowUpAction", "invoices": "Invoice", "taxes": "Tax"}.get(name, name)
        pagination = {"prev": None, "next": f"/?page={page + 1}" if more else None, "page": page, "total_results": total}
        pagination["page_count"] = -(-len(found) // size) or 1
        return {"code": 200, "result": "successful", "data": [{key: each} for each in data], "pagination": pagination}


@pytest.fixture
def lists(server: RawServer) -> Lists:
    """Lists that the raw server of the test answers with."""
    made = Lists()
    server.default = made
    return made
