"""pyarrow, which is optional: the modules that need it are imported when columns are asked for."""

from __future__ import annotations

import importlib
from typing import Any

from daftra_async.errors import ArgumentError

try:
    # Its types are incomplete, so none are used.
    pa: Any = importlib.import_module("pyarrow")
    pc: Any = importlib.import_module("pyarrow.compute")
except ImportError:
    msg = "pyarrow is not installed; run: pip install 'daftra-async[arrow]'"
    raise ArgumentError(msg, "arrow") from None
