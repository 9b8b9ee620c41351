# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date as date_aliased
from decimal import Decimal

import attrs

from daftra_async.wire.record import ABSENT, Record

from .custom_field_entry import CustomFieldEntry
from .purchase_debit_note_item import PurchaseDebitNoteItem
from .purchase_debit_note_summary import PurchaseDebitNoteSummary


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class PurchaseDebitNote(Record):
    """A debit note on the purchase side, with its lines.

    Returned by `purchase_debit_notes.list`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    invoice_layout_id: int | None = attrs.field(default=ABSENT)
    """Print layout id, from the InvoiceLayout listing."""
    type: str | None = attrs.field(default=ABSENT)
    """Kind of the record."""
    supplier_id: int | None = attrs.field(default=ABSENT)
    """Supplier the record belongs to."""
    currency_code: str | None = attrs.field(default=ABSENT)
    """Currency code (ISO 4217)."""
    language_id: int | None = attrs.field(default=ABSENT)
    """Language id of the document, the account's when left out."""
    supplier_supplier_number: str | None = attrs.field(default=ABSENT)
    """Supplier number, as text."""
    supplier_business_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Business name of the supplier."""
    supplier_first_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First name of the supplier."""
    supplier_last_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Last name of the supplier."""
    supplier_address1: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First address line of the supplier."""
    supplier_address2: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Second address line of the supplier."""
    supplier_city: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """City of the supplier."""
    supplier_state: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """State or province of the supplier."""
    supplier_postal_code: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Postal code of the supplier."""
    supplier_phone1: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First phone number of the supplier."""
    supplier_phone2: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Second phone number of the supplier."""
    supplier_country_code: str | None = attrs.field(default=ABSENT)
    """Country of the supplier (ISO 3166-1 alpha-2)."""
    supplier_bn1_label: str | None = attrs.field(default=ABSENT)
    """Caption of the supplier's first business number."""
    supplier_bn2_label: str | None = attrs.field(default=ABSENT)
    """Caption of the supplier's second business number."""
    supplier_default_currency_code: str | None = attrs.field(default=ABSENT)
    """Default currency of the supplier, ISO 4217."""
    date: date_aliased | None = attrs.field(default=ABSENT)
    """Date of the record."""
    work_order_id: int | None = attrs.field(default=ABSENT)
    """Work order the record is linked to."""
    store_id: int | None = attrs.field(default=ABSENT)
    """Warehouse id."""
    show_item_stores: str | None = attrs.field(default=ABSENT)
    """Whether each line shows its own warehouse."""
    shipping_tax_id: int | None = attrs.field(default=ABSENT)
    """Tax id applied to the shipping amount."""
    shipping_amount: Decimal | None = attrs.field(default=ABSENT)
    """Shipping charge of the document."""
    discount: Decimal | None = attrs.field(default=ABSENT)
    """Discount on the document in percent; not together with discount_amount."""
    discount_amount: Decimal | None = attrs.field(default=ABSENT)
    """Discount on the document in its currency; not together with discount."""
    adjustment_label: str | None = attrs.field(default=ABSENT)
    """Name shown for the manual adjustment of the total."""
    adjustment_value: Decimal | None = attrs.field(default=ABSENT)
    """Amount of the manual adjustment, in the document currency."""
    html_notes: str | None = attrs.field(default=ABSENT)
    """Notes as HTML."""
    draft: str | None = attrs.field(default=ABSENT)
    """Whether the document is a draft."""
    purchase_order_item: list[PurchaseDebitNoteItem] | None = attrs.field(default=ABSENT)
    """Lines of the debit note, under the name in the vendor's schema."""
    purchase_debit_notes_items: list[PurchaseDebitNoteItem] | None = attrs.field(default=ABSENT)
    """Lines of the debit note, under the name in the vendor's example; use one of the two names."""
    summary_total: PurchaseDebitNoteSummary | None = attrs.field(default=ABSENT)
    """Total of the debit note, with its currency."""
    purchase_order_custom_field: dict[str, CustomFieldEntry] | None = attrs.field(
        default=ABSENT, metadata={"wire": "PurchaseOrderCustomField"}
    )
    """Custom fields of the purchase document, keyed by index (0 to 5)."""
