# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenIntEnum


class FollowUpStatusState(OpenIntEnum):
    """Whether a follow-up status counts as open or closed."""

    OPEN = 1
    """Open."""
    CLOSED = 2
    """Closed."""
