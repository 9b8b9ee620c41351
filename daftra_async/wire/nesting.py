"""Nesting has a bound: what is deeper is kept as its JSON text.

Python gives up on values of some hundred levels in many places (copies, pickles, comparisons), so none is handed out. Real
answers have about eight levels. The text that stands for a deeper part is a `NestedText`: `wire.dumps(value, whole=True)`, which
writes the bodies of requests, puts back what it stands for.
"""

from __future__ import annotations

import re
import secrets
from typing import TYPE_CHECKING, Any, Final

from daftra_async.wire.guards import is_list, is_map

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_LEVELS: Final = 64
"""Objects and lists within one another."""
EXPECTED: Final = f"at most {MOST_LEVELS} levels"
"""What the issue of such a value says."""

_MOST_CUT: Final = 10_000
"""Levels of what is kept as text; more are not JSON to us."""
_SHALLOW: Final = 16
"""Levels of a value that are surely within the bound, wherever it stands in a page."""
_MOST_KEPT: Final = 400
"""Levels of a value that a caller gives to `structure`."""
# A text without its end is one token, so that the search stays linear.
_TOKEN: Final = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)
_ESCAPES: Final = ((b"\\", b"\\\\"), (b'"', b'\\"'), (b"\n", b"\\n"), (b"\r", b"\\r"), (b"\t", b"\\t"))


class NestedText(str):
    """The JSON text of a value that is nested too deeply to be read."""

    __slots__ = ()


CONTAINERS: Final = frozenset({dict, list, NestedText})
"""Classes of JSON values that may be, or hold, something nested too deeply."""


def is_deep(value: Any, most: int = MOST_LEVELS) -> bool:
    """Return whether objects and lists stand within one another in more levels."""
    level = [value] if value.__class__ is dict or value.__class__ is list else []
    for _ in range(most):
        if not level:
            return False
        level = [
            item
            for outer in level
            for item in (outer.values() if outer.__class__ is dict else outer)
            if item.__class__ is dict or item.__class__ is list
        ]
    return bool(level)


def has_text(value: Any) -> bool:
    """Return whether a value is such a text, or holds one."""
    waiting = [value]
    while waiting:
        item = waiting.pop()
        if item.__class__ is NestedText:
            return True
        if item.__class__ is dict:
            waiting += item.values()
        elif is_list(item):
            waiting += item
    return False


class TooDeep(Exception):  # not an error: the slow tier takes over
    """A value may be nested too deeply."""


def look_quickly(value: Any) -> None:
    """Look at a value that was decoded without a bound.

    Raises:
        TooDeep: the slow tier has to decode it.
    """
    items = value.values() if value.__class__ is dict else value
    for item in items:
        if item.__class__ in CONTAINERS:
            break
    else:  # as most are: nothing in it can be nested
        return
    if is_deep(value, _SHALLOW):
        raise TooDeep


def look(value: Any) -> bool:
    """Return whether something in a value is kept as text.

    Raises:
        ValueError: it is nested so deeply that nobody could write or copy it.
    """
    if is_deep(value, _MOST_KEPT):
        msg = f"a value is nested deeper than {_MOST_KEPT} levels"
        raise ValueError(msg)
    return has_text(value)


def shallow(text: bytes, most: int, decode: Callable[[bytes], Any]) -> Any:
    """Decode JSON of any depth; what is deeper than the bound becomes a `NestedText`.

    Raises:
        ValueError: it is not JSON, or has more than 10 000 levels.
    """
    mark = secrets.token_hex(8)
    return _marked(decode(_cut(text, most, mark)), mark)


def _cut(text: bytes, most: int, mark: str) -> bytes:
    parts: list[bytes] = []
    level = done = start = 0
    for token in _TOKEN.finditer(text):
        char = token[0]
        if char in b"[{":
            level += 1
            if level > _MOST_CUT:
                break
            if level == most + 1:
                start = token.start()
        elif char in b"]}":
            level -= 1
            if level == most:
                parts += [text[done:start], _quoted(mark, text[start : token.end()])]
                done = token.end()
    if level != 0:
        msg = "JSON is nested too deeply, or its brackets do not match"
        raise ValueError(msg)
    return b"".join([*parts, text[done:]])


def _quoted(mark: str, text: bytes) -> bytes:
    for plain, escaped in _ESCAPES:
        text = text.replace(plain, escaped)
    return b'"' + mark.encode() + text + b'"'


def _marked(value: Any, mark: str) -> Any:
    if isinstance(value, str):
        return NestedText(value.removeprefix(mark)) if value.startswith(mark) else value
    if is_map(value):
        return {key: _marked(item, mark) for key, item in value.items()}
    return [_marked(item, mark) for item in value] if is_list(value) else value
