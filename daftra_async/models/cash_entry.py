# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date as date_aliased
from decimal import Decimal
from typing import Any

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class CashEntry(Record):
    """The fields that incomes and expenses share."""

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    amount: Decimal | None = attrs.field(default=ABSENT)
    """Amount of the expense."""
    currency_code: str | None = attrs.field(default=ABSENT)
    """Currency code (ISO 4217). At most 100 characters."""
    vendor: str | None = attrs.field(default=ABSENT)
    """Vendor name of the expense or income. At most 200 characters."""
    category: str | None = attrs.field(default=ABSENT)
    """Category of the expense, as text. At most 200 characters."""
    date: date_aliased | None = attrs.field(default=ABSENT)
    """Date of the expense."""
    file: str | None = attrs.field(default=ABSENT)
    """File attached to the expense or income. At most 200 characters."""
    note: str | None = attrs.field(default=ABSENT)
    """Free-text note on the record."""
    client_id: int | None = attrs.field(default=ABSENT)
    """Client the record belongs to. Listed by `clients.list`."""
    tax1_id: int | None = attrs.field(default=ABSENT)
    """Id of the first tax."""
    tax1_name: str | None = attrs.field(default=ABSENT)
    """Name of the first tax. At most 255 characters."""
    tax1_value: Decimal | None = attrs.field(default=ABSENT)
    """Rate value of the first tax."""
    tax1_amount: Decimal | None = attrs.field(default=ABSENT)
    """Amount of money charged as the first tax."""
    tax1_included: bool | None = attrs.field(default=ABSENT)
    """Whether the amount already includes the first tax."""
    tax2_id: int | None = attrs.field(default=ABSENT)
    """Id of the second tax."""
    tax2_name: str | None = attrs.field(default=ABSENT)
    """Name of the second tax. At most 255 characters."""
    tax2_value: Decimal | None = attrs.field(default=ABSENT)
    """Rate value of the second tax."""
    tax2_amount: Decimal | None = attrs.field(default=ABSENT)
    """Amount of money charged as the second tax."""
    tax2_included: bool | None = attrs.field(default=ABSENT)
    """Whether the amount already includes the second tax."""
    is_income: bool | None = attrs.field(default=ABSENT)
    """Whether the record is an income rather than an expense."""
    attachments: list[Any] | None = attrs.field(default=ABSENT)
    """URLs of the attached files, all in one text."""
