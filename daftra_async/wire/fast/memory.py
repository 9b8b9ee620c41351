"""What rules made of texts, remembered within a bound of bytes for the whole process."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async.wire.scalars import Result

MOST_BYTES: Final = 16 * 1024 * 1024
"""Bytes that all memos of the process take, about."""
_MOST_OF_ONE: Final = 4096
"""Texts of one field."""
_LONGEST: Final = 32
"""Characters of a text that is remembered; a date-time has 19."""
_ENTRY: Final = 300
"""Bytes of an entry, about: the text, its value, and their place."""
_AT_ONCE: Final = 64
"""Entries that a decoder takes at once."""


class Pool:
    """What is left of the bound."""

    __slots__ = ("_lock", "left")

    def __init__(self, entries: int) -> None:
        self.left = entries
        self._lock = threading.RLock()  # the garbage collector may give back while it is held

    def add(self, entries: int) -> bool:
        """Take (below zero) or give back entries; return whether there was room."""
        with self._lock:
            if self.left + entries < 0:
                return False
            self.left += entries
            return True


_POOL: Final = Pool(MOST_BYTES // _ENTRY)


class Share:
    """What the memos of one decoder took; it is given back when what was compiled for it goes."""

    __slots__ = ("_left", "_pool", "_taken")

    def __init__(self, pool: Pool = _POOL) -> None:
        self._pool = pool
        self._taken = self._left = 0

    def take(self) -> bool:
        """Take room for an entry."""
        if not self._left:
            if not self._pool.add(-_AT_ONCE):
                return False
            self._taken += _AT_ONCE
            self._left = _AT_ONCE
        self._left -= 1
        return True

    def __del__(self) -> None:
        self._pool.add(self._taken)


class Memo(dict[str, Any]):
    """What a rule makes of texts; `odd` for one that it does not read."""

    __slots__ = ("_odd", "_rule", "_share")

    def __init__(self, rule: Callable[[Any], Result], odd: object, share: Share) -> None:
        super().__init__()
        self._rule = rule
        self._odd = odd
        self._share = share

    def __missing__(self, text: str) -> Any:
        value, ok = self._rule(text)
        if not ok:
            value = self._odd
        if len(text) <= _LONGEST and len(self) < _MOST_OF_ONE and self._share.take():
            self[text] = value
        return value
