# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenStrEnum


class JournalAccountEntityType(OpenStrEnum):
    """Kind of record a journal account, category or line stands for."""

    CLIENT = "client"
    """Client."""
    SUPPLIER = "supplier"
    """Supplier."""
    INCOME_TAX = "income_tax"
    """Income tax."""
    OUTCOME_TAX = "outcome_tax"
    """Outcome tax."""
    TREASURY = "treasury"
    """Treasury."""
    STORE = "store"
    """Store."""
    INCOME_CATEGORY = "income_category"
    """Income category."""
    EXPENSE_CATEGORY = "expense_category"
    """Expense category."""
    ASSET = "asset"
    """Asset."""
    ASSET_DEPRECATION = "asset_deprecation"
    """Asset depreciation."""
    ASSET_DEPRECATION_EXPENSE = "asset_deprecation_expense"
    """Asset depreciation expense."""
    STAFF_PETTY_CASH = "staff_petty_cash"
    """Petty cash held by staff."""
