"""The known names nearest to a misspelt one, for "did you mean ...?".

`clientid`, `Client_ID` and `clientId` are near to `client_id`: case, underscores and dashes count less than letters.
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


def nearest(name: object, known: Iterable[str], several: int = 1) -> list[str]:
    """Return the known names that are nearest to one, best first; none when nothing is near."""
    folded: dict[str, str] = {}
    for each in sorted(set(known)):
        folded.setdefault(_folded(each), each)
    return [folded[each] for each in difflib.get_close_matches(_folded(str(name)), folded, n=several, cutoff=_CUTOFF)]


def did_you_mean(name: object, known: Iterable[str]) -> str:
    """Return `; did you mean 'client_id'?`, or nothing when no known name is near."""
    near = nearest(name, known)
    return f"; did you mean {near[0]!r}?" if near else ""


def choices(name: object, known: Iterable[str]) -> str:
    """Return `; did you mean clients or client_id?`, or all known names when none is near; for a command line."""
    names = sorted(set(known))
    near = nearest(name, names, 3)
    return f"; did you mean {' or '.join(near)}?" if near else f"; known are {', '.join(names) or 'none'}"


def _folded(name: str) -> str:
    return _JOINTS.sub("", name[:_LONGEST]).casefold()
