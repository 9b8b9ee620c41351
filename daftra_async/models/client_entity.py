# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import attrs

from daftra_async.wire.record import ABSENT, Record

from .client_custom_data import ClientCustomData
from .client_photo import ClientPhoto


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class ClientEntity(Record):
    """A client as nested in v2 records."""

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    group_price_id: int | None = attrs.field(default=ABSENT)
    """Price list id, from the GroupPrice listing."""
    is_offline: int | None = attrs.field(default=ABSENT)
    """Whether the record is marked as offline."""
    client_number: str | None = attrs.field(default=ABSENT)
    """Client number as text, may have leading zeros."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner."""
    business_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Name of the business."""
    first_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First name of the person."""
    last_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Last name of the person."""
    email: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Email address of the person or business."""
    password: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Login password, written but never read back."""
    address1: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First address line."""
    address2: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Second address line."""
    city: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """City of the address."""
    state: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """State or province of the address."""
    postal_code: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Postal code of the address."""
    phone1: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First phone number."""
    phone2: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Second phone number."""
    country_code: str | None = attrs.field(default=ABSENT)
    """Country code (ISO 3166-1 alpha-2)."""
    notes: str | None = attrs.field(default=ABSENT)
    """Notes as free text."""
    active_secondary_address: int | None = attrs.field(default=ABSENT)
    """Whether the secondary address is in use."""
    secondary_name: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Name at the secondary address."""
    secondary_address1: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First line of the secondary address."""
    secondary_address2: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Second line of the secondary address."""
    secondary_city: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """City of the secondary address."""
    secondary_state: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """State or province of the secondary address."""
    secondary_postal_code: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Postal code of the secondary address."""
    secondary_country_code: str | None = attrs.field(default=ABSENT)
    """Country of the secondary address (ISO 3166-1 alpha-2)."""
    language_code: str | None = attrs.field(default=ABSENT)
    """Language, from the languageCodes listing."""
    default_currency_code: str | None = attrs.field(default=ABSENT)
    """Default currency code (ISO 4217)."""
    last_login: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last login, account-local."""
    suspend: int | None = attrs.field(default=ABSENT)
    """Whether the account is suspended."""
    last_ip: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Last known IP address."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    follow_up_status: int | None = attrs.field(default=ABSENT)
    """Follow-up status id."""
    category: str | None = attrs.field(default=ABSENT)
    """Category name as text."""
    bn1: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """First business number, named by bn1_label."""
    bn1_label: str | None = attrs.field(default=ABSENT)
    """Label of the first business number."""
    bn2_label: str | None = attrs.field(default=ABSENT)
    """Label of the second business number."""
    bn2: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Second business number, named by bn2_label."""
    starting_balance: Decimal | None = attrs.field(default=ABSENT)
    """Opening balance of the client."""
    photo: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Photo of the person."""
    birth_date: date | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Date of birth."""
    gender: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Gender of the person."""
    map_location: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Map position as `latitude,longitude,zoom`."""
    type: int | None = attrs.field(default=ABSENT)
    """Kind of client, individual or business."""
    credit_limit: Decimal | None = attrs.field(default=ABSENT)
    """Credit limit of the client."""
    credit_period: int | None = attrs.field(default=ABSENT)
    """Credit period of the client in days."""
    branch_id: int | None = attrs.field(default=ABSENT)
    """Branch the record belongs to."""
    national_id: int | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """National identity number of the client."""
    attachment: str | None = attrs.field(default=ABSENT)
    """File attached to the record."""
    category_id: int | None = attrs.field(default=ABSENT)
    """Category of the client."""
    secondary_follow_up_status: Any = attrs.field(default=ABSENT)
    """Secondary follow-up status of the client."""
    timezone: int | None = attrs.field(default=ABSENT)
    """Numeric time zone id, from the Timezone listing."""
    tags: str | None = attrs.field(default=ABSENT)
    """Tags of the record."""
    assigned_users: Any = attrs.field(default=ABSENT)
    """Staff assigned to the record."""
    client_photo_s3: ClientPhoto | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """Stored photo of the client."""
    client_custom_data: ClientCustomData | None = attrs.field(default=ABSENT)
    """Custom field values of the client."""
