"""Conversion of records, inputs and their containers, by plans that are made at first use or ahead (`prepare`).

Records are read and written by their plans alone. The one cattrs converter, for containers and for classes of users, is made at
first use: importing cattrs is a seventh of the import of the client, and most programs do without.
"""

from __future__ import annotations

import datetime as dt
import importlib
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, TypeVar

from daftra_async._text import refuse
from daftra_async.wire import hints, reading, writing
from daftra_async.wire.dates import current, dates
from daftra_async.wire.guards import is_map

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import cattrs

    from daftra_async.operation import AnyOperation

T = TypeVar("T")


def converter() -> cattrs.Converter:
    """Return the converter that `structure` and `unstructure` use, to take part in conversions of one's own classes."""
    return _CONVERTERS.get("") or _CONVERTERS.setdefault("", _make())


def structure(cls: type[T], data: Any, *, date_format: str | None = None) -> T:
    """Make a record from JSON data in wire names.

    Keys the model does not know are kept in `record.extra`, values that do not fit in place and in `record.issues`.

    Args:
        cls: a record or input model, or a container such as `list[Invoice]`.
        data: what `json` gives; numbers with a fraction are exact when they came from `daftra_async.wire.loads`.
        date_format: `strptime` pattern of the account's own date format; without it, dates that can be read in two ways are
            kept as sent.

    Raises:
        TypeError: the data is not a JSON object, or misses what an input requires.
        ValueError: something that is kept as it is has more than 400 levels.
    """
    if date_format is not None:
        with dates(date_format):
            return structure(cls, data)
    made: T = _structure_hook(cls)(data, cls) if hints.is_model(cls) else converter().structure(data, cls)
    return made


def unstructure(record: Any) -> Any:
    """Write a record (or a container of records) as JSON-ready data in wire names, `extra` included.

    Keys that were not sent (records) or not set (inputs) are left out; None is written as null, a `Decimal` as text in plain
    notation, dates in wire format, and what was kept raw as it came.

    Raises:
        ValueError: a number is not finite.
        TypeError: a value has no JSON form.
    """
    return writing.json_ready(record) if hints.is_model(type(record)) else converter().unstructure(record)


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


def _structure_hook(cls: type[Any]) -> Callable[[Any, Any], Any]:
    plan = reading.plan_of(cls)

    def hook(data: Any, _: Any) -> Any:
        if isinstance(data, cls):
            return data
        if not is_map(data):
            msg = f"{cls.__name__} is made from a JSON object, not from {type(data).__name__}"
            raise TypeError(msg)
        return plan.read(data, current())

    return hook


def _unstructure_hook(cls: type[Any]) -> Callable[[Any], Any]:
    return writing.plan_of(cls).write


def _make() -> cattrs.Converter:
    import cattrs  # noqa: PLC0415  # the docstring of the module says why

    made = cattrs.Converter(detailed_validation=False)
    made.register_structure_hook_factory(hints.is_model, _structure_hook)
    made.register_unstructure_hook_factory(hints.is_model, _unstructure_hook)
    for scalar in (Decimal, dt.date, dt.datetime):
        made.register_unstructure_hook(scalar, writing.json_ready)
    return made


_CONVERTERS: Final[dict[str, cattrs.Converter]] = {}
"""The converter, once there is one."""
