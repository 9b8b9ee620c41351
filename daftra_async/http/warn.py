"""Warnings about data, which are shown every time."""

from __future__ import annotations

import inspect
import warnings
from typing import Final

_PACKAGE: Final = __name__.partition(".")[0]


def warn(text: str, category: type[Warning]) -> None:
    """Warn the code that uses this package.

    `warnings.warn` shows an equal text from the same line once in a process; a list that came short tonight as it did last night
    would be silent. Filters count as ever.
    """
    frame = inspect.currentframe()
    assert frame is not None, "CPython and PyPy have frames"
    while frame.f_back is not None and frame.f_globals.get("__name__", "").partition(".")[0] == _PACKAGE:
        frame = frame.f_back
    module = frame.f_globals.get("__name__") or "<unknown>"
    warnings.warn_explicit(text, category, frame.f_code.co_filename, frame.f_lineno, module=module, registry={})
