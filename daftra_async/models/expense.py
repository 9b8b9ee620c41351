# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.wire.record import ABSENT

from .cash_entry import CashEntry


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class Expense(CashEntry):
    """An amount of money spent, with category, treasury and attachments.

    Returned by `expenses.list`, `expenses.get`.
    """

    treasury_id: int | None = attrs.field(default=ABSENT)
    """Treasury or bank account that the money came from. Not documented, but in use. Listed by `treasuries.list`."""
