# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class AdvancePaymentPaymentInput(Input):
    """Input for the payment of an advance payment."""

    invoice_id: int | UnsetType = attrs.field(default=UNSET)
    """Invoice this record belongs to."""
    client_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Client the record belongs to."""
    payment_method: str = attrs.field()
    """Payment method, from the payment gateways."""
    amount: Decimal | int = attrs.field()
    """Amount of the payment."""
    transaction_id: str | UnsetType = attrs.field(default=UNSET)
    """Transaction reference of the payment, as text."""
    date: datetime | UnsetType = attrs.field(default=UNSET)
    """Date of the record."""
    email: str | None | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Email address of the person or business."""
    status: int | UnsetType = attrs.field(default=UNSET)
    """Status of the record."""
    notes: str | None | UnsetType = attrs.field(default=UNSET)
    """Notes as free text."""
    response_code: str | None | UnsetType = attrs.field(default=UNSET)
    """Response code recorded for the payment."""
    response_message: str | None | UnsetType = attrs.field(default=UNSET)
    """Response message recorded for the payment."""
    created: datetime | UnsetType = attrs.field(default=UNSET)
    """Creation date and time, account-local."""
    currency_code: str | UnsetType = attrs.field(default=UNSET)
    """Currency code (ISO 4217)."""
    first_name: str | None | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """First name of the person."""
    last_name: str | None | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Last name of the person."""
    address1: str | None | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """First address line."""
    address2: str | None | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Second address line."""
    city: str | None | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """City of the address."""
    state: str | None | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """State or province of the address."""
    postal_code: str | None | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Postal code of the address."""
    country_code: str | UnsetType = attrs.field(default=UNSET)
    """Country code (ISO 3166-1 alpha-2)."""
    phone1: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """First phone number."""
    phone2: str | None | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Second phone number."""
    attachment: str | None | UnsetType = attrs.field(default=UNSET)
    """File attached to the record."""
    staff_id: int | UnsetType = attrs.field(default=UNSET)
    """Staff member id, 0 for the site owner."""
    payment_work_order_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Work order id linked to the payment."""
    treasury_id: int | UnsetType = attrs.field(default=UNSET)
    """Treasury or bank account that holds the money."""
    pos_shift_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Point-of-sale shift id; the warehouse is taken from its session."""
    receipt_notes: str | None | UnsetType = attrs.field(default=UNSET)
    """Notes of the payment receipt."""
    extra_details: str | None | UnsetType = attrs.field(default=UNSET)
    """Extra details of the record; may be JSON inside text."""
    branch_id: int | UnsetType = attrs.field(default=UNSET)
    """Branch the record belongs to."""
    id: int | UnsetType = attrs.field(default=UNSET)
    """Unique id of the record."""
    added_by: int | UnsetType = attrs.field(default=UNSET)
    """Staff member who added it, 0 for the site owner."""
    is_paid: int | UnsetType = attrs.field(default=UNSET)
    """Whether the advance payment is paid (0 or 1)."""
