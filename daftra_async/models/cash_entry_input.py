# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date as date_aliased
from decimal import Decimal
from typing import Any

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class CashEntryInput(Input):
    """Input for the fields that incomes and expenses share."""

    amount: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Amount of the expense."""
    currency_code: str | UnsetType = attrs.field(default=UNSET)
    """Currency code (ISO 4217). At most 100 characters."""
    vendor: str | UnsetType = attrs.field(default=UNSET)
    """Vendor name of the expense or income. At most 200 characters."""
    category: str | UnsetType = attrs.field(default=UNSET)
    """Category of the expense, as text. At most 200 characters."""
    date: date_aliased | UnsetType = attrs.field(default=UNSET)
    """Date of the expense."""
    file: str | UnsetType = attrs.field(default=UNSET)
    """File attached to the expense or income. At most 200 characters."""
    note: str | UnsetType = attrs.field(default=UNSET)
    """Free-text note on the record."""
    client_id: int | UnsetType = attrs.field(default=UNSET)
    """Client the record belongs to. Listed by `clients.list`."""
    tax1_id: int | UnsetType = attrs.field(default=UNSET)
    """Id of the first tax."""
    tax1_name: str | UnsetType = attrs.field(default=UNSET)
    """Name of the first tax. At most 255 characters."""
    tax1_value: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Rate value of the first tax."""
    tax1_amount: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Amount of money charged as the first tax."""
    tax1_included: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the amount already includes the first tax."""
    tax2_id: int | UnsetType = attrs.field(default=UNSET)
    """Id of the second tax."""
    tax2_name: str | UnsetType = attrs.field(default=UNSET)
    """Name of the second tax. At most 255 characters."""
    tax2_value: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Rate value of the second tax."""
    tax2_amount: Decimal | int | UnsetType = attrs.field(default=UNSET)
    """Amount of money charged as the second tax."""
    tax2_included: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the amount already includes the second tax."""
    is_income: bool | UnsetType = attrs.field(default=UNSET, metadata={"wire_bool": True})
    """Whether the record is an income rather than an expense."""
    attachments: list[Any] | UnsetType = attrs.field(default=UNSET)
    """URLs of the attached files, all in one text."""
