# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from .appointment_input import AppointmentInput


@attrs.define(kw_only=True, repr=False)
class EstimateAppointmentInput(AppointmentInput):
    """To write: scheduled follow-ups that belong to an estimate.

    Taken by `estimate_appointments.create`, `estimate_appointments.update`.
    """
