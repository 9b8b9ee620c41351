# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from daftra_async.wire.record import ABSENT

from .client import Client
from .invoice_document import InvoiceDocument
from .invoice_item import InvoiceItem
from .invoice_payment import InvoicePayment


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class Invoice(InvoiceDocument):
    """A sales invoice with its lines, payments and custom fields.

    Returned by `invoices.list`, `invoices.get`.
    """

    client: Client | None = attrs.field(default=ABSENT, metadata={"wire": "Client"})
    """The client record."""
    invoice_item: list[InvoiceItem] | None = attrs.field(default=ABSENT, metadata={"wire": "InvoiceItem"})
    """Lines of the document."""
    invoice_payment: list[InvoicePayment] | None = attrs.field(default=ABSENT, metadata={"wire": "InvoicePayment"})
    """Payments of the invoice."""
    invoice_custom_field: dict[str, Any] | None = attrs.field(default=ABSENT, metadata={"wire": "InvoiceCustomField"})
    """Custom fields of the invoice."""
    deposit_record: dict[str, Any] | None = attrs.field(default=ABSENT, metadata={"wire": "Deposit"})
    """Deposit data of the invoice."""
    invoice_reminder: dict[str, Any] | None = attrs.field(default=ABSENT, metadata={"wire": "InvoiceReminder"})
    """Reminder data of the invoice."""
    document: dict[str, Any] | None = attrs.field(default=ABSENT, metadata={"wire": "Document"})
    """Document data attached to the invoice."""
    document_title: dict[str, Any] | None = attrs.field(default=ABSENT, metadata={"wire": "DocumentTitle"})
    """Document title data of the invoice."""
    client_currency_code: str | None = attrs.field(default=ABSENT)
    """Currency of the client, ISO 4217."""
    shipping_option_id: int | None = attrs.field(default=ABSENT)
    """Id of the shipping option. Not documented, but in use."""
    shipping_tax_id: int | None = attrs.field(default=ABSENT)
    """Id of the tax on the shipping charge. Not documented, but in use. Listed by `taxes.list`."""
    issue_date: date | None = attrs.field(default=ABSENT)
    """Date the invoice is issued, YYYY-MM-DD."""
    due_after: int | None = attrs.field(default=ABSENT)
    """Days from the issue date until payment is due. At least 0."""
    terms: str | None = attrs.field(default=ABSENT)
    """Text of the terms of the invoice. At most 80000 characters."""
    order_source_id: int | None = attrs.field(default=ABSENT)
    """Order source id, required when the account's settings demand one."""
    language_id: int | None = attrs.field(default=ABSENT)
    """Language id of the document, the account's when left out."""
    date_format: str | None = attrs.field(default=ABSENT)
    """Date format id, the account's when left out."""
    cost_center_id: int | None = attrs.field(default=ABSENT)
    """Cost center id."""
    sales_person_id: int | None = attrs.field(default=ABSENT)
    """Sales person id; -2 means several sales persons."""
    terminal_id: str | None = attrs.field(default=ABSENT)
    """Point-of-sale terminal id; links the invoice to the terminal's shift."""
    unique_id: str | None = attrs.field(default=ABSENT)
    """Unique id; when sent, the server recalculates item offers and discounts."""
