# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import attrs

from daftra_async.wire.record import ABSENT, Record

from .journal_entity_type import JournalEntityType
from .journal_transaction import JournalTransaction


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class Journal(Record):
    """An accounting entry with its debit and credit transactions.

    Returned by `journals.list`, `journals.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    number: str | None = attrs.field(default=ABSENT)
    """Journal number, generated when left out. At most 255 characters. Example: '0700000AAAAA0001'."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner. Listed by `staff.list`. Default on the server: 0."""
    date: datetime | None = attrs.field(default=ABSENT)
    """Date of the journal entry, with a time where the server sends one."""
    name: str | None = attrs.field(default=ABSENT)
    """Name of the journal entry. At most 255 characters."""
    entity_type: JournalEntityType | None = attrs.field(default=ABSENT)
    """Kind of document behind the journal entry."""
    entity_id: str | None = attrs.field(default=ABSENT)
    """Id of the record named by the entity type."""
    is_automatic: bool | None = attrs.field(default=ABSENT)
    """Whether the journal entry was made automatically."""
    description: str | None = attrs.field(default=ABSENT)
    """Description as free text."""
    total_debit: Decimal | None = attrs.field(default=ABSENT)
    """Total of all debits; must equal total_credit."""
    total_credit: Decimal | None = attrs.field(default=ABSENT)
    """Total of all credits; must equal total_debit."""
    currency_code: str | None = attrs.field(default=ABSENT)
    """Currency code (ISO 4217). At most 3 characters. Example: 'USD'."""
    currency_credit: Decimal | None = attrs.field(default=ABSENT)
    """Credit amount in the record's currency."""
    currency_debit: Decimal | None = attrs.field(default=ABSENT)
    """Debit amount in the record's currency."""
    alter_description: str | None = attrs.field(default=ABSENT)
    """Alternative description of the record."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    journal_transaction: list[JournalTransaction] | None = attrs.field(default=ABSENT, metadata={"wire": "JournalTransaction"})
    """Lines of the journal entry."""
