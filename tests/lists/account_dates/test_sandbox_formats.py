"""Dates in the account's own format, end to end against the sandbox."""

from __future__ import annotations

import datetime as dt

import pytest

from daftra_async import (
    ArgumentError,
    BookingInput,
    BookingItemInput,
    ClientInput,
    DaftraClient,
    InvoiceInput,
    InvoiceItemInput,
    Settings,
)
from daftra_async.sandbox import Sandbox
from daftra_async.sandbox.dates import FORMATS, DateFormat

DAY = dt.date(2026, 9, 5)


@pytest.mark.parametrize("title", FORMATS.values())
async def test_what_is_written_is_read(title: str) -> None:
    async with (
        Sandbox("empty", date_format=title) as sandbox,
        DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra,
    ):
        client = await daftra.clients.create(ClientInput(business_name="Nile", email="nile@example.com"))
        assert isinstance(client.id, int)
        line = InvoiceItemInput(item="Service", unit_price=10, quantity=1)
        made = await daftra.invoices.create(InvoiceInput(client_id=client.id, date=DAY, invoice_item=[line]))
        assert made.id is not None
        invoices = await daftra.invoices.get_many([made.id, made.id])
        assert {invoice.date for invoice in invoices} == {DAY}
        booking = await daftra.bookings.create(
            BookingInput(date=DAY, client_id=client.id, invoice_item=[BookingItemInput(product_id=1)])
        )
        assert isinstance(booking.id, int)
        stored = sandbox.account.store.get("booking", booking.id)
        assert stored is not None
        assert stored.body["date"] == "2026-09-05"
        received = sandbox.received()
        assert (received["site_info.get"], received["listing.get"]) == (1, 1)


async def test_the_setting_goes_before_the_account() -> None:
    async with Sandbox("demo") as sandbox:
        settings = Settings(date_format=None)
        async with DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key, settings=settings) as daftra:
            page = await daftra.invoices.list(limit=50)
            row = next(row for row in page if row.date is not None and row.date.day <= 12 and row.date.day != row.date.month)
            assert row.id is not None
            # The list has ISO dates, the single record those of the account: 05/09/2026 can be read in two ways.
            invoice = await daftra.invoices.get(row.id)
            assert isinstance(invoice.date, str)
            assert [issue.path for issue in invoice.issues] == ["date"]
        settings = Settings(date_format="%d/%m/%Y")
        async with DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key, settings=settings) as daftra:
            invoice = await daftra.invoices.get(row.id)
            assert invoice.date == row.date
            assert not invoice.issues
        assert not sandbox.received()["site_info.get"]


@pytest.mark.parametrize("value", ["d/m/Y", "", 3, "%d/%m", "%d/%m/%Y %d", "%H %d/%m/%Y"])
def test_a_pattern_that_is_none(value: object) -> None:
    with pytest.raises(ArgumentError, match="date_format"):
        Settings(date_format=value)


@pytest.mark.parametrize("value", [None, "auto", "%d/%m/%Y", "%b %d, %Y", "%Y-%m-%d", "%d.%m.%y"])
def test_patterns(value: str | None) -> None:
    assert Settings(date_format=value).date_format == value


def test_formats_of_the_sandbox() -> None:
    with pytest.raises(ValueError, match=r"'Y/j/n' is not one of Y-m-d, m/d/Y"):
        Sandbox(date_format="Y/j/n")
    months = DateFormat("d M Y")
    assert months.read("5 Sep 2026 14:30", with_time=True) == "2026-09-05 14:30:00"
    assert months.write("2026-09-05") == "05 Sep 2026"
    assert months.write("0000-00-00") == "0000-00-00"
    assert months.read("0000-00-00", with_time=False) == "0000-00-00"
    with pytest.raises(ValueError, match="month must be"):
        DateFormat("m/d/Y").read("25/09/2026", with_time=False)
