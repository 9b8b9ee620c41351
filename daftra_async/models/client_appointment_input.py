# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from .appointment_input import AppointmentInput


@attrs.define(kw_only=True, repr=False)
class ClientAppointmentInput(AppointmentInput):
    """To write: scheduled follow-ups and meetings that belong to a client.

    Taken by `client_appointments.create`, `client_appointments.update`.
    """
