# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from decimal import Decimal

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class ChargeUsage(Record):
    """An amount that a credit usage takes from a particular credit charge.

    Returned by `charge_usages.list`, `charge_usages.get`.
    """

    credit_charge_id: int | None = attrs.field(default=ABSENT)
    """Credit charge id the usage draws on."""
    credit_usage_id: int | None = attrs.field(default=ABSENT)
    """Credit usage id the amount belongs to."""
    amount: Decimal | None = attrs.field(default=ABSENT)
    """Amount of the record."""
    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
