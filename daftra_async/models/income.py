# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from .cash_entry import CashEntry


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class Income(CashEntry):
    """An amount of money received that did not come from an invoice.

    Returned by `incomes.list`, `incomes.get`.
    """
