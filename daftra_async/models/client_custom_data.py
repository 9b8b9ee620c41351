# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from typing import Any

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class ClientCustomData(Record):
    """Custom fields of a client."""

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    building_no: str | None = attrs.field(default=ABSENT)
    """Building number of the client's address, as text."""
    reference_id: str | None = attrs.field(default=ABSENT)
    """Record these custom values belong to."""
    client_name_en: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """English name of the client."""
    vat_category: str | None = attrs.field(default=ABSENT)
    """VAT category of the client."""
    customer_service_contact: str | None = attrs.field(default=ABSENT)
    """Customer service contact of the client."""
    customer_reference: str | None = attrs.field(default=ABSENT)
    """Reference text of the client."""
    custom_price_list: Any = attrs.field(default=ABSENT)
    """Price list of the client, kept as a custom field."""
    job1: str | None = attrs.field(default=ABSENT)
    """Custom field named job1 of the client."""
