from __future__ import annotations

from typing import Any

import pytest

from daftra_async.errors import ArgumentError
from daftra_async.prove import einvoicing
from daftra_async.sandbox import Faults, Rule
from daftra_async.sandbox.store import NewRecord
from tests.prove.conftest import examined


async def test_an_account_that_has_it_is_refused() -> None:
    async with examined() as account:
        account.sandbox.account.store.add([NewRecord("site", {"id": 1, "einvoice_enabled": "1"})])
        with pytest.raises(ArgumentError, match="write: e-invoicing is switched on in this account"):
            await account.prove("invoices.create", write=True)
        assert {request.method for request in account.sandbox.requests} == {"GET"}
        assert (await account.prove("listing.get"))["listing.get"].answered


async def test_settings_that_may_not_be_read_say_nothing() -> None:
    async with examined(faults=Faults([Rule("html", operation="site_info.get")])) as account:
        assert await einvoicing(account.client) == "unknown"


@pytest.mark.parametrize(
    ("settings", "invoice", "state"),
    [
        ({}, {}, "unknown"),
        ({"einvoice_enabled": "1"}, {}, "on"),
        ({"e_invoicing": True}, {}, "on"),
        ({"einvoice_enabled": "0"}, {}, "off"),
        ({"ZATCA_PHASE": "2"}, {}, "on"),
        ({"plugins": {"electronic_invoice": 1}}, {}, "on"),
        ({}, {"einvoice_status": 3}, "on"),
        ({}, {"einvoice_status": 0}, "unknown"),
        ({"einvoice_enabled": "0"}, {"einvoice_status": 3}, "on"),
    ],
)
async def test_what_the_account_says(settings: dict[str, Any], invoice: dict[str, Any], state: str) -> None:
    async with examined() as account:
        store = account.sandbox.account.store
        site = store.get("site", 1)
        assert site is not None
        store.add([NewRecord("site", {**site.body, **settings}), NewRecord("invoice", {"id": 1, **invoice}, {}, "invoices")])
        assert await einvoicing(account.client) == state
        assert [request.method for request in account.sandbox.requests] == ["GET", "GET"]
