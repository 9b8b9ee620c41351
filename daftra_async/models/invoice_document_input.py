# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date as date_aliased
from decimal import Decimal

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input

from .invoice_deposit_type import InvoiceDepositType
from .invoice_shipping_option import InvoiceShippingOption
from .invoice_type import InvoiceType
from .requisition_delivery_status import RequisitionDeliveryStatus


@attrs.define(kw_only=True, repr=False)
class InvoiceDocumentInput(Input):
    """Input for the fields that invoices, estimates, credit notes and refund receipts share."""

    staff_id: int | UnsetType = attrs.field(default=UNSET)
    """Staff member id, 0 for the site owner. Listed by `staff.list`. Default on the server: 0."""
    subscription_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Parent subscription id, null when there is none. Listed by `invoices.list`."""
    store_id: int | UnsetType = attrs.field(default=UNSET)
    """Warehouse id; the primary warehouse when left out. Listed by `stores.list`."""
    type: InvoiceType | UnsetType = attrs.field(default=UNSET)
    """Kind of sales document, an ordinary invoice when left out."""
    no: str | None | UnsetType = attrs.field(default=UNSET)
    """Document number as text, generated when left out. At most 255 characters. Example: '0700000AAAAA0001'."""
    po_number: str | None | UnsetType = attrs.field(default=UNSET)
    """Purchase order number or other outside reference. At most 255 characters."""
    name: str | None | UnsetType = attrs.field(default=UNSET)
    """Name of the template or subscription; other documents have none. At most 255 characters."""
    branch_id: int | UnsetType = attrs.field(default=UNSET)
    """Branch the record belongs to. Listed by `branches.list` (Branch)."""
    client_id: int = attrs.field()
    """Client the record belongs to. Listed by `clients.list`."""
    is_offline: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the record is marked as offline."""
    currency_code: str | UnsetType = attrs.field(default=UNSET)
    """Invoice currency (ISO 4217), the account's when left out. At most 10 characters. Example: 'USD'."""
    client_business_name: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Business name of the client. At most 100 characters. Example: 'Example Client'."""
    client_first_name: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """First name of the client. At most 255 characters. Example: 'Example'."""
    client_last_name: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Last name of the client. At most 255 characters. Example: 'Client'."""
    client_email: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Client email, required when the client is invoiced by email."""
    client_address1: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """First address line of the client. At most 255 characters."""
    client_address2: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Second address line of the client. At most 255 characters."""
    client_postal_code: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Postal code of the client. At most 20 characters."""
    client_city: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """City of the client. At most 100 characters."""
    client_state: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """State or province of the client. At most 100 characters."""
    client_country_code: str | UnsetType = attrs.field(default=UNSET)
    """Country of the client (ISO 3166-1 alpha-2). At most 3 characters. Example: 'EG'."""
    date: date_aliased | UnsetType = attrs.field(default=UNSET)
    """Issue date; it must lie in an open financial period."""
    draft: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the document is a draft."""
    discount: Decimal | int | UnsetType = attrs.field(default=UNSET, metadata={"exclusive": "discount_amount"})
    """Discount on the document in percent, up to the maximum of the account and of the staff member; not together with discount_amount. From 0 to 100. Default on the server: 0."""
    discount_amount: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Discount on the document in its currency, up to the maximum of the account and of the staff member; not together with discount. Default on the server: 0."""
    deposit: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Deposit on the document. Default on the server: 0."""
    deposit_type: InvoiceDepositType | UnsetType = attrs.field(default=UNSET)
    """Whether the deposit is unset, unpaid or paid. Default on the server: 0."""
    notes: str | UnsetType = attrs.field(default=UNSET)
    """Notes as free text. At most 80000 characters."""
    html_notes: str | UnsetType = attrs.field(default=UNSET)
    """Notes as HTML."""
    invoice_layout_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Print layout id; the default layout when left out. Listed by `listing.get` (InvoiceLayout)."""
    estimate_id: int | UnsetType = attrs.field(default=UNSET)
    """Estimate linked to the document. Listed by `estimates.list`."""
    shipping_options: InvoiceShippingOption | UnsetType = attrs.field(default=UNSET)
    """Which shipping details the document shows, automatic when empty."""
    shipping_amount: Decimal | int | None | UnsetType = attrs.field(default=UNSET)
    """Shipping charge of the document."""
    client_active_secondary_address: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the client's secondary address is in use."""
    client_secondary_name: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Name at the client's secondary address. At most 255 characters."""
    client_secondary_address1: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """First line of the client's secondary address. At most 255 characters."""
    client_secondary_address2: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Second line of the client's secondary address. At most 255 characters."""
    client_secondary_city: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """City of the client's secondary address. At most 100 characters."""
    client_secondary_state: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """State or province of the client's secondary address. At most 100 characters."""
    client_secondary_postal_code: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Postal code of the client's secondary address. At most 50 characters."""
    client_secondary_country_code: str | UnsetType = attrs.field(default=UNSET)
    """Country of the client's secondary address (ISO 3166-1 alpha-2). At most 10 characters."""
    follow_up_status: int | None | UnsetType = attrs.field(default=UNSET)
    """Follow-up status id. Listed by `follow_up_statuses.list` (invoice)."""
    work_order_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Work order the record is linked to. Listed by `work_orders.list`."""
    requisition_delivery_status: RequisitionDeliveryStatus | None | UnsetType = attrs.field(default=UNSET)
    """Delivery status of the linked stock requisition."""
    pos_shift_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Point-of-sale shift id; the warehouse is taken from its session."""
    source_type: InvoiceType | None | UnsetType = attrs.field(default=UNSET)
    """Kind of document the record came from; goes with source_id."""
    source_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Source document id, of the kind in source_type."""
    qr_code_url: str | UnsetType = attrs.field(default=UNSET)
    """Link to the QR code, for Saudi e-invoices only."""
    invoice_html_url: str | UnsetType = attrs.field(default=UNSET)
    """Link to the document as a web page."""
    invoice_pdf_url: str | UnsetType = attrs.field(default=UNSET)
    """Link to the document as PDF."""
