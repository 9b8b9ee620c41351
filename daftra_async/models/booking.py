# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date as date_aliased

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class Booking(Record):
    """An appointment for services that a client has reserved.

    Returned by `bookings.list`, `bookings.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner."""
    date: date_aliased | None = attrs.field(default=ABSENT)
    """Date of the record."""
    client_id: int | None = attrs.field(default=ABSENT)
    """Client the record belongs to."""
    description: str | None = attrs.field(default=ABSENT)
    """Description as free text."""
    end_time: str | None = attrs.field(default=ABSENT)
    """Time the booking ends."""
    start_time: str | None = attrs.field(default=ABSENT)
    """Time the booking starts."""
    branch_id: int | None = attrs.field(default=ABSENT)
    """Branch the record belongs to."""
    converted: int | None = attrs.field(default=ABSENT)
    """Whether the booking was converted (0 or 1)."""
