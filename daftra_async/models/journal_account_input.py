# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from decimal import Decimal

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input

from .journal_account_entity_type import JournalAccountEntityType
from .journal_account_type import JournalAccountType


@attrs.define(kw_only=True, repr=False)
class JournalAccountInput(Input):
    """Input for a ledger account of the chart of accounts.

    Accepted by `journal_accounts.create`, `journal_accounts.update`.
    """

    journal_cat_id: str | UnsetType = attrs.field(default=UNSET)
    """Account category this record belongs to. At most 255 characters. Example: '11101'."""
    code: str | UnsetType = attrs.field(default=UNSET)
    """Code of the account in the chart of accounts. At most 255 characters. Example: '11101'."""
    type: JournalAccountType = attrs.field()
    """Account type code, 0 or 1."""
    staff_id: int | UnsetType = attrs.field(default=UNSET)
    """Staff member id, 0 for the site owner. Listed by `staff.list`. Default on the server: 0."""
    total_debit: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Total of all debits."""
    total_credit: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Total of all credits."""
    entity_type: JournalAccountEntityType | UnsetType = attrs.field(default=UNSET)
    """Kind of record the account or account category stands for."""
    entity_id: str | UnsetType = attrs.field(default=UNSET)
    """Id of the record named by the entity type."""
    name: str = attrs.field()
    """Name of the ledger account. At most 255 characters."""
    is_recalculated: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the totals have been recalculated."""
    parent_cat_ids: str | UnsetType = attrs.field(default=UNSET)
    """Ids of the parent categories, separated by commas. Example: '17,18'."""
    disabled: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the record is disabled."""
