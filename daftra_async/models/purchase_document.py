# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date as date_aliased
from datetime import datetime

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class PurchaseDocument(Record):
    """The fields that purchase invoices and purchase refunds share."""

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner."""
    no: str | None = attrs.field(default=ABSENT)
    """Purchase document number as text. At most 255 characters. Example: '987'."""
    supplier_id: int | None = attrs.field(default=ABSENT)
    """Supplier the record belongs to. Listed by `suppliers.list`."""
    is_offline: bool | None = attrs.field(default=ABSENT)
    """Whether the record is marked as offline."""
    currency_code: str | None = attrs.field(default=ABSENT)
    """Currency code (ISO 4217). At most 3 characters. Example: 'USD'."""
    supplier_business_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Business name of the supplier. At most 255 characters."""
    supplier_first_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First name of the supplier. At most 255 characters."""
    supplier_last_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Last name of the supplier. At most 255 characters."""
    supplier_email: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Email address of the supplier."""
    supplier_address1: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First address line of the supplier. At most 255 characters."""
    supplier_address2: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Second address line of the supplier. At most 255 characters."""
    supplier_postal_code: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Postal code of the supplier. At most 10 characters."""
    supplier_city: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """City of the supplier. At most 100 characters."""
    supplier_state: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """State or province of the supplier. At most 100 characters."""
    supplier_country_code: str | None = attrs.field(default=ABSENT)
    """Country of the supplier (ISO 3166-1 alpha-2). At most 3 characters."""
    date: date_aliased | None = attrs.field(default=ABSENT)
    """Date of the purchase document."""
    draft: bool | None = attrs.field(default=ABSENT)
    """Whether it is a draft, which has no stock effect."""
    supplier_active_secondary_address: bool | None = attrs.field(
        default=ABSENT, metadata={"wire": "Supplier_active_secondary_address"}
    )
    """Whether the supplier's secondary address is in use."""
    supplier_secondary_country_code: str | None = attrs.field(
        default=ABSENT, metadata={"wire": "Supplier_secondary_country_code"}
    )
    """Country of the supplier's secondary address. At most 255 characters."""
    supplier_secondary_name: str | None = attrs.field(
        default=ABSENT, metadata={"wire": "Supplier_secondary_name", "redact": True}
    )
    """Name at the supplier's secondary address. At most 255 characters."""
    supplier_secondary_address1: str | None = attrs.field(
        default=ABSENT, metadata={"wire": "Supplier_secondary_address1", "redact": True}
    )
    """First line of the supplier's secondary address. At most 255 characters."""
    supplier_secondary_address2: str | None = attrs.field(
        default=ABSENT, metadata={"wire": "Supplier_secondary_address2", "redact": True}
    )
    """Second line of the supplier's secondary address. At most 255 characters."""
    supplier_secondary_city: str | None = attrs.field(
        default=ABSENT, metadata={"wire": "Supplier_secondary_city", "redact": True}
    )
    """City of the supplier's secondary address. At most 255 characters."""
    supplier_secondary_state: str | None = attrs.field(
        default=ABSENT, metadata={"wire": "Supplier_secondary_state", "redact": True}
    )
    """State or province of the supplier's secondary address. At most 255 characters."""
    supplier_secondary_postal_code: str | None = attrs.field(
        default=ABSENT,
        metadata={"wire": "Supplier_secondary_postal_code", "redact": True},
    )
    """Postal code of the supplier's secondary address. At most 255 characters."""
    is_received: bool | None = attrs.field(default=ABSENT)
    """Whether the goods have been received."""
    received_date: datetime | None = attrs.field(default=ABSENT)
    """Date and time the goods were received, account-local."""
