"""From cells to values.

A value has one text, whatever its cell looked like: `12.5` for `12.50`, the same in Arabic digits, and the number 12.5;
`2026-01-31` for a date. Rows wait in that form, records of the account are compared with it, and a person is shown it.
"""

from __future__ import annotations

import datetime as dt
import enum
import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async._text import has_control
from daftra_async.importing import dates, numbers, vocabulary
from daftra_async.importing.refusal import refuse_cell

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async.importing.fields import Field

Cell = str | int | float | bool | dt.datetime | dt.date | dt.time | dt.timedelta | None
_YES: Final = frozenset(map(vocabulary.folded, ("yes", "y", "true", "1", "on", "نعم", "اي", "صح", "صحيح")))
_NO: Final = frozenset(map(vocabulary.folded, ("no", "n", "false", "0", "off", "لا", "خطأ", "كلا")))
_ERRORS: Final = re.compile(r"#(?:ERROR!|N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|GETTING_DATA)")
_TRAILING: Final = re.compile(r"\d+\.0+")
_SCIENTIFIC: Final = re.compile(r"(\d(?:\.\d+)?)[eE]\+?(\d{1,2})")
_LOCAL: Final = range(7, 11)
"""Digits of a phone number without a country code; with one it has more."""
_EXACT: Final = 15
"""Digits that Excel keeps of a number."""


@attrs.frozen
class Read:
    """The value of a cell."""

    text: str
    doubt: str | None = None
    """What may be wrong with it anyway."""


@attrs.frozen(kw_only=True)
class Rules:
    """How this table writes what can be written in several ways."""

    date_format: str | None = None
    """`strptime` pattern of dates such as 05/09/2026."""
    decimal_comma: bool = False
    epoch_1904: bool = False
    """Numbers of days count from 1904, as in workbooks of old Macs."""


def read(cell: Cell, field: Field, rules: Rules) -> Read | None:
    """Return the value of a cell, None for an empty one.

    Raises:
        CellRefused: the field cannot hold it, or it can be read in several ways.
    """
    if isinstance(cell, str):
        cell = cell.replace("\xa0", " ").strip()
        if _ERRORS.fullmatch(cell):
            refuse_cell(f"the formula of the cell has failed ({cell})")
    if cell is None or cell == "":
        return None
    kind = field.kind
    if kind is str:
        return _digits(cell, field) if field.is_digits else Read(_text(cell))
    if issubclass(kind, enum.Enum):
        return _member(cell, kind)
    if kind is bool:
        return Read(_flag(cell))
    if issubclass(kind, dt.date):
        return Read(dates.read(cell, pattern=rules.date_format, timed=kind is dt.datetime, epoch_1904=rules.epoch_1904))
    number = numbers.read(cell, decimal_comma=rules.decimal_comma)
    if kind is int and number != number.to_integral_value():
        refuse_cell("a whole number is needed")
    return Read(numbers.plain(number))


def value_of(kind: type[Any], text: str) -> Any:
    """Return the value that a text stands for."""
    if issubclass(kind, enum.Enum):
        return kind(int(text) if issubclass(kind, int) else text)
    if kind is bool:
        return text == "1"
    if kind is dt.datetime:
        return dt.datetime.fromisoformat(text)
    if kind is dt.date:
        return dt.date.fromisoformat(text)
    make: Callable[[str], Any] = {int: int, Decimal: Decimal}.get(kind, str)
    return make(text)


def text_of(kind: type[Any], value: Any) -> str:
    """Return the text of a value that a record holds; an empty one for none."""
    if isinstance(value, enum.Enum):
        value = value.value
    if value is None or value == "":
        return ""
    if kind is bool and isinstance(value, bool | int):
        return "1" if value else "0"
    if issubclass(kind, dt.date) and isinstance(value, dt.date):
        return dates.plain(value, timed=kind is dt.datetime)
    if isinstance(value, Decimal | int) and kind in {Decimal, int}:
        return numbers.plain(Decimal(value))
    return str(value).strip()


def _text(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int | float):
        return numbers.plain(numbers.exact(cell))
    text = str(cell) if not isinstance(cell, dt.datetime) else dates.plain(cell, timed=True)
    if has_control(text.replace("\n", "").replace("\r", "").replace("\t", "")):
        refuse_cell("it holds control characters")
    return text


def _digits(cell: Cell, field: Field) -> Read:
    """Read a phone number or a code, from which a spreadsheet may have made a number."""
    text = _text(cell)
    was_number = isinstance(cell, int | float) and not isinstance(cell, bool)
    if not was_number:
        western = numbers.western(text)
        if _TRAILING.fullmatch(western):
            text, was_number = western.partition(".")[0], True
        elif (match := _SCIENTIFIC.fullmatch(western)) and int(match[2]) < 30:
            text = numbers.plain(Decimal(western))
            if len(match[1].replace(".", "").rstrip("0")) < min(len(text), _EXACT) and match[1] != text[0]:
                return Read(text, "it was shown as a rounded number: its last digits may be lost")
            was_number = True
        elif western.isdigit() and field.is_phone:
            text = western
    if not was_number:
        return Read(text)
    bare = text.lstrip("-")
    if len(bare) > _EXACT and bare.isdigit():
        return Read(text, f"a number keeps {_EXACT} digits: the last ones may be lost")
    if field.is_phone and bare.isdigit() and len(bare) in _LOCAL:
        return Read(text, "the cell is a number: a leading zero may be lost")
    return Read(text)


def _flag(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "1" if cell else "0"
    word = vocabulary.folded(numbers.western(str(int(cell) if isinstance(cell, float) and cell.is_integer() else cell)))
    if word in _YES:
        return "1"
    if word not in _NO:
        refuse_cell("yes or no is needed (نعم or لا, true or false, 1 or 0)")
    return "0"


def _member(cell: Cell, kind: type[enum.Enum]) -> Read:
    """Read a member of an enumeration by its number, its name or a word for it."""
    words: dict[str, Any] = {}
    said = vocabulary.load()["enumerations"].get(kind.__name__, {})
    for name, each in kind.__members__.items():
        for word in (name, str(each.value), *said.get(name, ())):
            words.setdefault(vocabulary.folded(word) or word, each)
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        refuse_cell(f"one of {_members(kind)} is needed")
    word = _text(cell)
    member = words.get(vocabulary.folded(numbers.western(word)) or word)
    if member is None:
        refuse_cell(f"one of {_members(kind)} is needed")
    return Read(str(member.value))


def _members(kind: type[enum.Enum]) -> str:
    return ", ".join(f"{member.value} ({name.lower()})" for name, member in kind.__members__.items())
