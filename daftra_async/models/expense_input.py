# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.operation import UNSET, UnsetType

from .cash_entry_input import CashEntryInput


@attrs.define(kw_only=True, repr=False)
class ExpenseInput(CashEntryInput):
    """Input for an amount of money spent, with category, treasury and attachments.

    Accepted by `expenses.create`, `expenses.update`.
    """

    treasury_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Treasury or bank account that the money came from. Not documented, but in use. Listed by `treasuries.list`."""
