# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from daftra_async.wire.record import ABSENT, Record

from .asset_photo import AssetPhoto
from .asset_type_ref import AssetTypeRef
from .employee_asset_holder import EmployeeAssetHolder
from .location_ref import LocationRef


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class EmployeeAsset(Record):
    """A company asset held by an employee or kept in storage.

    Returned by `employee_assets.list`, `employee_assets.get`.
    """

    id: int | None = attrs.field(default=ABSENT)
    """Unique id of the record."""
    code: str | None = attrs.field(default=ABSENT)
    """Short code of the record."""
    name: str | None = attrs.field(default=ABSENT)
    """Name of the record."""
    barcode: str | None = attrs.field(default=ABSENT)
    """Barcode as text."""
    serial_number: str | None = attrs.field(default=ABSENT)
    """Serial number of the asset."""
    used_by: EmployeeAssetHolder | None = attrs.field(default=ABSENT)
    """Who holds the asset, not_assigned, employee or storage."""
    employee: Any = attrs.field(default=ABSENT)
    """Staff record of the employee holding the asset, if any."""
    storage: Any = attrs.field(default=ABSENT)
    """Storage record holding the asset, if any."""
    photo: AssetPhoto | None = attrs.field(default=ABSENT)
    """Photo of the person."""
    status: str | None = attrs.field(default=ABSENT)
    """Status of the record."""
    can_update: bool | None = attrs.field(default=ABSENT)
    """Whether the current user may edit the asset."""
    can_delete: bool | None = attrs.field(default=ABSENT)
    """Whether the current user may delete the asset."""
    asset_type: AssetTypeRef | None = attrs.field(default=ABSENT)
    """Asset type record of the asset."""
    has_linked_asset: bool | None = attrs.field(default=ABSENT)
    """Whether the asset has a linked asset."""
    location: LocationRef | None = attrs.field(default=ABSENT)
    """Location record of the asset."""
    assigned_date: date | None = attrs.field(default=ABSENT)
    """Date the asset was assigned."""
    warranty_expiry_date: date | None = attrs.field(default=ABSENT)
    """Date the warranty ends."""
    expected_return_date: date | None = attrs.field(default=ABSENT)
    """Date the asset is expected back."""
    description: str | None = attrs.field(default=ABSENT)
    """Description as free text."""
    technical_specifications: str | None = attrs.field(default=ABSENT)
    """Technical details of the asset, as free text."""
    attachments: list[Any] | None = attrs.field(default=ABSENT)
    """Files attached to the record."""
    asset_unit: Any = attrs.field(default=ABSENT)
    """Unit record of the asset, if any."""
    can_add_notes: bool | None = attrs.field(default=ABSENT)
    """Whether the current user may add notes."""
    has_notes: bool | None = attrs.field(default=ABSENT)
    """Whether the asset has notes."""
    can_add_document: bool | None = attrs.field(default=ABSENT)
    """Whether the current user may add documents."""
    can_view_documents: bool | None = attrs.field(default=ABSENT)
    """Whether the current user may view documents."""
    has_chain_of_custody: bool | None = attrs.field(default=ABSENT)
    """Whether the asset has a chain of custody."""
    asset_type_id: int | None = attrs.field(default=ABSENT)
    """Asset type id. Listed by `asset_types.list`."""
    storage_id: int | None = attrs.field(default=ABSENT)
    """Storage id, required when used_by is storage. Listed by `storages.list`."""
    employee_id: int | None = attrs.field(default=ABSENT)
    """Staff id of the holder, required when used_by is employee. Listed by `staff.list`."""
    location_id: int | None = attrs.field(default=ABSENT)
    """Asset location id. Listed by `asset_locations.list`."""
