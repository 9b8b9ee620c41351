"""Decide what a look-up asks the list for, so that it answers with fewer rows.

Documented parameters and the filters of v2 lists are sent as they are documented. Fields of v1 lists without a parameter are sent
too, under the name they have on the wire, since some servers honour them (`search` finds out). Left to the comparison is what
the server could understand otherwise: None, which it writes in three ways, values that do not fit the parameter, and what would
make the URL too long.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

import attrs

from daftra_async._text import refuse, value_text
from daftra_async.catalogue import operation_of
from daftra_async.errors import ArgumentError
from daftra_async.http import parameters
from daftra_async.http.filters import F, Filter
from daftra_async.http.values import to_text
from daftra_async.lists.find.comparing import TIMES
from daftra_async.lists.find.criteria import Criterion

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from daftra_async.lists.find.criteria import FindQuery
    from daftra_async.operation import AnyOperation, Param

PAGE_SIZES: Final = {"limit": 1000, "per_page": 200}
"""Rows of a page; for `per_page` no largest value is documented."""
LONGEST: Final = 1800
"""Characters of path and query; with the host, URLs stay below the 2 000 that proxies commonly take."""
_MOST_WALKS: Final = 20
"""Values of a parameter that takes one at a time, each of which is a walk of its own."""
_MEANS_SOMETHING_ELSE: Final = frozenset(
    {
        "action",
        "apikey",
        "branch_id",
        "controller",
        "debug",
        "direction",
        "ext",
        "filter",
        "format",
        "lang",
        "level",
        "limit",
        "load_custom_data",
        "model",
        "page",
        "per_page",
        "plugin",
        "recursive",
        "request_branch_id",
        "sort",
        "url",
    }
)
"""Names that lists, or the framework below them, take for something else than a field."""
Query = dict[str, object]


@attrs.frozen(kw_only=True)
class Requests:
    """The requests of a look-up."""

    whole: Query
    """Asks for all rows that may fit, in case the server ignores the parameters that would divide or shorten the list."""
    queries: tuple[Query, ...]
    """Each asks for a part of the records; together they ask for all."""
    divided: Criterion | None = None
    """The field whose values are spread over the queries, if there are several."""
    extra: Mapping[str, str] = attrs.field(factory=dict[str, str])
    """Undocumented parameters."""
    tried: tuple[Criterion, ...] = ()
    """The fields that they select by."""
    by_twin: tuple[Criterion, ...] = ()
    """The fields that the v2 twin can select by, where the list itself selects by none."""


def requests_of(op: AnyOperation, path: Mapping[str, object], asked: FindQuery) -> Requests:
    """Decide what is sent.

    Raises:
        ArgumentError: an argument of the list is refused, or contradicts a field.
    """
    room = LONGEST - len(parameters.build_path(op, path, ".json"))
    query = _base(op, asked)
    spread: list[tuple[Criterion, Param]] = []
    extra: dict[str, str] = {}
    tried: list[Criterion] = []
    for criterion in asked.criteria:
        param = _param_of(op, criterion, asked)
        if param is None:
            text = _undocumented(op, criterion)
            if text is not None:
                extra[criterion.wire] = text
                tried.append(criterion)
        elif _can_send(param, criterion):
            if len(criterion.values) == 1 or (criterion.kind in TIMES and param.type == "filter"):
                longer = _with(query, param, criterion, criterion.values)
                query = longer if _length(op, longer) <= room else query
            else:
                spread.append((criterion, param))
    for criterion, param in sorted(spread, key=lambda one: len(one[0].values)):
        parts = list(_parts(param, criterion, room - _length(op, query)))
        if len(parts) == 1:
            query = _with(query, param, criterion, parts[0])
        elif parts:
            queries = tuple(_with(query, param, criterion, part) for part in parts)
            return Requests(whole=query, queries=queries, divided=criterion)
    by_twin = _by_twin(op, asked) if query == _base(op, asked) else ()
    return Requests(whole=query, queries=(query,), extra=extra, tried=tuple(tried), by_twin=by_twin)


def twin_condition(criteria: Sequence[Criterion]) -> Filter:
    """Return what a v2 entity is asked for."""
    first, *rest = (_condition(criterion, criterion.values) for criterion in criteria)
    for each in rest:
        first &= each
    return first


def _by_twin(op: AnyOperation, asked: FindQuery) -> tuple[Criterion, ...]:
    if op.twin is None or asked.arguments.keys() - {"branch"}:
        return ()
    listing = operation_of("entities.list")
    filters = next(param for param in listing.query_params if param.type == "filter")
    found = tuple(criterion for criterion in asked.criteria if criterion.values and _can_send(filters, criterion))
    return found if found and _length(listing, {"filters": twin_condition(found)}) <= LONGEST // 2 else ()


def _base(op: AnyOperation, asked: FindQuery) -> Query:
    names = {param.name for param in op.query_params}
    query: Query = {name: size for name, size in PAGE_SIZES.items() if name in names}
    if "branch" in names:
        branch = next((branch for one in asked.criteria if (branch := _branch(one)) is not None), None)
        if branch is not None and asked.arguments.get("branch") not in {None, branch}:
            refuse("branch", "branch_id names another one", "the same, or one of the two")
        query["branch"] = branch  # None lets the client put its own there
    return {**query, **asked.arguments}


def _branch(criterion: Criterion) -> int | None:
    """Return the branch that alone is looked for: lists show one branch at a time."""
    only = criterion.values[0] if criterion.name == "branch_id" and len(criterion.values) == 1 else None
    return only if isinstance(only, int) and only > 0 else None


def _param_of(op: AnyOperation, criterion: Criterion, asked: FindQuery) -> Param | None:
    """Return the parameter that selects by a field."""
    params = {param.name: param for param in op.query_params}
    by_branch = criterion.name == "branch_id" and "branch" not in asked.arguments
    return params.get("filters") or params.get("branch" if by_branch else criterion.name)


def _can_send(param: Param, criterion: Criterion) -> bool:
    """Return whether the values mean to the server what they mean here."""
    if None in criterion.values:
        return False
    if param.type != "filter":
        # Where the parameter has an enumeration of its own, one number can stand for two things.
        return param.enum in {None, criterion.enumeration} and all(_is_taken(param, value) for value in criterion.values)
    try:
        for value in criterion.values:
            value_text(value, criterion.name)
    except ArgumentError:
        return False
    return not any(isinstance(value, dt.datetime) and value.tzinfo is not None for value in criterion.values)


def _is_taken(param: Param, value: object) -> bool:
    try:
        to_text(param, value)
    except ArgumentError:
        return False
    return True


def _with(query: Query, param: Param, criterion: Criterion, values: Sequence[Any]) -> Query:
    """Add a field to a query."""
    if param.type != "filter":
        return {**query, param.name: list(values) if param.array else values[0]}
    given = query.get(param.name)
    condition = _condition(criterion, values)
    if isinstance(given, Mapping):
        for name, value in given.items():  # pyright: ignore[reportUnknownVariableType]  # isinstance leaves the items unknown
            condition &= F(name).eq(value)  # pyright: ignore[reportUnknownArgumentType]  # any value
    return {**query, param.name: given & condition if isinstance(given, Filter) else condition}


def _condition(criterion: Criterion, values: Sequence[Any]) -> Filter:
    field = F(criterion.wire)
    if criterion.kind in TIMES:
        # The column may hold times where the description says dates: the days are asked for from morning to night.
        days = [value.date() if isinstance(value, dt.datetime) else value for value in values]
        return field.gte(min(days)) & field.lte(dt.datetime.combine(max(days), dt.time(23, 59, 59)))
    # Rows of other branches come for `in` (relied on by code in use).
    return field.eq(values[0]) if len(values) == 1 and criterion.name != "branch_id" else field.in_(list(values))


def _parts(param: Param, criterion: Criterion, room: int) -> Iterator[tuple[Any, ...]]:
    """Divide the values of a field into those of one request each; nothing where they cannot be sent."""
    if param.type != "filter" and not param.array:
        return ((value,) for value in criterion.values if len(criterion.values) <= _MOST_WALKS)
    name = f"{param.wire}[{criterion.wire}][in][]" if param.type == "filter" else f"{param.wire}[]"
    fixed = len(quote(name, safe="")) + 2
    sizes = [fixed + len(quote(value_text(value, criterion.name), safe="")) for value in criterion.values]
    return iter(packed(criterion.values, sizes, room))


def packed(values: Sequence[Any], sizes: Sequence[int], room: int) -> list[tuple[Any, ...]]:
    """Divide values in their order into as few runs as fit the room; none at all when one value alone does not fit."""
    runs: list[list[Any]] = []
    free = 0
    for value, size in zip(values, sizes, strict=True):
        if size > room:
            return []
        if size > free:
            runs.append([])
            free = room
        runs[-1].append(value)
        free -= size
    return [tuple(run) for run in runs]


def _undocumented(op: AnyOperation, criterion: Criterion) -> str | None:
    """Return the text of a parameter that no description knows, None where it is better not sent.

    Personal data is not: it would stand in logs of the server for nothing.
    """
    taken = {param.wire.partition("[")[0] for param in op.query_params}
    value = criterion.values[0] if len(criterion.values) == 1 else None
    if value is None or criterion.redact or criterion.kind in TIMES or criterion.wire in taken | _MEANS_SOMETHING_ELSE:
        return None
    try:
        text = value_text(value, criterion.name)
    except ArgumentError:
        return None
    return text if len(quote(text, safe="")) <= LONGEST // 4 else None


def _length(op: AnyOperation, query: Query) -> int:
    pairs = parameters.build_query(op, {**query, "page": 1_000_000})
    return sum(len(quote(name, safe="")) + len(quote(value, safe="")) + 2 for name, value in pairs)
