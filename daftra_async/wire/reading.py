"""JSON objects to records.

Every model class gets one plan, built at first use from its attributes and type hints: which slot a wire key fills, and which
handler (`handlers`) reads its value. A plan walks the keys that were sent, so slots of absent keys stay empty; keys that it does
not know go to `extra`. Each outer record repeats the issues of the inner ones with their full path.

Plans are pure functions of their class. Two threads that meet a new class build it twice and keep one: no lock is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from daftra_async.wire import census, hints
from daftra_async.wire.context import MARKED, CensusKey, StructureContext, sorted_issues
from daftra_async.wire.dates import Dates
from daftra_async.wire.handlers import handler_of
from daftra_async.wire.nesting import CONTAINERS
from daftra_async.wire.record import Input

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from daftra_async.wire.handlers import Handler
    from daftra_async.wire.record import Record

_PLANS: Final[dict[type, Plan]] = {}


class Entry(NamedTuple):
    """How one wire key is read."""

    name: str
    """The attribute."""
    store: Callable[[Any, Any], None]
    handler: Handler | None
    """None keeps every value."""
    type: Any
    """The one type that the attribute's hint allows besides None and UNSET, or Any."""


class Plan:
    """How one model class is read."""

    __slots__ = ("_entries", "_make", "cls")

    def __init__(self, cls: type[Any]) -> None:
        self.cls = cls
        types = hints.hints_of(cls)
        self._entries: dict[str, Entry] = {}
        for field in hints.fields_of(cls):
            wire = hints.wire_name(field)
            store: Callable[[Any, Any], None] = getattr(cls, field.name).__set__
            hint = types[field.name]
            spot = CensusKey(cls.__name__, wire)
            if field.metadata.get("redact"):
                MARKED.add(spot)
            self._entries[wire] = Entry(field.name, store, handler_of(hint, spot, read_inner), hints.single(hint))
        self._make = self._input if issubclass(cls, Input) else self._record

    def entry(self, wire: str) -> Entry | None:
        """Return how a wire key is read, None for one that the model does not know."""
        return self._entries.get(wire)

    def read(self, data: Mapping[str, Any], dates: Dates | None = None) -> Any:
        """Make the record of a JSON object."""
        dates = dates or Dates()
        walk = StructureContext(dates)
        record = self.read_inner(data, walk)
        if walk.counts:
            dates.count(walk.counts)
        return record

    def read_inner(self, data: Mapping[str, Any], walk: StructureContext) -> Any:
        """Make a record that is part of another."""
        outer, walk.issues = walk.issues, []
        walk.level += 1
        try:
            return self._make(data, walk)
        finally:
            walk.level -= 1
            walk.issues = outer

    def _record(self, data: Mapping[str, Any], walk: StructureContext) -> Record:
        record: Record = object.__new__(self.cls)
        extra: dict[str, Any] = {}
        entries = self._entries
        for wire, value in data.items():
            entry = entries.get(wire)
            if entry is None:
                extra[wire] = value
                if value.__class__ in CONTAINERS:
                    walk.look(value, wire, CensusKey(self.cls.__name__, wire))
                walk.count(census.unknown_field(value), CensusKey(self.cls.__name__, wire))
            else:
                handle = entry.handler
                if handle is None and value.__class__ in CONTAINERS:
                    walk.look(value, wire, CensusKey(self.cls.__name__, wire))
                entry.store(record, value if handle is None else handle(value, walk, wire))
        record._extra = extra or None  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # only readers fill these
        record._issues = sorted_issues(walk.issues)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # likewise
        return record

    def _input(self, data: Mapping[str, Any], walk: StructureContext) -> Input:
        values: dict[str, Any] = {}
        extra: dict[str, Any] = {}
        for wire, value in data.items():
            entry = self._entries.get(wire)
            if entry is None:
                extra[wire] = value
            else:
                handle = entry.handler
                values[entry.name] = value if handle is None else handle(value, walk, wire)
        made: Input = self.cls(**values, extra=extra)
        return made


def plan_of(cls: type[Any]) -> Plan:
    """Return the plan of a model class, built at its first use."""
    return _PLANS.get(cls) or _PLANS.setdefault(cls, Plan(cls))


def read_inner(cls: type[Any], data: Mapping[str, Any], walk: StructureContext) -> Any:
    """Make a record of a model that is part of another."""
    return plan_of(cls).read_inner(data, walk)
