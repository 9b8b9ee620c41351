# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class PurchaseDebitNoteSummaryInput(Input):
    """Input for totals sent with a purchase debit note."""

    currency: str | UnsetType = attrs.field(default=UNSET)
    """Currency code (ISO 4217)."""
