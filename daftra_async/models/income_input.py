# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from .cash_entry_input import CashEntryInput


@attrs.define(kw_only=True, repr=False)
class IncomeInput(CashEntryInput):
    """Input for an amount of money received that did not come from an invoice.

    Accepted by `incomes.create`, `incomes.update`.
    """
