"""The column `_extra`: JSON of what no column holds, by wire name."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import msgspec

from daftra_async.wire import census
from daftra_async.wire.columns.arrow import pa, pc
from daftra_async.wire.columns.json_values import check_levels
from daftra_async.wire.jsontext import dumps

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from daftra_async.wire.columns.arrays import Misfit, PageContext

_SAMPLES: Final[dict[str, object]] = {'"': "", "{": {}, "[": [], "t": True, "f": False, "n": None}
"""A value of each JSON type by the first character of its text; all others are of numbers."""


class Extras:
    """Collects `_extra` of one table of one page.

    Args:
        model: Name of the model.
        rows: Number of rows.
    """

    __slots__ = ("_model", "_parts", "_rows")

    def __init__(self, model: str, rows: int) -> None:
        self._model = model
        self._rows = rows
        self._parts: list[Any] = []

    def add_unknown(self, wire: str, values: Sequence[Any], page: PageContext) -> None:
        """Add the values of a key that the model does not know, raw, and count them; UNSET where it was not sent.

        Raises:
            OddPage: a value may be nested too deeply.
        """
        texts = pa.array([None if value is msgspec.UNSET else bytes(value) for value in values], pa.string())
        check_levels(texts)
        for sample, count in _samples(texts):
            page.add({(census.unknown_field(sample), self._model, wire): 1}, count)
        self._add(wire, texts)

    def add_misfits(self, wire: str, misfits: Sequence[Misfit]) -> None:
        """Add values that their column cannot hold."""
        texts: list[str | None] = [None] * self._rows
        for misfit in misfits:
            texts[misfit.row] = misfit.json
        self._add(wire, pa.array(texts, pa.string()))

    def _add(self, wire: str, texts: Any) -> None:
        key = f",{dumps(wire).decode()}:"
        # Empty where there is none: joining skips rows of nulls altogether.
        self._parts.append(pc.coalesce(pc.binary_join_element_wise(key, texts, ""), ""))

    def array(self) -> Any:
        """Return the column."""
        if not self._parts:
            return pa.nulls(self._rows, pa.string())
        members = pc.binary_join_element_wise(*self._parts, "")
        objects = pc.binary_join_element_wise("{", pc.utf8_slice_codeunits(members, 1), "}", "")
        return pc.if_else(pc.equal(members, ""), pa.scalar(None, pa.string()), objects)


def _samples(texts: Any) -> Iterator[tuple[object, int]]:
    """Yield a value of each JSON type among the texts, and how many there are."""
    for each in pc.value_counts(pc.utf8_slice_codeunits(texts, 0, 1)).to_pylist():
        first, count = each["values"], each["counts"]
        if first in _SAMPLES:
            yield _SAMPLES[first], count
        elif first is not None:
            numbers = texts.filter(pc.starts_with(texts, first)).to_pylist()
            whole = sum(number.removeprefix("-").isdigit() for number in numbers)
            yield from ((sample, some) for sample, some in ((0, whole), (Decimal(0), len(numbers) - whole)) if some)
