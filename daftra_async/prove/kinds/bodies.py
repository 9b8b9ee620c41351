"""What a body may hold: spellings, ids of what does not exist, values that another record has."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

from daftra_async.catalogue import operation_of
from daftra_async.prove.asking import CannotTell, give_up
from daftra_async.prove.kinds.acknowledgements import REFUSED
from daftra_async.prove.kinds.documents import amount
from daftra_async.prove.kinds.result import Result
from daftra_async.prove.shapes import record_form, type_of
from daftra_async.wire.guards import is_list

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.prove.asking import Seen
    from daftra_async.prove.experiment import Experiment
    from daftra_async.prove.lab import Lab

NO_ID: Final = 999_999_999
_YES: Final = frozenset({"1", "true", "yes", "on"})


async def booleans(lab: Lab, experiment: Experiment) -> Result:
    """Write yes as 1 and as true, and look which is kept as yes."""
    kept: list[str] = []
    told: list[str] = []
    for name, value in (("digits", 1), ("words", True)):
        record = await _made(lab, experiment, value)
        if isinstance(record, int):
            told.append(f"{name}: {record}")
            continue
        found = record.get(_field(experiment))
        told.append(f"{name}: read as {type_of(found)}")
        kept += [name] if str(found).lower() in _YES else []
    return Result("both" if len(kept) == 2 else kept[0] if kept else "neither", ", ".join(told))


async def decimal_text(lab: Lab, experiment: Experiment) -> Result:
    """Write a decimal number as text, and look whether it is kept."""
    sent = str(experiment.given["value"])
    record = await _made(lab, experiment, sent)
    if isinstance(record, int):
        return Result("refused", f"{record} for an amount as text")
    found = record.get(_field(experiment))
    return Result("accepted" if amount(found) == amount(sent) else "changed", f"read as {type_of(found)}")


async def _made(lab: Lab, experiment: Experiment, value: object) -> Mapping[str, Any] | int:
    """Make a record with a value in the field, and read it again; return the status where it was refused."""
    name = experiment.record or ""
    seen, identity = await lab.records.create(name, put(await lab.records.body_of(name), experiment.given["field"], value))
    if seen.status in REFUSED:
        return seen.status
    if identity is None:
        give_up(seen)
    op = operation_of(f"{operation_of(lab.records.recipes[name].create or '').resource}.get")
    read = await lab.ask(op, {"id": identity})
    record = record_form(read.body)[1] if read.ok else None
    if record is None:
        give_up(read)
    return record


async def unknown_id(lab: Lab, experiment: Experiment) -> Result:
    """Name a record that does not exist."""
    name = experiment.record or ""
    body = put(await lab.records.body_of(name), experiment.given["field"], NO_ID)
    seen, identity = await lab.records.create(name, body)
    if seen.status in REFUSED or seen.status == 404:
        return Result("refused", f"{seen.status}")
    if identity is None:
        give_up(seen)
    return Result(str(experiment.given["otherwise"]), f"{seen.status}, and a record was made")


async def duplicate(lab: Lab, experiment: Experiment) -> Result:
    """Give a second record a value that the first one has."""
    name, field = experiment.record or "", experiment.given["field"]
    first, second = [await lab.records.body_of(name) for _ in range(2)]
    value = f"{lab.records.mark[-4:]}{field.rpartition('.')[2]}" if "email" not in field else _at(first, field)
    seen, identity = await lab.records.create(name, put(first, field, value))
    if identity is None:
        give_up(seen)
    again, _ = await lab.records.create(name, put(second, field, value))
    return _refusal(again)


def _refusal(seen: Seen) -> Result:
    if seen.status in REFUSED or seen.status == 409:
        return Result("refused", f"{seen.status}, fields named: {len(seen.refused)}")
    if not seen.ok:
        give_up(seen)
    return Result("accepted", f"{seen.status}")


async def concurrent(lab: Lab, experiment: Experiment) -> Result:
    """Create two records with one reference at the same time."""
    name, field = experiment.record or "", experiment.given["field"]
    value = f"{lab.records.mark[-4:]}both"
    bodies = [put(await lab.records.body_of(name), field, value) for _ in range(2)]
    answers = await asyncio.gather(*(lab.records.create(name, body) for body in bodies))
    made = sum(identity is not None for _, identity in answers)
    if not made:
        msg = f"neither was made: {answers[0][0].status}"
        raise CannotTell(msg)
    return Result("accepted" if made == 2 else "refused", f"{made} of 2 made at the same time")


async def written_key(lab: Lab, experiment: Experiment) -> Result:
    """Write a record under each of several keys, and tell which are taken."""
    name = experiment.record or ""
    taken: list[str] = []
    keys: list[str] = experiment.given["keys"]
    for key in keys:
        body = await lab.records.body_of(name)
        _, identity = await lab.records.create(name, {key if each == keys[0] else each: value for each, value in body.items()})
        taken += [key] if identity is not None else []
    return Result(
        "both" if len(taken) == len(keys) else taken[0] if taken else "neither", f"{len(taken)} of {len(keys)} keys taken"
    )


def put(body: Any, path: str, value: object) -> Any:
    """Return a copy of a body with a value at a dotted path, such as `InvoiceItem.0.tax1`."""
    head, _, rest = path.partition(".")
    if is_list(body):
        return [put(item, rest, value) if str(at) == head else item for at, item in enumerate(body)]
    return {**body, head: put(body.get(head), rest, value) if rest else value}


def _at(body: Any, path: str) -> Any:
    head, _, rest = path.partition(".")
    return _at(body[head], rest) if rest else body[head]


def _field(experiment: Experiment) -> str:
    return str(experiment.given["field"]).rpartition(".")[2]
