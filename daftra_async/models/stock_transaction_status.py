# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenIntEnum


class StockTransactionStatus(OpenIntEnum):
    """Progress of a stock movement."""

    DRAFT = 1
    """Draft."""
    PENDING = 2
    """Pending."""
    PROCESSED = 4
    """Processed."""
    TRANSFER = 5
    """Transfer."""
