"""The words of a report in a language: `words.toml`."""

from __future__ import annotations

import functools
import tomllib
from decimal import ROUND_HALF_EVEN, Context, Decimal
from importlib import resources
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

import attrs

from daftra_async._text import refuse
from daftra_async.money.currencies import decimals_of
from daftra_async.redaction.printable import one_line

if TYPE_CHECKING:
    import datetime as dt

Language = Literal["en", "ar"]

_WIDE: Final = Context(prec=1000, rounding=ROUND_HALF_EVEN)
DASH: Final = "\N{EN DASH}"
"""Stands for zero."""
_LONGEST: Final = 80
"""Characters of a name; longer ones are cut."""


@attrs.frozen
class Words:
    """How things are called and written in a language."""

    language: Language
    _texts: dict[str, Any] = attrs.field(repr=False)

    def __call__(self, key: str, **values: object) -> str:
        """Return a text, filled in."""
        text: str = self._texts[key]
        return text.format(**values) if values else text

    @property
    def rtl(self) -> bool:
        """Whether it is written from right to left."""
        return self("direction") == "rtl"

    def day(self, day: dt.date) -> str:
        """Return `1 July 2026`."""
        return f"{day.day} {self._texts['months'][day.month - 1]} {day.year}"

    def month(self, month: dt.date | None) -> str:
        """Return `July 2026`."""
        return self("undated") if month is None else f"{self._texts['months'][month.month - 1]} {month.year}"

    def short_month(self, month: dt.date) -> str:
        """Return `Jul`, in January with the year."""
        name: str = self._texts["short_months"][month.month - 1]
        return f"{name} {month.year}" if month.month == 1 else name

    def currency(self, code: str) -> str:
        """Return a code; the words for none."""
        return name(code) or self("own_currency")


def words_of(language: str) -> Words:
    """Return the words of a language.

    Raises:
        ArgumentError: there are none.
    """
    known = next((each for each in get_args(Language) if each == language), None)
    if known is None:
        refuse("language", f"{language!r:.60} was given", " or ".join(map(repr, get_args(Language))))
    return Words(known, _load()[known])


def amount(value: Decimal | None, currency: str) -> str:
    """Return an amount with the decimals of its currency: `1,234.50`."""
    if value is None:
        return "?"
    step = Decimal(1).scaleb(-decimals_of(currency))
    rounded = _WIDE.quantize(value, step)
    return f"{rounded or abs(rounded):,f}".replace("-", "\N{MINUS SIGN}")


def or_dash(value: Decimal, currency: str) -> str:
    """Return an amount, a dash for zero: for tables with many of them."""
    return amount(value, currency) if value else DASH


def signed(value: Decimal, currency: str) -> str:
    """Return a difference with its sign: `+1,234.50`."""
    text = amount(value, currency)
    return f"+{text}" if value > 0 else text


def name(text: str, longest: int = _LONGEST) -> str:
    """Return a name of others as one harmless line that is not too long."""
    plain = one_line(text).strip()
    return plain if len(plain) <= longest else f"{plain[: longest - 1]}…"


@functools.cache
def _load() -> dict[str, dict[str, Any]]:
    return tomllib.loads(resources.files("daftra_async.report.views").joinpath("words.toml").read_text("utf-8"))
