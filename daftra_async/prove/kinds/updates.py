"""What an update does to what it leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from daftra_async.catalogue import operation_of
from daftra_async.prove.asking import give_up
from daftra_async.prove.kinds.acknowledgements import REFUSED
from daftra_async.prove.kinds.result import Result
from daftra_async.prove.shapes import record_form
from daftra_async.wire.guards import is_list

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.operation import AnyOperation
    from daftra_async.prove.experiment import Experiment
    from daftra_async.prove.lab import Lab


async def partial_update(lab: Lab, experiment: Experiment) -> Result:
    """Update one field of a made-up record, and look which of the others are still there."""
    update, name = operation_of(experiment.operations[0]), experiment.record or ""
    body: Any = await lab.records.body_of(name)
    seen, identity = await lab.records.create(name, body)
    if identity is None:
        give_up(seen)
    before = await _read(lab, update, identity)
    key = update.request.key if update.request is not None and update.request.key is not None else ""
    sent = {each: body[key][each] for each in experiment.given.get("sent", ())}
    changed = {key: {**sent, experiment.given["field"]: lab.records.mark}}
    written = await lab.write(update.method, lab.path_of(update, {"id": identity}), changed)
    if written.status in REFUSED:
        return Result("refused", f"{written.status}, fields named: {len(written.refused)}")
    if not written.ok:
        give_up(written)
    after = await _read(lab, update, identity)
    watched: list[str] = experiment.given["watched"]
    lost = [each for each in watched if _value(before, each) != _value(after, each)]
    told = f"{len(watched) - len(lost)} of {len(watched)} kept" + (f"; lost or changed: {', '.join(lost)}" if lost else "")
    return Result("merges" if not lost else "replaces" if len(lost) == len(watched) else "some", told)


def _value(record: Mapping[str, Any], name: str) -> object:
    """Return a value to compare; of lines, how many there are."""
    value = record.get(name)
    return len(value) if is_list(value) else None if value in (None, "") else str(value)


async def _read(lab: Lab, update: AnyOperation, identity: str) -> Mapping[str, Any]:
    seen = await lab.ask(f"{update.resource}.get", {"id": identity})
    record = record_form(seen.body)[1] if seen.ok else None
    if record is None:
        give_up(seen)
    return record
