# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from .appointment_input import AppointmentInput


@attrs.define(kw_only=True, repr=False)
class ClientAppointmentInput(AppointmentInput):
    """Input for a scheduled follow-up or meeting that belongs to a client.

    Accepted by `client_appointments.create`, `client_appointments.update`.
    """
