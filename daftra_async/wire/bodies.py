"""Request bodies: an input, or a mapping in wire names, to the JSON that the operation takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from daftra_async._text import refuse
from daftra_async.errors import ArgumentError
from daftra_async.operation import UNSET
from daftra_async.wire import hints, siblings, writing
from daftra_async.wire.guards import is_items, is_map
from daftra_async.wire.record import EXTRA_SIBLINGS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.operation import AnyOperation, Request


@attrs.frozen
class Written:
    """A body that is in the form of the wire already."""

    value: Any = attrs.field(repr=False)

    @classmethod
    def of(cls, op: AnyOperation, flat: dict[str, Any]) -> Written:
        """Place a written record, with its relations beside its fields, where the operation wants them."""
        assert op.request is not None
        _fix(op.request, flat, "the record")
        return cls(_placed(op.request, flat, "body"))


def write_body(op: AnyOperation, body: Any, identity: int | None = None) -> Any:
    """Write the body of a request: JSON-ready, relations beside the record where the operation wants them there.

    Args:
        op: the operation; its `request` says where the record and its relations go.
        body: an input of the operation's model, a mapping in wire names (the record with its relations beside its fields, or
            already wrapped), or a list of such for an operation on many.
        identity: id of the record, for an operation whose path does not name it.

    Raises:
        ArgumentError: the body is missing, empty, of the wrong type or without what the operation requires, names another record
            or sets a fixed field to something else, or a value has no JSON form.
    """
    if isinstance(body, Written):
        return body.value if op.request is None else _named(body.value, _identified(op.request, identity))
    request = op.request
    if request is None:
        if body is None or body is UNSET:
            return None
        msg = f"{op.id} takes no body"
        raise ArgumentError(msg, argument="body")
    if not request.array:
        named = _identified(request, identity)
        return _named(_write_one(request, _without(named, body), "body"), named)
    if not is_items(body):
        msg = f"body must be a list of {request.model} or mappings, not {type(body).__name__}"
        raise ArgumentError(msg, argument="body")
    if not body:
        msg = "body is an empty list"
        raise ArgumentError(msg, argument="body")
    return [_write_one(request, item, f"body[{at}]") for at, item in enumerate(body)]


def set_apart(op: AnyOperation, written: Any) -> Any:
    """Return a body in the form of the wire as one that `write_body` takes and writes in the same way.

    What was sent under `extra` stands there again, since a mapping with undescribed keys is refused.
    """
    request = op.request
    if request is None or not is_map(written):
        return written
    plan, key = writing.plan_of(hints.model(request.model)), request.key
    own = [*(name for name, _ in request.fixed), *([] if request.identity is None else [request.identity.wire])]
    if key is None or not siblings.is_wrapped(request, written):
        return plan.set_apart(written, own)
    beside = plan.set_apart({name: value for name, value in written.items() if name != key})
    return {key: plan.set_apart(written[key], own), **beside}


def _write_one(request: Request, body: Any, where: str) -> dict[str, Any]:
    model = hints.model(request.model)
    try:
        flat, beside = _flat(request, body, model)
        siblings.refuse_inner(flat)
    except (TypeError, ValueError) as error:
        msg = f"{where}: {error}"
        raise ArgumentError(msg, argument="body") from error
    except RecursionError:
        msg = f"{where} is nested too deeply, or holds itself"
        raise ArgumentError(msg, argument="body") from None
    if not flat:
        msg = f"{where} is empty"
        raise ArgumentError(msg, argument="body")
    _fix(request, flat, where)
    missing = [name for name in request.required if name not in flat]
    if missing:
        msg = f"{where} lacks {', '.join(missing)}"
        raise ArgumentError(msg, argument="body")
    return {**_placed(request, flat, where), **beside}


def _placed(request: Request, flat: dict[str, Any], where: str) -> dict[str, Any]:
    if request.kind != "wrapped" or request.key is None:
        return flat
    beside = {name: flat.pop(name) for name in request.siblings if name in flat}
    if not flat:
        msg = f"{where} holds relations but nothing of the record itself"
        raise ArgumentError(msg, argument="body")
    return {request.key: flat, **beside}


def _identified(request: Request, identity: int | None) -> dict[str, int]:
    """Return what names the record in a body whose route does not name it."""
    return {} if request.identity is None or identity is None else {request.identity.wire: identity}


def _without(named: dict[str, int], body: Any) -> Any:
    """Return a mapping without the id that the call names."""
    if not is_map(body) or not named.keys() & body.keys():
        return body
    _named({name: value for name, value in body.items() if value is not UNSET}, named)
    return {name: value for name, value in body.items() if name not in named}


def _named(written: Mapping[Any, Any], named: dict[str, int]) -> dict[Any, Any]:
    """Return a body with the id that the call names.

    Raises:
        ArgumentError: the body names another record.
    """
    for wire, identity in named.items():
        held = written.get(wire, identity)
        if isinstance(held, bool) or str(held) != str(identity):
            refuse("body", f"its {wire} is {held!r:.60}, and the call names {identity}", f"the same id, or no {wire}")
    return {**written, **named}


def _fix(request: Request, flat: dict[str, Any], where: str) -> None:
    """Write the fields that the operation fixes.

    Raises:
        ArgumentError: the body says something else.
    """
    for wire, fixed in request.fixed:
        value = flat.get(wire, fixed)
        if isinstance(value, bool) or str(value) != str(fixed):
            refuse("body", f"{where} has {wire} {value!r:.60}", f"{wire} {fixed!r}, which is written anyway, or no {wire}")
        flat[wire] = fixed


def _flat(request: Request, body: Any, model: type[Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Write the record with its relations beside its fields, wherever the caller put them; and its undescribed siblings."""
    plan = writing.plan_of(model)
    members, key = _members(body, model), request.key
    if members is None or key is None or not siblings.is_wrapped(request, members):
        return _record(request, body, model)
    fields = {hints.wire_name(field) for field in hints.fields_of(model)}
    more = siblings.undescribed(request, members, fields - {*request.siblings})
    flat, beside = _record(request, members[key], model)
    for name, value in plan.write_mapping({name: members[name] for name in request.siblings if name in members}).items():
        if name in flat:
            msg = f"{name} stands both in {key} and beside it"
            raise ValueError(msg)
        flat[name] = value
    for name in more.keys() & beside.keys():
        msg = f"{name} stands both in {EXTRA_SIBLINGS} and beside {key}"
        raise ValueError(msg)
    return flat, {**beside, **writing.json_ready(more)}


def _record(request: Request, body: Any, model: type[Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Write a record that stands under no key; and its undescribed siblings."""
    record, more = siblings.split(body)
    members = _members(record, model)
    if members is None:
        flat: dict[str, Any] = writing.json_ready(record)
    else:
        flat = writing.plan_of(model).write_mapping(members, [name for name, _ in request.fixed])
    return flat, writing.json_ready(siblings.checked(request, more, EXTRA_SIBLINGS))


def _members(body: Any, model: type[Any]) -> Mapping[Any, Any] | None:
    """Return the members of a mapping, or None for an input of the model."""
    if isinstance(body, model):
        return None
    if not is_map(body):
        msg = f"must be {model.__name__} or a mapping in wire names, not {type(body).__name__}"
        raise TypeError(msg)
    return body
