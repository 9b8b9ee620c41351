"""pyarrow, which is optional: the modules that need it are imported when columns are asked for."""

from __future__ import annotations

import importlib
import os
from typing import Any, Final

from daftra_async._libraries import missing_library

_POOL: Final = "ARROW_DEFAULT_MEMORY_POOL"
_CHOSEN: Final = _POOL in os.environ
"""The user has chosen an allocator, which stays. Arrow's default one would keep 30 MiB of what the first pages took."""

os.environ.setdefault(_POOL, "system")
try:
    # Its types are incomplete, so none are used.
    pa: Any = importlib.import_module("pyarrow")
    pc: Any = importlib.import_module("pyarrow.compute")
    pa.default_memory_pool()  # Arrow reads the variable here, if it has not done so yet
except ImportError as error:
    raise missing_library(error, "arrow") from None
finally:
    if not _CHOSEN:
        del os.environ[_POOL]  # processes that are started by this one choose for themselves


def release_unused() -> None:
    """Give memory that is free back to the system: with Arrow's default allocator of this package, that of all of the process."""
    pa.default_memory_pool().release_unused()
