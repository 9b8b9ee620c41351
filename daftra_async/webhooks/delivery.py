"""What became of a delivery, and how it is answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import attrs

from daftra_async.errors import DaftraError
from daftra_async.webhooks.event import WebhookEvent

Outcome = Literal["handled", "failed", "refused"]


@attrs.frozen(kw_only=True)
class Delivery:
    """What became of a delivery, and how it is answered."""

    status: int
    """200 handled, or handled before; 403 another tenant; 404 wrong token; 408 too slow; 413 too large; 500 the callback failed;
    503 the same event is being handled."""
    outcome: Outcome
    """`refused`: no callback was called."""
    reason: str
    """Text of the answer."""
    event: WebhookEvent | None
    """None where it was refused before its body was read."""
    headers: Mapping[str, str] = attrs.field(factory=dict[str, str])


class WebhookRefused(DaftraError):
    """A delivery that no callback is called for; `str()` is the text of the answer and quotes nothing of the delivery."""

    def __init__(self, status: int, reason: str, *, retry_after: int | None = None, event: WebhookEvent | None = None) -> None:
        super().__init__(reason)
        self.status = status
        """HTTP status of the answer; 200 for an event that was handled before."""
        self.retry_after = retry_after
        """Seconds after which the sender may try again, for the header `Retry-After`."""
        self.event = event
        """The event, where it was read."""

    @property
    def headers(self) -> dict[str, str]:
        """Headers of the answer."""
        return {} if self.retry_after is None else {"Retry-After": str(self.retry_after)}
