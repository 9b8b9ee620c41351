# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime

import attrs

from daftra_async.wire.record import ABSENT, Record

from .app_related_data import AppRelatedData


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class WorkflowType(Record):
    """The workflow a record belongs to."""

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    name: str | None = attrs.field(default=ABSENT)
    """Name of the record."""
    status: int | None = attrs.field(default=ABSENT)
    """Status of the record."""
    icon: str | None = attrs.field(default=ABSENT)
    """Icon of the workflow type, if any."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    singular_title: str | None = attrs.field(default=ABSENT)
    """Singular name of the workflow type."""
    entity_key: str | None = attrs.field(default=ABSENT)
    """Key of the entity the record belongs to."""
    app_related_data: AppRelatedData | None = attrs.field(default=ABSENT)
    """App data related to the workflow type."""
