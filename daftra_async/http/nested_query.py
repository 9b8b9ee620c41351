"""Nested query parameters in the bracket syntax of PHP: `{"filter": {"a": {"gte": 1}}}` is `filter[a][gte]=1`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, cast

from daftra_async._text import has_control, refuse, value_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from daftra_async.http.filters import Pairs

_MOST_LEVELS: Final = 10


def nested_query(query: object) -> Pairs:
    """Write the parameters of a request that no operation describes: mappings as `name[key]`, lists as `name[]` repeated.

    Raises:
        ArgumentError: a name or value is refused, has no form in a query, or occurs twice.
    """
    if query is None:
        return []
    if not isinstance(query, Mapping):
        refuse("query", f"{type(query).__name__} was given", "a mapping such as {'limit': 50}")
    pairs: Pairs = []
    known: set[str] = set()
    given = cast("Mapping[object, object]", query)
    for name, value in given.items():
        if not isinstance(name, str) or not name or has_control(name):
            refuse("query", f"{name!r:.60} is not a parameter name", "text that is not empty")
        written = list(_written(name, value, _MOST_LEVELS))
        names = {each for each, _ in written}
        if both := sorted(names & known):
            refuse("query", f"{both[0]!r:.60} occurs twice, and the server keeps the last", "one of the two")
        known |= names
        pairs += written
    return pairs


def _written(name: str, value: object, levels: int) -> Iterator[tuple[str, str]]:
    argument = f"query: {name:.60}"
    if isinstance(value, Mapping):
        members = cast("Mapping[object, object]", value)
        if not members:
            refuse(argument, "the mapping is empty, which a query cannot say", "one key or more, or no such parameter")
        if not levels:
            refuse(argument, f"it has more than {_MOST_LEVELS} levels", "less nesting")
        for key, inner in members.items():
            yield from _written(f"{name}[{_key(argument, key)}]", inner, levels - 1)
    elif isinstance(value, list | tuple):
        items = cast("list[object] | tuple[object, ...]", value)
        if not items:
            refuse(argument, "the list is empty, which the server takes as no condition", "one value or more")
        wire = name if name.endswith("[]") else f"{name}[]"
        for item in items:
            kind = type(item).__name__
            if isinstance(item, Mapping | list | tuple):
                refuse(argument, f"the list holds a {kind}", "plain values; name its members: {0: {...}, 1: {...}}")
            yield wire, value_text(item, argument)
    else:
        yield name, value_text(value, argument)


def _key(argument: str, key: object) -> str:
    text = str(key) if isinstance(key, int) and not isinstance(key, bool) else key
    if not isinstance(text, str) or not text or has_control(text) or "[" in text or "]" in text:
        refuse(argument, f"the key {key!r:.60} cannot stand in brackets", "text without '[' and ']', or a whole number")
    return text
