# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from typing import Any

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class PaymentGatewayInput(Input):
    """Input for a payment method set up for the account.

    Accepted by `payment_gateways.create`.
    """

    id: int | UnsetType = attrs.field(default=UNSET)
    """Unique id of the record."""
    payment_gateway: str = attrs.field()
    """System name of the payment method."""
    label: str = attrs.field()
    """Display name of the payment method."""
    username: str | None | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """User name kept for the payment method, if any."""
    option1: str | UnsetType = attrs.field(default=UNSET)
    """First setting of the payment method, as text."""
    option2: str | None | UnsetType = attrs.field(default=UNSET)
    """Second setting of the payment method, if any."""
    option3: str | None | UnsetType = attrs.field(default=UNSET)
    """Third setting of the payment method, if any."""
    default: int | UnsetType = attrs.field(default=UNSET)
    """Whether this is the default payment gateway."""
    active: int | UnsetType = attrs.field(default=UNSET)
    """Whether the record is active."""
    manually_added: int | UnsetType = attrs.field(default=UNSET)
    """Whether the payment method was added by hand (0 or 1)."""
    disable_for_client: int | UnsetType = attrs.field(default=UNSET)
    """Whether clients are kept from using the method (0 or 1)."""
    settings: Any | UnsetType = attrs.field(default=UNSET)
    """Extra settings of the payment method, null when none."""
    treasury_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Treasury or bank account that holds the money."""
    branch_id: int | UnsetType = attrs.field(default=UNSET)
    """Branch the record belongs to."""
