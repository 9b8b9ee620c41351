"""Enumerations: they show names, are numbers on the wire, and let unknown values through."""

from __future__ import annotations

import copy
import json
import pickle
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import DaftraClient, Invoice, structure, unstructure
from daftra_async.models import InvoicePaymentStatus, InvoicePaymentStatusFilter
from daftra_async.sandbox import Sandbox
from daftra_async.wire import dumps
from tests.conftest import http

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import RawServer

    Make = Callable[..., DaftraClient]

PAID = InvoicePaymentStatus.PAID


def read(status: Any) -> Any:
    invoice = structure(Invoice, {"payment_status": status})
    assert unstructure(invoice) == {"payment_status": int(status)}
    return invoice.payment_status


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        (-1, "InvoicePaymentStatus.DRAFT"),
        ("0", "InvoicePaymentStatus.UNPAID"),
        ("1", "InvoicePaymentStatus.PARTIALLY_PAID"),
        (2, "InvoicePaymentStatus.PAID"),
        (3, "InvoicePaymentStatus.REFUNDED"),
        (4, "InvoicePaymentStatus.OVERPAID"),
        (77, "InvoicePaymentStatus.UNKNOWN_77"),
    ],
)
def test_text_shows_the_name(sent: Any, shown: str) -> None:
    status = read(sent)
    assert str(status) == f"{status}" == f"{status!s}" == shown
    assert status == int(sent)
    assert f"{status:d}" == str(int(sent))


def test_it_is_still_a_number() -> None:
    assert json.dumps({"status": PAID}) == '{"status": 2}'
    assert dumps({"status": PAID}) == b'{"status":2}'
    assert (PAID + 1, int(PAID), f"{PAID:03}") == (3, 2, "002")
    assert copy.deepcopy(PAID) is pickle.loads(pickle.dumps(PAID)) is PAID


@pytest.mark.parametrize("status", [0, 1, 2, -3, 4, *InvoicePaymentStatusFilter])
async def test_the_filter_takes_members_and_numbers(status: Any, client: Make, server: RawServer) -> None:
    paging = {"prev": None, "next": None, "page": 1, "page_count": 1, "total_results": 0}
    server.default = http(body={"code": 200, "result": "successful", "data": [], "pagination": paging})
    await client().invoices.list(payment_status=status)
    assert server.seen[0].target.endswith(f"?payment_status={int(status)}")


async def test_the_filter_finds_what_records_show() -> None:
    async with Sandbox("demo") as sandbox, DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url) as daftra:
        every = await daftra.invoices.list(limit=1000).collect()
        for status in (0, 1, 2):
            found = await daftra.invoices.list(payment_status=status, limit=1000).collect()
            assert found
            assert [invoice.id for invoice in found] == [invoice.id for invoice in every if invoice.payment_status == status]
