"""The order of the v2 lists, written into their query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from daftra_async._text import field_name
from daftra_async._words import only_python
from daftra_async.errors import ArgumentError
from daftra_async.wire import paths

if TYPE_CHECKING:
    from daftra_async.http.filters import Pairs


def sort_query(value: object, wire: str = "sort", argument: str = "sort", model: type[Any] | None = None) -> Pairs:
    """Write an order: `"created"`, `"-created"` (descending), several of them, or a mapping of fields to asc/desc.

    Args:
        value: The order.
        wire: Name of the query parameter.
        argument: Name of the argument, for errors.
        model: The records that are sorted; None where nothing is known of them.

    Raises:
        ArgumentError: the records have no such field, a field name or a direction is refused, or a field stands twice.
    """
    orders: list[tuple[object, object]]
    if isinstance(value, str):
        value = [value]
    if isinstance(value, Mapping):
        orders = list(value.items())  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]  # isinstance leaves the items unknown
    elif isinstance(value, list | tuple):
        items: list[object] = list(value)  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]  # isinstance leaves the items unknown
        orders = [_order(item) for item in items]
    else:
        msg = f"{argument}: {type(value).__name__} was given; expected a field, '-field', a list of such, or {{field: 'desc'}}"
        raise ArgumentError(msg, argument)
    pairs: dict[str, str] = {}
    for name, direction in orders:
        key = f"{wire}[{(field := field_name(name, argument))}]"
        paths.check_name(model, field, argument, only_python(f"; extra_query={{{key!r}: 'asc'}} sends it anyway"))
        if direction not in {"asc", "desc"} or key in pairs:
            problem = "stands twice" if key in pairs else f"has the direction {direction!r}; expected 'asc' or 'desc'"
            msg = f"{argument}: {name} {problem}"
            raise ArgumentError(msg, argument)
        pairs[key] = str(direction)
    if not pairs:
        msg = f"{argument}: it is empty; leave it out instead"
        raise ArgumentError(msg, argument)
    return list(pairs.items())


def _order(item: object) -> tuple[object, object]:
    if isinstance(item, str) and item.startswith("-"):
        return item[1:], "desc"
    return item, "asc"
