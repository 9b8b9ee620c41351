# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import attrs

from daftra_async.wire.record import ABSENT, Record

from .journal_account_entity_type import JournalAccountEntityType


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class JournalTransaction(Record):
    """One debit or credit line of a journal."""

    id: int | None = attrs.field(default=ABSENT)
    """Line id; carry it on an update to keep the line."""
    journal_id: str | None = attrs.field(default=ABSENT)
    """Journal entry this line belongs to. At most 255 characters. Example: '11101'."""
    debit: Decimal | None = attrs.field(default=ABSENT)
    """Debit amount of the line."""
    credit: Decimal | None = attrs.field(default=ABSENT)
    """Credit amount of the line."""
    currency_debit: Decimal | None = attrs.field(default=ABSENT)
    """Debit amount in the record's currency."""
    currency_credit: Decimal | None = attrs.field(default=ABSENT)
    """Credit amount in the record's currency."""
    currency_code: str | None = attrs.field(default=ABSENT)
    """Currency code (ISO 4217). At most 3 characters. Example: 'USD'."""
    currency_rate: Decimal | None = attrs.field(default=ABSENT)
    """Exchange rate applied to the line."""
    subkey: JournalAccountEntityType | None = attrs.field(default=ABSENT)
    """Kind of record behind the account, such as client or treasury."""
    description: str | None = attrs.field(default=ABSENT)
    """Description as free text."""
    journal_account_id: int | None = attrs.field(default=ABSENT)
    """Ledger account of the record."""
    alter_description: str | None = attrs.field(default=ABSENT)
    """Alternative description of the record."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
