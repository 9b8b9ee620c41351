"""Which parameters of lists are honoured: unknown ones are ignored with the full list, so totals tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from daftra_async.catalogue import operation_of
from daftra_async.prove.asking import CannotTell, give_up
from daftra_async.prove.kinds.result import Result
from daftra_async.prove.shapes import id_of, listed
from daftra_async.wire import hints

if TYPE_CHECKING:
    from daftra_async.operation import AnyOperation, Param
    from daftra_async.prove.experiment import Experiment
    from daftra_async.prove.lab import Lab
    from daftra_async.prove.shapes import Listed

_OTHERS: Final = frozenset(
    {"page", "limit", "per_page", "recursive", "sort", "direction", "request_branch_id", "custom_field_label", "filter"}
)
"""Parameters that select nothing, or have an experiment of their own."""
_NO_ID: Final = 999_999_999
_NO_TEXT: Final = "no-such-text-3f9a"
_REFUSALS: Final = frozenset({400, 422})


async def parameters(lab: Lab, experiment: Experiment) -> Result:
    """Ask for what cannot be there, by each parameter of a list that selects: an account that honours it answers with nothing."""
    op = operation_of(experiment.operations[0])
    full = await _total(lab, op, {}) or await _with_one(lab, experiment, op)
    answers: dict[str, list[str]] = {"honoured": [], "ignored": [], "refused": []}
    for param in op.query_params:
        if param.wire not in _OTHERS and param.fixed is None:
            answers[await _answer(lab, op, param, full)].append(param.wire)
    honoured, total = len(answers["honoured"]), sum(map(len, answers.values()))
    told = [f"{honoured} of {total} honoured"] + [
        f"{what}: {', '.join(names)}" for what, names in answers.items() if names and what != "honoured"
    ]
    return Result(_verdict(answers["honoured"], total), "; ".join(told))


def _verdict(honoured: list[str], total: int) -> str:
    if not honoured:
        return "ignored"
    if len(honoured) == total:
        return "documented"
    return "ids only" if all(name.endswith("_id") for name in honoured) else "some"


async def _answer(lab: Lab, op: AnyOperation, param: Param, full: int) -> str:
    totals = [await _total(lab, op, {param.wire: [value] if param.array else value}) for value in _impossible(param)]
    if all(total is None for total in totals):
        return "refused"
    return "honoured" if any(total not in {None, full} for total in totals) else "ignored"


def _impossible(param: Param) -> list[Any]:
    """Return a value that no record has; where there is none, two that no record has both of."""
    if param.enum is not None:
        members: Any = hints.model(param.enum)
        return [member.value for member in members][:2]
    if param.type == "boolean":
        return [0, 1]
    if param.type == "date":
        return ["1900-01-01" if param.wire.endswith("_to") else "2999-12-31"]
    if param.type == "decimal":
        return [-_NO_ID if param.wire.endswith("_to") else _NO_ID]
    return [_NO_ID if param.type in {"integer", "id"} else _NO_TEXT]


async def branches(lab: Lab, experiment: Experiment) -> Result:
    """Ask for the rows of each branch."""
    op = operation_of(experiment.operations[0])
    seen = await lab.ask("branches.list")
    if not seen.ok:
        give_up(seen)
    ids = [each for row in listed(seen.body).rows if (each := id_of(row)) is not None]
    if len(ids) < 2:
        msg = "the account has one branch"
        raise CannotTell(msg)
    full = await _total(lab, op, {})
    totals = [await _total(lab, op, {"request_branch_id": each}) for each in ids]
    told = ", ".join(map(str, totals))
    return Result("ignored" if set(totals) == {full} else "honoured", f"{full} rows without a branch; by branch: {told}")


async def operators(lab: Lab, experiment: Experiment) -> Result:
    """Try each operator of v2 filters on the ids of a list."""
    op = operation_of(experiment.operations[0])
    first = await _list(lab, op, experiment, {})
    if not first.rows and experiment.record is not None and lab.writing:
        await lab.records.id_of(experiment.record)
        first = await _list(lab, op, experiment, {})
    identity = next((each for row in first.rows if (each := id_of(row)) is not None), None)
    if identity is None:
        msg = "the list is empty"
        raise CannotTell(msg)
    ignored: list[str] = []
    wanted = _operators(int(identity))
    for name, (query, expected) in wanted.items():
        found = await _list(lab, op, experiment, {"filter": query})
        matches = found.total == expected if expected is not None else found.total == (first.total or 0) - 1
        ignored += [] if matches else [name]
    told = f"{len(wanted) - len(ignored)} of {len(wanted)} operators honoured"
    answer = "documented" if not ignored else "some" if len(ignored) < len(wanted) else "ignored"
    return Result(answer, told + (f"; not: {', '.join(ignored)}" if ignored else ""))


def _operators(identity: int) -> dict[str, tuple[dict[str, Any], int | None]]:
    """Return a filter for each operator and how many rows it leaves; None for all but one."""
    by: dict[str, tuple[Any, int | None]] = {
        "eq": (identity, 1),
        "not_equal": (identity, None),
        "gt": (_NO_ID, 0),
        "gte": (_NO_ID, 0),
        "lt": (0, 0),
        "lte": (0, 0),
        "in": ([identity], 1),
        "not_in": ([identity], None),
        "is_null": (1, 0),
    }
    return {name: ({"id": {name: value}}, expected) for name, (value, expected) in by.items()}


async def sorting(lab: Lab, experiment: Experiment) -> Result:
    """Ask for both directions of an order, and compare the ids."""
    op, field = operation_of(experiment.operations[0]), str(experiment.given["field"])
    if experiment.record is not None and lab.writing and len((await _list(lab, op, experiment, {})).rows) < 2:
        for _ in range(2):
            await lab.records.create(experiment.record, await lab.records.body_of(experiment.record))
    rising, falling = [await _ids(lab, op, experiment, _order(op, field, way)) for way in ("asc", "desc")]
    if len(rising) < 2:
        msg = f"a list of {len(rising)} rows has no order"
        raise CannotTell(msg)
    honoured = rising == sorted(rising) and falling == sorted(falling, reverse=True)
    answer = "documented" if honoured else "ignored" if rising == falling else "another order"
    return Result(answer, f"{len(rising)} rows by {field}, in both directions")


def _order(op: AnyOperation, field: str, way: str) -> dict[str, Any]:
    return {"sort": field, "direction": way} if op.path.startswith("/api2") else {"sort": {field: way}}


async def _ids(lab: Lab, op: AnyOperation, experiment: Experiment, query: dict[str, Any]) -> list[int]:
    return [int(id_of(row) or 0) for row in (await _list(lab, op, experiment, query)).rows]


async def _with_one(lab: Lab, experiment: Experiment, op: AnyOperation) -> int:
    """Return the rows of an empty list once a record was made for it."""
    if experiment.record is not None and lab.writing:
        await lab.records.id_of(experiment.record)
        if full := await _total(lab, op, {}):
            return full
    msg = "the list is empty"
    raise CannotTell(msg)


async def _list(lab: Lab, op: AnyOperation, experiment: Experiment, query: dict[str, Any]) -> Listed:
    seen = await lab.ask(op, experiment.given, query)
    if not seen.ok:
        give_up(seen)
    return listed(seen.body)


async def _total(lab: Lab, op: AnyOperation, query: dict[str, Any]) -> int | None:
    """Return how many rows a list has; None when the query is refused."""
    seen = await lab.page(op, 1, query=query)
    if seen.status in _REFUSALS:
        return None
    if not seen.ok:
        give_up(seen)
    found = listed(seen.body)
    return len(found.rows) if found.total is None else found.total
