# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class AdvancePaymentPayment(Record):
    """The payment of an advance payment."""

    invoice_id: int | None = attrs.field(default=ABSENT)
    """Invoice this record belongs to."""
    client_id: int | None = attrs.field(default=ABSENT)
    """Client the record belongs to."""
    payment_method: str | None = attrs.field(default=ABSENT)
    """Payment method, from the payment gateways."""
    amount: Decimal | None = attrs.field(default=ABSENT)
    """Amount of the payment."""
    transaction_id: str | None = attrs.field(default=ABSENT)
    """Transaction reference of the payment, as text."""
    date: datetime | None = attrs.field(default=ABSENT)
    """Date of the record."""
    email: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Email address of the person or business."""
    status: int | None = attrs.field(default=ABSENT)
    """Status of the record."""
    notes: str | None = attrs.field(default=ABSENT)
    """Notes as free text."""
    response_code: str | None = attrs.field(default=ABSENT)
    """Response code recorded for the payment."""
    response_message: str | None = attrs.field(default=ABSENT)
    """Response message recorded for the payment."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    currency_code: str | None = attrs.field(default=ABSENT)
    """Currency code (ISO 4217)."""
    first_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First name of the person."""
    last_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Last name of the person."""
    address1: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First address line."""
    address2: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Second address line."""
    city: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """City of the address."""
    state: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """State or province of the address."""
    postal_code: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Postal code of the address."""
    country_code: str | None = attrs.field(default=ABSENT)
    """Country code (ISO 3166-1 alpha-2)."""
    phone1: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First phone number."""
    phone2: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Second phone number."""
    attachment: str | None = attrs.field(default=ABSENT)
    """File attached to the record."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner."""
    payment_work_order_id: int | None = attrs.field(default=ABSENT)
    """Work order id linked to the payment."""
    treasury_id: int | None = attrs.field(default=ABSENT)
    """Treasury or bank account that holds the money."""
    pos_shift_id: int | None = attrs.field(default=ABSENT)
    """Point-of-sale shift id; the warehouse is taken from its session."""
    receipt_notes: str | None = attrs.field(default=ABSENT)
    """Notes of the payment receipt."""
    extra_details: str | None = attrs.field(default=ABSENT)
    """Extra details of the record; may be JSON inside text."""
    branch_id: int | None = attrs.field(default=ABSENT)
    """Branch the record belongs to."""
    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    added_by: int | None = attrs.field(default=ABSENT)
    """Staff member who added it, 0 for the site owner."""
    is_paid: int | None = attrs.field(default=ABSENT)
    """Whether the advance payment is paid (0 or 1)."""
