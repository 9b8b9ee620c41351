# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from typing import Any

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class PaymentGateway(Record):
    """A payment method set up for the account.

    Returned by `payment_gateways.list`, `payment_gateways.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    payment_gateway: str | None = attrs.field(default=ABSENT)
    """System name of the payment method."""
    label: str | None = attrs.field(default=ABSENT)
    """Display name of the payment method."""
    username: str | None = attrs.field(default=ABSENT, metadata={"redact": True})
    """User name kept for the payment method, if any."""
    option1: str | None = attrs.field(default=ABSENT)
    """First setting of the payment method, as text."""
    option2: str | None = attrs.field(default=ABSENT)
    """Second setting of the payment method, if any."""
    option3: str | None = attrs.field(default=ABSENT)
    """Third setting of the payment method, if any."""
    default: int | None = attrs.field(default=ABSENT)
    """Whether this is the default payment gateway."""
    active: int | None = attrs.field(default=ABSENT)
    """Whether the record is active."""
    manually_added: int | None = attrs.field(default=ABSENT)
    """Whether the payment method was added by hand (0 or 1)."""
    disable_for_client: int | None = attrs.field(default=ABSENT)
    """Whether clients are kept from using the method (0 or 1)."""
    settings: Any = attrs.field(default=ABSENT)
    """Extra settings of the payment method, null when none."""
    treasury_id: int | None = attrs.field(default=ABSENT)
    """Treasury or bank account that holds the money."""
    branch_id: int | None = attrs.field(default=ABSENT)
    """Branch the record belongs to."""
