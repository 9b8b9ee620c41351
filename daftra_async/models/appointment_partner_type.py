# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from daftra_async.wire.enums import OpenIntEnum


class AppointmentPartnerType(OpenIntEnum):
    """Kind of party an appointment is held with."""

    CLIENT = 1
    """Client."""
