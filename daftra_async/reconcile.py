"""After `OutcomeUnknown`: what was asked, as it may be shown, and whether a create was done.

A create with `reference=` is looked for in the list of its resource. Where the list has a filter for the field, it is used, but
never believed: the server ignores filters that it does not know and answers with everything, so every row is compared here.
Where the newest rows stand is seen from the ids and times of the first page: lists are newest first (those asked to be so,
mostly), oldest first, or in no order. At most so many rows as the description of the operation says are read, from the newest on.
When none of them carries the reference and the list has more, in no order, the question stays open, and that is an error, not a
"no".
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

import attrs

from daftra_async._unset import UNSET, UnsetType
from daftra_async.catalogue import operations
from daftra_async.errors import ReconcileError
from daftra_async.record import Input
from daftra_async.redaction import MASK, SHOWN_QUERY, masked, safe_headers, safe_value
from daftra_async.wire import hints

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from daftra_async.errors import OutcomeUnknown
    from daftra_async.operation import AnyOperation, Param, Reference
    from daftra_async.pagination import Page, Pager

_ROWS: Final = 100
"""Rows of a page."""


class Lister(Protocol):
    """What lists: the client."""

    def paginate(
        self,
        op: Any,
        path: Mapping[str, object],
        query: Mapping[str, object],
        /,
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[Any]:
        """Prepare the walk of a list."""
        ...


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
        advice = f"{op.id} may simply be sent again: doing it twice changes no more than doing it once"
    elif declared is None:
        advice = f"{op.id} has no look-up: look for the record yourself, and send it again only if it is not there"
    elif isinstance(reference, UnsetType):
        advice = (
            f"{op.id} was called without reference=, so there is nothing to look for: search {declared.lookup} yourself, and give"
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
        setattr(unknown, "_advice", "the request counts as idempotent: it may simply be sent again")  # noqa: B010  # private to the two modules


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
    given = {param: values[param.name] for param in params if values.get(param.name, UNSET) is not UNSET}
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
        if value is UNSET or field.name == "extra":
            continue
        if field.metadata.get("redact") or isinstance(value, Mapping | Input):
            shown[field.name] = MASK
        elif isinstance(value, list | tuple):
            shown[field.name] = f"{len(cast('Sequence[object]', value))} items"
        else:
            shown[field.name] = safe_value(value)
    return {**shown, **dict.fromkeys(record.extra, MASK)}


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
    lookup = next(each for each in operations() if each.id == declared.lookup)
    names = {param.wire: param.name for param in lookup.query_params}
    query: dict[str, object] = {names["limit"]: min(_ROWS, declared.limit)}
    if declared.parameter is not None:
        query[names[declared.parameter]] = reference
    if "request_branch_id" in names and isinstance(branch, int):
        query[names["request_branch_id"]] = branch
    extra = {name: value for name, value in declared.newest if name not in names}
    query.update({names[name]: value for name, value in declared.newest if name in names})

    async def page(number: int) -> Page[Any]:
        return await client.paginate(lookup, {}, {**query, names["page"]: number}, extra_query=extra, extra_headers=headers)

    seen = 0
    at = await page(1)
    order = _order(at)
    backwards = order == "oldest first" and at.page_count is not None and at.page_count > 1
    following = iter(range(at.page_count or 1, 1, -1) if backwards else range(2, declared.limit + 2))
    while True:
        found = _matching(at, declared, reference)
        if len(found) > 1:
            msg = (
                f"{op.id}: {len(found)} records of {lookup.id} carry {declared.field} {reference!r}; a reference names one record"
            )
            raise ReconcileError(msg)
        if found:
            return found[0]
        seen += len(at.data)
        number = next(following, None)
        if number is None or (not backwards and not _goes_on(at)):
            return None
        if seen >= declared.limit:
            break
        at = await page(number)
        order = order if backwards or _order(at) == order else "no order"
    if order != "no order":
        return None
    msg = (
        f"{op.id}: none of the {seen} rows of {lookup.id} that were read carries {declared.field} {reference!r},"
        f" but there are more ({at.total_results or 'the list does not say how many'}), in no order: search the list yourself"
    )
    raise ReconcileError(msg)


def _matching(page: Page[Any], declared: Reference, reference: str) -> list[Any]:
    wanted = str(int(reference)) if declared.number else reference.strip()
    return [row for row in page.data if str(getattr(row, declared.field, "")).strip() == wanted]


def _goes_on(page: Page[Any]) -> bool:
    return page.has_next and bool(page.data) and (page.page_count is None or page.page < page.page_count)


def _order(page: Page[Any]) -> str:
    """Return the order of a page, by its ids, which the server counts up, or by the times of creation."""
    for name in ("id", "created"):
        values: list[Any] = [getattr(row, name, None) for row in page.data]
        if not all(isinstance(value, int if name == "id" else dt.date) for value in values):
            continue
        if values == sorted(values, reverse=True):
            return "newest first"
        if values == sorted(values):
            return "oldest first"
    return "no order"
