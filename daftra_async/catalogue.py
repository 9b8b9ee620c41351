"""All operations as data."""

from __future__ import annotations

import functools
import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from daftra_async.operation import AnyOperation


def operation_of(identity: str) -> AnyOperation:
    """Return an operation by its id; of all resources only its own is loaded.

    Raises:
        LookupError: there is no such operation.
    """
    resource = identity.rpartition(".")[0].replace(".", "_")
    if resource not in importlib.import_module("daftra_async.resources").NAMES:
        raise LookupError(identity)
    module = importlib.import_module(f"daftra_async.resources.{resource}")
    return next(op for op in module.OPERATIONS if op.id == identity)


@functools.cache
def operations() -> tuple[AnyOperation, ...]:
    """Return every operation of the API, by resource and in the order of its methods (id, method, path, parameters, ...).

    The modules of all resources are loaded for it, but no model.
    """
    resources = importlib.import_module("daftra_async.resources")
    found: list[AnyOperation] = []
    for name in resources.NAMES:
        found += importlib.import_module(f"daftra_async.resources.{name}").OPERATIONS
    return tuple(found)
