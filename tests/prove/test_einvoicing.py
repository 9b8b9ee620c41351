from __future__ import annotations

from typing import Any

import pytest

from daftra_async.prove.einvoicing import einvoicing
from daftra_async.sandbox.store import NewRecord
from tests.prove.conftest import examined


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
