# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class SupplierInput(Input):
    """Input for a vendor that the account buys goods and services from.

    Accepted by `suppliers.create`, `suppliers.update`.
    """

    is_offline: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the record is marked as offline."""
    supplier_number: int | UnsetType = attrs.field(default=UNSET)
    """Number given to the supplier."""
    staff_id: int | UnsetType = attrs.field(default=UNSET)
    """Staff member id, 0 for the site owner. Listed by `staff.list`. Default on the server: 0."""
    business_name: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Name of the business. At most 100 characters."""
    first_name: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """First name of the person. At most 255 characters."""
    last_name: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Last name of the person. At most 255 characters."""
    email: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Email address of the person or business. At most 255 characters."""
    password: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Login password, written but never read back. At most 255 characters."""
    address1: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """First address line. At most 255 characters."""
    address2: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Second address line. At most 255 characters."""
    city: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """City of the address. At most 100 characters."""
    state: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """State or province of the address. At most 100 characters."""
    postal_code: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Postal code of the address. At most 20 characters."""
    phone1: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """First phone number. At most 50 characters."""
    phone2: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Second phone number. At most 50 characters."""
    country_code: str | UnsetType = attrs.field(default=UNSET)
    """Country code (ISO 3166-1 alpha-2). At most 3 characters."""
    notes: str | UnsetType = attrs.field(default=UNSET)
    """Notes as free text."""
    active_secondary_address: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the secondary address is in use."""
    secondary_name: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Name at the secondary address. At most 255 characters."""
    secondary_address1: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """First line of the secondary address. At most 255 characters."""
    secondary_address2: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Second line of the secondary address. At most 255 characters."""
    secondary_city: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """City of the secondary address. At most 100 characters."""
    secondary_state: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """State or province of the secondary address. At most 100 characters."""
    secondary_postal_code: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Postal code of the secondary address. At most 50 characters."""
    secondary_country_code: str | UnsetType = attrs.field(default=UNSET)
    """Country of the secondary address (ISO 3166-1 alpha-2). At most 10 characters."""
    language_code: str | UnsetType = attrs.field(default=UNSET)
    """Language. Listed by `listing.get` (languageCodes)."""
    default_currency_code: str | UnsetType = attrs.field(default=UNSET)
    """Default currency code (ISO 4217). At most 5 characters."""
    follow_up_status: int | None | UnsetType = attrs.field(default=UNSET)
    """Follow-up status id. Listed by `follow_up_statuses.list` (supplier)."""
    bn1: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """First business number, named by bn1_label."""
    bn1_label: str | UnsetType = attrs.field(default=UNSET)
    """Label of the first business number."""
    bn2_label: str | UnsetType = attrs.field(default=UNSET)
    """Label of the second business number."""
    bn2: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Second business number, named by bn2_label."""
    branch_id: int | UnsetType = attrs.field(default=UNSET)
    """Branch the record belongs to. Listed by `branches.list` (Branch)."""
