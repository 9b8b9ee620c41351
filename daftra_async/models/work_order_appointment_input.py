# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from .appointment_input import AppointmentInput


@attrs.define(kw_only=True, repr=False)
class WorkOrderAppointmentInput(AppointmentInput):
    """Input for a scheduled follow-up that belongs to a work order.

    Accepted by `work_order_appointments.create`, `work_order_appointments.update`.
    """
