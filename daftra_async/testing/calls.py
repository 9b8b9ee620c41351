"""Calls that a mock received."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

import attrs

from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire import envelopes

if TYPE_CHECKING:
    from daftra_async.operation import AnyOperation


class UnpreparedCall(AssertionError):
    """A call that no `MockDaftra.on` fits.

    It is no `DaftraError`, so code that handles those does not handle it.
    """


@attrs.frozen
class MockCall:
    """One call: `MockCall("invoices.get", {"id": 2415})`."""

    operation: str
    """Operation id; method and path for `DaftraClient.request`: `GET /api2/site_info`."""
    arguments: Mapping[str, object] = attrs.field(factory=dict[str, object])
    """Path and query arguments by their Python names, as they were given, and `reference`; without those left out."""
    body: Any = None
    """The body as it would be sent, without the key around it: fields and relations by wire name. None where there is none."""
    extra_query: Mapping[str, object] = attrs.field(factory=dict[str, object], kw_only=True)
    extra_headers: Mapping[str, str] = attrs.field(factory=dict[str, str], kw_only=True)
    timeout: float | UnsetType | None = attrs.field(default=UNSET, eq=False, repr=False, kw_only=True)
    """What was given as `timeout=`; not compared."""

    def __str__(self) -> str:
        given = [f"{name}={value!r:.60}" for name, value in self.arguments.items()]
        return f"{self.operation}({', '.join([*given, *(['body=...'] if self.body is not None else [])])})"


def call_of(
    op: AnyOperation,
    path: Mapping[str, object],
    query: Mapping[str, object],
    body: object,
    reference: str | UnsetType,
    tail: Mapping[str, Any],
) -> MockCall:
    """Return the `MockCall` of a valid call."""
    named = {name: value for name, value in query.items() if value is not None}
    given = {**path, **named} if isinstance(reference, UnsetType) else {**path, **named, "reference": reference}
    return MockCall(
        op.id,
        given,
        None if body is UNSET else flat_body(op, body),
        extra_query=dict(tail.get("extra_query") or {}),
        extra_headers=dict(tail.get("extra_headers") or {}),
        timeout=tail.get("timeout", UNSET),
    )


def flat_body(op: AnyOperation, body: object) -> Any:
    """Write a body as it would be sent, with its relations beside its fields; the key around the record is left out.

    Raises:
        ArgumentError: the operation does not take such a body.
    """
    written = envelopes.write_body(op, cast("Any", body))
    return [_flat(op, item) for item in written] if isinstance(written, list) else _flat(op, written)  # pyright: ignore[reportUnknownVariableType]  # isinstance leaves the items unknown


def _flat(op: AnyOperation, written: Any) -> Any:
    key = None if op.request is None or op.request.kind != "wrapped" else op.request.key
    if key is None or not isinstance(written.get(key), dict):
        return written
    return {**written[key], **{name: value for name, value in written.items() if name != key}}
