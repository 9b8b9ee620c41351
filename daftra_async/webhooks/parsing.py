"""Deliveries to events."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async import wire
from daftra_async.webhooks import bodies, metadata
from daftra_async.webhooks.event import UnknownEvent, WebhookEvent
from daftra_async.webhooks.guessing import Guess, guess, sales_document
from daftra_async.webhooks.names import ENVELOPES, EVENTS, NAME_KEYS, SALES_DOCUMENTS, plain
from daftra_async.webhooks.signatures import shapes
from daftra_async.wire import hints
from daftra_async.wire.guards import is_map

if TYPE_CHECKING:
    from collections.abc import Iterable

    from daftra_async.wire.record import Record

_MOST_ENVELOPES: Final = 3
_DIGEST: Final = 12
"""Bytes of the hash of the content in a key."""


@attrs.frozen
class _Opened:
    """The content of the envelopes and wrappers of a payload."""

    members: Mapping[str, Any]
    entity: str | None = None
    """Entity that a wrapper or the event's name gives."""
    name: str | None = None


def parse(
    headers: Mapping[str, str] | Iterable[tuple[str, str]] | None,
    body: bytes | str | Mapping[str, Any],
    *,
    date_format: str | None = None,
    received_at: dt.datetime | None = None,
) -> WebhookEvent:
    """Read a delivery. Nothing that is sent makes it raise: what is not recognised becomes an `UnknownEvent`.

    Taken are the flat record that receivers see, one in its wrapper (`{"Invoice": {...}}`, relations inside or beside it), in a
    `data` envelope or in a list of one, as JSON or as a form. A list of several is an `UnknownEvent`: parse its members.

    Args:
        headers: Headers of the request, in any case; only the tenant is taken from them.
        body: The body, or JSON that was decoded already.
        date_format: `strptime` pattern of the account's own date format.
        received_at: When it arrived; now by default.
    """
    received = received_at or dt.datetime.now(dt.UTC)
    payload, problem = bodies.read(body)
    tenant = metadata.header_tenant(headers)
    if problem is not None:
        return _unknown(problem, _Opened({}), payload, tenant, received)
    opened = _open(payload)
    told = {metadata.tenant(payload.get("site_id")), metadata.tenant(opened.members.get("site_id"))} - {None}
    if len(told | {tenant} - {None}) > 1:
        return _unknown("header and body name different tenants", opened, payload, tenant, received)
    tenant = tenant or next(iter(told), None)
    if opened.name is not None and EVENTS[opened.name][0] is None:
        return _unknown(f"the body of the event {opened.name} is not documented", opened, payload, tenant, received)
    found = _entity(opened)
    if found.entity is None:
        reason = "the keys fit several records alike" if found.candidates else "no record has such keys"
        return _unknown(reason, opened, payload, tenant, received, found)
    try:
        record = _record(found.entity, opened.members, date_format)
    except (TypeError, ValueError, ArithmeticError, RecursionError) as error:
        return _unknown(f"the record cannot be read ({type(error).__name__})", opened, payload, tenant, received, found)
    action = _action(opened)
    return WebhookEvent(
        tenant=tenant,
        entity=found.entity,
        action=action,
        deleted=action == "deleted",
        id=metadata.identity(opened.members),
        record=record,
        confidence=found.confidence,
        candidates=found.candidates,
        name=opened.name,
        key=_key(tenant, found.entity, opened.members, payload),
        received_at=received,
        payload=payload,
    )


def _unknown(
    reason: str, opened: _Opened, payload: Any, tenant: str | None, received: dt.datetime, found: Guess | None = None
) -> UnknownEvent:
    action = _action(opened)
    return UnknownEvent(
        tenant=tenant,
        entity=None,
        action=action,
        deleted=action == "deleted",
        id=metadata.identity(opened.members),
        record=None,
        confidence=0.0,
        candidates=found.candidates if found is not None else (),
        name=opened.name,
        key=_key(tenant, None, opened.members, payload),
        received_at=received,
        payload=payload,
        reason=reason,
    )


def _open(payload: Mapping[str, Any]) -> _Opened:
    """Take the record out of envelopes and its wrapper."""
    members, name = payload, None
    for _ in range(_MOST_ENVELOPES):
        name = name or _name(members)
        inner = next((members[key] for key in ENVELOPES if is_map(members.get(key))), None)
        # A record has an id of its own, and may have a field of such a name; an envelope that has one names its event.
        if inner is None or (members.get("id") is not None and name is None):
            break
        members = inner
    entity = EVENTS[name][0] if name is not None else None
    wrapped = _wrapper(members, entity)
    if wrapped is None:
        return _Opened(members, entity, name)
    wrapper, entity = wrapped
    beside = {key: value for key, value in members.items() if key != wrapper and key not in members[wrapper]}
    return _Opened({**members[wrapper], **beside}, entity, name)


def _name(members: Mapping[str, Any]) -> str | None:
    """Return the documented name of the event, where the sender gives it."""
    texts = [members[key] for key in NAME_KEYS if isinstance(members.get(key), str)]
    return next((name for text in texts if (name := plain(text)) in EVENTS), None)


def _wrapper(members: Mapping[str, Any], expected: str | None) -> tuple[str, str] | None:
    """Return the key that holds the record, and its entity."""
    if members.get("id") is not None:
        return None
    known = shapes()
    found = [(key, known.wrappers[key]) for key, value in members.items() if key in known.wrappers and is_map(value)]
    if len(found) > 1:
        # What else is there are relations of the record.
        keys = {key for key, _ in found}
        found = [(key, entity) for key, entity in found if keys - {key} <= _keys(entity)] or found
    preferred = [item for item in found if item[1] == expected] or found
    return preferred[0] if len(preferred) == 1 else None


def _keys(entity: str) -> frozenset[str]:
    shape = shapes().by_entity.get(entity)
    return shape.keys if shape is not None else frozenset()


def _entity(opened: _Opened) -> Guess:
    if opened.entity is None:
        return guess(opened.members)
    entity = opened.entity
    if entity in SALES_DOCUMENTS.values() and opened.name is None:
        # Credit notes come as `Invoice`, for one.
        entity = sales_document(opened.members) or entity
    return Guess(entity, 1.0, ())


def _record(entity: str, members: Mapping[str, Any], date_format: str | None) -> Record:
    shape = shapes().by_entity.get(entity)
    cls: type[Record] = shape.cls if shape is not None else hints.model("Entity")
    return wire.structure(cls, members, date_format=date_format)


def _action(opened: _Opened) -> Any:
    named = EVENTS[opened.name][1] if opened.name is not None else None
    return named or metadata.action(opened.members)


def _key(tenant: str | None, entity: str | None, members: Mapping[str, Any], payload: Any) -> str:
    """Name the event. The hash keeps two edits of the same second apart, which time stamps do not."""
    if isinstance(payload, bytes | str):
        content = payload.encode("utf-8", "surrogatepass") if isinstance(payload, str) else payload
    else:
        try:
            content = json.dumps(payload, sort_keys=True, default=str).encode()
        except (TypeError, ValueError, RecursionError):
            content = os.urandom(_DIGEST)  # nested too deeply, or no JSON of the caller: never a duplicate
    digest = hashlib.blake2b(content, digest_size=_DIGEST).hexdigest()
    parts = (tenant, entity, metadata.identity(members), metadata.version(members))
    return "/".join([*("-" if part is None else str(part) for part in parts), digest])
