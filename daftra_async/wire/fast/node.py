"""The wire shape of one model at one place, and how it is learned.

A place is a path from the row of a list: the clients in invoices and the clients of the client list have shapes of their own. A
node starts empty and learns from records that the slow tier read. It never forgets, so learning ends: each field moves only down
in this diagram, a key that was missing once stays optional, and a node that met more unknown keys than it learns gives up, and
with it all pages of its list.

    a field of a scalar           a record in the record
          IN_C                            IN_C
           | "" in place of a number        | [] or "" in place of the record
        IN_PART                          IN_PART
           | a value that C refuses         | anything else that is not a record
           | or reads in another way        |
       BY_HANDLER                      BY_HANDLER
"""

from __future__ import annotations

import enum
from collections.abc import Hashable
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Literal

import msgspec

from daftra_async.wire import hints, reading
from daftra_async.wire.fast.c_types import FLAGS, IN_C, JSON_SCALARS, reader_of
from daftra_async.wire.fast.numbers import is_plain_number
from daftra_async.wire.guards import is_list, is_map

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.wire.handlers import Handler
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

Kind = Literal["scalar", "one", "many", "any"]


class Reading(enum.Enum):
    """How the values of a field are read; the diagram of the module shows what follows what."""

    IN_C = enum.auto()
    """The C decoder knows their type."""
    IN_PART = enum.auto()
    """In C, except `""`, which stands for none; for a record `[]` does so too, and both go to the slow tier's handler."""
    BY_HANDLER = enum.auto()
    """C takes anything, and the slow tier's handler reads it."""


class FieldShape:
    """One field of a node."""

    __slots__ = ("always", "c_type", "handler", "kind", "name", "node", "nullable", "reading", "type", "wire")

    def __init__(self, name: str, wire: str, hint: Any, handler: Handler | None, owner: Node) -> None:
        self.name = name
        self.wire = wire
        self.handler = handler
        self.reading = Reading.IN_C
        self.always = True
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
        elif hint in IN_C or (isinstance(hint, type) and issubclass(hint, enum.IntEnum)):
            self.kind = "scalar"
            self.c_type = IN_C.get(hint, hint)
        else:
            # Text enumerations, containers of scalars: rare, and C reads some of their values in another way.
            self.kind = "any"
            self.reading = Reading.BY_HANDLER if handler is not None else Reading.IN_C

    def fits(self, value: Any, result: Any) -> bool:
        """Return whether this value, which the slow tier read as `result`, is read in the same way now."""
        if self.reading is Reading.BY_HANDLER or value is None or self.kind == "any":
            return True
        if self.kind == "one":
            return (is_map(value) and result is not None) or (self.reading is Reading.IN_PART and value in ([], ""))
        if self.kind == "many":
            return is_list(value) and all(map(is_map, value))
        return self._fits_scalar(value, result)

    def _fits_scalar(self, value: Any, result: Any) -> bool:
        if self._is_blank(value):
            return self.reading is Reading.IN_PART
        if self.type is Decimal:
            return isinstance(value, str) and isinstance(result, Decimal) and is_plain_number(value)
        if self.type is bool:
            return isinstance(value, Hashable) and value in FLAGS
        if value.__class__ not in JSON_SCALARS:
            return False
        try:
            read = reader_of(self.type)(msgspec.json.encode(value))
        except (msgspec.ValidationError, ValueError, ArithmeticError, NotImplementedError):
            return False
        return read.__class__ is result.__class__ and bool(read == result)

    def _is_blank(self, value: Any) -> bool:
        """Return whether a value is `""` in place of a number."""
        numeric = self.type is Decimal or (isinstance(self.type, type) and issubclass(self.type, int) and self.type is not bool)
        return numeric and value == ""

    def make_room_for(self, value: Any) -> None:
        """Read by another way, one that reads this value too."""
        none = self._is_blank(value) or (self.kind == "one" and value in ([], ""))
        self.reading = Reading.IN_PART if none else Reading.BY_HANDLER

    @property
    def inner(self) -> Node | None:
        """The node of the records in it, while C reads them."""
        return None if self.reading is Reading.BY_HANDLER else self.node

    @property
    def has_none(self) -> bool:
        """Whether a record had null or `""` in place of a number. Learned for texts of numbers only."""
        return self.nullable or self.reading is Reading.IN_PART

    def see_null(self) -> bool:
        """Note that a record had it as null; return whether the code has to change for it."""
        news = self.type is Decimal and self.reading is Reading.IN_C and not self.nullable
        self.nullable = self.nullable or news
        return news


