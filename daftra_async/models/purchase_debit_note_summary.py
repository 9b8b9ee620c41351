# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class PurchaseDebitNoteSummary(Record):
    """Totals sent with a purchase debit note."""

    currency: str | None = attrs.field(default=ABSENT)
    """Currency code (ISO 4217)."""
