"""The garbage collector while a large page is read."""

from __future__ import annotations

import contextlib
import gc
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Generator

_LARGE: Final = 256 * 1024
"""Bytes of a page from which the garbage collector matters."""


@contextlib.contextmanager
def old_from_birth(page: bytes) -> Generator[None]:
    """Keep the garbage collector from looking at the thousands of new records of a large page, none of which is garbage.

    It would run again and again while they are made, and once more through all of them afterwards: a third of the time of a page
    of a thousand invoices. So what is young is collected before, the collector pauses, and the new records go straight to the old
    generation (a freeze and a thaw move them there in no time). See docs/adr/0008.
    """
    # Where the process uses the collector in its own way, objects that it froze would be thawed.
    if len(page) <= _LARGE or not gc.isenabled() or gc.get_freeze_count():
        yield
        return
    gc.collect(1)
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.unfreeze()
        gc.enable()
