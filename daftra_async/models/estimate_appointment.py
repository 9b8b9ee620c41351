# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from .appointment import Appointment


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class EstimateAppointment(Appointment):
    """A scheduled follow-up that belongs to an estimate.

    Returned by `estimate_appointments.list`, `estimate_appointments.get`.
    """
