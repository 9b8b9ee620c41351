# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date as date_aliased
from decimal import Decimal

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class PaymentInput(Input):
    """To write: one payment sent together with a new invoice."""

    payment_method: str = attrs.field()
    """Payment method, from the payment gateways. Listed by `payment_gateways.list`. At most 100 characters."""
    amount: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Amount of the payment."""
    transaction_id: str | UnsetType = attrs.field(default=UNSET)
    """Transaction reference of the payment, as text. At most 100 characters."""
    treasury_id: int | UnsetType = attrs.field(default=UNSET)
    """Treasury or bank account that holds the money. Server default: default treasury. Listed by `treasuries.list`."""
    date: date_aliased | UnsetType = attrs.field(default=UNSET)
    """Payment date, today by default. Server default: today."""
    staff_id: int | UnsetType = attrs.field(default=UNSET)
    """Staff member id, 0 for the site owner. 0 = account owner. Server default: 0. Listed by `staff.list`."""
    email: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Payer email, required for PayPal and Stripe payments. Required when payment_method is paypal or stripe."""
