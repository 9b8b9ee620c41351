"""The shadows of one place, and what is put right in them before they are written.

The fields of a shadow stand in the order of the model, as a record is written, and keys that the model does not know follow.
"""

from __future__ import annotations

import itertools
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from daftra_async.wire import hints
from daftra_async.wire.context import CensusKey
from daftra_async.wire.fast.memory import Share
from daftra_async.wire.fast.node import Reading
from daftra_async.wire.jsonl.fields import FieldWriter, count_unknown, decoded, write_any
from daftra_async.wire.shadows import cells_of
from daftra_async.wire.writing import plan_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.wire.context import StructureContext
    from daftra_async.wire.fast.node import FieldShape, Node
    from daftra_async.wire.jsonl.fields import Values, Write

ABSENT: Final = msgspec.UNSET


class _Member(NamedTuple):
    """A key whose values are looked at."""

    at: int
    """Position in the shadow."""
    local: str
    """Name in it."""
    always: bool
    """Every record has the key."""
    write: Write


class Place:
    """What is known of the records at one place.

    Args:
        node: What the fast tier has learned of it.
        share: Where texts are remembered.
    """

    __slots__ = ("_cls", "_members", "_names", "_share", "struct")

    def __init__(self, node: Node, share: Share | None = None) -> None:
        self._cls = node.cls
        self._share = share or Share()
        self._members: list[_Member] = []
        self._names: dict[str, str] = {}
        fields: list[tuple[str, Any, Any]] = []
        known = [node.by_wire[wire] for field in hints.fields_of(node.cls) if (wire := hints.wire_name(field)) in node.by_wire]
        keys = [(field.wire, field.always, *self._known(field)) for field in known]
        # As the fast tier keeps them: those that every record has come first.
        extras = sorted(node.extras.items(), key=lambda item: not item[1])
        keys += [(wire, always, Any, self._unknown(wire)) for wire, always in extras]
        for at, (wire, always, c_type, write) in enumerate(keys):
            local = self._names[wire] = f"f{at}"
            named = msgspec.field(name=wire) if always else msgspec.field(name=wire, default=ABSENT)
            fields.append((local, c_type, named))
            if write is not None:
                self._members.append(_Member(at, local, always, write))
        name = f"Line{node.cls.__name__}"
        self.struct = msgspec.defstruct(name, fields, kw_only=True, gc=False, forbid_unknown_fields=True)

    def repair(self, shadows: Sequence[Any], walk: StructureContext) -> None:
        """Put what is written into the shadows.

        Raises:
            TooDeep: a value may be nested too deeply.
            ValueError: a value has to be read as part of its record; so say KeyError, TypeError and ArithmeticError.
        """
        if not shadows:
            return
        cells, width = cells_of(shadows), len(self._names)
        for at, local, always, write in self._members:
            values, holders = cells[at::width], shadows
            if not always:
                holders = [shadow for shadow, value in zip(shadows, values, strict=True) if value is not ABSENT]
                values = [value for value in values if value is not ABSENT]
            written = write(values, walk) if values else None
            if written is not None:
                for shadow, sent, value in zip(holders, values, written, strict=True):
                    if value is not sent:
                        setattr(shadow, local, value)

    def values(self, wire: str, shadows: Sequence[Any]) -> list[Any]:
        """Return the values of a key, None where it was not sent."""
        local = self._names.get(wire)
        if local is None:
            return [None] * len(shadows)
        return [None if value is ABSENT else value for value in map(attrgetter(local), shadows)]

    def _known(self, field: FieldShape) -> tuple[Any, Write | None]:
        """Return the type that C decodes in a field of the model, and the writer of its values."""
        if field.inner is not None:
            inner = Place(field.inner, self._share)
            return _many(inner) if field.kind == "many" else self._one(field, inner)
        writer = plan_of(self._cls).writer(field.wire)
        return FieldWriter(field, self._cls.__name__, writer, self._share).choose()

    def _one(self, field: FieldShape, inner: Place) -> tuple[Any, Write]:
        """Return the same for a record in the record; `[]`, `""` and an object of nulls say that there is none."""
        spot = CensusKey(self._cls.__name__, field.wire)
        writer = plan_of(self._cls).writer(field.wire)
        struct, handler = inner.struct, field.handler

        def one(value: Any, walk: StructureContext) -> Any:
            if value is None:
                return None
            if value.__class__ is not struct:
                assert handler is not None, "relations have one"
                return writer(handler(decoded(value), walk, field.wire))
            if not _is_empty(value):
                return value
            walk.count("absent relation", spot)
            return None

        def write(values: Values, walk: StructureContext) -> list[Any]:
            found = [one(value, walk) for value in values]
            inner.repair([value for value in found if value.__class__ is struct], walk)
            return found

        in_part = field.reading is Reading.IN_PART
        c_type: Any = struct | None
        return c_type | list[Any] | str if in_part else c_type, write

    def _unknown(self, wire: str) -> Write:
        """Return the writer of a key that the model does not know."""

        def write(values: Values, walk: StructureContext) -> list[Any] | None:
            count_unknown(values, self._cls.__name__, wire, walk.counts)
            return write_any(values)

        return write


def _many(inner: Place) -> tuple[Any, Write]:
    """Return the type that C decodes in a list of records, and what puts these right."""

    def write(values: Values, walk: StructureContext) -> None:
        inner.repair(list(itertools.chain.from_iterable(filter(None, values))), walk)

    return list[inner.struct] | None, write  # type: ignore[name-defined]  # a type made at run time


def _is_empty(shadow: msgspec.Struct) -> bool:
    """Return whether nothing but null was sent."""
    return all(value is None or value is ABSENT for value in msgspec.structs.astuple(shadow))
