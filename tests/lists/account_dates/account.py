"""A fake account with a date format of its own, which records the requests that it gets."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.conftest import http

if TYPE_CHECKING:
    import asyncio
    from collections.abc import Awaitable, Callable

    from tests.conftest import RawServer, Seen

FORMATS = {"0": "Y-m-d", "1": "m/d/Y", "3": "d/m/Y"}


class Account:
    """Answers each request by its path. `asked` lists all paths, `questions` those that read the date format."""

    def __init__(self, server: RawServer, chosen: Any = "3", formats: Any = None) -> None:
        self.server = server
        self.chosen = chosen
        self.formats = FORMATS if formats is None else formats
        self.dates: dict[str, str] = {}
        """Dates of invoices by id; other invoices have the date `usual`."""
        self.usual = "05/09/2026"
        self.before: Callable[[str], Awaitable[bytes | None]] | None = None
        """Called with each path before the usual answer: bytes are sent instead of it."""
        server.default = self._answer

    @property
    def asked(self) -> list[str]:
        """Paths in order."""
        return [seen.target.split("?")[0] for seen in self.server.seen]

    @property
    def questions(self) -> list[str]:
        """Those that ask for the date format."""
        return [path for path in self.asked if path in {"/api2/site_info", "/api2/listing/dateFormats"}]

    def sent(self, at: int = -1) -> Any:
        """Body of a request."""
        return json.loads(self.server.seen[at].body)

    async def _answer(self, seen: Seen, writer: asyncio.StreamWriter) -> None:
        path = seen.target.split("?")[0]
        answer = None if self.before is None else await self.before(path)
        writer.write(answer if answer is not None else http(200, self._body(seen, path)))
        await writer.drain()

    def _body(self, seen: Seen, path: str) -> Any:
        if path == "/api2/site_info":
            return {"code": 200, "result": "successful", "data": {"Site": {"id": 44, "date_format": self.chosen}}}
        if path == "/api2/listing/dateFormats":
            return {"code": 200, "result": "successful", "data": {"Listing": self.formats}}
        if path == "/api2/invoices":
            return self._page(seen.target)
        if path.startswith("/api2/invoices/"):
            return {"code": 200, "result": "successful", "data": {"Invoice": self.invoice(path.rpartition("/")[2])}}
        return {"code": 202, "result": "successful", "id": 7}

    def invoice(self, number: str) -> dict[str, Any]:
        """One invoice as the account sends it."""
        return {"id": number, "date": self.dates.get(number, self.usual)}

    def _page(self, target: str) -> Any:
        page = int(target.partition("page=")[2].partition("&")[0] or 1)
        rows = [{"Invoice": self.invoice(str(page * 10 + n))} for n in range(5)]
        paging = {"prev": None, "next": "?page" if page < 6 else None, "page": page, "page_count": 6, "total_results": 30}
        return {"code": 200, "result": "successful", "data": rows, "pagination": paging}
