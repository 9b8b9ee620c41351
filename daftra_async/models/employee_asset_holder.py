# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenStrEnum


class EmployeeAssetHolder(OpenStrEnum):
    """Who or what holds an employee asset."""

    NOT_ASSIGNED = "not_assigned"
    """Nobody."""
    EMPLOYEE = "employee"
    """An employee, needs employee_id."""
    STORAGE = "storage"
    """A storage, needs storage_id."""
