# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date as date_aliased
from decimal import Decimal

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input

from .custom_field_entry_input import CustomFieldEntryInput
from .purchase_debit_note_item_input import PurchaseDebitNoteItemInput
from .purchase_debit_note_summary_input import PurchaseDebitNoteSummaryInput


@attrs.define(kw_only=True, repr=False)
class PurchaseDebitNoteInput(Input):
    """Input for a debit note on the purchase side, with its lines.

    Accepted by `purchase_debit_notes.create`.
    """

    invoice_layout_id: int | UnsetType = attrs.field(default=UNSET)
    """Print layout id, from the InvoiceLayout listing."""
    type: str | UnsetType = attrs.field(default=UNSET)
    """Kind of the record."""
    supplier_id: int = attrs.field()
    """Supplier the record belongs to."""
    currency_code: str | UnsetType = attrs.field(default=UNSET)
    """Currency code (ISO 4217)."""
    language_id: int | UnsetType = attrs.field(default=UNSET)
    """Language id of the document, the account's when left out."""
    supplier_supplier_number: str | UnsetType = attrs.field(default=UNSET)
    """Supplier number, as text."""
    supplier_business_name: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Business name of the supplier."""
    supplier_first_name: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """First name of the supplier."""
    supplier_last_name: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Last name of the supplier."""
    supplier_address1: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """First address line of the supplier."""
    supplier_address2: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Second address line of the supplier."""
    supplier_city: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """City of the supplier."""
    supplier_state: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """State or province of the supplier."""
    supplier_postal_code: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Postal code of the supplier."""
    supplier_phone1: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """First phone number of the supplier."""
    supplier_phone2: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Second phone number of the supplier."""
    supplier_country_code: str | UnsetType = attrs.field(default=UNSET)
    """Country of the supplier (ISO 3166-1 alpha-2)."""
    supplier_bn1_label: str | UnsetType = attrs.field(default=UNSET)
    """Caption of the supplier's first business number."""
    supplier_bn2_label: str | UnsetType = attrs.field(default=UNSET)
    """Caption of the supplier's second business number."""
    supplier_default_currency_code: str | UnsetType = attrs.field(default=UNSET)
    """Default currency of the supplier, ISO 4217."""
    date: date_aliased = attrs.field(metadata={"write_format": "%d/%m/%Y"})
    """Date of the record."""
    work_order_id: int | UnsetType = attrs.field(default=UNSET)
    """Work order the record is linked to."""
    store_id: int | UnsetType = attrs.field(default=UNSET)
    """Warehouse id."""
    show_item_stores: str | UnsetType = attrs.field(default=UNSET)
    """Whether each line shows its own warehouse."""
    shipping_tax_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Tax id applied to the shipping amount."""
    shipping_amount: Decimal | int | None | UnsetType = attrs.field(default=UNSET)
    """Shipping charge of the document."""
    discount: Decimal | int | None | UnsetType = attrs.field(default=UNSET, metadata={"exclusive": "discount_amount"})
    """Discount on the document in percent; not together with discount_amount."""
    discount_amount: Decimal | int | None | UnsetType = attrs.field(default=UNSET)
    """Discount on the document in its currency; not together with discount."""
    adjustment_label: str | UnsetType = attrs.field(default=UNSET)
    """Name shown for the manual adjustment of the total."""
    adjustment_value: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Amount of the manual adjustment, in the document currency."""
    html_notes: str | None | UnsetType = attrs.field(default=UNSET)
    """Notes as HTML."""
    draft: str | UnsetType = attrs.field(default=UNSET)
    """Whether the document is a draft."""
    purchase_order_item: list[PurchaseDebitNoteItemInput] | UnsetType = attrs.field(default=UNSET)
    """Lines of the debit note, under the name in the vendor's schema."""
    purchase_debit_notes_items: list[PurchaseDebitNoteItemInput] | UnsetType = attrs.field(default=UNSET)
    """Lines of the debit note, under the name in the vendor's example; use one of the two names."""
    summary_total: PurchaseDebitNoteSummaryInput | UnsetType = attrs.field(default=UNSET)
    """Total of the debit note, with its currency."""
    purchase_order_custom_field: dict[str, CustomFieldEntryInput] | UnsetType = attrs.field(
        default=UNSET, metadata={"wire": "PurchaseOrderCustomField"}
    )
    """Custom fields of the purchase document, keyed by index (0 to 5)."""
