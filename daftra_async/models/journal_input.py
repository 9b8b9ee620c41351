# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from decimal import Decimal

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input

from .journal_entity_type import JournalEntityType
from .journal_transaction_input import JournalTransactionInput


@attrs.define(kw_only=True, repr=False)
class JournalInput(Input):
    """Input for an accounting entry with its debit and credit transactions.

    Accepted by `journals.create`, `journals.update`.
    """

    number: str | None | UnsetType = attrs.field(default=UNSET)
    """Journal number, generated when left out. At most 255 characters. Example: '0700000AAAAA0001'."""
    staff_id: int | UnsetType = attrs.field(default=UNSET)
    """Staff member id, 0 for the site owner. Listed by `staff.list`. Default on the server: 0."""
    name: str | UnsetType = attrs.field(default=UNSET)
    """Name of the journal entry. At most 255 characters."""
    entity_type: JournalEntityType = attrs.field()
    """Kind of document behind the journal entry."""
    entity_id: str = attrs.field()
    """Id of the record named by the entity type."""
    is_automatic: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the journal entry was made automatically."""
    description: str = attrs.field()
    """Description as free text."""
    total_debit: Decimal | int = attrs.field()
    """Total of all debits; must equal total_credit."""
    total_credit: Decimal | int = attrs.field()
    """Total of all credits; must equal total_debit."""
    currency_code: str = attrs.field()
    """Currency code (ISO 4217). At most 3 characters. Example: 'USD'."""
    currency_credit: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Credit amount in the record's currency."""
    currency_debit: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Debit amount in the record's currency."""
    alter_description: str | UnsetType = attrs.field(default=UNSET)
    """Alternative description of the record."""
    journal_transaction: list[JournalTransactionInput] | UnsetType = attrs.field(
        default=UNSET, metadata={"wire": "JournalTransaction"}
    )
    """Lines of the journal entry."""
