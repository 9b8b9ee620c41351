# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime
from typing import Any

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class InvoiceSourceOrder(Record):
    """The order source of an invoice."""

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    name: str | None = attrs.field(default=ABSENT)
    """Name of the record."""
    status: Any = attrs.field(default=ABSENT)
    """Status of the record."""
    display_order: int | None = attrs.field(default=ABSENT)
    """Position of the entry when shown in a list."""
    branch_id: int | None = attrs.field(default=ABSENT)
    """Branch the record belongs to."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
