# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class BulkInvoiceResult(Record):
    """Outcome of one element of a bulk create.

    Returned by `invoices.bulk_create`.
    """

    result: str | None = attrs.field(default=ABSENT)
    """Outcome, `successful` or `failed`."""
    code: int | None = attrs.field(default=ABSENT)
    """Status code of this element; 202 when it was created."""
    id: int | None = attrs.field(default=ABSENT)
    """Id of the created invoice."""
    invoice_number: str | None = attrs.field(default=ABSENT)
    """Number given to the created invoice, as text. Example: '0700000AAAAA0001'."""
    invoice_pos_html: str | None = attrs.field(default=ABSENT)
    """Printable receipt as HTML, for point-of-sale invoices only."""
