"""The columns that a report reads, and the tables that a source returns."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Literal

import attrs

from daftra_async.wire import hints
from daftra_async.wire.census_report import Report as Census
from daftra_async.wire.columns.layout import EXTRA, KEY, PARENT, table_of

if TYPE_CHECKING:
    from daftra_async.wire.columns.layout import Table

_HOST: Final = re.compile(r"https?://([^/'\"]+)")

Tables = Mapping[str, Any]
"""Tables of Arrow by relation, `""` for the records themselves."""


@attrs.frozen
class Wanted:
    """The columns that are read of a resource, by relation."""

    model: str
    columns: Mapping[str, tuple[str, ...]]

    @property
    def table(self) -> Table:
        """The layout of the resource."""
        return table_of(hints.model(self.model))

    def taken(self, relation: str) -> list[str]:
        """Return the columns to read, with those that every table has."""
        return [PARENT if relation else KEY, *self.columns[relation], EXTRA]


_PAYMENT: Final = ("treasury_id", "currency_code", "amount", "status", "date")
INVOICES: Final = "invoices"
TREASURIES: Final = "treasuries"
PAYMENTS: Final = ("invoice_payments", "client_payments")
LINES: Final = "invoice_item"
WANTED: Final[Mapping[str, Wanted]] = {
    INVOICES: Wanted(
        "Invoice",
        {
            "": (
                *("id", "no", "client_id", "client_business_name", "client_first_name", "client_last_name"),
                *("currency_code", "date", "issue_date", "due_after", "payment_status", "draft", "summary_unpaid"),
            ),
            LINES: ("product_id", "item", "subtotal"),
        },
    ),
    "invoice_payments": Wanted("InvoicePayment", {"": _PAYMENT}),
    "client_payments": Wanted("ClientPayment", {"": _PAYMENT}),
    TREASURIES: Wanted("Treasury", {"": ("id", "name")}),
}


@attrs.frozen(kw_only=True)
class Shortfall:
    """A list that is not what it announced."""

    resource: str
    received: int
    announced: int | None = None
    """None where the list does not say."""
    changed: bool = False
    """Every record that was announced came, but the list changed while it was read: one may have been missed."""


@attrs.frozen(kw_only=True)
class Held:
    """What a source holds."""

    kind: Literal["account", "export"]
    identity: str
    """The account, as exports note it, so that snapshots of two accounts are never compared."""
    tables: Mapping[str, Tables]
    """By resource; without those that are missing."""
    read_at: dt.datetime | None
    """When the records were fetched, UTC; None where an export does not say."""
    missing: tuple[str, ...] = ()
    """Resources that the account refused, or that the export does not hold."""
    short: tuple[Shortfall, ...] = ()
    """Lists that came short of what they announced, or changed while they were read."""
    census: Census | None = None
    """What no model describes; None where nothing counted it."""

    @property
    def account(self) -> str:
        """The host of the account; the identity where that names none."""
        host = _HOST.search(self.identity)
        return host[1] if host else self.identity
