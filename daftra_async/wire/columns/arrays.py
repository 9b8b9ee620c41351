"""The values of one column to an array.

A column is cast in C as a whole where C surely reads what the rules of `wire.scalars` read, and gives the same: numbers and dates
in their usual spellings, and empty texts for none. Otherwise each different value is read by the rule of its field. What the rule
does not read, and what the column cannot hold exactly, is a misfit: null in the column, and its JSON goes to `_extra`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from daftra_async.wire import census, hints
from daftra_async.wire.columns.arrow import pa, pc
from daftra_async.wire.columns.casts import CASTS, REFUSED, without_blanks
from daftra_async.wire.columns.fits import MISFIT
from daftra_async.wire.columns.holds import HOLDS
from daftra_async.wire.columns.json_values import check_levels, decoded, json_of
from daftra_async.wire.columns.layout import Kind
from daftra_async.wire.columns.schemas import plain_type, type_of
from daftra_async.wire.context import StructureContext
from daftra_async.wire.jsontext import dumps, loads
from daftra_async.wire.writing import json_ready

if TYPE_CHECKING:
    from collections.abc import Sequence

    import msgspec

    from daftra_async.wire.census import Entry
    from daftra_async.wire.columns.layout import Column
    from daftra_async.wire.dates import Dates
    from daftra_async.wire.handlers import Handler

_NUMBERS: Final = frozenset({Kind.INTEGER, Kind.DECIMAL})
_ALIKE: Final = (pa.string(), pa.int64())
"""Types of values that are read each different one once."""
_NO_COUNTS: Final[dict[Entry, int]] = {}
_COUNTED: Final = (census.UNKNOWN_VALUE, census.KEPT)
_NO_RECORD: Final = frozenset({b"[]", b'""'})
_MAYBE_LOCAL_DATE: Final = re.compile(rb'"\d{1,2}(?:\\?/|[ .-])\w{1,12}(?:\\?/|[ .,-])')
"""What may be a date in the account's own format, in JSON."""


class Misfit(NamedTuple):
    """A value that its column cannot hold."""

    row: int
    json: str


class PageContext:
    """What the columns of one page share.

    Args:
        dates: The account's date format.
    """

    __slots__ = ("counts", "dates")

    def __init__(self, dates: Dates) -> None:
        self.dates = dates
        self.counts: dict[Entry, int] = {}

    def add(self, counts: dict[Entry, int], times: int) -> None:
        """Count what was counted for one value, for all that are equal to it."""
        for entry, count in counts.items():
            self.counts[entry] = self.counts.get(entry, 0) + count * times


