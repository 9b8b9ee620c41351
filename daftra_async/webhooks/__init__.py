"""Webhooks of Daftra's marketplace apps: what arrives, as typed events.

    receiver = WebhookReceiver(token=os.environ["WEBHOOK_TOKEN"])
    app.router.add_post("/daftra/{token}", receiver.aiohttp_handler(note))

No signature is documented, no event name is sent, and the body is a bare record (seen in receivers in use). So an event is a
hint: its entity is guessed by its keys, and `await event.fetch(daftra)` reads the record before anything is done with it.
What is not recognised arrives as `UnknownEvent`; `parse` never raises. `daftra_async.webhooks.fastapi` has the dependency for
FastAPI.
"""

from __future__ import annotations

from daftra_async.webhooks.dedupe import Claim, DedupeStore, Deduplicator
from daftra_async.webhooks.delivery import Delivery, Outcome, WebhookRefused
from daftra_async.webhooks.event import Action, UnknownEvent, WebhookEvent
from daftra_async.webhooks.guessing import Candidate
from daftra_async.webhooks.parsing import parse
from daftra_async.webhooks.receiver import Callback, WebhookReceiver
from daftra_async.webhooks.tokens import TokenFilter, new_token

__all__ = [
    "Action",
    "Callback",
    "Candidate",
    "Claim",
    "DedupeStore",
    "Deduplicator",
    "Delivery",
    "Outcome",
    "TokenFilter",
    "UnknownEvent",
    "WebhookEvent",
    "WebhookReceiver",
    "WebhookRefused",
    "new_token",
    "parse",
]
