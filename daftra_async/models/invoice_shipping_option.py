# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenIntEnum


class InvoiceShippingOption(OpenIntEnum):
    """Which shipping details are shown on a sales document."""

    HIDDEN = 1
    """No shipping details."""
    MAIN_CLIENT = 2
    """Details of the main client."""
    SECONDARY_CLIENT = 3
    """Details of the secondary client."""
