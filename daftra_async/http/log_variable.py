"""`DAFTRA_LOG=debug`: show on stderr what the clients of a program do, without changing the program.

Importing the package configures no logging. A client looks at the variable when it is made; without it, nothing happens. Lines go
to the handlers of the program where it has set up logging, whenever that was, and to stderr where it has not.
"""

from __future__ import annotations

import logging
import os
import sys
from typing import Final

from daftra_async._text import refuse

_VARIABLE: Final = "DAFTRA_LOG"
_LEVELS: Final = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING, "error": logging.ERROR}
_LOG: Final = logging.getLogger("daftra_async")


class _Stderr(logging.Handler):
    """Writes to stderr as long as nobody else takes the lines."""

    def __init__(self) -> None:
        super().__init__()
        self.setFormatter(logging.Formatter("%(asctime)s.%(msecs)03d %(name)s %(levelname)s %(message)s", "%H:%M:%S"))

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line."""
        if any(handler is not self for handler in (*_LOG.handlers, *logging.getLogger().handlers)):
            return
        try:
            sys.stderr.write(f"{self.format(record)}\n")
        except Exception:  # noqa: BLE001  # as in every handler: logging never breaks a call
            self.handleError(record)


_HANDLER: Final = _Stderr()


def follow_variable() -> None:
    """Show lines of the level that the variable names, and above; done once or many times it is the same.

    Raises:
        ArgumentError: the variable names no level.
    """
    asked = os.environ.get(_VARIABLE)
    if not asked:
        return
    level = _LEVELS.get(asked.lower())
    if level is None:
        refuse(_VARIABLE, f"{asked!r:.60} is not a level", ", ".join(_LEVELS))
    _LOG.setLevel(level)
    _LOG.addHandler(_HANDLER)
