"""What an update that replaces would lose: it is refused before it is sent, unless that is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from daftra_async._text import refuse
from daftra_async.errors import ArgumentError
from daftra_async.http import parameters
from daftra_async.operation import UNSET
from daftra_async.wire import hints
from daftra_async.wire.bodies import write_body
from daftra_async.wire.guards import is_map
from daftra_async.wire.record import Input
from daftra_async.wire.refusals import EXTRA

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.operation import AnyOperation


def checked(op: AnyOperation, path: Mapping[str, object], body: object, options: Mapping[str, Any]) -> dict[str, Any]:
    """Check the body of an update that replaces, and return its options without `replace`.

    Raises:
        ArgumentError: the body leaves out what the record would lose.
    """
    rest = dict(options)
    if not meant(rest.pop("replace", False)):
        refuse_losses(op, path, body)
    return rest


def meant(replace: object) -> bool:
    """Check the argument `replace`.

    Raises:
        ArgumentError: it is not True or False.
    """
    if not isinstance(replace, bool):
        refuse("replace", f"{replace!r:.60} was given", "True or False")
    return replace


def refuse_losses(op: AnyOperation, path: Mapping[str, object], body: object) -> None:
    """Refuse the body of an update that leaves out what its record would lose.

    Raises:
        ArgumentError: a number, a date or lines are missing; or the body is refused for another reason.
    """
    key = None if op.request is None else op.request.key
    held = _held(body, key)
    missing = [name for name in op.lost if name not in held]
    if not missing:
        return
    write_body(op, body, parameters.body_identity(op, path))  # refuses other mistakes first, such as a misspelt name
    if isinstance(body, Input):
        attributes = {hints.wire_name(field): field.name for field in hints.fields_of(type(body))}
        missing = [attributes.get(name, name) for name in missing]
    listed = " and ".join(filter(None, (", ".join(missing[:-1]), missing[-1])))
    msg = (
        f"body: it leaves out {listed}, and {op.id} replaces the record, which would lose what is stored there;"
        " use edit() to change some fields and keep the rest, add what is missing (None where there is nothing),"
        " or pass replace=True"
    )
    raise ArgumentError(msg, "body")


def _held(body: object, key: str | None) -> frozenset[str]:
    """Return the wire names that a body sets, in the record and beside it."""
    if isinstance(body, Input):
        names = {hints.wire_name(field) for field in hints.fields_of(type(body)) if getattr(body, field.name) is not UNSET}
        return frozenset({*names, *body.extra})
    if not is_map(body):
        return frozenset()
    names = {name for name, value in body.items() if value is not UNSET}
    inner = frozenset[str]() if key is None else _held(body.get(key), None)
    more = body.get(EXTRA)
    return frozenset({*names, *inner, *(more if is_map(more) else ())})
