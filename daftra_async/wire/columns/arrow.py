"""pyarrow, which is optional: the modules that need it are imported when columns are asked for."""

from __future__ import annotations

import importlib
import os
from typing import Any

from daftra_async.errors import ArgumentError

# Read when it is imported: its own allocator would keep 30 MiB of what the first pages took. A choice of the user's stays.
os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
try:
    # Its types are incomplete, so none are used.
    pa: Any = importlib.import_module("pyarrow")
    pc: Any = importlib.import_module("pyarrow.compute")
except ImportError:
    msg = "pyarrow is not installed; run: pip install 'daftra-async[arrow]'"
    raise ArgumentError(msg, "arrow") from None
