"""Libraries that only some features need."""

from __future__ import annotations

from daftra_async.errors import ArgumentError


def missing_library(error: ImportError, extra: str) -> ArgumentError:
    """Make the error of a feature whose library is not installed.

    Args:
        error: What the import raised.
        extra: The extra of this package that installs the library.
    """
    msg = f"{error.name or 'a library'} is not installed; run: pip install 'daftra-async[{extra}]'"
    return ArgumentError(msg, extra)