class Node:
    """The shape of a model at one place."""

    __slots__ = ("by_wire", "cls", "depth", "extras", "fields", "given_up", "has_learned", "places")

    def __init__(self, cls: type[Record], owner: Node | None = None) -> None:
        self.cls = cls
        self.places: list[Node] = [] if owner is None else owner.places
        """The nodes of the list that this one belongs to."""
        self.places.append(self)
        self.depth: int = 0 if owner is None else owner.depth + 1
        """Records around this one."""
        self.has_learned = False
        """A record was learned from; before that, nothing is known to be missing at times."""
        self.fields: list[FieldShape] = []
        """Fields that occur, in the order in which they were met."""
        self.by_wire: dict[str, FieldShape] = {}
        self.extras: dict[str, bool] = {}
        """Keys that the model does not know, and whether every record so far had them."""
        self.given_up = False
        """It met more unknown keys than it learns, or one that cannot be learned."""

    def learn(self, data: Mapping[str, Any], record: Record) -> bool:
        """Learn from a JSON object and the record that the slow tier made of it; return whether anything was new."""
        news = False
        for wire, value in data.items():
            field = self.by_wire.get(wire)
            if field is None:
                field = self._meet(wire)
                news |= field is not None or self._meet_extra(wire)
            if field is not None:
                news |= _learn_value(field, value, getattr(record, field.name))
        news |= self._miss(data)
        self.has_learned = True
        return news

    def _meet(self, wire: str) -> FieldShape | None:
        """Add a field that is met for the first time; None for a key that the model does not know."""
        entry = reading.plan_of(self.cls).entry(wire)
        if entry is None:
            return None
        field = self.by_wire[wire] = FieldShape(entry.name, wire, entry.type, entry.handler, self)
        field.always = not self.has_learned
        self.fields.append(field)
        return field

    def _meet_extra(self, wire: str) -> bool:
        """Add a key that the model does not know; return whether it is new."""
        if wire in self.extras or self.given_up:
            return False
        unfit = len(wire) > _LONGEST_EXTRA or not wire.isprintable() or any(mark in wire for mark in _UNFIT)
        if unfit or len(self.extras) >= MOST_EXTRAS:
            self.given_up = True
        else:
            self.extras[wire] = not self.has_learned
        return True

    def _miss(self, data: Mapping[str, Any]) -> bool:
        """Note which keys are missing for the first time; return whether any is."""
        fields = [field for field in self.fields if field.always and field.wire not in data]
        extras = [wire for wire, always in self.extras.items() if always and wire not in data]
        for field in fields:
            field.always = False
        self.extras.update(dict.fromkeys(extras, False))
        return bool(fields or extras)

    @property
    def has_room(self) -> bool:
        """Whether a record in this one gets a node of its own; the slow tier's handler reads it otherwise."""
        return self.depth < MOST_NESTED and len(self.places) < MOST_NODES

    @property
    def usable(self) -> bool:
        """Whether pages can be read by what was learned."""
        return not self.given_up and all(field.inner.usable for field in self.fields if field.inner is not None)


def _learn_value(field: FieldShape, value: Any, result: Any) -> bool:
    news = value is None and field.see_null()
    if not field.fits(value, result):
        field.make_room_for(value)
        news = True
    if field.inner is not None and value:
        news |= _learn_inner(field.inner, value, result)
    return news


def _learn_inner(node: Node, value: Any, result: Any) -> bool:
    if is_map(value):
        return result is not None and node.learn(value, result)
    news = False
    if is_list(value) and is_list(result):
        for item, read in zip(value, result, strict=True):
            news |= is_map(item) and node.learn(item, read)
    return news
