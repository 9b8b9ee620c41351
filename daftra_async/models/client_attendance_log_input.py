# Generated from openapi/ by `make generate`; do not edit.

from __future__ import annotations

from datetime import datetime

import attrs

from daftra_async.wire.record import Input


@attrs.define(kw_only=True, repr=False)
class ClientAttendanceLogInput(Input):
    """Input for a recorded visit of a client.

    Accepted by `client_attendance_logs.create`.
    """

    time: datetime = attrs.field()
    """Date and time of the attendance, account-local."""
