"""Turn the titles of date formats in account settings into `strptime` patterns.

No vendor's page shows the list, so the common ways to write a format are read: PHP letters (`d/m/Y`), repeated letters
(`DD/MM/YYYY`), `strptime` directives, and an example that can be read in one way (`31/12/2026`).
"""

from __future__ import annotations

import re
from typing import Final

_LONGEST: Final = 60
_PARTS: Final = re.compile(r"[^\W\d_]+|[\W\d_]+")
_BETWEEN: Final = re.compile(r"[ ,./-]+")
_DIRECTIVES: Final = re.compile(r"%-?([A-Za-z])")
_EXAMPLE: Final = re.compile(r"([0-9]{1,4})([/.-])([0-9]{1,2})\2([0-9]{1,4})")
_PHP: Final = {"d": "%d", "j": "%d", "m": "%m", "n": "%m", "M": "%b", "F": "%B", "Y": "%Y", "y": "%y", "D": "%a", "l": "%A"}
_WORDS: Final = (
    dict.fromkeys(("d", "dd", "day"), "%d")
    | {"ddd": "%a", "dddd": "%A"}
    | dict.fromkeys(("m", "mm", "month"), "%m")
    | {"mmm": "%b", "mmmm": "%B", "yy": "%y"}
    | dict.fromkeys(("y", "yyyy", "year"), "%Y")
)
DAYS: Final = frozenset("d")
MONTHS: Final = frozenset("mbB")
YEARS: Final = frozenset("Yy")
_OTHERS: Final = frozenset("aA")


def pattern_of(title: str) -> str | None:
    """Return the `strptime` pattern of a title; None if it is not recognised."""
    title = title.strip()
    if not title or len(title) > _LONGEST:
        return None
    shorter = title.partition("(")[0].rstrip(" -,")  # as in "d/m/Y (31/12/2026)"
    return next((found for text in dict.fromkeys((title, shorter)) if (found := _one(text)) is not None), None)


def is_pattern(text: str) -> bool:
    """Return whether a `strptime` pattern names a day, a month and a year, each once."""
    named = _DIRECTIVES.findall(text)
    once = all(sum(name in group for name in named) == 1 for group in (DAYS, MONTHS, YEARS))
    return once and all(name in DAYS | MONTHS | YEARS | _OTHERS for name in named)


def _one(text: str) -> str | None:
    if "%" in text:
        found: str | None = _DIRECTIVES.sub(r"%\1", text)
    else:
        found = _of_letters(text, _PHP, fold=False) or _of_letters(text, _WORDS, fold=True) or _of_example(text)
    return found if found is not None and is_pattern(found) else None


def _of_letters(text: str, meanings: dict[str, str], *, fold: bool) -> str | None:
    """Replace the letters of a format; None if there are others."""
    made = ""
    for part in _PARTS.findall(text):
        meaning = part if _BETWEEN.fullmatch(part) else meanings.get(part.lower() if fold else part)
        if meaning is None:
            return None
        made += meaning
    return made if is_pattern(made) else None


def _of_example(text: str) -> str | None:
    match = _EXAMPLE.fullmatch(text)
    if match is None:
        return None
    first, mark, second, third = match.groups()
    if len(first) == 4 and len(third) <= 2:
        return f"%Y{mark}%m{mark}%d" if int(third) > 12 else None
    if len(third) != 4 or len(first) > 2 or (int(first) > 12) == (int(second) > 12):
        return None
    return f"%d{mark}%m{mark}%Y" if int(first) > 12 else f"%m{mark}%d{mark}%Y"
