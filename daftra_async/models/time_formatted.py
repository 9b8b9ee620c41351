# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class TimeFormatted(Record):
    """A duration split into its parts."""

    hours: int | None = attrs.field(default=ABSENT)
    """Hours part of the time."""
    minutes: int | None = attrs.field(default=ABSENT)
    """Minutes part of the time."""
    seconds: int | None = attrs.field(default=ABSENT)
    """Seconds part of the time."""
    string: str | None = attrs.field(default=ABSENT)
    """Time as text, hours and minutes. Example: '01:30'."""
