# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from .appointment_input import AppointmentInput


@attrs.define(kw_only=True, repr=False)
class InvoiceAppointmentInput(AppointmentInput):
    """Input for a scheduled follow-up that belongs to an invoice.

    Accepted by `invoice_appointments.create`, `invoice_appointments.update`.
    """
