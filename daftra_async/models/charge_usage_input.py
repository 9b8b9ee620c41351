# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from decimal import Decimal

import attrs

from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class ChargeUsageInput(Input):
    """Input for an amount that a credit usage takes from a particular credit charge.

    Accepted by `charge_usages.create`, `charge_usages.update`.
    """

    credit_charge_id: int = attrs.field()
    """Credit charge id the usage draws on."""
    credit_usage_id: int = attrs.field()
    """Credit usage id the amount belongs to."""
    amount: Decimal | int = attrs.field()
    """Amount of the record."""
