"""The known names nearest to a misspelt one, for "did you mean ...?".

`clientid`, `Client_ID` and `clientId` are near to `client_id`: case, underscores and dashes count less than letters. Where no
name is near, one of its words may be: `totl` is near to `summary_total`.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_JOINTS: Final = re.compile(r"[\s_.-]+")
_CUTOFF: Final = 0.6
_LONGEST: Final = 100
"""Characters of a name that are compared: a megabyte of text is not a name, and comparing it takes long."""
_WORD_CUTOFF: Final = 0.8
_SHOWN: Final = 12
"""Known names that a sentence holds."""


def nearest(name: object, known: Iterable[str], several: int = 1) -> list[str]:
    """Return the known names that are nearest to one, best first; none when nothing is near."""
    folded: dict[str, str] = {}
    for each in sorted(set(known)):
        folded.setdefault(_folded(each), each)
    asked = _folded(str(name))
    near = difflib.get_close_matches(asked, folded, n=several, cutoff=_CUTOFF)
    return [folded[each] for each in near] or _by_word(asked, folded.values())[:several]


def _by_word(asked: str, known: Iterable[str]) -> list[str]:
    """Return the names with a word that is near, the nearest and shortest first."""
    found: list[tuple[float, int, str]] = []
    for name in known:
        words = [word.casefold() for word in _JOINTS.split(name[:_LONGEST]) if word]
        best = max((difflib.SequenceMatcher(None, asked, word).ratio() for word in words), default=0.0)
        if best >= _WORD_CUTOFF:
            found.append((-best, len(name), name))
    return [name for *_, name in sorted(found)]


def did_you_mean(name: object, known: Iterable[str]) -> str:
    """Return `; did you mean 'client_id'?`, or nothing when no known name is near."""
    near = nearest(name, known)
    return f"; did you mean {near[0]!r}?" if near else ""


def choices(name: object, known: Iterable[str]) -> str:
    """Return `; did you mean clients or client_id?`, or the known names when none is near; for a command line."""
    names = sorted(set(known))
    if near := nearest(name, names, 3):
        return f"; did you mean {' or '.join(near)}?"
    if not names:
        return "; none is known"
    more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"; known are {', '.join(names[:_SHOWN])}{more}"


def _folded(name: str) -> str:
    return _JOINTS.sub("", name[:_LONGEST]).casefold()
