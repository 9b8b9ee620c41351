"""An edit of an invoice without a server."""

from __future__ import annotations

from typing import Any

from daftra_async.models import Invoice
from daftra_async.resources import invoices
from daftra_async.writes.edit.draft import EditState


def raw_invoice(**values: Any) -> dict[str, Any]:
    lines = [
        {"id": "11", "item": "Work", "quantity": "1", "unit_price": "10.50", "subtotal": "10.50"},
        {"id": "12", "item": "Parts", "quantity": "2", "unit_price": "3", "subtotal": "6"},
    ]
    read: dict[str, Any] = {
        "id": "7",
        "no": "0007",
        "client_id": "15",
        "notes": "old",
        "date": "2026-01-31",
        "summary_total": 16.5,
    }
    return {**read, "InvoiceItem": lines, **values}


def editing(carry: tuple[str, ...] = (), **values: Any) -> EditState:
    return EditState(invoices.UPDATE, Invoice, raw_invoice(**values), carry)
