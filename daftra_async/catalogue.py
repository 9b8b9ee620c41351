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
    found = operations_of(identity.rpartition(".")[0])
    if not found:
        raise LookupError(identity)
    return next(op for op in found if op.id == identity)


def operations_of(resource: str) -> tuple[AnyOperation, ...]:
    """Return the operations of a resource, none where there is no such resource; no other one is loaded."""
    name = resource.replace(".", "_")
    if name not in importlib.import_module("daftra_async.resources").NAMES:
        return ()
    module = importlib.import_module(f"daftra_async.resources.{name}")
    return tuple(module.OPERATIONS)


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
