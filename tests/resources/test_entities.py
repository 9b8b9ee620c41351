"""The generic reader, with records of a class that the caller names."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import ArgumentError, DaftraClient, F, Invoice, InvoiceInput
from daftra_async.sandbox import Sandbox
from daftra_async.wire.record import Record

if TYPE_CHECKING:
    from daftra_async.testing import LiveSandbox


class Own(Record):
    id: int


async def test_records_of_a_class() -> None:
    wanted = F("type").not_equal(19)
    async with Sandbox("demo") as sandbox, DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra:
        rows = (await daftra.entities.list("invoice", per_page=3, model=Invoice, filters=wanted)).data
        plain = (await daftra.entities.list("invoice", per_page=3, filters=wanted)).data
    assert [type(row) for row in rows] == [Invoice] * 3
    assert all(isinstance(row.summary_total, Decimal) for row in rows)
    assert [row.id for row in rows] == [row.id for row in plain]
    assert str(rows[0].summary_total) == str(plain[0].extra["summary_total"])


@pytest.mark.parametrize("model", [InvoiceInput, Own, "Invoice", dict])
async def test_other_classes_are_refused(daftra_client: DaftraClient, daftra_sandbox: LiveSandbox, model: Any) -> None:
    with pytest.raises(ArgumentError, match="a record class of daftra_async, such as Invoice"):
        daftra_client.entities.list("invoice", model=model)
    assert not daftra_sandbox.requests


async def test_names_in_filters_are_those_of_the_class(daftra_client: DaftraClient) -> None:
    with pytest.raises(ArgumentError, match="summary_total"):
        daftra_client.entities.list("invoice", model=Invoice, filters={"sumary_total": 1})
    daftra_client.entities.list("invoice", filters={"sumary_total": 1})