class ArrayMaker:
    """Makes the arrays of one column.

    Args:
        column: The column.
        hint: The one type that its field allows, or Any.
        handler: The rule of its field; None for one that keeps every value.
    """

    __slots__ = ("_cast", "_column", "_fit", "_handler", "_has_blanks", "_plain", "_relation", "_type")

    def __init__(self, column: Column, hint: Any, handler: Handler | None) -> None:
        self._column = column
        self._plain = plain_type(column)
        self._type = type_of(column)
        self._handler = handler
        self._relation = hints.is_model(hint)
        self._cast = None if column.is_enumeration else CASTS.get(column.kind)
        self._fit = HOLDS.get(column.kind)
        self._has_blanks = False

    def none(self, rows: int) -> Any:
        """Return an array of nulls."""
        return pa.nulls(rows, self._type)

    def make(self, values: Sequence[Any], page: PageContext) -> tuple[Any, list[Misfit]]:
        """Return the array of values as C decoded them: numbers with a fraction are bytes, JSON is raw.

        Raises:
            OddPage: a value has to be read as part of its record.
        """
        if self._column.kind is Kind.JSON:
            texts = pa.array([self._json(value, page) for value in values], self._type)
            check_levels(texts)
            return texts, []
        sent = _as_sent(values)
        if sent is not None and pa.types.is_null(sent.type):
            return self.none(len(values)), []
        alike = sent is not None and sent.type in _ALIKE
        if not alike and self._column.kind in _NUMBERS:
            sent = _texts(values)
        array = None if sent is None else self._cast_whole(sent)
        if array is not None:
            return array, []
        return self._by_unique(sent, page) if alike else self._by_value(values, page)

    def _cast_whole(self, sent: Any) -> Any:
        """Return the array where C reads every value as its rule does; None otherwise."""
        if self._cast is None:
            return None
        is_text = pa.types.is_string(sent.type)
        if not (is_text and self._has_blanks):
            try:
                return self._cast(sent)
            except REFUSED:
                if not is_text:
                    return None
        # Some of the texts stand for none, and will do so in the next page: a cast that fails takes longest.
        self._has_blanks = True
        try:
            return self._cast(without_blanks(sent, self._column.kind))
        except REFUSED:
            return None

    def _by_unique(self, sent: Any, page: PageContext) -> tuple[Any, list[Misfit]]:
        """Read texts, or whole numbers, each different one once."""
        encoded = sent.dictionary_encode()
        different, places = encoded.dictionary.to_pylist(), encoded.indices
        found: list[Any] = []
        misfits: list[Misfit] = []
        for at, value in enumerate(different):
            held, counts = self._read(value, page)
            if counts or held is MISFIT:
                rows = pc.indices_nonzero(pc.fill_null(pc.equal(places, at), False)).to_pylist()  # noqa: FBT003  # as Arrow has it
                page.add(counts, len(rows))
                misfits += [Misfit(row, json_of(value)) for row in rows] if held is MISFIT else []
            found.append(None if held is MISFIT else held)
        return self._finished(pa.array(found, self._plain).take(places)), misfits

    def _by_value(self, values: Sequence[Any], page: PageContext) -> tuple[Any, list[Misfit]]:
        """Read values of several types, one by one."""
        found: list[Any] = []
        misfits: list[Misfit] = []
        known: dict[Any, Any] = {}
        for row, value in enumerate(values):
            usual = value.__class__ is str or value.__class__ is bytes
            held = known.get(value, MISFIT) if usual else MISFIT
            if held is MISFIT:
                held, counts = self._read(value, page)
                page.add(counts, 1)
                if usual and not counts:
                    known[value] = held
            if held is MISFIT:
                misfits.append(Misfit(row, json_of(value)))
            found.append(None if held is MISFIT else held)
        return self._finished(pa.array(found, self._plain)), misfits

    def _finished(self, array: Any) -> Any:
        return array.dictionary_encode() if self._column.is_enumeration else array

    def _read(self, value: Any, page: PageContext) -> tuple[Any, dict[Entry, int]]:
        """Return what the column holds for a value, or MISFIT, and what is counted for it."""
        if value is None:
            return None, _NO_COUNTS
        assert self._handler is not None, "a field without a rule has a column of JSON"
        assert self._fit is not None
        walk = StructureContext(page.dates)
        result = self._handler(decoded(value), walk, self._column.wire)
        # How usual values were spelled is not counted when C reads them, either.
        counts = {entry: count for entry, count in walk.counts.items() if entry[0].startswith(_COUNTED)}
        if walk.issues or result is None:
            return MISFIT if walk.issues else None, counts
        return self._fit(getattr(result, "value", result) if self._column.is_enumeration else result), counts

    def _json(self, value: msgspec.Raw | None, page: PageContext) -> bytes | None:
        if value is None:
            return None
        text = bytes(value)
        if text == b"null" or (self._relation and text in _NO_RECORD):
            return None
        if self._handler is not None and _MAYBE_LOCAL_DATE.search(text) is not None:
            # Who reads it back does not know the account's format.
            walk = StructureContext(page.dates)
            return dumps(json_ready(self._handler(loads(text), walk, self._column.wire)))
        return text


def _as_sent(values: Sequence[Any]) -> Any:
    """Return an array of values that are all of one type, None for others."""
    try:
        return pa.array(values)
    except REFUSED:
        return None


def _texts(values: Sequence[Any]) -> Any:
    """Return an array of the texts of numbers of several spellings, None where something else is among them."""
    try:
        return pa.array([str(value) if value.__class__ is int else value for value in values], pa.string())
    except REFUSED:
        return None
