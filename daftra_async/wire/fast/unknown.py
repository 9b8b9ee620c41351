"""Keys that no model knows: each record keeps its own, and a page counts and looks at all of them together."""

from __future__ import annotations

from collections import Counter, defaultdict
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from daftra_async.wire import census
from daftra_async.wire.context import StructureContext
from daftra_async.wire.nesting import CONTAINERS, look_quickly

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.wire.dates import Dates


class UnknownKeys:
    """The keys of one node that its model does not know.

    Args:
        model: Name of the model.
        wires: The keys, and whether every record has them.
    """

    __slots__ = ("_model", "_wires")

    def __init__(self, model: str, wires: Mapping[str, bool]) -> None:
        self._model = model
        self._wires = dict(wires)

    def count(self, extras: list[dict[str, Any]], counts: dict[census.Entry, int]) -> None:
        """Count what records kept, by key and type.

        Raises:
            TooDeep: C decodes the content of a value of any type without a bound on its nesting, and the slow tier has to.
        """
        for wire, always in self._wires.items():
            values = map(itemgetter(wire), extras) if always else (extra[wire] for extra in extras if wire in extra)
            kinds = Counter(map(type, values))
            for kind, count in kinds.items():
                entry = (census.unknown_field(kind()), self._model, wire)
                counts[entry] = counts.get(entry, 0) + count
            if not CONTAINERS.isdisjoint(kinds):
                for extra in extras:
                    if (value := extra.get(wire)).__class__ in CONTAINERS:
                        look_quickly(value)


class PageContext(StructureContext):
    """State of reading records that were decoded in C, one page of them or one record."""

    __slots__ = ("unknown",)

    def __init__(self, dates: Dates) -> None:
        super().__init__(dates, unbounded=True)
        self.unknown: defaultdict[UnknownKeys, list[dict[str, Any]]] = defaultdict(list)
        """What records keep beside their fields."""

    def settle(self) -> None:
        """Count what was kept.

        Raises:
            TooDeep: a value may be nested too deeply.
        """
        for keys, extras in self.unknown.items():
            keys.count(extras, self.counts)
