"""The forms of answers."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Final

from daftra_async.catalogue import operation_of
from daftra_async.prove.asking import CannotTell, give_up
from daftra_async.prove.kinds.result import Result
from daftra_async.prove.shapes import (
    id_of,
    list_form_of,
    listed,
    record_form,
    record_form_of,
    type_of,
    types_of,
)
from daftra_async.wire.guards import is_list, is_map

if TYPE_CHECKING:
    from daftra_async.operation import AnyOperation
    from daftra_async.prove.experiment import Experiment
    from daftra_async.prove.lab import Lab
    from daftra_async.prove.shapes import Listed

_ROWS: Final = 3


async def list_envelope(lab: Lab, experiment: Experiment) -> Result:
    """Ask a list for a few rows, and tell its form."""
    op = operation_of(experiment.operations[0])
    found = await _listed(lab, op, experiment.given)
    if experiment.record is not None and not found.rows and lab.writing:
        with contextlib.suppress(CannotTell):  # an empty list has an envelope too
            await lab.records.id_of(experiment.record)
        found = await _listed(lab, op, experiment.given)
    return Result(found.name, _rows(found), _assumed(op, found))


async def documented_lists(lab: Lab, experiment: Experiment) -> Result:
    """Ask many lists, and tell which of them have another form than their documents say."""
    differing: list[str] = []
    closed: list[str] = []
    for name in experiment.operations:
        op = operation_of(name)
        seen = await lab.page(op, 1)
        if not seen.ok:
            closed.append(f"{name} {seen.status}")
            continue
        found = listed(seen.body)
        if found.name != _assumed(op, found):
            differing.append(f"{name} {found.name}")
    asked = len(experiment.operations) - len(closed)
    if not asked:
        msg = f"none of {len(experiment.operations)} lists can be read"
        raise CannotTell(msg)
    told = [f"{asked - len(differing)} of {asked} lists as documented"]
    told += [f"others: {', '.join(differing)}"] if differing else []
    told += [f"closed: {', '.join(closed)}"] if closed else []
    return Result("other" if differing else "documented", "; ".join(told))


async def row_key(lab: Lab, experiment: Experiment) -> Result:
    """Tell the key around the rows of a list."""
    found = await _listed(lab, operation_of(experiment.operations[0]), experiment.given)
    if not found.rows and experiment.record is not None and lab.writing:
        await lab.records.id_of(experiment.record)
        found = await _listed(lab, operation_of(experiment.operations[0]), experiment.given)
    if not found.rows:
        msg = "the list is empty"
        raise CannotTell(msg)
    return Result(found.key or "none", _rows(found), operation_of(experiment.operations[0]).response.key)


async def record_envelope(lab: Lab, experiment: Experiment) -> Result:
    """Ask for one record, and tell the form of the answer."""
    op = operation_of(experiment.operations[0])
    given = experiment.given
    path = {name: value for name, value in given.items() if name != "list"}
    identity = await _any_id(lab, str(given.get("list", f"{op.resource}.list")), path, experiment.record)
    seen = await lab.ask(op, {**path, "id": identity})
    if not seen.ok:
        give_up(seen)
    form, record = record_form(seen.body)
    return Result(form, "no record" if record is None else f"fields: {types_of(record.values())}", record_form_of(op))


async def listing(lab: Lab, experiment: Experiment) -> Result:
    """Return the type of the titles of a listing."""
    seen = await lab.ask(experiment.operations[0], experiment.given)
    if not seen.ok:
        give_up(seen)
    data = seen.body.get("data") if is_map(seen.body) else None
    titles = data.get("Listing") if is_map(data) else None
    values = list(titles.values()) if is_map(titles) else titles
    if not is_list(values) or not values:
        msg = "the listing is empty" if values == [] else "there is no listing in the answer"
        raise CannotTell(msg)
    kinds = {type_of(value) for value in values}
    return Result(kinds.pop() if len(kinds) == 1 else "several types", f"{len(values)} titles: {types_of(values)}")


async def app_state(lab: Lab, experiment: Experiment) -> Result:
    """Tell the form of the answer about an app, whichever it is."""
    seen = await lab.ask(experiment.operations[0], experiment.given)
    if not seen.ok:
        give_up(seen)
    values = seen.body.values() if is_map(seen.body) else [seen.body]
    return Result(record_form(seen.body)[0] if is_map(seen.body) else type_of(seen.body), f"fields: {types_of(values)}")


async def _listed(lab: Lab, op: AnyOperation, path: object) -> Listed:
    seen = await lab.page(op, _ROWS, path if is_map(path) else None)
    if not seen.ok:
        give_up(seen)
    return listed(seen.body)


async def _any_id(lab: Lab, name: str, path: dict[str, object], record: str | None) -> str:
    """Return the id of a record of the account, or where it has none, of one that is made."""
    op = operation_of(name)
    wanted = {param.name for param in op.path_params}
    found = await _listed(lab, op, {key: value for key, value in path.items() if key in wanted})
    identity = next((each for row in found.rows if (each := id_of(row)) is not None), None)
    if identity is None and record is not None and lab.writing:
        return await lab.records.id_of(record)
    if identity is None:
        msg = "the list is empty"
        raise CannotTell(msg)
    return identity


def _assumed(op: AnyOperation, found: Listed) -> str:
    """Return the form that the package assumes; an empty list shows no key."""
    form = list_form_of(op)
    return f"{form} ({op.response.key})" if form == "v1" and found.rows else form


def _rows(found: Listed) -> str:
    total = "" if found.total is None else f" of {found.total}"
    types = types_of(value for row in found.rows if is_map(row) for value in row.values())
    return f"{len(found.rows)}{total} rows" + (f": {types}" if found.rows else "")
