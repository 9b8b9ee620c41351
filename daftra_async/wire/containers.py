"""Lists and maps of records in a body; an error says which item is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from daftra_async.operation import UNSET
from daftra_async.wire.guards import is_map
from daftra_async.wire.refusals import placed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    Writer = Callable[[Any], Any]


def text_key(key: Any) -> str:
    """Return a key of a JSON object.

    Raises:
        TypeError: it is not text.
    """
    if not isinstance(key, str):
        msg = f"the key {key!r:.60} is not text"
        raise TypeError(msg)
    return key


def write_list(write: Writer, items: Iterable[Any]) -> list[Any]:
    """Write the items of a list."""
    written: list[Any] = []
    try:
        for item in items:
            written.append(write(item))  # noqa: PERF401  # the length says which item was refused
    except (TypeError, ValueError) as error:
        raise placed(error, f"[{len(written)}]") from None
    return written


def map_writer(write: Writer) -> Writer:
    """Write records that stand in a map under keys of their own: `{"0": {...}, "1": {...}}` is how PHP spells a list."""

    def written(value: Any) -> Any:
        if not is_map(value):
            return write(value)
        result: dict[str, Any] = {}
        key = ""
        try:
            for key, member in value.items():
                if member is not UNSET:
                    result[text_key(key)] = write(member)
        except (TypeError, ValueError) as error:
            raise placed(error, f"[{key}]") from None
        return result

    return written


def is_numbered(members: Mapping[Any, Any]) -> bool:
    """Return whether a map is a list by the keys `"0"`, `"1"`, ..."""
    return bool(members) and all(isinstance(key, str) and key.isdigit() for key in members)
