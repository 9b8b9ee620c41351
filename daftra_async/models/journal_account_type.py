# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenIntEnum


class JournalAccountType(OpenIntEnum):
    """Two-valued type code of a journal account or category, meaning undocumented."""

    TYPE_0 = 0
    """Type 0, meaning undocumented."""
    TYPE_1 = 1
    """Type 1, meaning undocumented."""
