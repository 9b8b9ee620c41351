# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class InvoiceLayout(Record):
    """The print layout of a document."""

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    field1: str | None = attrs.field(default=ABSENT)
    """First free field of the layout."""
    field2: str | None = attrs.field(default=ABSENT)
    """Second free field of the layout."""
    field3: str | None = attrs.field(default=ABSENT)
    """Third free field of the layout."""
    field4: str | None = attrs.field(default=ABSENT)
    """Fourth free field of the layout."""
    field5: str | None = attrs.field(default=ABSENT)
    """Fifth free field of the layout."""
    image: str | None = attrs.field(default=ABSENT)
    """Image of the layout."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner."""
    html: str | None = attrs.field(default=ABSENT)
    """HTML text of the layout."""
    invoice_title: str | None = attrs.field(default=ABSENT)
    """Title of invoices in this layout."""
    estimate_title: str | None = attrs.field(default=ABSENT)
    """Title of estimates in this layout."""
    creditnote_title: str | None = attrs.field(default=ABSENT)
    """Title of credit notes in this layout."""
    business_info: str | None = attrs.field(default=ABSENT)
    """Business details block of the layout."""
    logo: str | None = attrs.field(default=ABSENT)
    """Logo of the layout."""
    client_info: str | None = attrs.field(default=ABSENT)
    """Client details block of the layout."""
    label_invoice_no: str | None = attrs.field(default=ABSENT)
    """Label of the invoice number."""
    label_date: str | None = attrs.field(default=ABSENT)
    """Label of the date."""
    label_po_no: str | None = attrs.field(default=ABSENT)
    """Label of the purchase order number."""
    label_total: str | None = attrs.field(default=ABSENT)
    """Label of the total."""
    label_status: str | None = attrs.field(default=ABSENT)
    """Label of the status."""
    label_due_days: str | None = attrs.field(default=ABSENT)
    """Label of the due days."""
    label_due_date: str | None = attrs.field(default=ABSENT)
    """Label of the due date."""
    label_deposit: str | None = attrs.field(default=ABSENT)
    """Label of the deposit."""
    label_paid_amount: str | None = attrs.field(default=ABSENT)
    """Label of the paid amount."""
    label_unpaid_amount: str | None = attrs.field(default=ABSENT)
    """Label of the unpaid amount."""
    label_subtotal: str | None = attrs.field(default=ABSENT)
    """Label of the subtotal."""
    label_description: str | None = attrs.field(default=ABSENT)
    """Label of the description column."""
    label_item: str | None = attrs.field(default=ABSENT)
    """Label of the item column."""
    label_tax1: str | None = attrs.field(default=ABSENT)
    """Label of the first tax."""
    label_tax2: str | None = attrs.field(default=ABSENT)
    """Label of the second tax."""
    label_quantity: str | None = attrs.field(default=ABSENT)
    """Label of the quantity column."""
    label_unit_price: str | None = attrs.field(default=ABSENT)
    """Label of the unit price column."""
    label_item_total: str | None = attrs.field(default=ABSENT)
    """Label of the line total column."""
    label_from_date: str | None = attrs.field(default=ABSENT)
    """Label of the from date."""
    label_to_date: str | None = attrs.field(default=ABSENT)
    """Label of the to date."""
    label_discount: str | None = attrs.field(default=ABSENT)
    """Label of the discount."""
    items_list: str | None = attrs.field(default=ABSENT)
    """Item list block of the layout."""
    custom_fields: str | None = attrs.field(default=ABSENT)
    """Custom fields block of the layout."""
    template_id: int | None = attrs.field(default=ABSENT)
    """Template of the layout."""
    footer: str | None = attrs.field(default=ABSENT)
    """Footer text of the layout."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    default: int | None = attrs.field(default=ABSENT)
    """Whether this is the default invoice layout."""
    default_estimate: int | None = attrs.field(default=ABSENT)
    """Whether this is the default estimate layout."""
    default_creditnote: int | None = attrs.field(default=ABSENT)
    """Whether this is the default credit note layout."""
    default_refundreceipt: int | None = attrs.field(default=ABSENT)
    """Whether this is the default refund receipt layout."""
    simple_item_currency: int | None = attrs.field(default=ABSENT)
    """Simple item currency setting of the layout."""
    show_balance_due: int | None = attrs.field(default=ABSENT)
    """Whether the layout shows the balance due."""
    show_ship: int | None = attrs.field(default=ABSENT)
    """Whether the layout shows the shipping block."""
    label_ship: str | None = attrs.field(default=ABSENT)
    """Label of the shipping block."""
    ship_info: str | None = attrs.field(default=ABSENT)
    """Shipping details block of the layout."""
    language_id: int | None = attrs.field(default=ABSENT)
    """Language id of the layout."""
    label_shipping: str | None = attrs.field(default=ABSENT)
    """Caption printed for the shipping line."""
    item_columns: str | None = attrs.field(default=ABSENT)
    """Item columns configuration of the document or layout, as text."""
    footer_html: str | None = attrs.field(default=ABSENT)
    """HTML printed as the layout footer."""
    css_style: str | None = attrs.field(default=ABSENT)
    """Custom CSS of the layout."""
    view_style: str | None = attrs.field(default=ABSENT)
    """View style name of the layout."""
    label_creditnote_no: str | None = attrs.field(default=ABSENT)
    """Caption printed for the credit note number."""
    label_creditnote_to: str | None = attrs.field(default=ABSENT)
    """Caption printed above the credit note recipient."""
    label_creditnote_date: str | None = attrs.field(default=ABSENT)
    """Caption printed for the credit note date."""
    label_estimate_no: str | None = attrs.field(default=ABSENT)
    """Caption printed for the estimate number."""
    label_estimate_date: str | None = attrs.field(default=ABSENT)
    """Caption printed for the estimate date."""
    refundreceipt_title: str | None = attrs.field(default=ABSENT)
    """Heading printed on refund receipts."""
    quantity_price: str | None = attrs.field(default=ABSENT)
    """Layout setting or caption for quantity and price, not a number."""
    label_refundreceipt_no: str | None = attrs.field(default=ABSENT)
    """Caption printed for the refund receipt number."""
    label_refundreceipt_date: str | None = attrs.field(default=ABSENT)
    """Caption printed for the refund receipt date."""
    label_to: str | None = attrs.field(default=ABSENT)
    """Caption printed before the recipient."""
    label_refunded: str | None = attrs.field(default=ABSENT)
    """Caption printed for the refunded amount."""
    alt_template: int | None = attrs.field(default=ABSENT)
    """Alternative template number of the layout."""
    layout_type: int | None = attrs.field(default=ABSENT)
    """Numeric kind of the layout."""
    sticky_footer: str | None = attrs.field(default=ABSENT)
    """Sticky footer setting of the layout."""
    sticky_header: str | None = attrs.field(default=ABSENT)
    """Sticky header setting of the layout."""
    default_purchase_refund: int | None = attrs.field(default=ABSENT)
    """Whether the layout is the default for purchase refunds (0 or 1)."""
    default_purchase_order: int | None = attrs.field(default=ABSENT)
    """Whether the layout is the default for purchase orders (0 or 1)."""
    branch_id: int | None = attrs.field(default=ABSENT)
    """Branch the record belongs to."""
    purchase_order_title: str | None = attrs.field(default=ABSENT)
    """Heading printed on purchase orders."""
    default_width: int | None = attrs.field(default=ABSENT)
    """Default width set in the layout."""
    default_height: int | None = attrs.field(default=ABSENT)
    """Default height set in the layout."""
    min_width: int | None = attrs.field(default=ABSENT)
    """Smallest width allowed by the layout."""
    min_height: int | None = attrs.field(default=ABSENT)
    """Smallest height allowed by the layout."""
    max_width: int | None = attrs.field(default=ABSENT)
    """Largest width allowed by the layout."""
    max_height: int | None = attrs.field(default=ABSENT)
    """Largest height allowed by the layout."""
    name: str | None = attrs.field(default=ABSENT)
    """Name of the record."""
