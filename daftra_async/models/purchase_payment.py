# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import attrs

from daftra_async.wire.record import ABSENT, Record

from .payment_status import PaymentStatus


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class PurchasePayment(Record):
    """One payment of a purchase document."""

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    purchase_order_id: int | None = attrs.field(default=ABSENT)
    """Purchase document the record belongs to. Listed by `invoices.list`."""
    payment_method: str | None = attrs.field(default=ABSENT)
    """Payment method, from the payment gateways. At most 100 characters."""
    amount: Decimal | None = attrs.field(default=ABSENT)
    """Amount of the payment."""
    transaction_id: str | None = attrs.field(default=ABSENT)
    """Transaction reference of the payment, as text. At most 100 characters."""
    treasury_id: int | None = attrs.field(default=ABSENT)
    """Treasury or bank account that holds the money. Listed by `treasuries.list`."""
    date: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the payment, account-local."""
    email: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Email address of the person or business. At most 255 characters."""
    status: PaymentStatus | None = attrs.field(default=ABSENT)
    """Whether the payment failed, completed or is still open."""
    notes: str | None = attrs.field(default=ABSENT)
    """Notes as free text."""
    response_code: str | None = attrs.field(default=ABSENT)
    """Response code recorded for the payment."""
    response_message: str | None = attrs.field(default=ABSENT)
    """Response message recorded for the payment."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    currency_code: str | None = attrs.field(default=ABSENT)
    """Currency code (ISO 4217). At most 3 characters."""
    first_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First name on the payment. At most 255 characters."""
    last_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Last name on the payment. At most 255 characters."""
    address1: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First address line. At most 255 characters."""
    address2: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Second address line. At most 255 characters."""
    city: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """City of the address. At most 255 characters."""
    state: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """State or province of the address. At most 100 characters."""
    postal_code: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Postal code of the address. At most 10 characters."""
    country_code: str | None = attrs.field(default=ABSENT)
    """Country code (ISO 3166-1 alpha-2). At most 3 characters."""
    phone1: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First phone number. At most 50 characters."""
    phone2: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Second phone number. At most 50 characters."""
    transaction_type: str | None = attrs.field(default=ABSENT)
    """Kind of payment transaction, as text. At most 255 characters."""
    processed: bool | None = attrs.field(default=ABSENT)
    """Whether the payment has been processed."""
    attachment: str | None = attrs.field(default=ABSENT)
    """File attached to the record. At most 255 characters."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner. Listed by `staff.list`."""
    receipt_notes: str | None = attrs.field(default=ABSENT)
    """Notes of the payment receipt."""
