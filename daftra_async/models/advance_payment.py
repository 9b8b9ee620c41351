# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date as date_aliased
from datetime import datetime
from decimal import Decimal
from typing import Any

import attrs

from daftra_async.wire.record import ABSENT, Record

from .advance_payment_item import AdvancePaymentItem
from .advance_payment_payment import AdvancePaymentPayment
from .branch_ref import BranchRef
from .client_entity import ClientEntity
from .invoice_layout import InvoiceLayout
from .invoice_source_order import InvoiceSourceOrder
from .pos_shift import PosShift
from .staff_entity import StaffEntity
from .store_ref import StoreRef
from .work_order_entity import WorkOrderEntity


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class AdvancePayment(Record):
    """A prepayment by a client, stored as an invoice of type 19.

    Returned by `advance_payments.list`, `advance_payments.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    no: str | None = attrs.field(default=ABSENT)
    """Document number as text, may have prefixes and leading zeros."""
    date: date_aliased | None = attrs.field(default=ABSENT)
    """Issue date of the invoice."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner."""
    subscription_id: int | None = attrs.field(default=ABSENT)
    """Parent subscription id, null when there is no parent."""
    store_id: int | None = attrs.field(default=ABSENT)
    """Warehouse id."""
    type: int | None = attrs.field(default=ABSENT)
    """Kind of sales document."""
    po_number: str | None = attrs.field(default=ABSENT)
    """Purchase order number or other outside reference."""
    client_id: int | None = attrs.field(default=ABSENT)
    """Client the record belongs to."""
    is_offline: int | None = attrs.field(default=ABSENT)
    """Whether the record is marked as offline."""
    currency_code: str | None = attrs.field(default=ABSENT)
    """Currency code (ISO 4217)."""
    client_business_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Business name of the client."""
    client_first_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First name of the client."""
    client_last_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Last name of the client."""
    client_email: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Client email, required when the client is invoiced by email."""
    client_address1: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First address line of the client."""
    client_address2: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Second address line of the client."""
    client_postal_code: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Postal code of the client."""
    client_city: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """City of the client."""
    client_state: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """State or province of the client."""
    client_country_code: str | None = attrs.field(default=ABSENT)
    """Country of the client (ISO 3166-1 alpha-2)."""
    payment_status: int | None = attrs.field(default=ABSENT)
    """How far the document is paid, computed by the server."""
    draft: int | None = attrs.field(default=ABSENT)
    """Whether the document is a draft."""
    discount: Decimal | None = attrs.field(default=ABSENT)
    """Discount on the document in percent; not together with discount_amount."""
    due_after: int | None = attrs.field(default=ABSENT)
    """Days from the issue date until payment is due."""
    issue_date: date_aliased | None = attrs.field(default=ABSENT)
    """Date the invoice is issued, YYYY-MM-DD."""
    summary_subtotal: Decimal | None = attrs.field(default=ABSENT)
    """Computed subtotal of the document."""
    summary_discount: Decimal | None = attrs.field(default=ABSENT)
    """Computed total discount of the document."""
    summary_total: Decimal | None = attrs.field(default=ABSENT)
    """Computed total of the document."""
    summary_paid: Decimal | None = attrs.field(default=ABSENT)
    """Amount already paid."""
    summary_unpaid: Decimal | None = attrs.field(default=ABSENT)
    """Amount still to be paid."""
    terms_id: int | None = attrs.field(default=ABSENT)
    """Terms record id attached to the invoice."""
    html_notes: str | None = attrs.field(default=ABSENT)
    """Notes as HTML."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    required_terms_file: int | None = attrs.field(default=ABSENT)
    """Whether a terms file is required (0 or 1)."""
    last_sent: datetime | None = attrs.field(default=ABSENT)
    """When the document was last sent, if ever."""
    invoice_layout_id: int | None = attrs.field(default=ABSENT)
    """Print layout id, from the InvoiceLayout listing."""
    estimate_id: int | None = attrs.field(default=ABSENT)
    """Estimate linked to the document."""
    shipping_option_id: int | None = attrs.field(default=ABSENT)
    """Shipping option chosen for the invoice, by id."""
    summary_refund: Decimal | None = attrs.field(default=ABSENT)
    """Amount refunded so far."""
    client_active_secondary_address: int | None = attrs.field(default=ABSENT)
    """Whether the client's secondary address is in use."""
    client_secondary_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Name at the client's secondary address."""
    client_secondary_address1: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First line of the client's secondary address."""
    client_secondary_address2: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Second line of the client's secondary address."""
    client_secondary_city: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """City of the client's secondary address."""
    client_secondary_state: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """State or province of the client's secondary address."""
    client_secondary_postal_code: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Postal code of the client's secondary address."""
    client_secondary_country_code: str | None = attrs.field(default=ABSENT)
    """Country of the client's secondary address (ISO 3166-1 alpha-2)."""
    follow_up_status: int | None = attrs.field(default=ABSENT)
    """Follow-up status id."""
    source_type: Any = attrs.field(default=ABSENT)
    """Kind of document the record came from, read with source_id."""
    source_id: int | None = attrs.field(default=ABSENT)
    """Source document id, of the kind in source_type."""
    sales_person_id: int | None = attrs.field(default=ABSENT)
    """Sales person id; -2 means several sales persons."""
    extra_details: str | None = attrs.field(default=ABSENT)
    """Extra details of the record; may be JSON inside text."""
    discount_amount: Decimal | None = attrs.field(default=ABSENT)
    """Discount on the document in its currency; not together with discount."""
    shipping_amount: Decimal | None = attrs.field(default=ABSENT)
    """Shipping charge of the document."""
    work_order_id: int | None = attrs.field(default=ABSENT)
    """Work order the record is linked to."""
    item_columns: str | None = attrs.field(default=ABSENT)
    """Item columns configuration of the document or layout, as text."""
    branch_id: int | None = attrs.field(default=ABSENT)
    """Branch the record belongs to."""
    requisition_delivery_status: int | None = attrs.field(default=ABSENT)
    """Delivery status of the linked stock requisition."""
    item_discount_amount: Decimal | None = attrs.field(default=ABSENT)
    """Discount amount given on the invoice lines."""
    pos_shift_id: int | None = attrs.field(default=ABSENT)
    """Point-of-sale shift id; the warehouse is taken from its session."""
    requisitions: list[Any] | None = attrs.field(default=ABSENT)
    """Stock requisitions linked to the advance payment."""
    adjustment_label: str | None = attrs.field(default=ABSENT)
    """Name shown for the manual adjustment of the total."""
    adjustment_value: Decimal | None = attrs.field(default=ABSENT)
    """Amount of the manual adjustment, in the document currency."""
    order_source_id: int | None = attrs.field(default=ABSENT)
    """Order source id, required when the account's settings demand one."""
    store: StoreRef | None = attrs.field(default=ABSENT)
    """Warehouse record of the document, not a shop."""
    clients: ClientEntity | None = attrs.field(default=ABSENT)
    """Client record the document belongs to."""
    branch: BranchRef | None = attrs.field(default=ABSENT)
    """Branch record the entry belongs to."""
    payment: list[AdvancePaymentPayment] | None = attrs.field(default=ABSENT)
    """Payments recorded on the document."""
    invoice_item: list[AdvancePaymentItem] | None = attrs.field(default=ABSENT)
    """Lines of the document."""
    invoice_documents: list[Any] | None = attrs.field(default=ABSENT)
    """Files attached to the document."""
    invoice_custom_fields: list[Any] | None = attrs.field(default=ABSENT)
    """Custom field entries of the document."""
    invoice_client: ClientEntity | None = attrs.field(default=ABSENT)
    """Client record as attached to the invoice."""
    invoice_layout: InvoiceLayout | None = attrs.field(default=ABSENT)
    """Print layout record used by the invoice."""
    invoice_installment_agreements: list[Any] | None = attrs.field(default=ABSENT)
    """Installment agreements of the document."""
    invoice_requisitions: list[Any] | None = attrs.field(default=ABSENT)
    """Requisition links of the document."""
    journal_account_route: list[Any] | None = attrs.field(default=ABSENT)
    """Journal account routing entries of the document."""
    invoice_appointments: list[Any] | None = attrs.field(default=ABSENT)
    """Appointments linked to the document."""
    staff: StaffEntity | None = attrs.field(default=ABSENT)
    """Staff member linked to the record."""
    work_orders: WorkOrderEntity | None = attrs.field(default=ABSENT)
    """Work order record linked to the invoice, if any."""
    pos_shifts: PosShift | None = attrs.field(default=ABSENT)
    """Point-of-sale shift record linked to the invoice, if any."""
    invoice_source_order: InvoiceSourceOrder | None = attrs.field(default=ABSENT)
    """Order source record of the invoice, if any."""
    custom_data: Any = attrs.field(default=ABSENT)
    """Custom field data of the record, null when none."""
