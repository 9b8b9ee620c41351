# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from typing import Any

import attrs

from daftra_async.operation import UNSET, UnsetType

from .invoice_document_input import InvoiceDocumentInput
from .invoice_item_input import InvoiceItemInput
from .invoice_payment_input import InvoicePaymentInput


@attrs.define(kw_only=True, repr=False)
class EstimateInput(InvoiceDocumentInput):
    """Input for a quotation offered to a client before an invoice is issued.

    Accepted by `estimates.create`, `estimates.update`.
    """

    invoice_item: list[InvoiceItemInput] | UnsetType = attrs.field(default=UNSET, metadata={"wire": "InvoiceItem"})
    """Lines of the document."""
    invoice_payment: list[InvoicePaymentInput] | UnsetType = attrs.field(default=UNSET, metadata={"wire": "InvoicePayment"})
    """Payments of the invoice."""
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
