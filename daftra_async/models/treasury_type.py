# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenIntEnum


class TreasuryType(OpenIntEnum):
    """Whether a treasury is a bank account or an ordinary treasury."""

    BANK = 1
    """Bank account."""
    TREASURY = 3
    """Treasury."""
