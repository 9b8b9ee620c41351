# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

import attrs

from .appointment_input import AppointmentInput


@attrs.define(kw_only=True, repr=False)
class InvoiceAppointmentInput(AppointmentInput):
    """To write: scheduled follow-ups that belong to an invoice.

    Taken by `invoice_appointments.create`, `invoice_appointments.update`.
    """
