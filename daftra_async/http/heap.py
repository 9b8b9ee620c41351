"""Keep the memory of a page for the next page of a walk, where the C library is glibc.

glibc gives free memory at the end of its heap back to the system as soon as there is more of it than a threshold, and takes it
again, page fault by page fault, for the next answer: about a tenth of the CPU time of a walk. It sets that threshold itself, to
twice the largest block that it took from the system and freed. An answer and its records are many small blocks, so the threshold
stays too low for them. One block of their size, allocated and freed at once, raises it; nothing else is touched.

Other C libraries (musl, macOS, Windows) have no such threshold, so nothing is allocated there. With the variables
`MALLOC_TRIM_THRESHOLD_` and `MALLOC_MMAP_THRESHOLD_` users set thresholds of their own, and glibc keeps to them.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_LEAST: Final = 16 * 1024
"""Bytes of the smallest answer that counts: the usual threshold is enough for smaller ones."""
_TIMES: Final = 4
"""Bytes that an answer and its records take for each byte of the answer, about."""
MOST: Final = 16 * 1024 * 1024
"""Bytes of the largest block. A process keeps twice as much at most."""


class Heap:
    """Raises the threshold of the C library to what the largest answer so far needs.

    Args:
        allocate: Allocates a block of so many bytes. `bytes` leaves it unwritten: large blocks from the system are zero already.
    """

    __slots__ = ("_allocate", "_largest")

    def __init__(self, allocate: Callable[[int], object] = bytes) -> None:
        self._allocate = allocate
        self._largest = 0

    def expect(self, size: int) -> None:
        """Note the bytes of an answer; others of about this size will come."""
        if size < _LEAST or self._largest >= min(_TIMES * size, MOST):
            return
        # Rounded up to a power of two, so that answers that grow slowly need few blocks.
        self._largest = min(1 << (_TIMES * size - 1).bit_length(), MOST)
        self._allocate(self._largest)


def heap_of(confstr: Callable[[str], str | None] | None) -> Heap | None:
    """Return the heap of this process; None where the C library is not glibc.

    Args:
        confstr: `os.confstr`; None where the system has none, as Windows.
    """
    try:
        version = None if confstr is None else confstr("CS_GNU_LIBC_VERSION")
    except (ValueError, OSError):  # the name is unknown to other C libraries
        return None
    return Heap() if version is not None and version.startswith("glibc") else None


HEAP: Final = heap_of(getattr(os, "confstr", None))
"""The heap of this process; None where the C library is not glibc."""
