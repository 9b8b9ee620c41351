"""Errors stay picklable where Dask is imported."""

from __future__ import annotations

import copyreg
from typing import TYPE_CHECKING

from daftra_async.errors import DaftraError

if TYPE_CHECKING:
    from collections.abc import Iterator


def keep_errors_picklable() -> None:
    """Pickle the errors of this package in their own way again.

    Dask imports tblib, which pickles every class of errors with its causes. The cause of ours is often an error of aiohttp,
    which holds the headers that were sent (the API key among them) in a form that cannot be pickled.
    """
    for cls in _classes(DaftraError):
        copyreg.pickle(cls, cls.__reduce__)


def _classes(cls: type[DaftraError]) -> Iterator[type[DaftraError]]:
    yield cls
    for inner in cls.__subclasses__():
        yield from _classes(inner)
