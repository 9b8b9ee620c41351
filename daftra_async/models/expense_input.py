# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from .cash_entry_input import CashEntryInput


@attrs.define(kw_only=True, repr=False)
class ExpenseInput(CashEntryInput):
    """Input for an amount of money spent, with category, treasury and attachments.

    Accepted by `expenses.create`, `expenses.update`.
    """
