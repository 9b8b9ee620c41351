# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime

import attrs

from daftra_async.wire.record import ABSENT, Record


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class EmploymentType(Record):
    """A form of employment, such as full time or contract.

    Returned by `employment_types.list`, `employment_types.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    name: str | None = attrs.field(default=ABSENT)
    """Name of the record."""
    description: str | None = attrs.field(default=ABSENT)
    """Description as free text."""
    active: bool | None = attrs.field(default=ABSENT)
    """Whether the record is active. Default on the server: True."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
