"""How the values of one field, as C decoded them, are written.

Numbers with a fraction come as bytes, the text that was sent, so that they differ from strings. A writer takes the values of many
records at once and returns what to write in their places, None for the same values. For a value that only the slow tier can read
it raises one of the errors in `REFUSED`.
"""

from __future__ import annotations

import datetime as dt
import enum
from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

import msgspec

from daftra_async.wire import census
from daftra_async.wire.context import CensusKey
from daftra_async.wire.fast.c_types import EXACT_INT, FLAGS
from daftra_async.wire.fast.memory import Memo
from daftra_async.wire.fast.node import Reading
from daftra_async.wire.fast.numbers import MOST_PRECISE, read_number
from daftra_async.wire.guards import is_list, is_map
from daftra_async.wire.handlers import rule_of
from daftra_async.wire.jsonl.texts import are_plain_moments, are_plain_numbers
from daftra_async.wire.nesting import CONTAINERS, look_quickly
from daftra_async.wire.writing import json_ready

if TYPE_CHECKING:
    from daftra_async.wire.containers import Writer
    from daftra_async.wire.context import StructureContext
    from daftra_async.wire.fast.memory import Share
    from daftra_async.wire.fast.node import FieldShape
    from daftra_async.wire.scalars import Result

Values = Sequence[Any]
Write = Callable[[Values, "StructureContext"], "list[Any] | None"]

_NONE: Final[type[Any]] = type(None)
_TEXTS: Final = frozenset({str, _NONE})
_NUMBERS: Final = frozenset({str, bytes, int, _NONE})
_AS_THEY_CAME: Final = frozenset({str, int, bool, _NONE})
_ODD: Final = object()
_EXACT: Final = 2**63
_NUMBER_TEXT: Final[Any] = Annotated[str, msgspec.Meta(max_length=MOST_PRECISE)]
_LONGEST_INT: Final = 19
"""Characters of a text that is surely more than 64 bits take."""


def decoded(value: Any) -> Any:
    """Return a value as the rules take it, its numbers as `Decimal`."""
    if value.__class__ is bytes:
        return read_number(value.decode())
    if is_map(value):
        return {key: decoded(item) for key, item in value.items()}
    return [decoded(item) for item in value] if is_list(value) else value


def write_any(values: Values, _: object = None) -> list[Any] | None:
    """Write values that no rule reads.

    Raises:
        TooDeep: C decodes a value without a bound on its nesting, and the record path has to.
    """
    return None if _AS_THEY_CAME.issuperset(map(type, values)) else [_any(value) for value in values]


def _any(value: Any) -> Any:
    if value.__class__ in CONTAINERS:
        if _AS_THEY_CAME.issuperset(map(type, value.values() if value.__class__ is dict else value)):
            return value
        look_quickly(value)
    return json_ready(decoded(value))


def count_unknown(values: Values, model: str, wire: str, counts: dict[census.Entry, int]) -> None:
    """Count a key that the model does not know, by the types of its values."""
    for kind, count in Counter(map(type, values)).items():
        entry = (census.unknown_field(Decimal() if kind is bytes else kind()), model, wire)
        counts[entry] = counts.get(entry, 0) + count


