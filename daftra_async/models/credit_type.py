# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class CreditType(Record):
    """A kind of points or credits, with its unit.

    Returned by `credit_types.list`, `credit_types.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    name: str | None = attrs.field(default=ABSENT)
    """Name of the record."""
    allow_decimal: int | None = attrs.field(default=ABSENT)
    """Whether fractional credit amounts are allowed (0 or 1)."""
    status: bool | None = attrs.field(default=ABSENT)
    """Whether the credit type is active."""
    unit: str | None = attrs.field(default=ABSENT)
    """Name of the unit the credit is counted in."""
    description: str | None = attrs.field(default=ABSENT)
    """Description as free text."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    deleted_at: datetime | None = attrs.field(default=ABSENT)
    """When the record was deleted, null while it exists."""
