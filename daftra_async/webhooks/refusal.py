"""How a delivery is turned away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from daftra_async.errors import DaftraError

if TYPE_CHECKING:
    from daftra_async.webhooks.event import WebhookEvent


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
