# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class Store(Record):
    """A warehouse that holds stock of the account.

    Returned by `stores.list`, `stores.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    name: str | None = attrs.field(default=ABSENT)
    """Name of the warehouse. At most 255 characters."""
    shipping_address: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Shipping address of the warehouse."""
    primary: bool | None = attrs.field(default=ABSENT)
    """Whether this is the primary warehouse."""
    active: bool | None = attrs.field(default=ABSENT)
    """Whether the record is active."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    branch_id: int | None = attrs.field(default=ABSENT)
    """Branch the record belongs to. Listed by `branches.list` (Branch)."""
