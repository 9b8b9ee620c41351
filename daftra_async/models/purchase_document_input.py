# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date as date_aliased
from datetime import datetime

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class PurchaseDocumentInput(Input):
    """Input for the fields that purchase invoices and purchase refunds share."""

    staff_id: int | UnsetType = attrs.field(default=UNSET)
    """Staff member id, 0 for the site owner."""
    no: str | UnsetType = attrs.field(default=UNSET)
    """Purchase document number as text. At most 255 characters. Example: '987'."""
    supplier_id: int | UnsetType = attrs.field(default=UNSET)
    """Supplier the record belongs to. Listed by `suppliers.list`."""
    is_offline: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the record is marked as offline."""
    currency_code: str | UnsetType = attrs.field(default=UNSET)
    """Currency code (ISO 4217). At most 3 characters. Example: 'USD'."""
    supplier_business_name: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Business name of the supplier. At most 255 characters."""
    supplier_first_name: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """First name of the supplier. At most 255 characters."""
    supplier_last_name: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Last name of the supplier. At most 255 characters."""
    supplier_email: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Email address of the supplier."""
    supplier_address1: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """First address line of the supplier. At most 255 characters."""
    supplier_address2: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Second address line of the supplier. At most 255 characters."""
    supplier_postal_code: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Postal code of the supplier. At most 10 characters."""
    supplier_city: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """City of the supplier. At most 100 characters."""
    supplier_state: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """State or province of the supplier. At most 100 characters."""
    supplier_country_code: str | UnsetType = attrs.field(default=UNSET)
    """Country of the supplier (ISO 3166-1 alpha-2). At most 3 characters."""
    date: date_aliased | UnsetType = attrs.field(default=UNSET)
    """Date of the purchase document."""
    draft: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether it is a draft, which has no stock effect."""
    supplier_active_secondary_address: bool | UnsetType = attrs.field(
        default=UNSET, metadata={"wire": "Supplier_active_secondary_address"}
    )
    """Whether the supplier's secondary address is in use."""
    supplier_secondary_country_code: str | UnsetType = attrs.field(
        default=UNSET, metadata={"wire": "Supplier_secondary_country_code"}
    )
    """Country of the supplier's secondary address. At most 255 characters."""
    supplier_secondary_name: str | UnsetType = attrs.field(
        default=UNSET, metadata={"wire": "Supplier_secondary_name", "redact": True}
    )
    """Name at the supplier's secondary address. At most 255 characters."""
    supplier_secondary_address1: str | UnsetType = attrs.field(
        default=UNSET, metadata={"wire": "Supplier_secondary_address1", "redact": True}
    )
    """First line of the supplier's secondary address. At most 255 characters."""
    supplier_secondary_address2: str | UnsetType = attrs.field(
        default=UNSET, metadata={"wire": "Supplier_secondary_address2", "redact": True}
    )
    """Second line of the supplier's secondary address. At most 255 characters."""
    supplier_secondary_city: str | UnsetType = attrs.field(
        default=UNSET, metadata={"wire": "Supplier_secondary_city", "redact": True}
    )
    """City of the supplier's secondary address. At most 255 characters."""
    supplier_secondary_state: str | UnsetType = attrs.field(
        default=UNSET, metadata={"wire": "Supplier_secondary_state", "redact": True}
    )
    """State or province of the supplier's secondary address. At most 255 characters."""
    supplier_secondary_postal_code: str | UnsetType = attrs.field(
        default=UNSET,
        metadata={"wire": "Supplier_secondary_postal_code", "redact": True},
    )
    """Postal code of the supplier's secondary address. At most 255 characters."""
    is_received: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the goods have been received."""
    received_date: datetime | UnsetType = attrs.field(default=UNSET)
    """Date and time the goods were received, account-local."""
