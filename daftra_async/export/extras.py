"""What is said when a library that a target needs is not installed."""

from __future__ import annotations

from daftra_async.errors import ArgumentError


def missing_extra(error: ImportError, extra: str) -> ArgumentError:
    """Return the error of a target whose libraries cannot be imported."""
    msg = f"{extra}: {error.name or 'a library'} is not installed; allowed is it after: pip install 'daftra-async[{extra}]'"
    return ArgumentError(msg, extra)
