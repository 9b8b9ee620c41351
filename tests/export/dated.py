"""An account whose invoices can be asked for by the day on which they were made, and the traps of servers that do so."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from daftra_async.lists.page import Page
from daftra_async.lists.pager import Pager
from daftra_async.lists.walk import WalkPlan
from daftra_async.models import Invoice
from tests.export.fakes import FakeClient, FakeResource

if TYPE_CHECKING:
    from collections.abc import Callable


def invoice(number: int, made: str | None) -> Invoice:
    return Invoice(id=number, no=f"{number:06}", created=None if made is None else dt.datetime.fromisoformat(made))


def years(count: int, *, a_day: int = 2) -> list[Invoice]:
    """Some invoices a day, the first of them at midnight."""
    first = dt.date(2024, 1, 1)
    days = [(first + dt.timedelta(days=number // a_day), number % a_day) for number in range(count)]
    return [invoice(number, f"{day} {place % 24:02}:00:00") for number, (day, place) in enumerate(days, 1)]


class DatedClient(FakeClient):
    """Holds invoices; `listed` is called before each page."""

    def __init__(self, records: list[Invoice], *, to_midnight: bool = False, filters: bool = True) -> None:
        super().__init__()
        self.records = records
        self.to_midnight = to_midnight
        self.filters = filters
        self.listed: Callable[[dict[str, Any], int], None] = lambda arguments, page: None

    def __getattr__(self, resource: str) -> FakeResource:
        return Invoices(self) if resource == "invoices" else super().__getattr__(resource)

    def matching(self, arguments: dict[str, Any]) -> list[Invoice]:
        found = list(self.records)
        if self.filters and (start := arguments.get("created_from")):
            found = [each for each in found if each.created is not None and each.created.date() >= start]
        if self.filters and (end := arguments.get("created_to")):
            last = dt.datetime.combine(end, dt.time() if self.to_midnight else dt.time.max)
            found = [each for each in found if each.created is not None and each.created <= last]
        if arguments.get("sort") == "created":
            found.sort(key=lambda each: (each.created is not None, each.created))
        return found


class Invoices(FakeResource):
    client: DatedClient

    def __init__(self, client: DatedClient) -> None:
        super().__init__(client, "invoices")

    def list(self, **arguments: Any) -> Pager[Invoice]:
        size = arguments["limit"]

        async def fetch(number: int | None) -> Page[Invoice]:
            number = number or 1
            self.client.listed(arguments, number)
            found = self.client.matching(arguments)
            count = max(1, -(-len(found) // size))
            more = number < count
            return Page(
                data=found[size * (number - 1) : size * number],
                page=number,
                page_count=count,
                total_results=len(found),
                has_next=more,
                next_page=number + 1 if more else None,
            )

        return Pager(WalkPlan(fetch, lambda asked, page: AssertionError((asked, page)), None, model=Invoice))
