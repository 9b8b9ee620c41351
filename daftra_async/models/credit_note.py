# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from typing import Any

import attrs

from daftra_async.wire.record import ABSENT

from .client import Client
from .invoice_document import InvoiceDocument
from .invoice_item import InvoiceItem
from .invoice_payment import InvoicePayment


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class CreditNote(InvoiceDocument):
    """A document that lowers what a client owes.

    Returned by `credit_notes.list`, `credit_notes.get`.
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
