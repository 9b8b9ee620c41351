"""Complete an `OutcomeUnknown`: the arguments of the call, and how to find out whether it was done.

A create with `reference=` is searched for in the list of its resource (`daftra_async.lists.find.references`). A create by
`find_or_create` without a reference is searched for by the values that `find_or_create` was called with. A list that cannot prove
that the record is missing raises an error, instead of returning None.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from daftra_async.errors import IncompleteListError, MultipleFoundError, ReconcileError
from daftra_async.lists.find.references import find_references
from daftra_async.operation import UNSET, UnsetType
from daftra_async.wire.record import Input
from daftra_async.writes.shown_arguments import safe_arguments, safe_raw_arguments

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from daftra_async.errors import OutcomeUnknown
    from daftra_async.lists.executor import Executor
    from daftra_async.operation import AnyOperation


def explain(
    unknown: OutcomeUnknown,
    client: Executor,
    op: AnyOperation,
    path: Mapping[str, object],
    query: Mapping[str, object],
    body: object,
    reference: str | UnsetType,
    tail: Mapping[str, Any],
) -> None:
    """Add the arguments of the call to its error, and the search of `reconcile()` or advice in its place."""
    unknown.arguments = safe_arguments(op, path, query, body, reference, tail)
    if op.idempotent or op.reference is None or isinstance(reference, UnsetType):
        _put(unknown, _advice=_advice(op))
        return
    declared, branch, headers = op.reference, branch_of(op, body), tail.get("extra_headers")

    async def look() -> Any:
        found = await find_references(client, op, [reference], branch=branch, headers=headers, most=declared.limit)
        return found.only(reference)

    _put(unknown, _lookup=look)


def look_by_search(unknown: OutcomeUnknown, search: Callable[[], Awaitable[Any]]) -> None:
    """Let `reconcile()` run this search, for a create of `find_or_create` without a reference."""

    async def look() -> Any:
        try:
            return await search()
        except (MultipleFoundError, IncompleteListError) as error:
            msg = f"{unknown.operation}: {error}"
            raise ReconcileError(msg) from error

    _put(unknown, _lookup=look)


def explain_raw(
    unknown: OutcomeUnknown, query: Mapping[str, object] | None, json: object, headers: Mapping[str, str] | None, *, again: bool
) -> None:
    """Add the arguments of a raw request to its error. `again`: it is idempotent, so it may simply be sent again."""
    unknown.arguments = safe_raw_arguments(query, json, headers)
    if again:
        _put(unknown, _advice="it may simply be sent again: it counts as idempotent")


def branch_of(op: AnyOperation, body: object) -> int | None:
    """Return the branch that a body writes its record to, or None. A list shows one branch at a time."""
    if isinstance(body, Input):
        found: object = getattr(body, "branch_id", UNSET)
    elif isinstance(body, Mapping):
        members = cast("Mapping[str, object]", body)
        inner = members.get((op.request.key if op.request else None) or "")
        found = cast("Mapping[str, object]", inner if isinstance(inner, Mapping) else members).get("branch_id")
    else:
        return None
    return found if isinstance(found, int) and found > 0 else None


def _advice(op: AnyOperation) -> str:
    """Return what the user can do about a write that `reconcile()` cannot search for."""
    if op.idempotent:
        return "it may simply be sent again: doing it twice changes no more than doing it once"
    if op.reference is None:
        return "it has no look-up: look for the record yourself, and send it again only if it is not there"
    return (
        f"it was called without reference=, so there is nothing to look for: search {op.reference.lookup} yourself, and give"
        f" reference= (it is written to {op.reference.field}) the next time"
    )


def _put(unknown: OutcomeUnknown, **private: object) -> None:
    """Set attributes that are private to the error and this module."""
    vars(unknown).update(private)
