"""Keys beside a record in a body: its relations, and undocumented ones (`CostCenter`, for example).

InvoiceInput(client_id=15, extra_siblings={"CostCenter": [...]})
{"Invoice": {"client_id": 15}, "CostCenter": [...]}
{"client_id": 15, "extra_siblings": {"CostCenter": [...]}}
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async._suggest import nearest
from daftra_async.wire.guards import is_items, is_map
from daftra_async.wire.record import EXTRA_SIBLINGS, Input
from daftra_async.wire.refusals import EXTRA, Refusal

if TYPE_CHECKING:
    from collections.abc import Collection

    from daftra_async.operation import Request

_ALIKE: Final = 0.8
"""From here on (of 1) an undescribed name is taken for a described one that was misspelt."""


def is_wrapped(request: Request, members: Mapping[Any, Any]) -> bool:
    """Return whether a mapping already has the shape of the wire: the record under its key."""
    return request.kind == "wrapped" and isinstance(members.get(request.key), (Mapping, Input))


def split(body: Any) -> tuple[Any, Any]:
    """Return a record without its undescribed siblings, and these."""
    if isinstance(body, Input):
        return (attrs.evolve(body, extra_siblings={}), body.extra_siblings) if body.extra_siblings else (body, {})
    if is_map(body) and EXTRA_SIBLINGS in body:
        return {name: value for name, value in body.items() if name != EXTRA_SIBLINGS}, body[EXTRA_SIBLINGS]
    return body, {}


def undescribed(request: Request, members: Mapping[Any, Any], fields: Collection[str]) -> dict[Any, Any]:
    """Return the undescribed siblings of a wrapped mapping: those under `extra`, and those that cannot be misspelt.

    Args:
        request: The request.
        members: The mapping.
        fields: Wire names of the fields of the record.

    Raises:
        Refusal: a field of the record stands beside it, or a name is one that is described, misspelt.
    """
    found = checked(request, members.get(EXTRA, {}), EXTRA)
    described = [request.key or "", *request.siblings]
    for name, value in members.items():
        if name in described or name == EXTRA:
            continue
        if name in fields:
            msg = f"{name!r:.60} stands beside {request.key}; it is a field of the record, so put it into {request.key}"
            raise Refusal(msg)
        near = nearest(name, described)
        alike = bool(near) and difflib.SequenceMatcher(None, str(name).casefold(), near[0].casefold()).ratio() >= _ALIKE
        if alike or not isinstance(name, str) or not (is_map(value) or is_items(value)):
            hint = f"; did you mean {near[0]!r}?" if near else ""
            msg = f"unknown {name!r:.60} beside {request.key}{hint} To send it anyway, put it into {{{EXTRA!r}: {{...}}}}"
            raise Refusal(msg)
        found[name] = value
    return found


def checked(request: Request, siblings: Any, argument: str) -> dict[Any, Any]:
    """Return a copy of undescribed siblings.

    Raises:
        Refusal: the operation writes a record that nothing stands beside, or one of them is described.
        TypeError: they are not mappings.
    """
    if not is_map(siblings):
        msg = f"{argument}: {type(siblings).__name__} was given; expected a mapping of keys beside the record, by wire name"
        raise TypeError(msg)
    for name in siblings:
        if request.kind != "wrapped":
            msg = f"{argument} has {name!r:.60}, and this operation writes a record that nothing stands beside; use extra"
            raise Refusal(msg)
        if name in {request.key, *request.siblings}:
            msg = f"{argument} has {name!r:.60}, which is described; set it as a field of the record"
            raise Refusal(msg)
    return dict(siblings)


def refuse_inner(flat: Mapping[str, Any]) -> None:
    """Refuse siblings of what is itself a relation: they would be sent as a field.

    Raises:
        Refusal: there are some.
    """
    for name, value in flat.items():
        for item in value if is_items(value) else (value,):
            if is_map(item) and EXTRA_SIBLINGS in item:
                msg = f"{EXTRA_SIBLINGS} belongs to the record itself; use extra for a relation"
                raise Refusal(msg, name)
