"""Numbers whose plain notation would fill the memory: refused where they are written, kept as sent where they are read."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import ArgumentError, F, unstructure, wire
from daftra_async.cli.columns import cell
from daftra_async.http.from_text import read_parameter
from daftra_async.operation import Param
from tests.conftest import http

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async import DaftraClient
    from tests.conftest import RawServer

HUGE = ("1e999999999", "-1e999999999", "1e-999999999", "0e-999999999", "1e9999999999999999999999", "9" * 5000)


@pytest.mark.parametrize("number", [Decimal("1e999999999"), Decimal("1e-999999999"), Decimal("0e-999999999")])
async def test_huge_numbers_are_refused_before_they_fill_the_memory(number: Decimal, client: Callable[..., DaftraClient]) -> None:
    daftra = client()
    with pytest.raises(ArgumentError, match="summary_total_from"):
        await daftra.invoices.list(summary_total_from=number)
    with pytest.raises(ArgumentError, match="huge"):
        F("total").eq(number)
    with pytest.raises(ArgumentError, match=r"unit_price: a number of more than 400 digits"):
        await daftra.invoices.create({"client_id": 1, "InvoiceItem": [{"unit_price": number}]})
    with pytest.raises(ArgumentError, match=r"unit_price: "):
        await daftra.invoices.create({"client_id": 1, "InvoiceItem": [{"unit_price": str(number)}]})


async def test_a_body_that_holds_itself_is_refused(client: Callable[..., DaftraClient]) -> None:
    itself: dict[str, Any] = {"client_id": 1}
    itself["extra"] = {"a": itself}
    with pytest.raises(ArgumentError, match="nested too deeply"):
        await client().invoices.create(itself)


@pytest.mark.parametrize("number", HUGE)
@pytest.mark.parametrize("quoted", [False, True])
async def test_huge_numbers_are_kept_as_sent(
    number: str, quoted: bool, server: RawServer, client: Callable[..., DaftraClient]
) -> None:
    sent = f'"{number}"' if quoted else number
    body = f'{{"code": 200, "result": "successful", "data": {{"Invoice": {{"id": 7, "summary_total": {sent}, "new": {sent}}}}}}}'
    server.script.append(http(200, raw=body.encode()))
    invoice = await client().invoices.get(7)
    assert [issue.path for issue in invoice.issues] == ["summary_total"]
    written = unstructure(invoice)
    for kept in (invoice.summary_total, invoice.extra["new"], written["summary_total"], written["new"]):
        assert len(str(kept)) < 6000
        assert len(repr(kept)) < 6000
        assert len(wire.dumps(kept)) < 6000
        assert len(cell(kept)) < 7000
        assert str(kept).lower().lstrip("-")[0] in {"1", "0", "9"}
    assert json.dumps(written)


@pytest.mark.parametrize("text", ["1_0", "_5", "1e999999999", "nan"])
def test_numbers_on_the_command_line_are_read_as_people_write_them(text: str) -> None:
    param = Param(name="x", wire="x", type="decimal")
    with pytest.raises(ArgumentError):
        read_parameter(param, text)
