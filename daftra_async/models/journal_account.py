# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

import attrs

from daftra_async.wire.record import ABSENT, Record

from .journal_account_entity_type import JournalAccountEntityType
from .journal_account_type import JournalAccountType


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class JournalAccount(Record):
    """A ledger account of the chart of accounts.

    Returned by `journal_accounts.list`, `journal_accounts.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    journal_cat_id: str | None = attrs.field(default=ABSENT)
    """Account category this record belongs to. At most 255 characters. Example: '11101'."""
    code: str | None = attrs.field(default=ABSENT)
    """Code of the account in the chart of accounts. At most 255 characters. Example: '11101'."""
    type: JournalAccountType | None = attrs.field(default=ABSENT)
    """Account type code, 0 or 1."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner. Listed by `staff.list`. Default on the server: 0."""
    total_debit: Decimal | None = attrs.field(default=ABSENT)
    """Total of all debits."""
    total_credit: Decimal | None = attrs.field(default=ABSENT)
    """Total of all credits."""
    entity_type: JournalAccountEntityType | None = attrs.field(default=ABSENT)
    """Kind of record the account or account category stands for."""
    entity_id: str | None = attrs.field(default=ABSENT)
    """Id of the record named by the entity type."""
    name: str | None = attrs.field(default=ABSENT)
    """Name of the ledger account. At most 255 characters."""
    is_recalculated: bool | None = attrs.field(default=ABSENT)
    """Whether the totals have been recalculated."""
    last_transaction_update: datetime | None = attrs.field(default=ABSENT)
    """When its transactions last changed, in account-local time."""
    parent_cat_ids: str | None = attrs.field(default=ABSENT)
    """Ids of the parent categories, separated by commas. Example: '17,18'."""
    disabled: bool | None = attrs.field(default=ABSENT)
    """Whether the record is disabled."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
