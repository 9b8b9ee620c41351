"""Events: the records that deliveries report."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import attrs

from daftra_async._text import refuse
from daftra_async.errors import NotFoundError
from daftra_async.lists.executor import executor_of
from daftra_async.operation import UNSET
from daftra_async.resources import entities
from daftra_async.webhooks.guessing import Candidate
from daftra_async.webhooks.metadata import is_deleted
from daftra_async.webhooks.names import Action
from daftra_async.webhooks.signatures import shapes
from daftra_async.wire.record import Record, slot

if TYPE_CHECKING:
    from daftra_async.lists.executor import HasExecutor
    from daftra_async.operation import UnsetType

__all__ = ["Action", "UnknownEvent", "WebhookEvent"]


@attrs.frozen(kw_only=True)
class WebhookEvent:
    """A record that the account reported. It is a hint, since nothing proves who sent it: `fetch` reads the record."""

    tenant: str | None
    """Id of the account (site id): the header `X-Site-Id`, else `site_id` of the body."""
    entity: str | None
    """Record class in snake case, such as `refund_receipt`; None in an `UnknownEvent`."""
    action: Action | None
    """`deleted` by `deleted_at`, `created` where `created` equals `modified`, `updated` where it does not; None where they are
    not sent. An edit in the second of the creation looks like a creation."""
    deleted: bool
    id: int | str | None
    """Id of the record."""
    record: Record | None
    """The record, typed: `match event.record: case Invoice(): ...`. An `Entity` where no model describes it (item groups)."""
    confidence: float
    """How sure the entity is: 1 where the sender names it, else by how much the keys fit it better than the next entity, from 0
    to 1. 0 is a sales document without its `type`: the documented events decided."""
    candidates: tuple[Candidate, ...] = ()
    """The entities whose keys fit best, best first."""
    name: str | None = None
    """Name of the event, where the sender gives one that is documented: `invoice created`."""
    key: str
    """The same for deliveries of the same event: tenant, entity, id, time of the change and a hash of the content."""
    received_at: dt.datetime
    """When it arrived, with its zone (UTC)."""
    payload: Any = attrs.field(repr=False)
    """What arrived: decoded JSON or form, else the body as it came."""

    @property
    def resource(self) -> str | None:
        """Attribute of the client that holds such records: `refund_receipts`; None where there is none."""
        shape = shapes().by_entity.get(self.entity or "")
        return None if shape is None else shape.get.resource

    async def fetch(self, daftra: HasExecutor, *, timeout: float | UnsetType | None = UNSET) -> Record | None:
        """Read the record from the account, which is the only proof of what the event says.

        Args:
            daftra: A client of the account that `tenant` names; which one that is, is yours to know.
            timeout: Seconds for the whole call, or None for no limit; the default is in the client's settings.

        Returns:
            The record, with relations where reading one record gives them; None where there is none (any more).

        Raises:
            ArgumentError: the event names no record: its entity or its id is unknown.
            DaftraError: the record could not be read.
        """
        if self.entity is None or self.id is None:
            refuse("event", f"its {'entity' if self.entity is None else 'id'} is unknown", "an event that names a record")
        shape = shapes().by_entity.get(self.entity)
        op = entities.GET if shape is None else shape.get
        path = {"entity": self.entity, "id": self.id} if shape is None else {"id": self.id}
        try:
            record: Record = await executor_of(daftra).execute(op, path, {}, timeout=timeout)
        except NotFoundError:
            return None
        return None if is_deleted(record.extra) or slot(record, "deleted_at", None) else record


@attrs.frozen(kw_only=True)
class UnknownEvent(WebhookEvent):
    """A delivery whose record is not recognised. `payload` holds the body; `tenant`, `id` and others are set if found."""

    reason: str
    """Why the record is not recognised; nothing of the body is quoted."""
