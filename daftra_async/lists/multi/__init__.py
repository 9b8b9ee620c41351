"""Several v2 reads in one request.

    invoice = Show(Invoice, 2415)
    moves = List(Requisition, filters={"order_id": 2415})
    answers = await daftra.multi(invoice, moves)
    answers[invoice]  # Invoice
    answers[moves].data  # list[Requisition]

`List` gives the first page (20 records, `has_next` says whether there are more) and takes plain equality only: the request has
neither paging nor operators (documented). Records have the v2 form, so relations of a model that v1 describes stand in
`record.extra`.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from daftra_async._text import refuse
from daftra_async.catalogue import operations
from daftra_async.lists.multi.answers import FETCH, Answers
from daftra_async.lists.multi.queries import AnyQuery, List, Query, Show
from daftra_async.operation import UNSET

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from daftra_async.lists.executor import Executor
    from daftra_async.operation import Operation, UnsetType

__all__ = ["Answers", "AnyQuery", "List", "Query", "Show", "fetch"]


async def fetch(
    client: Executor,
    queries: Iterable[AnyQuery],
    *,
    timeout: float | UnsetType | None = UNSET,
    extra_headers: Mapping[str, str] | None = None,
) -> Answers:
    """Send several reads in one request.

    Args:
        client: What executes operations.
        queries: The reads.
        timeout: Seconds for the request, or None for no limit.
        extra_headers: Headers to add.

    Raises:
        ArgumentError: there is no read, or two have one alias.
        APIError: the whole request failed: an entity that the account does not have, for example, fails it for all reads.
    """
    asked = tuple(dict.fromkeys(queries))
    names = _named(asked)
    operation: Operation[dict[str, Any]] = next(op for op in operations() if op.id == FETCH)
    body = [_written(query, names[query]) for query in asked]
    raw = await client.execute(operation, {}, {}, body, timeout=timeout, extra_headers=extra_headers)
    return await client.dated(partial(Answers, names, raw), timeout=timeout)


def _named(queries: tuple[AnyQuery, ...]) -> dict[AnyQuery, str]:
    """Give each read the key of its answer: its alias, the key of its entity, or that with a number."""
    if not queries:
        refuse("queries", "none was given", "one Show(...) or List(...), or more")
    names: dict[AnyQuery, str] = {}
    for query in queries:
        if not isinstance(query, Show | List):  # pyright: ignore[reportUnnecessaryIsInstance]  # callers may be untyped
            refuse("queries", f"{type(query).__name__} was given", "Show(...) and List(...)")
        if query.alias is not None and query.alias in names.values():
            refuse("alias", f"two reads are called {query.alias!r}", "a name of its own for each")
        if query.alias is not None:
            names[query] = query.alias
    for query in queries:
        number, name = 1, query.key
        while query not in names and name in names.values():
            number += 1
            name = f"{query.key}_{number}"
        names.setdefault(query, name)
    return {query: names[query] for query in queries}


def _written(query: AnyQuery, name: str) -> dict[str, object]:
    written: dict[str, object] = {"key": query.key, "data_level": query.level}
    written |= (
        {"action": "show", "options": query.id} if isinstance(query, Show) else {"action": "list", "options": query.options}
    )
    return written if name == query.key else {**written, "alias": name}
