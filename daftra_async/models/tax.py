# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class Tax(Record):
    """A tax rate that document lines refer to by id.

    Returned by `taxes.list`, `taxes.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    tax_id: int | None = attrs.field(default=ABSENT)
    """Tax id, set by the server."""
    name: str | None = attrs.field(default=ABSENT)
    """Name of the tax."""
    value: Decimal | None = attrs.field(default=ABSENT)
    """Tax rate in percent."""
    description: str | None = attrs.field(default=ABSENT)
    """Description as free text."""
    included: bool | None = attrs.field(default=ABSENT)
    """Whether prices include the tax: 1 inclusive, 0 or null exclusive. Default on the server: False."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
