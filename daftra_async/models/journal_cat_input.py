# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from decimal import Decimal

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input

from .journal_account_entity_type import JournalAccountEntityType
from .journal_account_type import JournalAccountType


@attrs.define(kw_only=True, repr=False)
class JournalCatInput(Input):
    """Input for a category of ledger accounts; categories form a tree.

    Accepted by `journal_cats.create`, `journal_cats.update`.
    """

    code: str | UnsetType = attrs.field(default=UNSET)
    """Code of the account category in the chart of accounts. At most 255 characters. Example: '11101'."""
    name: str = attrs.field()
    """Name of the ledger account category. At most 255 characters."""
    is_recalculated: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the totals have been recalculated."""
    entity_type: JournalAccountEntityType | UnsetType = attrs.field(default=UNSET)
    """Kind of record the account or account category stands for."""
    entity_id: str | UnsetType = attrs.field(default=UNSET)
    """Id of the record named by the entity type."""
    journal_cat_id: str | UnsetType = attrs.field(default=UNSET)
    """Account category this record belongs to. At most 255 characters. Example: '11101'."""
    parent_cat_ids: str | UnsetType = attrs.field(default=UNSET)
    """Ids of the parent categories, separated by commas. Example: '17,18'."""
    type: JournalAccountType = attrs.field()
    """Account category type code, 0 or 1."""
    staff_id: int | UnsetType = attrs.field(default=UNSET)
    """Staff member id, 0 for the site owner. Listed by `staff.list`. Default on the server: 0."""
    total_debit: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Total of all debits."""
    total_credit: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Total of all credits."""
    disabled: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the record is disabled."""
    color: str | UnsetType = attrs.field(default=UNSET)
    """Color of the account category. At most 255 characters. Deprecated by the vendor."""
