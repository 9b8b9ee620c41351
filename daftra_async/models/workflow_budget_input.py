# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from decimal import Decimal

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class WorkflowBudgetInput(Input):
    """Input for the budget of a workflow record as it is written."""

    number: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Amount of the budget, in its currency."""
    currency: str | UnsetType = attrs.field(default=UNSET)
    """Currency code (ISO 4217)."""
