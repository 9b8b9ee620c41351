"""What of the demo account is exported to every target, and read back."""

from __future__ import annotations

import os

from daftra_async.catalogue import operations
from daftra_async.export.targets import plan

_LARGE = {"clients", "expenses", "invoice_payments", "journals", "notes", "products", "stock_transactions"}


def _lists() -> list[str]:
    """The whole demo account where a database server says that there is time; else all its lists but the largest.

    Of the invoices, whose records are the richest, those of one client stand for all.
    """
    if os.environ.get("DAFTRA_TEST_POSTGRES"):
        return ["*", "workflow_records:workflow_id=36"]
    small = [target.name for target in plan(operations(), ["*"]) if target.skip_reason is None]
    return [
        *(name for name in small if name not in _LARGE | {"invoices"}),
        "invoices:client_id=15",
        "workflow_records:workflow_id=36",
    ]


LISTS = _lists()
"""What of the demo account is exported to every target, and read back."""
