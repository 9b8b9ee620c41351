"""After `OutcomeUnknown`: what was asked, as it may be shown, and whether a create was done.

A create with `reference=` is looked for in the list of its resource (`lookup`), in at most so many rows as the description of the
operation says, from the newest on. When none of them carries the reference and the list leaves it open whether the record is
there, that is an error, not a "no".
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, cast

import attrs

from daftra_async.errors import ReconcileError
from daftra_async.operation import UNSET, UnsetType
from daftra_async.redaction.shown import MASK, SHOWN_QUERY, masked, safe_headers, safe_value
from daftra_async.wire import hints
from daftra_async.wire.record import UNDESCRIBED, Input
from daftra_async.writes import lookup

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from daftra_async.errors import OutcomeUnknown
    from daftra_async.operation import AnyOperation, Param, Reference
    from daftra_async.writes.lookup import Lister


def explain(  # what the operation was called with
    unknown: OutcomeUnknown,
    client: Lister,
    op: AnyOperation,
    path: Mapping[str, object],
    query: Mapping[str, object],
    body: object,
    reference: str | UnsetType,
    tail: Mapping[str, Any],
) -> None:
    """Put into the error what the operation was called with, and how to look whether it was done."""
    unknown.arguments = safe_arguments(op, path, query, body, reference, tail)
    declared = op.reference
    if op.idempotent:
        advice = "it may simply be sent again: doing it twice changes no more than doing it once"
    elif declared is None:
        advice = "it has no look-up: look for the record yourself, and send it again only if it is not there"
    elif isinstance(reference, UnsetType):
        advice = (
            f"it was called without reference=, so there is nothing to look for: search {declared.lookup} yourself, and give"
            f" reference= (it is written to {declared.field}) the next time"
        )
    else:
        branch = _branch_of(op, body)
        setattr(unknown, "_lookup", partial(_look, client, op, declared, reference, branch, tail.get("extra_headers")))  # noqa: B010  # private to the two modules
        return
    setattr(unknown, "_advice", advice)  # noqa: B010  # its own, but not for users


def explain_free(
    unknown: OutcomeUnknown, query: Mapping[str, object] | None, json: object, headers: Mapping[str, str] | None, *, again: bool
) -> None:
    """Put into the error of a free request what is known of it: names, since nobody described what they hold."""
    given: dict[str, object] = {}
    if query:
        given["query"] = _free_query(query)
    if json is not UNSET:
        given["json"] = masked(json)
    if headers:
        given["extra_headers"] = safe_headers(headers)
    unknown.arguments = given
    if again:
        setattr(unknown, "_advice", "it may simply be sent again: it counts as idempotent")  # noqa: B010  # private to the two modules


def safe_arguments(
    op: AnyOperation,
    path: Mapping[str, object],
    query: Mapping[str, object],
    body: object,
    reference: str | UnsetType,
    tail: Mapping[str, Any],
) -> dict[str, object]:
    """Return the arguments of an operation as they may be shown."""
    shown: dict[str, object] = {
        **_described(op.positional, path),
        **_described(op.query_params, query),
    }
    if body is not UNSET:
        shown["body"] = _body(op, body)
    if not isinstance(reference, UnsetType):
        # The caller's own name for the record; it is what the look-up needs.
        shown["reference"] = reference
    if tail.get("extra_query"):
        shown["extra_query"] = _free_query(tail["extra_query"])
    if tail.get("extra_headers"):
        shown["extra_headers"] = safe_headers(tail["extra_headers"])
    return shown


def _described(params: Iterable[Param], values: Mapping[str, object]) -> dict[str, object]:
    given = {param: values[param.name] for param in params if values.get(param.name) is not None}
    return {param.name: MASK if param.redact or param.type == "filter" else safe_value(value) for param, value in given.items()}


def _free_query(query: Mapping[str, object]) -> dict[str, object]:
    return {name: safe_value(value) if name.partition("[")[0] in SHOWN_QUERY else MASK for name, value in query.items()}


def _body(op: AnyOperation, body: object) -> object:
    if op.request is None:
        return MASK
    if op.request.array and isinstance(body, list | tuple):
        items: Sequence[object] = list(body)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]  # isinstance leaves the items unknown
        return f"{len(items)} records"
    if isinstance(body, Input):
        # Its repr shows what the model describes and does not mark for redaction.
        return safe_value_of(body)
    if not isinstance(body, Mapping):
        return MASK
    members = cast("Mapping[str, object]", body)
    inner = members.get(op.request.key or "")
    record = cast("Mapping[str, object]", inner) if isinstance(inner, Mapping) else members
    fields = {hints.wire_name(field): field for field in hints.fields_of(hints.model(op.request.model))}
    return {
        str(name): safe_value(value)
        if name in fields and not fields[name].metadata.get("redact") and not isinstance(value, Mapping | list | tuple)
        else MASK
        for name, value in record.items()
    }


def safe_value_of(record: Input) -> dict[str, object]:
    """Return the fields of an input as they may be shown; lines and other relations only as their number."""
    shown: dict[str, object] = {}
    for field in attrs.fields(type(record)):
        value = getattr(record, field.name)
        if value is UNSET or field.name in UNDESCRIBED:
            continue
        if field.metadata.get("redact") or isinstance(value, Mapping | Input):
            shown[field.name] = MASK
        elif isinstance(value, list | tuple):
            shown[field.name] = f"{len(cast('Sequence[object]', value))} items"
        else:
            shown[field.name] = safe_value(value)
    return {**shown, **dict.fromkeys((*record.extra, *record.extra_siblings), MASK)}


def _branch_of(op: AnyOperation, body: object) -> object:
    """Return the branch that the record was written to, where the body names one: lists show one branch at a time."""
    if isinstance(body, Input):
        return getattr(body, "branch_id", UNSET)
    if not isinstance(body, Mapping):
        return UNSET
    members = cast("Mapping[str, object]", body)
    inner = members.get((op.request.key if op.request else None) or "")
    found = cast("Mapping[str, object]", inner).get("branch_id") if isinstance(inner, Mapping) else members.get("branch_id")
    return found if isinstance(found, int) and found > 0 else UNSET


async def _look(
    client: Lister,
    op: AnyOperation,
    declared: Reference,
    reference: str,
    branch: object,
    headers: Mapping[str, str] | None,
) -> Any:
    """Return the record that carries the reference, None when it is not there."""
    found = await lookup.find(
        client,
        op,
        [reference],
        made=0,
        oldest=None,
        branch=branch if isinstance(branch, int) else None,
        headers=headers,
        most=declared.limit,
    )
    rows = found.of(reference)
    if len(rows) > 1:
        carried = f"{declared.field} {reference!r}"
        msg = f"{op.id}: {len(rows)} records of {declared.lookup} carry {carried}; a reference names one record"
        raise ReconcileError(msg)
    if not rows and found.open is not None:
        msg = f"{op.id}: no record with {declared.field} {reference!r} was seen, but {found.open}: search the list yourself"
        raise ReconcileError(msg)
    return rows[0] if rows else None
