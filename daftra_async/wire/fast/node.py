"""What is known of the wire shape of one model at one place, and how it is learned.

A place is a path from the row of a list: the clients in invoices and the clients of the client list have shapes of their own. A
node starts empty and learns from records that the slow tier read: which keys come always, which at times, which the model does
not know, and which fields hold values that the C decoder would refuse or read in another way. Everything learned is kept, so
learning ends; what a node may learn is bounded, and past the bound its pages stay with the slow tier.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Hashable
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

import msgspec

from daftra_async.wire import hints, reading
from daftra_async.wire.fast.numbers import is_plain_number
from daftra_async.wire.guards import is_list, is_map

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.wire.record import Record

_UNFIT: Final = ('"', "\\")
"""What the name of a field in C cannot hold."""
MOST_EXTRAS: Final = 64
"""Unknown keys that a node learns; dynamic keys past that would make it grow without end."""
_LONGEST_EXTRA: Final = 200
"""Characters of an unknown key that is learned."""
MOST_NODES: Final = 64
"""Places of one list that are learned: each costs some kilobytes of code, whatever it takes to send it."""
MOST_NESTED: Final = 6
"""Levels of records in records that are learned; real answers have five."""

_NO_FLOAT: Final = Annotated[float, msgspec.Meta(gt=1, lt=0)]
"""What no float is. Beside an integer it keeps C from reading `0.99999999999999999999` or `1e-400` as one through a float."""
_EXACT: Final = 2**53
_IN_C: Final[dict[Any, Any]] = {
    int: Annotated[int, msgspec.Meta(gt=-_EXACT, lt=_EXACT)] | _NO_FLOAT,
    # Text only, as C would take `10_5`; `numbers` reads it.
    Decimal: str,
    str: str,
    # C would take `"-0"`; `source` knows the usual spellings.
    bool: Any,
    dt.date: dt.date,
    dt.datetime: dt.datetime,
}
"""Types that the C decoder reads as the slow tier does, except what `source` checks afterwards."""

FLAGS: Final[dict[Any, bool | None]] = {None: None, False: False, True: True, "0": False, "1": True}
"""How booleans are usually sent. Numbers are in it too: 0 and 1 are equal to False and True."""

Kind = Literal["scalar", "one", "many", "any"]


class FieldShape:
    """One field of a node."""

    __slots__ = ("c_type", "handler", "kind", "level", "name", "node", "nullable", "required", "type", "wire")

    def __init__(self, name: str, wire: str, hint: Any, handler: reading.Handler | None, owner: Node) -> None:
        self.name = name
        self.wire = wire
        self.handler = handler
        self.level = 0
        """0: typed in C. 1: relations of changing shape. 2: anything, read by the slow handler."""
        self.required = True
        """Every record so far had the key."""
        self.nullable = False
        """A record had it as null. Learned for texts of numbers only."""
        self.node: Node | None = None
        kind, item = hints.item_of(hint)
        self.type: Any = hint
        self.c_type: Any = Any
        if hints.is_model(item) and (kind is list or item is hint) and owner.has_room:
            self.kind: Kind = "one" if item is hint else "many"
            self.node = Node(item, owner)
        elif hint in _IN_C or (isinstance(hint, type) and issubclass(hint, enum.IntEnum)):
            self.kind = "scalar"
            self.c_type = _IN_C.get(hint, hint)
        else:
            # Text enumerations, containers of scalars: rare, and C reads some of their values in another way.
            self.kind = "any"
            self.level = 2 if handler is not None else 0

    def fits(self, value: Any, result: Any) -> bool:
        """Return whether the present level reads this value, which the slow tier read as `result`."""
        if self.level == 2 or value is None or self.kind == "any":
            return True
        if self.kind == "one":
            return (is_map(value) and result is not None) or (self.level == 1 and value in ([], ""))
        if self.kind == "many":
            return is_list(value) and all(map(is_map, value))
        return self._fits_scalar(value, result)

    def _fits_scalar(self, value: Any, result: Any) -> bool:
        if self.type is Decimal:
            return isinstance(value, str) and isinstance(result, Decimal) and is_plain_number(value)
        if self.type is bool:
            return isinstance(value, Hashable) and value in FLAGS
        try:
            read = msgspec.convert(value, self.c_type, strict=False)
        except (msgspec.ValidationError, ValueError, ArithmeticError, NotImplementedError):
            return False
        return read.__class__ is result.__class__ and bool(read == result)

    def raise_level(self, value: Any) -> None:
        """Move to a level that reads this value."""
        self.level = 1 if self.kind == "one" and value in ([], "") else 2

    def see_null(self) -> bool:
        """Take in that a record had it as null; return whether that is news for the code."""
        news = self.type is Decimal and self.level == 0 and not self.nullable
        self.nullable = self.nullable or news
        return news


class Node:
    """The shape of a model at one place."""

    __slots__ = ("closed", "cls", "extras", "level", "places", "seen", "spots", "wires")

    def __init__(self, cls: type[Record], owner: Node | None = None) -> None:
        self.cls = cls
        self.places: list[Node] = [] if owner is None else owner.places
        """The nodes of the list that this one belongs to."""
        self.places.append(self)
        self.level: int = 0 if owner is None else owner.level + 1
        self.seen = False
        """A record was learned from; before that nothing is known."""
        self.spots: list[FieldShape] = []
        """Fields that occur, in the order in which they were met."""
        self.wires: dict[str, FieldShape] = {}
        self.extras: dict[str, bool] = {}
        """Keys that the model does not know, and whether every record so far had them."""
        self.closed = False
        """It met more unknown keys than it learns."""

    def learn(self, data: Mapping[str, Any], record: Record) -> bool:
        """Take in a JSON object and the record that the slow tier made of it; return whether anything was new."""
        news = False
        plan = reading.plan_of(self.cls)
        for wire, value in data.items():
            spot = self.wires.get(wire)
            if spot is None:
                entry = plan.entry(wire)
                if entry is None:
                    news |= self._learn_extra(wire)
                    continue
                spot = self.wires[wire] = FieldShape(entry.name, wire, entry.type, entry.handler, self)
                spot.required = not self.seen
                self.spots.append(spot)
                news = True
            news |= _learn_value(spot, value, getattr(record, spot.name))
        for spot in self.spots:
            if spot.required and spot.wire not in data:
                spot.required = False
                news = True
        for wire, required in self.extras.items():
            if required and wire not in data:
                self.extras[wire] = False
                news = True
        self.seen = True
        return news

    def _learn_extra(self, wire: str) -> bool:
        if wire in self.extras or self.closed:
            return False
        unfit = len(wire) > _LONGEST_EXTRA or not wire.isprintable() or any(mark in wire for mark in _UNFIT)
        if unfit or len(self.extras) >= MOST_EXTRAS:
            self.closed = True
        else:
            self.extras[wire] = not self.seen
        return True

    @property
    def has_room(self) -> bool:
        """Whether a record in this one gets a node of its own; the slow tier's handler reads it otherwise."""
        return self.level < MOST_NESTED and len(self.places) < MOST_NODES

    @property
    def usable(self) -> bool:
        """Whether pages can be read by what was learned."""
        return not self.closed and all(spot.node.usable for spot in self.spots if spot.node is not None and spot.level < 2)


def _learn_value(spot: FieldShape, value: Any, result: Any) -> bool:
    news = value is None and spot.see_null()
    if not spot.fits(value, result):
        spot.raise_level(value)
        news = True
    if spot.node is not None and spot.level < 2 and value:
        news |= _learn_inner(spot.node, value, result)
    return news


def _learn_inner(node: Node, value: Any, result: Any) -> bool:
    if is_map(value):
        return result is not None and node.learn(value, result)
    news = False
    if is_list(value) and is_list(result):
        for item, read in zip(value, result, strict=True):
            news |= is_map(item) and node.learn(item, read)
    return news
