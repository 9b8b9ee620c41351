# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date as date_aliased
from datetime import datetime
from decimal import Decimal

import attrs

from daftra_async.wire.record import ABSENT, Record

from .invoice_deposit_type import InvoiceDepositType
from .invoice_payment_status import InvoicePaymentStatus
from .invoice_shipping_option import InvoiceShippingOption
from .invoice_type import InvoiceType
from .requisition_delivery_status import RequisitionDeliveryStatus


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class InvoiceDocument(Record):
    """The fields that invoices, estimates, credit notes and refund receipts share."""

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner. Listed by `staff.list`. Default on the server: 0."""
    subscription_id: int | None = attrs.field(default=ABSENT)
    """Parent subscription id, null when there is none. Listed by `invoices.list`."""
    store_id: int | None = attrs.field(default=ABSENT)
    """Warehouse id; the primary warehouse when left out. Listed by `stores.list`."""
    type: InvoiceType | None = attrs.field(default=ABSENT)
    """Kind of sales document, an ordinary invoice when left out."""
    no: str | None = attrs.field(default=ABSENT)
    """Document number as text, generated when left out. At most 255 characters. Example: '0700000AAAAA0001'."""
    po_number: str | None = attrs.field(default=ABSENT)
    """Purchase order number or other outside reference. At most 255 characters."""
    name: str | None = attrs.field(default=ABSENT)
    """Name of the template or subscription; other documents have none. At most 255 characters."""
    branch_id: int | None = attrs.field(default=ABSENT)
    """Branch the record belongs to. Listed by `branches.list` (Branch)."""
    client_id: int | None = attrs.field(default=ABSENT)
    """Client the record belongs to. Listed by `clients.list`."""
    is_offline: bool | None = attrs.field(default=ABSENT)
    """Whether the record is marked as offline."""
    currency_code: str | None = attrs.field(default=ABSENT)
    """Invoice currency (ISO 4217), the account's when left out. At most 10 characters. Example: 'USD'."""
    client_business_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Business name of the client. At most 100 characters. Example: 'Example Client'."""
    client_first_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First name of the client. At most 255 characters. Example: 'Example'."""
    client_last_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Last name of the client. At most 255 characters. Example: 'Client'."""
    client_email: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Client email, required when the client is invoiced by email."""
    client_address1: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First address line of the client. At most 255 characters."""
    client_address2: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Second address line of the client. At most 255 characters."""
    client_postal_code: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Postal code of the client. At most 20 characters."""
    client_city: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """City of the client. At most 100 characters."""
    client_state: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """State or province of the client. At most 100 characters."""
    client_country_code: str | None = attrs.field(default=ABSENT)
    """Country of the client (ISO 3166-1 alpha-2). At most 3 characters. Example: 'EG'."""
    date: date_aliased | None = attrs.field(default=ABSENT)
    """Issue date; it must lie in an open financial period."""
    payment_status: InvoicePaymentStatus | None = attrs.field(default=ABSENT)
    """How far the document is paid, computed by the server."""
    draft: bool | None = attrs.field(default=ABSENT)
    """Whether the document is a draft."""
    discount: Decimal | None = attrs.field(default=ABSENT)
    """Discount on the document in percent, up to the maximum of the account and of the staff member; not together with discount_amount. From 0 to 100. Default on the server: 0."""
    discount_amount: Decimal | None = attrs.field(default=ABSENT)
    """Discount on the document in its currency, up to the maximum of the account and of the staff member; not together with discount. Default on the server: 0."""
    deposit: Decimal | None = attrs.field(default=ABSENT)
    """Deposit on the document. Default on the server: 0."""
    deposit_type: InvoiceDepositType | None = attrs.field(default=ABSENT)
    """Whether the deposit is unset, unpaid or paid. Default on the server: 0."""
    summary_subtotal: Decimal | None = attrs.field(default=ABSENT)
    """Computed subtotal of the document. Default on the server: 0."""
    summary_discount: Decimal | None = attrs.field(default=ABSENT)
    """Computed total discount of the document. Default on the server: 0."""
    summary_total: Decimal | None = attrs.field(default=ABSENT)
    """Computed total of the document. Default on the server: 0."""
    summary_paid: Decimal | None = attrs.field(default=ABSENT)
    """Amount already paid. Default on the server: 0."""
    summary_unpaid: Decimal | None = attrs.field(default=ABSENT)
    """Amount still to be paid. Default on the server: 0."""
    summary_deposit: Decimal | None = attrs.field(default=ABSENT)
    """Computed deposit of the document. Default on the server: 0."""
    summary_refund: Decimal | None = attrs.field(default=ABSENT)
    """Amount refunded so far. Default on the server: 0."""
    notes: str | None = attrs.field(default=ABSENT)
    """Notes as free text. At most 80000 characters."""
    html_notes: str | None = attrs.field(default=ABSENT)
    """Notes as HTML."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    invoice_layout_id: int | None = attrs.field(default=ABSENT)
    """Print layout id; the default layout when left out. Listed by `listing.get` (InvoiceLayout)."""
    estimate_id: int | None = attrs.field(default=ABSENT)
    """Estimate linked to the document. Listed by `estimates.list`."""
    shipping_options: InvoiceShippingOption | None = attrs.field(default=ABSENT)
    """Which shipping details the document shows, automatic when empty."""
    shipping_amount: Decimal | None = attrs.field(default=ABSENT)
    """Shipping charge of the document."""
    client_active_secondary_address: bool | None = attrs.field(default=ABSENT)
    """Whether the client's secondary address is in use."""
    client_secondary_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Name at the client's secondary address. At most 255 characters."""
    client_secondary_address1: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First line of the client's secondary address. At most 255 characters."""
    client_secondary_address2: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Second line of the client's secondary address. At most 255 characters."""
    client_secondary_city: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """City of the client's secondary address. At most 100 characters."""
    client_secondary_state: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """State or province of the client's secondary address. At most 100 characters."""
    client_secondary_postal_code: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Postal code of the client's secondary address. At most 50 characters."""
    client_secondary_country_code: str | None = attrs.field(default=ABSENT)
    """Country of the client's secondary address (ISO 3166-1 alpha-2). At most 10 characters."""
    follow_up_status: int | None = attrs.field(default=ABSENT)
    """Follow-up status id. Listed by `follow_up_statuses.list` (invoice)."""
    work_order_id: int | None = attrs.field(default=ABSENT)
    """Work order the record is linked to. Listed by `work_orders.list`."""
    requisition_delivery_status: RequisitionDeliveryStatus | None = attrs.field(default=ABSENT)
    """Delivery status of the linked stock requisition."""
    pos_shift_id: int | None = attrs.field(default=ABSENT)
    """Point-of-sale shift id; the warehouse is taken from its session."""
    source_type: InvoiceType | None = attrs.field(default=ABSENT)
    """Kind of document the record came from; goes with source_id."""
    source_id: int | None = attrs.field(default=ABSENT)
    """Source document id, of the kind in source_type."""
    qr_code_url: str | None = attrs.field(default=ABSENT)
    """Link to the QR code, for Saudi e-invoices only."""
    invoice_html_url: str | None = attrs.field(default=ABSENT)
    """Link to the document as a web page."""
    invoice_pdf_url: str | None = attrs.field(default=ABSENT)
    """Link to the document as PDF."""
