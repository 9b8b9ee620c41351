"""Which keys the objects of a list have: learned from its pages, and made into structs that C decodes.

Scalars are taken as they come, so that no value is too odd for the struct. What has no column type of its own (related records,
maps, unknown keys) stays JSON. A page with a key that was not met before, or with lines that do not come as a list, is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from daftra_async.wire.columns.layout import Kind
from daftra_async.wire.guards import is_list, is_map

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.wire.columns.layout import Column, Table

MOST_EXTRAS: Final = 64
"""Unknown keys of an object that are learned; dynamic keys past that would make it grow without end."""
_LONGEST: Final = 200
"""Characters of an unknown key that is learned."""


class Layout(NamedTuple):
    """What is known of the objects at one place, as it was when their struct was made."""

    table: Table
    struct: type[msgspec.Struct] | None
    """Its fields are the columns met, then the unknown keys; None where no object was met."""
    met: tuple[str, ...]
    """Columns by wire name."""
    extras: tuple[str, ...]
    inner: Mapping[str, Layout]
    """Lines by the name of their relation."""


class Shape:
    """The objects at one place.

    Args:
        table: Their columns.
        with_lines: Whether the lines in them are decoded; otherwise they are counted.
    """

    __slots__ = ("_by_wire", "_with_lines", "extras", "given_up", "inner", "met", "table")

    def __init__(self, table: Table, *, with_lines: bool) -> None:
        self.table = table
        self._with_lines = with_lines
        self._by_wire = {column.wire: column for column in table.columns}
        self.inner = {name: Shape(lines, with_lines=False) for name, lines in table.lines.items()}
        """Lines by the name of their column."""
        self.met: dict[str, Column] = {}
        """Columns that occur, by wire name."""
        self.extras: dict[str, None] = {}
        """Keys that the model does not know."""
        self.given_up = False
        """It met more unknown keys than it learns, or one that cannot be learned."""

    def learn(self, data: Mapping[str, Any]) -> bool:
        """Learn from an object; return whether anything was new."""
        news = False
        for wire, value in data.items():
            column = self._by_wire.get(wire)
            if column is None:
                news |= self._meet_extra(wire)
                continue
            if wire not in self.met:
                self.met[wire] = column
                news = True
            if column.lines is not None and self._with_lines and is_list(value):
                inner = self.inner[column.name]
                for line in value:
                    news |= is_map(line) and inner.learn(line)
        return news

    def _meet_extra(self, wire: str) -> bool:
        if wire in self.extras or self.given_up:
            return False
        if len(wire) > _LONGEST or not wire.isprintable() or '"' in wire or "\\" in wire or len(self.extras) >= MOST_EXTRAS:
            self.given_up = True
        else:
            self.extras[wire] = None
        return True

    @property
    def usable(self) -> bool:
        """Whether pages can be decoded by what was learned."""
        return not self.given_up and all(inner.usable for inner in self.inner.values())

    def layout(self) -> Layout:
        """Return what was learned."""
        inner = {name: shape.layout() for name, shape in self.inner.items()}
        fields = [(f"f{at}", self._type(column, inner), _named(wire)) for at, (wire, column) in enumerate(self.met.items())]
        extras = [(f"x{at}", msgspec.Raw, _named(wire, msgspec.UNSET)) for at, wire in enumerate(self.extras)]
        model = self.table.model.__name__ if self.table.model else "Object"
        struct = msgspec.defstruct(f"Columns{model}", [*fields, *extras], kw_only=True, gc=False, forbid_unknown_fields=True)
        return Layout(self.table, struct, tuple(self.met), tuple(self.extras), inner)

    def _type(self, column: Column, inner: Mapping[str, Layout]) -> Any:
        if column.lines is not None:
            line: Any = inner[column.name].struct if self._with_lines else msgspec.Raw
            # PHP writes an empty list in several ways.
            return list[line] | dict[str, msgspec.Raw] | str | None
        return msgspec.Raw if column.kind is Kind.JSON else Any


def _named(wire: str, default: Any = None) -> Any:
    return msgspec.field(default=default, name=wire)
