"""Open invoices: from three filtered lists, each once, every row compared."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest
from yarl import URL

from daftra_async import ArgumentError, DaftraClient, Invoice
from daftra_async.lists.open_invoices import due_date
from daftra_async.sandbox import Sandbox
from tests.conftest import http

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import RawServer

    Make = Callable[..., DaftraClient]

TODAY = dt.date(2026, 9, 30)


def row(identity: int, status: int = 0, **fields: Any) -> dict[str, Any]:
    return {"Invoice": {"id": str(identity), "client_id": "15", "payment_status": str(status), **fields}}


def page(*rows: dict[str, Any]) -> bytes:
    paging = {"prev": None, "next": None, "page": 1, "page_count": 1, "total_results": len(rows)}
    return http(body={"code": 200, "result": "successful", "data": list(rows), "pagination": paging})


def asked(server: RawServer) -> list[dict[str, str]]:
    return [dict(URL(seen.target).query) for seen in server.seen]


async def test_each_once_and_every_row_compared(client: Make, server: RawServer) -> None:
    # The second list is not filtered at all, as servers do that do not know a filter.
    server.script = [
        page(row(1), row(2, 1, summary_unpaid="7.50")),
        page(row(1), row(3), row(4, 2), row(5, -1), row(6, 4), row(7, 3)),
        page(row(2, 1), row(8, 1)),
    ]
    found = await client().invoices.open().collect()
    assert [invoice.id for invoice in found] == [1, 2, 3, 8]
    assert str(found[1].summary_unpaid) == "7.50"
    assert [each["payment_status"] for each in asked(server)] == ["-3", "-2", "1"]


async def test_of_one_client(client: Make, server: RawServer) -> None:
    server.script = [page(row(1), row(2, client_id="16")), page(row(3, client_id=15)), page()]
    assert [invoice.id async for invoice in client().invoices.open(15)] == [1, 3]
    assert {each["client_id"] for each in asked(server)} == {"15"}


async def test_older_than_is_counted_from_the_due_date(client: Make, server: RawServer) -> None:
    server.default = page(
        row(1, date="2026-09-01", due_after="0"),  # 29 days
        row(2, date="2026-08-31", due_after="0"),  # 30 days
        row(3, date="2026-08-30", due_after=""),  # 31 days
        row(4, date="2026-08-01", due_after="29"),  # 31 days
        row(5, date="2026-08-01", due_after="31"),
        row(6, date="2026-01-01", issue_date="2026-09-20"),
        row(7, date="", issue_date="0000-00-00"),
    )
    found = await client().invoices.open(older_than=30, today=TODAY).collect()
    assert [invoice.id for invoice in found] == [3, 4]
    assert [each["payment_status"] for each in asked(server)] == ["-3", "1"]
    found = await client().invoices.open(older_than=0, today=dt.date(2026, 9, 2)).collect()
    assert [invoice.id for invoice in found] == [1, 2, 3, 4, 5]


def test_the_due_date() -> None:
    assert due_date(Invoice(date=TODAY, due_after=3)) == dt.date(2026, 10, 3)
    assert due_date(Invoice(date=TODAY, issue_date=dt.date(2026, 9, 1), due_after=None)) == dt.date(2026, 9, 1)
    assert due_date(Invoice(due_after=3)) is None


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"older_than": -1}, "older_than"),
        ({"older_than": "30"}, "older_than"),
        ({"older_than": 10**9}, "fewer days"),
        ({"older_than": 1, "today": "2026-09-30"}, "today"),
        ({"older_than": 1, "today": dt.datetime(2026, 9, 30, tzinfo=dt.UTC)}, "today"),
        ({"client_id": "x"}, "client_id"),
        ({"concurrency": 0}, "n: 0"),
    ],
)
def test_arguments_are_checked_at_once(arguments: Any, said: str, client: Make, server: RawServer) -> None:
    with pytest.raises(ArgumentError, match=said):
        client().invoices.open(**arguments)
    with pytest.raises(TypeError, match="did you mean 'older_than'"):
        client().invoices.open(oldr_than=1)  # what is tested
    assert server.seen == []


async def test_what_is_not_needed_is_not_fetched(client: Make, server: RawServer) -> None:
    server.script = [page(row(1), row(2)), page(row(3)), page()]
    stream = client().invoices.open(timeout=9)
    assert [invoice.id for invoice in await stream.limit(2).collect()] == [1, 2]
    assert len(server.seen) == 1
    async with stream as invoices:
        async for _ in invoices:
            break
    assert repr(stream) == "<open invoices>"


async def test_all_that_is_open_in_the_demo_account() -> None:
    async with Sandbox("demo") as sandbox, DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url) as daftra:
        every = await daftra.invoices.list(limit=1000).collect()
        wanted = {invoice.id for invoice in every if invoice.payment_status in {0, 1}}
        found = await daftra.invoices.open().collect()
        assert wanted
        assert sorted(str(invoice.id) for invoice in found) == sorted(map(str, wanted))
        assert all(invoice.summary_unpaid and invoice.summary_unpaid > 0 for invoice in found)
