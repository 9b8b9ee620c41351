# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input

from .payment_status import PaymentStatus


@attrs.define(kw_only=True, repr=False)
class InvoicePaymentInput(Input):
    """Input for a payment received for a single invoice.

    Accepted by `invoice_payments.create`, `invoice_payments.update`.
    """

    invoice_id: int = attrs.field()
    """Invoice this record belongs to. Listed by `invoices.list`."""
    payment_method: str = attrs.field()
    """Payment method, from the payment gateways. At most 100 characters."""
    amount: Decimal | int = attrs.field()
    """Amount of the payment."""
    transaction_id: str | UnsetType = attrs.field(default=UNSET)
    """Transaction reference of the payment, as text. At most 100 characters."""
    treasury_id: int | UnsetType = attrs.field(default=UNSET)
    """Treasury or bank account that holds the money. Listed by `treasuries.list`."""
    date: datetime | UnsetType = attrs.field(default=UNSET)
    """Date and time of the payment, account-local."""
    email: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Email address of the payer. At most 255 characters."""
    status: PaymentStatus | UnsetType = attrs.field(default=UNSET)
    """Whether the payment failed, completed or is still open."""
    notes: str | UnsetType = attrs.field(default=UNSET)
    """Notes as free text."""
    response_code: str | UnsetType = attrs.field(default=UNSET)
    """Response code recorded for the payment."""
    response_message: str | UnsetType = attrs.field(default=UNSET)
    """Response message recorded for the payment."""
    currency_code: str | UnsetType = attrs.field(default=UNSET)
    """Currency code (ISO 4217). At most 3 characters."""
    first_name: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """First name of the payer. At most 255 characters."""
    last_name: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Last name of the payer. At most 255 characters."""
    address1: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """First address line. At most 255 characters."""
    address2: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Second address line. At most 255 characters."""
    city: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """City of the address. At most 255 characters."""
    state: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """State or province of the address. At most 100 characters."""
    postal_code: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Postal code of the address. At most 10 characters."""
    country_code: str | UnsetType = attrs.field(default=UNSET)
    """Country code (ISO 3166-1 alpha-2). At most 3 characters."""
    phone1: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """First phone number. At most 50 characters."""
    phone2: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Second phone number. At most 50 characters."""
    transaction_type: str | UnsetType = attrs.field(default=UNSET)
    """Kind of payment transaction, as text. At most 255 characters."""
    processed: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the payment has been processed."""
    attachment: str | UnsetType = attrs.field(default=UNSET)
    """File attached to the record. At most 255 characters."""
    staff_id: int | UnsetType = attrs.field(default=UNSET)
    """Staff member id, 0 for the site owner. Listed by `staff.list`."""
    receipt_notes: str | UnsetType = attrs.field(default=UNSET)
    """Notes of the payment receipt."""
