# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from daftra_async.operation import UNSET, UnsetType

from .invoice_document_input import InvoiceDocumentInput
from .invoice_item_input import InvoiceItemInput
from .payment_input import PaymentInput


@attrs.define(kw_only=True, repr=False)
class InvoiceInput(InvoiceDocumentInput):
    """Input for a sales invoice with its lines, payments and custom fields.

    Accepted by `invoices.create`, `invoices.update`, `invoices.bulk_create`.
    """

    invoice_item: list[InvoiceItemInput] | UnsetType = attrs.field(default=UNSET, metadata={"wire": "InvoiceItem"})
    """Lines of the document."""
    invoice_custom_field: dict[str, Any] | UnsetType = attrs.field(default=UNSET, metadata={"wire": "InvoiceCustomField"})
    """Custom fields of the invoice."""
    deposit_record: dict[str, Any] | UnsetType = attrs.field(default=UNSET, metadata={"wire": "Deposit"})
    """Deposit data of the invoice."""
    invoice_reminder: dict[str, Any] | UnsetType = attrs.field(default=UNSET, metadata={"wire": "InvoiceReminder"})
    """Reminder data of the invoice."""
    document: dict[str, Any] | UnsetType = attrs.field(default=UNSET, metadata={"wire": "Document"})
    """Document data attached to the invoice."""
    document_title: dict[str, Any] | UnsetType = attrs.field(default=UNSET, metadata={"wire": "DocumentTitle"})
    """Document title data of the invoice."""
    client_currency_code: str | UnsetType = attrs.field(default=UNSET)
    """Currency of the client, ISO 4217."""
    shipping_option_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Id of the shipping option. Not documented, but in use."""
    shipping_tax_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Id of the tax on the shipping charge. Not documented, but in use. Listed by `taxes.list`."""
    issue_date: date | UnsetType = attrs.field(default=UNSET)
    """Date the invoice is issued, YYYY-MM-DD."""
    due_after: int | UnsetType = attrs.field(default=UNSET)
    """Days from the issue date until payment is due. At least 0."""
    terms: str | UnsetType = attrs.field(default=UNSET)
    """Text of the terms of the invoice. At most 80000 characters."""
    order_source_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Order source id, required when the account's settings demand one."""
    language_id: int | UnsetType = attrs.field(default=UNSET)
    """Language id of the document, the account's when left out."""
    date_format: str | UnsetType = attrs.field(default=UNSET)
    """Date format id, the account's when left out."""
    cost_center_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Cost center id."""
    sales_person_id: int | None | UnsetType = attrs.field(default=UNSET)
    """Sales person id; -2 means several sales persons."""
    terminal_id: str | UnsetType = attrs.field(default=UNSET)
    """Point-of-sale terminal id; links the invoice to the terminal's shift."""
    unique_id: str | UnsetType = attrs.field(default=UNSET)
    """Unique id; when sent, the server recalculates item offers and discounts."""
    payment: list[PaymentInput] | UnsetType = attrs.field(default=UNSET, metadata={"wire": "Payment"})
    """Payments recorded with the document."""
