"""Lists whose records are of a class that the caller names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from daftra_async._text import refuse
from daftra_async.wire import hints
from daftra_async.wire.record import Record

if TYPE_CHECKING:
    from daftra_async.operation import AnyOperation


def typed(op: AnyOperation, model: object) -> AnyOperation:
    """Return the list with records of a class; None keeps its own.

    Raises:
        ArgumentError: `daftra_async.models` has no such class of records.
    """
    if model is None:
        return op
    if not isinstance(model, type) or not issubclass(model, Record) or not _is_generated(model):
        refuse("model", f"{model!r:.60} was given", "a record class of daftra_async, such as Invoice")
    return attrs.evolve(op, response=attrs.evolve(op.response, model=model.__name__))


def _is_generated(model: type) -> bool:
    try:
        return hints.model(model.__name__) is model
    except AttributeError:
        return False
