"""Find a record, or create it.

The server has no such operation: between the search and the create another process may create the same record. Within one
process calls for the same values take turns.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

import attrs

from daftra_async._text import has_control, refuse
from daftra_async.errors import OutcomeUnknown
from daftra_async.http import parameters
from daftra_async.lists.find.comparing import kind_of, wanted
from daftra_async.lists.find.search import Search
from daftra_async.operation import UNSET, Ack, Created, UnsetType
from daftra_async.wire import hints
from daftra_async.wire.bodies import write_body
from daftra_async.wire.identity import id_of
from daftra_async.wire.record import Input
from daftra_async.wire.siblings import is_wrapped
from daftra_async.writes.lock import check_lock, looking_alone
from daftra_async.writes.reconcile import look_by_search

if TYPE_CHECKING:
    from contextlib import AbstractAsyncContextManager
    from typing import Unpack

    from daftra_async.http.turns import Turn
    from daftra_async.lists.executor import Executor
    from daftra_async.lists.find.criteria import Criterion
    from daftra_async.operation import AnyOperation, Operation, Request
    from daftra_async.options import FindOptions
    from daftra_async.writes.lock import Lock

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Found(Generic[T]):
    """The record that was found or created."""

    id: int | str | None
    """Its id; None when the server acknowledged the create without naming one (a few routes may)."""
    created: bool
    """This call created it."""
    record: T | None = None
    """The record as the list shows it; None after a create, which answers with the id only."""
    result: Created | Ack | None = None
    """What the create answered; None when the record was found."""


async def find_or_create(
    client: Executor,
    op: Operation[T],
    create: AnyOperation,
    path: Mapping[str, object],
    create_path: Mapping[str, object],
    body: object,
    fields: Mapping[str, object],
    *,
    lock: Lock | None = None,
    **options: Unpack[FindOptions],
) -> Found[T]:
    """Return the record whose fields have the given values, after creating it if there is none.

    Args:
        client: What executes operations.
        op: The list operation.
        create: The create operation.
        path: Path arguments of the list.
        create_path: Path arguments of the create.
        body: The record to create; it gets the fields it lacks, so that it is found the next time.
        fields: Attributes of the record, one value each, that name it; beside them arguments of the list. A `branch` is the one
            that is looked at and created in.
        lock: Held from the look-up to the create, and for a timeout longer when it is not known whether that was done.
        options: `concurrency`, `timeout` and `extra_headers` of the requests.

    Raises:
        TypeError: there is no such field or argument.
        RequestNotSent: the lock was not given.
        ArgumentError: a field cannot be written or has another value in the body, or the body is refused; nothing was sent.
        MultipleFoundError: several records fit.
        IncompleteListError: the list ended before what it announced; nothing was created.
        OutcomeUnknown: the answer to the create was lost; `reconcile` tells whether it was done.
        APIError: the server refused.
    """
    search = Search(client, op, path, fields, "find_or_create", **options)
    body = _completed(create, body, search.asked.criteria, search.asked.arguments.get("branch"))
    write_body(create, body)
    parameters.build_path(create, create_path, "")
    reference = _reference(create, body)
    if lock is None:
        alone: AbstractAsyncContextManager[None] = nullcontext()
    else:
        check_lock(lock)
        alone = looking_alone(lock, client, options.get("timeout", UNSET))
    async with _turn(client, op, path, search.asked.criteria), alone:
        record = await search.only()
        if record is not None:
            return Found(id=id_of(record), created=False, record=record)
        try:
            result: Created | Ack = await client.execute(create, create_path, {}, body, reference=reference, **search.options)
        except OutcomeUnknown as unknown:
            if isinstance(reference, UnsetType):
                look_by_search(unknown, search.only)
            raise
    return Found(id=result.id, created=True, result=result)


def _turn(client: Executor, op: AnyOperation, path: Mapping[str, object], criteria: tuple[Criterion, ...]) -> Turn:
    """Return the turn of a look-up: the next one for the same values finds what this one creates."""
    key = ("find", op.id, repr(sorted(path.items())), frozenset((one.name, one.values) for one in criteria))
    return client.turns.turn(key, f"what {op.resource}.find_or_create looks for")


def _completed(create: AnyOperation, body: object, criteria: tuple[Criterion, ...], branch: object) -> object:
    """Return a copy of the body that holds what is looked for.

    Raises:
        ArgumentError: a field cannot be written, or has another value there.
    """
    request = create.request
    assert request is not None
    model = hints.model(request.model)
    record = _record(request, body)
    if not isinstance(record, model | Mapping):
        return body  # writing it says what is wrong
    changes = {**_named(create, model, record, criteria), **_branch(model, record, branch)}
    return _changed(request, body, record, changes)


def _named(create: AnyOperation, model: type, record: object, criteria: tuple[Criterion, ...]) -> dict[str, object]:
    """Return the values that are looked for and that the body lacks.

    Raises:
        ArgumentError: a field cannot be written, or has another value there.
    """
    fields = {field.name: field for field in hints.fields_of(model)}
    types = hints.hints_of(model)
    missing: dict[str, object] = {}
    for one in criteria:
        kind = kind_of(types[one.name]) if one.name in fields else None
        if kind is None:
            refuse(one.name, f"{create.id} does not write it as it is read", "fields that name the record and can be written")
        if len(one.values) != 1 or one.values[0] is None:
            refuse(one.name, "one record has one value there", "one value that is not None")
        key = one.name if isinstance(record, model) else hints.wire_name(fields[one.name])
        value = _value(record, key)
        if value is UNSET:
            missing[key] = _writable(kind, one)
        elif not one.accepts(value):
            refuse(one.name, "the body holds another value", "the same value, or a body without it")
    return missing


def _branch(model: type, record: object, branch: object) -> dict[str, object]:
    """Return the branch that is looked at, where the body names none.

    Raises:
        ArgumentError: the body names another one.
    """
    if not isinstance(branch, int) or "branch_id" not in hints.hints_of(model):
        return {}
    value = _value(record, "branch_id")
    if value is UNSET:
        return {"branch_id": branch}
    if str(value) != str(branch):
        refuse("branch", "the body holds another branch_id", "the branch that the record is created in")
    return {}


def _record(request: Request, body: object) -> object:
    """Return the part of a body that holds the fields of the record."""
    if not isinstance(body, Mapping):
        return body
    members = cast("Mapping[str, object]", body)
    inner = members.get(request.key or "")
    if not is_wrapped(request, members):
        return members
    return inner if isinstance(inner, Input) else cast("Mapping[str, object]", inner)


def _value(record: object, key: str) -> object:
    if not isinstance(record, Mapping):
        return getattr(record, key)
    return cast("Mapping[str, object]", record).get(key, UNSET)


def _writable(kind: type, criterion: Criterion) -> object:
    """Return the value of a field as it is written: a day where a time belongs is its begin."""
    value = wanted(kind, criterion.values[0], criterion.name, hidden=criterion.redact)
    begins = kind is dt.datetime and not isinstance(value, dt.datetime)
    return dt.datetime.combine(value, dt.time.min) if begins else value


def _changed(request: Request, body: object, record: object, changes: dict[str, object]) -> object:
    if not changes:
        return body
    if not isinstance(record, Mapping):
        changed: object = attrs.evolve(cast("Any", record), **changes)
    else:
        changed = {**cast("Mapping[str, object]", record), **changes}
    return changed if record is body else {**cast("Mapping[str, object]", body), cast("str", request.key): changed}


def _reference(create: AnyOperation, body: object) -> str | UnsetType:
    """Return the value by which a lost create can be looked for, if its field takes one."""
    declared = create.reference
    assert create.request is not None
    if declared is None:
        return UNSET
    value = _value(_record(create.request, body), declared.field)
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    if declared.number and not (text.isascii() and text.isdigit() and len(text) <= 9):
        return UNSET
    usable = bool(text.strip()) and not has_control(text) and len(text) <= declared.longest
    return text if usable else UNSET
