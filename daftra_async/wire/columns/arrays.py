"""The values of one column to an array.

A column is cast in C as a whole where C surely reads what the rules of `wire.scalars` read, and gives the same: numbers and dates
in their usual spellings, and empty texts for none. Otherwise each different value is read by the rule of its field. What the rule
does not read, and what the column cannot hold exactly, is a misfit: null in the column, and its JSON goes to `_extra`.
"""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from daftra_async.wire import census, hints, nesting
from daftra_async.wire.columns.fits import MISFIT, fit_text
from daftra_async.wire.columns.layout import Kind
from daftra_async.wire.columns.library import pa, pc
from daftra_async.wire.columns.schemas import DIGITS, exactly, plain_type, type_of
from daftra_async.wire.context import StructureContext
from daftra_async.wire.guards import is_list, is_map
from daftra_async.wire.jsontext import dumps, loads
from daftra_async.wire.writing import json_ready

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from daftra_async.wire.census import Entry
    from daftra_async.wire.columns.layout import Column
    from daftra_async.wire.dates import Dates
    from daftra_async.wire.handlers import Handler

MOST_LEVELS: Final = 16
"""Levels of a value that are surely within the bound of nesting, wherever it stands in a page."""
_SHORT: Final = 2 * MOST_LEVELS
"""Bytes of JSON that cannot have more levels."""
_NO_NUMBER: Final = pa.array([""])
_NO_DATE: Final = pa.array(["", "0000-00-00", "0000-00-00 00:00:00"])
_NO_TEXT: Final = pa.scalar(None, pa.string())
_NOTHING: Final = {Kind.DATE: _NO_DATE, Kind.MOMENT: _NO_DATE}
_FIRST_DAY: Final = (dt.date(1, 1, 1) - dt.date(1970, 1, 1)).days
_FIRST_MOMENT: Final = _FIRST_DAY * 86_400_000_000
_USUAL_MOMENT: Final = len("2026-01-31 08:00:00")
_NUMBERS: Final = frozenset({Kind.INTEGER, Kind.DECIMAL})
_ALIKE: Final = (pa.string(), pa.int64())
"""Types of values that are read each different one once."""
_NOT_ALIKE: Final = (pa.ArrowInvalid, pa.ArrowTypeError, pa.ArrowNotImplementedError, OverflowError, ValueError)
_NO_COUNTS: Final[dict[Entry, int]] = {}
_COUNTED: Final = (census.UNKNOWN_VALUE, census.KEPT)
_NO_RECORD: Final = frozenset({b"[]", b'""'})
_MAYBE_LOCAL_DATE: Final = re.compile(rb'"\d{1,2}(?:\\?/|[ .-])\w{1,12}(?:\\?/|[ .,-])')
"""What may be a date in the account's own format, in JSON."""


class OddPage(Exception):  # not an error: the record path takes over
    """A value that has to be read as part of its record."""


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
        self._cast = None if column.is_enumeration else _CASTS.get(column.kind)
        self._fit = _FITS.get(column.kind)
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
            except _NOT_ALIKE:
                if not is_text:
                    return None
        # Some of the texts stand for none, and will do so in the next page: a cast that fails takes longest.
        self._has_blanks = True
        try:
            return self._cast(pc.if_else(pc.is_in(sent, _NOTHING.get(self._column.kind, _NO_NUMBER)), _NO_TEXT, sent))
        except _NOT_ALIKE:
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
        result = self._handler(_decoded(value), walk, self._column.wire)
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


def check_levels(texts: Any) -> None:
    """Refuse JSON that may be nested too deeply.

    Args:
        texts: An array of it.

    Raises:
        OddPage: some of it may be.
    """
    sizes = pc.binary_length(texts)
    if (pc.max(sizes).as_py() or 0) > _SHORT:
        for text in texts.filter(pc.greater(sizes, _SHORT)).to_pylist():
            if text.count("[") + text.count("{") > MOST_LEVELS and nesting.is_deep(loads(text), MOST_LEVELS):
                raise OddPage


def json_of(value: Any) -> str:
    """Return the JSON of a value that C decoded."""
    return value.decode() if value.__class__ is bytes else dumps(_exact(value)).decode()


def _exact(value: Any) -> Any:
    """Return a value whose numbers with a fraction are written as they were sent."""
    if value.__class__ is bytes:
        return msgspec.Raw(value)
    if is_map(value):
        return {key: _exact(item) for key, item in value.items()}
    return [_exact(item) for item in value] if is_list(value) else value


