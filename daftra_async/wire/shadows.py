"""The structs that C decodes (shadows), as columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable


def cells_of(shadows: Iterable[msgspec.Struct]) -> list[Any]:
    """Return the values of all shadows, one after another: `cells[n::width]` is the column of the field n.

    This takes a fifth of the time of `zip(*rows)`, or of asking each shadow for each field.
    """
    cells: list[Any] = []
    add, values_of = cells.extend, msgspec.structs.astuple
    for shadow in shadows:
        add(values_of(shadow))
    return cells
