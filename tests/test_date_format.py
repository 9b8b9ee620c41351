"""Dates in the account's own format, end to end against the sandbox."""

from __future__ import annotations

import datetime as dt

import pytest

from daftra_async import ArgumentError, DaftraClient, Settings
from daftra_async.sandbox import Sandbox


async def test_dates_of_single_invoices() -> None:
    async with Sandbox("demo") as sandbox:
        async with DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra:
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
            assert isinstance(invoice.date, dt.date)
            assert not invoice.issues


@pytest.mark.parametrize("value", ["d/m/Y", "", 3, "%d/%m"])
def test_a_pattern_that_is_none(value: object) -> None:
    with pytest.raises(ArgumentError, match="date_format"):
        Settings(date_format=value)
