# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from .appointment import Appointment


@attrs.define(kw_only=True, eq=False, getstate_setstate=False, repr=False)
class InvoiceAppointment(Appointment):
    """A scheduled follow-up that belongs to an invoice.

    Returned by `invoice_appointments.list`, `invoice_appointments.get`.
    """
