# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenStrEnum


class ListingModel(OpenStrEnum):
    """List of id and title pairs the listing route serves."""

    GROUP_PRICE = "GroupPrice"
    """Price groups."""
    INVOICE_LAYOUT = "InvoiceLayout"
    """Invoice layouts."""
    PRODUCT = "Product"
    """Products."""
    ROLE = "Role"
    """Staff roles."""
    TIME_ACTIVITY = "TimeActivity"
    """Time-tracking activities."""
    TIMEZONE = "Timezone"
    """Time zones."""
    DATE_FORMATS = "dateFormats"
    """Date formats."""
    LANGUAGE_CODES = "languageCodes"
    """Languages."""
