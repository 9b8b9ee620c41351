"""The answers to writes, and whether a body with only the required fields is accepted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from daftra_async.catalogue import operation_of
from daftra_async.prove.asking import give_up
from daftra_async.prove.kinds.result import Result
from daftra_async.prove.proof import Stayed
from daftra_async.prove.shapes import acknowledgement as form_of
from daftra_async.prove.shapes import id_of, rows_of, type_of
from daftra_async.wire.guards import is_list, is_map

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.prove.asking import Seen
    from daftra_async.prove.experiment import Experiment
    from daftra_async.prove.lab import Lab

REFUSED: Final = frozenset({400, 422})
_ALIAS: Final = "asked"


async def acknowledgement(lab: Lab, experiment: Experiment) -> Result:
    """Create, update or delete a made-up record, and tell the form of the answer."""
    op, record = operation_of(experiment.operations[0]), experiment.record or ""
    if op.verb == "create":
        return _told((await lab.records.create(record, await lab.records.body_of(record)))[0])
    if op.verb == "delete":
        _, identity = await lab.records.create(record, await lab.records.body_of(record))
        seen = await lab.write(op.method, lab.path_of(op, {"id": identity}))
        if seen.ok and identity is not None:
            lab.records.forget(op.resource, identity)
        return _told(seen)
    identity = await lab.records.id_of(record)
    body: Any = await lab.records.body_of(record)
    if op.request is not None and op.request.identity is not None:
        body = {**body, op.request.identity.wire: int(identity)}
    return _told(await lab.write(op.method, lab.path_of(op, {"id": identity}), body))


def _told(seen: Seen) -> Result:
    if seen.status in REFUSED:
        return Result("refused", f"{seen.status}, fields named: {len(seen.refused)}")
    if not seen.ok:
        give_up(seen)
    identity = seen.body.get("id") if is_map(seen.body) else None
    return Result(form_of(seen.body), f"{seen.status}" + (f", the id as {type_of(identity)}" if identity is not None else ""))


async def bulk(lab: Lab, experiment: Experiment) -> Result:
    """Create two records in one request without query parameters."""
    op, record = operation_of(experiment.operations[0]), experiment.record or ""
    bodies = [await lab.records.body_of(record) for _ in range(2)]
    made: list[str] = []

    def note(seen: Seen) -> None:
        delete = lab.records.recipes[record].delete
        made.extend(lab.records.adopt(op.resource, each, delete) for each in map(id_of, _results(seen.body)) if each is not None)
        if seen.unknown:
            lab.records.lost.append(Stayed(resource=op.resource, id=None, reason="the answer to its create was lost"))

    seen = await lab.records.send(op, bodies, note)
    if seen.status in REFUSED:
        return Result("refused", f"{seen.status}, fields named: {len(seen.refused)}")
    if not seen.ok:
        give_up(seen)
    form = "list of results" if is_list(seen.body) else form_of(seen.body)
    return Result(form, f"{seen.status}, {len(_results(seen.body))} results, {len(made)} with an id")


def _results(body: Any) -> Sequence[Any]:
    return body if is_list(body) else rows_of(body) or ()


async def multi(lab: Lab, experiment: Experiment) -> Result:
    """Send two reads in one request, which is a POST: one with an alias, one without a level."""
    op, key = operation_of(experiment.operations[0]), experiment.given["key"]
    reads: list[dict[str, Any]] = [
        {"key": key, "action": "list", "data_level": 1, "alias": _ALIAS, "options": {}},
        {"key": key, "action": "list", "alias": f"{_ALIAS}_again", "options": {}},
    ]
    seen = await lab.write(op.method, lab.path_of(op), reads)
    if not seen.ok:
        give_up(seen)
    inside: Any = seen.body
    if is_map(inside) and is_map(inside.get("data")):
        inside = inside["data"]
    named = is_map(inside) and _ALIAS in inside
    levels = "a level is optional" if is_map(inside) and f"{_ALIAS}_again" in inside else "a level is needed"
    return Result("by alias" if named else "by key" if is_map(inside) and key in inside else "another form", levels)
