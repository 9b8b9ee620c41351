"""Keep memory for the next page of a walk.

The C library gives memory at the end of its heap back to the system when more than a threshold of it is free, and takes it again,
page fault by page fault, for the next answer: about a tenth of the CPU time of a walk. glibc sets that threshold itself, to twice
the largest block that came from the system and went back. An answer and its records are many small blocks, so it learns too
little from them; one block of their size, taken and given back untouched, tells it. Other C libraries take no notice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_LEAST: Final = 16 * 1024
"""Bytes of the smallest answer that counts: smaller ones fit into what is kept anyway."""
_TIMES: Final = 4
"""Bytes that an answer and its records take for each byte of the answer, about."""
MOST: Final = 16 * 1024 * 1024
"""Bytes of the largest block. A process keeps twice as much at most."""


class Heap:
    """What the C library was told by this process.

    Args:
        take: Takes a block of so many bytes and leaves it untouched, as `bytes` does: nothing is written to a block of zeros
            that comes from the system.
    """

    __slots__ = ("_take", "_told")

    def __init__(self, take: Callable[[int], object] = bytes) -> None:
        self._take = take
        self._told = 0

    def expect(self, size: int) -> None:
        """Note the bytes of an answer; others of about this size will come."""
        if size < _LEAST or self._told >= min(_TIMES * size, MOST):
            return
        # Up to a power of two, so that pages that grow a little tell nothing new.
        self._told = min(1 << (_TIMES * size - 1).bit_length(), MOST)
        self._take(self._told)


HEAP: Final = Heap()
"""That of the process."""
