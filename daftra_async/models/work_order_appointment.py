# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from .appointment import Appointment


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class WorkOrderAppointment(Appointment):
    """A scheduled follow-up that belongs to a work order.

    Returned by `work_order_appointments.list`, `work_order_appointments.get`.
    """
