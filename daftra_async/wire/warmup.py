"""Building ahead what is otherwise built at first use."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from daftra_async._text import refuse
from daftra_async.wire import hints, reading, writing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from daftra_async.operation import AnyOperation


def prepare(resources: Iterable[str]) -> None:
    """Load the models of resources, all when none is named, and build their plans.

    Raises:
        ArgumentError: there is no such resource.
    """
    names: tuple[str, ...] = importlib.import_module("daftra_async.resources").NAMES
    wanted = tuple(resources) or names
    for name in wanted:
        if name not in names:
            refuse("resources", f"{name!r:.60} is not a resource", "names such as 'invoices'")
    seen: set[type] = set()
    for name in wanted:
        operations: tuple[AnyOperation, ...] = importlib.import_module(f"daftra_async.resources.{name}").OPERATIONS
        for operation in operations:
            for model in (operation.response.model, operation.request.model if operation.request else None):
                if model is not None:
                    _build(hints.model(model), seen)


def _build(cls: type, seen: set[type]) -> None:
    if cls in seen:
        return
    seen.add(cls)
    reading.plan_of(cls)
    writing.plan_of(cls)
    for hint in hints.hints_of(cls).values():
        for option in hints.alternatives(hint):
            _, item = hints.item_of(option)
            if hints.is_model(item):
                _build(item, seen)
