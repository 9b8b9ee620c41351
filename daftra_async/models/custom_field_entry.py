# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class CustomFieldEntry(Record):
    """One custom field value."""

    label: str | None = attrs.field(default=ABSENT)
    """Label of the custom field."""
    value: str | None = attrs.field(default=ABSENT)
    """Value of the custom field."""
