# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date as date_aliased
from decimal import Decimal

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input

from .advance_payment_item_input import AdvancePaymentItemInput
from .advance_payment_payment_input import AdvancePaymentPaymentInput
from .invoice_deposit_type import InvoiceDepositType
from .invoice_payment_status import InvoicePaymentStatus
from .invoice_shipping_option import InvoiceShippingOption
from .invoice_type import InvoiceType
from .requisition_delivery_status import RequisitionDeliveryStatus


@attrs.define(kw_only=True, repr=False)
class AdvancePaymentInput(Input):
    """Input for a prepayment by a client, stored as an invoice of type 19.

    Accepted by `advance_payments.create`.
    """

    subscription_id: int | UnsetType = attrs.field(default=UNSET)
    """Parent subscription id, null when there is no parent."""
    store_id: int | UnsetType = attrs.field(default=UNSET)
    """Warehouse id."""
    type: InvoiceType | UnsetType = attrs.field(default=UNSET)
    """Kind of sales document; 19 for an advance payment."""
    po_number: str | UnsetType = attrs.field(default=UNSET)
    """Purchase order number or other outside reference."""
    client_id: int = attrs.field()
    """Client the record belongs to."""
    client_email: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Client email, required when the client is invoiced by email."""
    client_country_code: str | UnsetType = attrs.field(default=UNSET)
    """Country of the client (ISO 3166-1 alpha-2)."""
    draft: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the document is a draft."""
    follow_up_status: int | None | UnsetType = attrs.field(default=UNSET)
    """Follow-up status id."""
    staff_id: int | UnsetType = attrs.field(default=UNSET)
    """Staff member id, 0 for the site owner."""
    name: str | UnsetType = attrs.field(default=UNSET)
    """Name of the record."""
    is_offline: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the record is marked as offline."""
    currency_code: str | UnsetType = attrs.field(default=UNSET)
    """Currency code (ISO 4217)."""
    payment_status: InvoicePaymentStatus | UnsetType = attrs.field(default=UNSET)
    """How far the document is paid, computed by the server."""
    date: date_aliased = attrs.field()
    """Date of the record."""
    discount: Decimal | int | UnsetType = attrs.field(default=UNSET, metadata={"exclusive": "discount_amount"})
    """Discount on the document in percent; not together with discount_amount."""
    discount_amount: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Discount on the document in its currency; not together with discount."""
    deposit: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Deposit on the document."""
    deposit_type: InvoiceDepositType | UnsetType = attrs.field(default=UNSET)
    """Whether the deposit is unset, unpaid or paid."""
    notes: str | UnsetType = attrs.field(default=UNSET)
    """Notes as free text."""
    html_notes: str | UnsetType = attrs.field(default=UNSET)
    """Notes as HTML."""
    invoice_layout_id: int | UnsetType = attrs.field(default=UNSET)
    """Print layout id, from the InvoiceLayout listing."""
    estimate_id: int | UnsetType = attrs.field(default=UNSET)
    """Estimate linked to the document."""
    shipping_options: InvoiceShippingOption | UnsetType = attrs.field(default=UNSET)
    """Which shipping details the document shows, automatic when empty."""
    shipping_amount: Decimal | int | None | UnsetType = attrs.field(default=UNSET)
    """Shipping charge of the document."""
    requisition_delivery_status: RequisitionDeliveryStatus | None | UnsetType = attrs.field(default=UNSET)
    """Delivery status of the linked stock requisition."""
    pos_shift_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Point-of-sale shift id; the warehouse is taken from its session."""
    branch_id: int | UnsetType = attrs.field(default=UNSET)
    """Branch the record belongs to."""
    payment: AdvancePaymentPaymentInput | UnsetType = attrs.field(default=UNSET, metadata={"wire": "Payment"})
    """Payments recorded with the document."""
    invoice_item: list[AdvancePaymentItemInput] | UnsetType = attrs.field(default=UNSET, metadata={"wire": "InvoiceItem"})
    """Lines of the document."""
    invoice_custom_field: list[str] | UnsetType = attrs.field(default=UNSET, metadata={"wire": "InvoiceCustomField"})
    """Custom fields of the invoice."""