def _decoded(value: Any) -> Any:
    """Return a value as the rules take it."""
    if value.__class__ is bytes:
        return loads(value)
    if value.__class__ is dict or value.__class__ is list:
        if nesting.is_deep(value, MOST_LEVELS):
            raise OddPage
        return loads(dumps(_exact(value)))
    return value


def _as_sent(values: Sequence[Any]) -> Any:
    """Return an array of values that are all of one type, None for others."""
    try:
        return pa.array(values)
    except _NOT_ALIKE:
        return None


def _texts(values: Sequence[Any]) -> Any:
    """Return an array of the texts of numbers of several spellings, None where something else is among them."""
    try:
        return pa.array([str(value) if value.__class__ is int else value for value in values], pa.string())
    except _NOT_ALIKE:
        return None


def _refuse() -> Any:
    msg = "C reads this in another way"
    raise ValueError(msg)


def _has(sent: Any, letter: str) -> bool:
    """Return whether a letter is in some of the texts, small or capital."""
    return any(pc.any(pc.match_substring(sent, each)).as_py() for each in (letter, letter.upper()))


def _integers(sent: Any) -> Any:
    if pa.types.is_string(sent.type) and not pc.all(pc.ascii_is_decimal(sent)).as_py() and _has(sent, "x"):
        _refuse()  # hexadecimal digits
    return sent.cast(pa.int64()) if not pa.types.is_boolean(sent.type) else _refuse()


def _decimals(sent: Any) -> Any:
    # With exponents, or with more digits, the cast reads beyond a table of its own, and the process may end.
    if pa.types.is_string(sent.type) and ((pc.max(pc.binary_length(sent)).as_py() or 0) > DIGITS or _has(sent, "e")):
        _refuse()
    return sent.cast(_DECIMALS) if not pa.types.is_boolean(sent.type) else _refuse()


def _booleans(sent: Any) -> Any:
    if pa.types.is_integer(sent.type) and not 0 <= pc.min(sent).as_py() <= pc.max(sent).as_py() <= 1:
        _refuse()
    return sent.cast(pa.bool_())


def _days(sent: Any) -> Any:
    days = sent.cast(pa.date32()) if pa.types.is_string(sent.type) else _refuse()
    first = pc.min(days.cast(pa.int32())).as_py()
    return days if first is None or first >= _FIRST_DAY else _refuse()


def _moments(sent: Any) -> Any:
    if not pa.types.is_string(sent.type):
        _refuse()
    sizes = pc.min_max(pc.binary_length(sent)).as_py()
    if sizes["min"] is not None and (sizes["min"], sizes["max"]) != (_USUAL_MOMENT, _USUAL_MOMENT):
        _refuse()
    moments = sent.cast(pa.timestamp("us"))
    first = pc.min(moments.cast(pa.int64())).as_py()
    return moments if first is None or first >= _FIRST_MOMENT else _refuse()


def _strings(sent: Any) -> Any:
    if pa.types.is_string(sent.type) and pc.any(pc.match_substring(sent, "\x00")).as_py():
        _refuse()
    return sent.cast(pa.string()) if pa.types.is_string(sent.type) or pa.types.is_integer(sent.type) else _refuse()


_DECIMALS: Final = pa.decimal128(38, 10)
_CASTS: Final[dict[Kind, Callable[[Any], Any]]] = {
    Kind.INTEGER: _integers,
    Kind.DECIMAL: _decimals,
    Kind.BOOLEAN: _booleans,
    Kind.DATE: _days,
    Kind.MOMENT: _moments,
    Kind.TEXT: _strings,
}


def _fit_integer(value: Any) -> Any:
    return value if value.__class__ is int and -(2**63) <= value < 2**63 else MISFIT


def _fit_decimal(value: Any) -> Any:
    # Arrow makes another number of one with thousands of digits, be they zeros.
    number = exactly(value)
    return MISFIT if number is None else number


def _fit_moment(value: Any) -> Any:
    return value if value.tzinfo is None else MISFIT


def _fit_as_it_is(value: Any) -> Any:
    return value


_FITS: Final[dict[Kind, Callable[[Any], Any]]] = {
    Kind.INTEGER: _fit_integer,
    Kind.DECIMAL: _fit_decimal,
    Kind.BOOLEAN: _fit_as_it_is,
    Kind.DATE: _fit_as_it_is,
    Kind.MOMENT: _fit_moment,
    Kind.TEXT: fit_text,
}
