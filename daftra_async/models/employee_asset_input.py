# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import date
from typing import Any

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input

from .asset_photo_input import AssetPhotoInput
from .employee_asset_holder import EmployeeAssetHolder


@attrs.define(kw_only=True, repr=False)
class EmployeeAssetInput(Input):
    """Input for a company asset held by an employee or kept in storage.

    Accepted by `employee_assets.create`, `employee_assets.update`.
    """

    id: int | None | UnsetType = attrs.field(default=UNSET)
    """Unique id of the record."""
    code: str | None | UnsetType = attrs.field(default=UNSET)
    """Short code of the record."""
    name: str = attrs.field()
    """Name of the record."""
    barcode: str | None | UnsetType = attrs.field(default=UNSET)
    """Barcode as text."""
    serial_number: str | None | UnsetType = attrs.field(default=UNSET)
    """Serial number of the asset."""
    used_by: EmployeeAssetHolder = attrs.field()
    """Who holds the asset, not_assigned, employee or storage."""
    photo: AssetPhotoInput | None | UnsetType = attrs.field(default=UNSET)
    """Photo of the person."""
    assigned_date: date | None | UnsetType = attrs.field(default=UNSET)
    """Date the asset was assigned."""
    warranty_expiry_date: date | UnsetType = attrs.field(default=UNSET)
    """Date the warranty ends."""
    expected_return_date: date | UnsetType = attrs.field(default=UNSET)
    """Date the asset is expected back."""
    description: str | UnsetType = attrs.field(default=UNSET)
    """Description as free text."""
    technical_specifications: str | UnsetType = attrs.field(default=UNSET)
    """Technical details of the asset, as free text."""
    attachments: list[Any] | UnsetType = attrs.field(default=UNSET)
    """Files attached to the record."""
    asset_type_id: int | UnsetType = attrs.field(default=UNSET)
    """Asset type id. Listed by `asset_types.list`."""
    storage_id: int | UnsetType = attrs.field(default=UNSET)
    """Storage id, required when used_by is storage. Listed by `storages.list`."""
    employee_id: int | UnsetType = attrs.field(default=UNSET)
    """Staff id of the holder, required when used_by is employee. Listed by `staff.list`."""
    location_id: int | UnsetType = attrs.field(default=UNSET)
    """Asset location id. Listed by `asset_locations.list`."""
