"""The demo account, read once as a program reads it: with lines and payments."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from daftra_async import DaftraClient
from daftra_async.sandbox import Sandbox

WITH_LINES = ("estimates", "credit_notes", "refund_receipts", "purchase_invoices", "purchase_refunds")
"""Resources whose lists leave out the lines."""


async def read() -> tuple[list[Any], list[Any]]:
    async with Sandbox("demo") as sandbox, DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url) as daftra:
        taxes = await daftra.taxes.list().collect()
        documents: list[Any] = await daftra.invoices.list(limit=1000, recursive=1).collect()
        for name in WITH_LINES:
            resource = getattr(daftra, name)
            ids = [row.id for row in await resource.list(limit=1000).collect()]
            documents += await resource.get_many(ids)
        ids = [row.id for row in await daftra.advance_payments.list(per_page=100).collect()]
        documents += await daftra.advance_payments.get_many(ids)
    return taxes, documents


@pytest.fixture(scope="session")
def account() -> tuple[list[Any], list[Any]]:
    """The taxes and all documents of the demo account."""
    return asyncio.run(read())
