# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenIntEnum


class StockTransactionType(OpenIntEnum):
    """Direction of a stock movement."""

    IN = 1
    """Into stock."""
    OUT = 2
    """Out of stock."""