class FieldWriter:
    """Writes the values of one field of the shadows of one place.

    Args:
        field: The field.
        model: Name of its model.
        write: Writes what a record holds in it.
        share: Where texts are remembered.
    """

    def __init__(self, field: FieldShape, model: str, write: Writer, share: Share) -> None:
        self._field = field
        self._spot = CensusKey(model, field.wire)
        self._write = write
        members = field.type.__members__.values() if _is_enumeration(field.type) else ()
        self._known = frozenset({None, *(member.value for member in members)})
        rule = rule_of(field.type)
        self._memo = None if rule is None else Memo(_written(rule, write), _ODD, share)

    def choose(self) -> tuple[Any, Write | None]:  # noqa: PLR0911  # one return a kind
        """Return the type that C decodes, and the writer; None where all values are written as they come."""
        field = self._field
        if field.reading is Reading.BY_HANDLER:
            return Any, self._mixed_decimals if field.type is Decimal else self._by_handler
        if field.kind == "any":
            return Any, write_any
        if field.type is bool:
            return Any, self._flags
        if field.type is Decimal:
            return _NUMBER_TEXT | None, self._decimals
        if field.type is dt.datetime:
            return str | None, self._moments
        if _is_enumeration(field.type):
            return self._with_blank(EXACT_INT), self._members
        blank = field.reading is Reading.IN_PART
        return self._with_blank(field.c_type), self._numbers if blank else None if self._write is json_ready else self._plainly

    def _with_blank(self, c_type: Any) -> Any:
        return c_type | Literal[""] | None if self._field.reading is Reading.IN_PART else c_type | None

    def _plainly(self, values: Values, _: StructureContext) -> list[Any]:
        return [None if value is None else self._write(value) for value in values]

    def _numbers(self, values: Values, _: StructureContext) -> list[Any] | None:
        return [None if value == "" else value for value in values] if "" in values else None

    def _flags(self, values: Values, _: StructureContext) -> list[Any]:
        if self._write is json_ready:
            return [FLAGS[value] for value in values]
        return [self._write(FLAGS[value]) for value in values]

    def _members(self, values: Values, walk: StructureContext) -> list[Any] | None:
        """Write members by their values, and count those that the enumeration does not list."""
        found = self._numbers(values, walk)
        sent = values if found is None else found
        if not self._known.issuperset(sent):
            for value in sent:
                if value not in self._known:
                    # An enumeration that takes no others raises an error.
                    walk.count(census.unknown_value(self._field.type(value)), self._spot)
        return found

    def _decimals(self, values: Values, walk: StructureContext) -> list[Any] | None:
        """Write numbers that came as text."""
        texts: list[Any] = list(filter(None, values))
        if not are_plain_numbers(texts):
            return self._by_handler(values, walk)
        return [text or None for text in values] if len(texts) < len(values) and "" in values else None

    def _mixed_decimals(self, values: Values, walk: StructureContext) -> list[Any] | None:
        """Write numbers that came as text, as numbers, or as something else."""
        classes = set(map(type, values))
        if classes <= _NUMBERS:
            sent = values if classes <= _TEXTS else [_text(value) for value in values]
            texts: list[Any] = list(filter(None, sent))
            if max(map(len, texts), default=0) <= MOST_PRECISE and are_plain_numbers(texts):
                return None if sent is values and "" not in values else [text or None for text in sent]
        return self._by_handler(values, walk)

    def _moments(self, values: Values, walk: StructureContext) -> list[Any] | None:
        if are_plain_moments([value for value in values if value is not None]):
            return None
        return self._by_handler(values, walk)

    def _by_handler(self, values: Values, walk: StructureContext) -> list[Any]:
        return [None if value is None else self._one(value, walk) for value in values]

    def _one(self, value: Any, walk: StructureContext) -> Any:
        """Write one value: usual texts from memory, others as the slow tier's handler reads them."""
        field = self._field
        if value.__class__ is int and field.type is Decimal and -_EXACT < value < _EXACT:
            return self._write(Decimal(value))
        if value.__class__ is str and self._memo is not None:
            if field.type is int and len(value) < _LONGEST_INT and value.isdecimal() and value.isascii():
                return self._write(int(value))
            written = self._memo[value]
            if written is not _ODD:
                return written
        assert field.handler is not None, "a field without a handler is written as it came"
        return self._write(field.handler(decoded(value), walk, field.wire))


def _is_enumeration(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, enum.IntEnum)


def _text(value: Any) -> Any:
    return value.decode() if value.__class__ is bytes else str(value) if value.__class__ is int else value


def _written(rule: Callable[[Any], Result], write: Writer) -> Callable[[Any], Result]:
    """Return the rule with its result as it is written."""

    def read(value: Any) -> Result:
        found, ok = rule(value)
        return (write(found) if ok else found), ok

    return read
