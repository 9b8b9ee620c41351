# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input

from .unit_factor_input import UnitFactorInput


@attrs.define(kw_only=True, repr=False)
class UnitTemplateInput(Input):
    """Input for a set of measuring units with their conversion factors.

    Accepted by `unit_templates.create`, `unit_templates.update`.
    """

    id: int | UnsetType = attrs.field(default=UNSET)
    """Unique id of the record."""
    template_name: str = attrs.field()
    """Name of the unit template."""
    active: int | UnsetType = attrs.field(default=UNSET)
    """Whether the record is active."""
    main_unit_name: str = attrs.field()
    """Name of the template's main unit."""
    unit_small_name: str = attrs.field()
    """Short name of the template's main unit."""
    branch_id: int | UnsetType = attrs.field(default=UNSET)
    """Branch the record belongs to."""
    staff_id: int | UnsetType = attrs.field(default=UNSET)
    """Staff member id, 0 for the site owner."""
    unit_templates_unit_factors: list[UnitFactorInput] | UnsetType = attrs.field(default=UNSET)
    """Derived units of the template, with their factors."""
