"""How the account writes dates: one of the formats it lists, chosen by id in its settings."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from daftra_async.sandbox.codec import Json

FORMATS: Final = {"0": "Y-m-d", "1": "m/d/Y", "2": "d.m.Y", "3": "d/m/Y", "4": "d M Y"}
"""The listing `dateFormats`: the letters are those of PHP."""
USUAL: Final = "d/m/Y"
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LETTERS: Final = {"d": r"(?P<d>\d{1,2})", "m": r"(?P<m>\d{1,2})", "Y": r"(?P<Y>\d{4})", "M": f"(?P<M>{'|'.join(_MONTHS)})"}
_TIME: Final = r"(?:[ T]+(?P<H>\d{2}):(?P<i>\d{2})(?::(?P<s>\d{2}))?)?"
_ISO: Final = re.compile(r"(?P<Y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})" + _TIME)


@dataclass(frozen=True)
class DateFormat:
    """One format."""

    title: str = USUAL

    @classmethod
    def of(cls, site: Json) -> Self:
        """The format that the settings of an account name."""
        return cls(FORMATS.get(str(site.get("date_format")), USUAL))

    @property
    def id(self) -> str:
        """Id of the format; raises ValueError if the account does not list it."""
        found = next((identity for identity, title in FORMATS.items() if title == self.title), None)
        if found is None:
            msg = f"date_format: {self.title!r} is not one of {', '.join(FORMATS.values())}"
            raise ValueError(msg)
        return found

    def write(self, text: str) -> str:
        """An ISO date in this format; anything else as it is."""
        try:
            day = dt.date.fromisoformat(text)
        except ValueError:
            return text
        values = {"d": f"{day.day:02}", "m": f"{day.month:02}", "Y": f"{day.year:04}", "M": _MONTHS[day.month - 1]}
        return "".join(values.get(letter, letter) for letter in self.title)

    def read(self, text: str, *, with_time: bool) -> str:
        """A date or date-time, in this format or ISO, in ISO form; zero dates stay as they are.

        Raises ValueError with the reason if it is not a date.
        """
        if text.startswith("0000-00-00"):
            return text
        own = "".join(_LETTERS.get(letter, re.escape(letter)) for letter in self.title)
        found = _ISO.fullmatch(text) or re.fullmatch(own + _TIME, text)
        if found is None:
            msg = "Invalid date"
            raise ValueError(msg)
        parts = found.groupdict()
        month = int(parts["m"]) if parts.get("m") else _MONTHS.index(parts["M"]) + 1
        hour, minute, second = (int(parts[name] or 0) for name in "His")
        when = dt.datetime(int(parts["Y"]), month, int(parts["d"]), hour, minute, second)
        return when.strftime("%Y-%m-%d %H:%M:%S") if with_time else when.strftime("%Y-%m-%d")
