# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from decimal import Decimal

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input

from .journal_account_entity_type import JournalAccountEntityType


@attrs.define(kw_only=True, repr=False)
class JournalTransactionInput(Input):
    """Input for one debit or credit line of a journal."""

    id: int | UnsetType = attrs.field(default=UNSET)
    """Line id; carry it on an update to keep the line."""
    debit: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Debit amount of the line."""
    credit: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Credit amount of the line."""
    currency_debit: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Debit amount in the record's currency."""
    currency_credit: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Credit amount in the record's currency."""
    currency_code: str | UnsetType = attrs.field(default=UNSET)
    """Currency code (ISO 4217). At most 3 characters. Example: 'USD'."""
    currency_rate: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Exchange rate applied to the line."""
    subkey: JournalAccountEntityType | UnsetType = attrs.field(default=UNSET)
    """Kind of record behind the account, such as client or treasury."""
    description: str | UnsetType = attrs.field(default=UNSET)
    """Description as free text."""
    journal_account_id: int | UnsetType = attrs.field(default=UNSET)
    """Ledger account of the record."""
    alter_description: str | UnsetType = attrs.field(default=UNSET)
    """Alternative description of the record."""
