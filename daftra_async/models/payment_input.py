# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date as date_aliased
from decimal import Decimal

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class PaymentInput(Input):
    """Input for one payment sent together with a new invoice."""

    payment_method: str = attrs.field()
    """Payment method. Listed by `payment_gateways.list`. At most 100 characters."""
    amount: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Amount of the payment."""
    transaction_id: str | UnsetType = attrs.field(default=UNSET)
    """Transaction reference of the payment, as text. At most 100 characters."""
    treasury_id: int | UnsetType = attrs.field(default=UNSET)
    """Treasury or bank account that holds the money; the default treasury when left out. Listed by `treasuries.list`."""
    date: date_aliased | UnsetType = attrs.field(default=UNSET)
    """Payment date, today when left out."""
    staff_id: int | UnsetType = attrs.field(default=UNSET)
    """Staff member id; the site owner (0) when left out. Listed by `staff.list`."""
    email: str | UnsetType = attrs.field(default=UNSET, metadata={"redact": True})
    """Payer email, required when payment_method is paypal or stripe."""
