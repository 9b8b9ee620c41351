# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from .appointment import Appointment


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class ClientAppointment(Appointment):
    """A scheduled follow-up or meeting that belongs to a client.

    Returned by `client_appointments.list`, `client_appointments.get`.
    """
