# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date as date_aliased

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input

from .booking_item_input import BookingItemInput


@attrs.define(kw_only=True, repr=False)
class BookingInput(Input):
    """Input for an appointment for services that a client has reserved.

    Accepted by `bookings.create`.
    """

    invoice_item: list[BookingItemInput] | UnsetType = attrs.field(default=UNSET, metadata={"wire": "InvoiceItem"})
    """Lines of the document."""
    staff_id: int | UnsetType = attrs.field(default=UNSET)
    """Staff member id, 0 for the site owner."""
    date: date_aliased = attrs.field(metadata={"write_format": "%d/%m/%Y"})
    """Date of the record."""
    client_id: int = attrs.field()
    """Client the record belongs to."""
    description: str | UnsetType = attrs.field(default=UNSET)
    """Description as free text."""
    end_time: str | UnsetType = attrs.field(default=UNSET)
    """Time the booking ends."""
    start_time: str | UnsetType = attrs.field(default=UNSET)
    """Time the booking starts."""
    branch_id: int | UnsetType = attrs.field(default=UNSET)
    """Branch the record belongs to."""
    converted: int | UnsetType = attrs.field(default=UNSET)
    """Whether the booking was converted (0 or 1)."""
