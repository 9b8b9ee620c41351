"""What `unstructure(structure(x)) == x` is up to: the spellings of `docs/wire-rules.md`, and nothing else.

Written apart from the rules that it checks: it knows no types of fields, and asks of each leaf only whether the value that came
back can stand for the one that was sent.
"""

from __future__ import annotations

import datetime as dt
import functools
import re
import unicodedata
from decimal import Decimal, InvalidOperation
from typing import Any

NOTHING = {"", "null", "0000-00-00", "0000-00-00 00:00:00", "0000-00-00T00:00:00"}
FLAGS = {"1": True, "true": True, "on": True, "yes": True, "0": False, "false": False, "no": False, "off": False}


def losses(ours: Any, sent: Any) -> list[str]:
    """Return the places where what came back is not what was sent, in another spelling at most."""
    if isinstance(sent, dict):
        if isinstance(ours, dict):
            return _of_objects(ours, sent)
        if ours is None:
            return [f" {sent!r} became None"] if any(value is not None for value in sent.values()) else []
        if isinstance(ours, list) and [*sent] == [str(int(key)) for key in sent if key.isascii() and key.isdigit()]:
            sent = [*sent.values()]  # a PHP list with holes
    if isinstance(sent, list):
        if isinstance(ours, list) and len(ours) == len(sent):
            pairs = enumerate(zip(ours, sent, strict=True))
            return [f"[{at}]{loss}" for at, (mine, theirs) in pairs for loss in losses(mine, theirs)]
        return [] if not sent and ours in (None, {}) else [f" {sent!r} became {ours!r}"]
    return [] if not isinstance(ours, (dict, list)) and _same(ours, sent) else [f" {sent!r} became {ours!r}"]


def _of_objects(ours: dict[str, Any], sent: dict[str, Any]) -> list[str]:
    found = [f": keys differ by {sorted(map(repr, ours.keys() ^ sent.keys()))}"] if ours.keys() != sent.keys() else []
    for key, theirs in sent.items():
        mine = ours.get(key)
        # Most leaves are what they were; the rest of the function is for the others.
        if mine is not theirs and not (mine.__class__ is theirs.__class__ is str and mine == theirs) and key in ours:
            found += [f".{key}{loss}" for loss in losses(mine, theirs)]
    return found


@functools.lru_cache(maxsize=100_000, typed=True)
def _same(ours: Any, sent: Any) -> bool:
    if type(ours) is type(sent) and ours == sent:
        return True
    text = _ascii(sent) if isinstance(sent, str) else None
    if ours is None:
        return text is not None and text.casefold() in NOTHING
    if isinstance(ours, bool):
        return (FLAGS.get(text.casefold()) if text is not None else sent if sent in (0, 1) else None) == ours
    if isinstance(sent, bool):
        return False
    number = _number(ours)
    if number is not None and number == _number(sent):
        return True
    return text is not None and isinstance(ours, str) and _moment(ours) is not None and _moment(ours) in _readings(text)


def _ascii(text: str) -> str:
    text = text.strip().replace("٫", ".").replace("٬", ",")  # noqa: RUF001  # the Arabic separators
    return "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in text)


def _number(value: Any) -> Decimal | None:
    if isinstance(value, str):
        value = _ascii(value).replace(",", "")
        if "_" in value:
            return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _moment(text: str) -> dt.datetime | None:
    try:
        return dt.datetime.fromisoformat(text)
    except ValueError:
        return None


def _readings(text: str) -> list[dt.datetime | None]:
    """Return the moments that a text can mean, whatever the order of day and month."""
    match = re.fullmatch(r"(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?:[ Tt](.+))?", text)
    if match is None:
        return [_moment(text)]
    first, second, third, time = match.groups()
    orders = [(first, second, third), (third, second, first), (third, first, second)]
    days = [f"{int(year):04}-{int(month):02}-{int(day):02}" for year, month, day in orders]
    return [_moment(text), *(_moment(f"{day}T{time.upper()}" if time else day) for day in days)]
