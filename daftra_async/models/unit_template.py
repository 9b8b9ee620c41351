# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime

import attrs

from daftra_async.wire.record import ABSENT, Record

from .branch_ref import BranchRef
from .staff_entity import StaffEntity
from .unit_factor import UnitFactor


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class UnitTemplate(Record):
    """A set of measuring units with their conversion factors.

    Returned by `unit_templates.list`, `unit_templates.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    template_name: str | None = attrs.field(default=ABSENT)
    """Name of the unit template."""
    active: int | None = attrs.field(default=ABSENT)
    """Whether the record is active."""
    main_unit_name: str | None = attrs.field(default=ABSENT)
    """Name of the template's main unit."""
    unit_small_name: str | None = attrs.field(default=ABSENT)
    """Short name of the template's main unit."""
    created: datetime | None = attrs.field(default=ABSENT)
    """Creation date and time, account-local."""
    modified: datetime | None = attrs.field(default=ABSENT)
    """Date and time of the last change, account-local."""
    branch_id: int | None = attrs.field(default=ABSENT)
    """Branch the record belongs to."""
    staff_id: int | None = attrs.field(default=ABSENT)
    """Staff member id, 0 for the site owner."""
    branch: BranchRef | None = attrs.field(default=ABSENT)
    """Branch record the entry belongs to."""
    staff: StaffEntity | None = attrs.field(default=ABSENT)
    """Staff member linked to the record."""
    unit_templates_unit_factors: list[UnitFactor] | None = attrs.field(default=ABSENT)
    """Derived units of the template, with their factors."""
