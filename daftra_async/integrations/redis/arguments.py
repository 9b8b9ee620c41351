"""Arguments of the limiter."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final, Literal

from daftra_async._text import refuse
from daftra_async.http.local_limiter import LocalLimiter

if TYPE_CHECKING:
    from daftra_async.http.limiter import Limiter
    from daftra_async.settings import Settings

WhenAway = Literal["error", "local"]

_SHORTEST: Final = 0.1
_LONGEST: Final = 600.0


def seconds(argument: str, value: object) -> float:
    """Return a number of seconds.

    Raises:
        ArgumentError: it is something else, or out of range.
    """
    good = (
        isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value) and _SHORTEST <= value <= _LONGEST
    )
    if not good:
        refuse(argument, f"{value!r:.60} was given", f"a number of seconds from {_SHORTEST:g} to {_LONGEST:g}")
    return float(value)  # type: ignore[arg-type]  # `good` says it is a number


def key_of(prefix: str, account: str) -> str:
    """Return what the keys in Redis begin with; the part in braces puts them on one node of a cluster.

    Raises:
        ArgumentError: the prefix would hide that part, or cannot be read.
    """
    if not prefix.isascii() or not prefix.isprintable() or not prefix or "{" in prefix:
        refuse("prefix", f"{prefix!r:.60} was given", "printable ASCII text without '{'")
    return f"{prefix}:{{{account}}}"


def stand_in(when_away: WhenAway | Limiter, settings: Settings) -> Limiter | None:
    """Return the limiter that is used while Redis is away, None if requests are refused then.

    Raises:
        ArgumentError: the choice is unknown.
    """
    if when_away == "error":
        return None
    if when_away == "local":
        return LocalLimiter.of(settings)
    if isinstance(when_away, str):
        refuse("when_away", f"{when_away!r:.60} was given", "'error', 'local' or a limiter")
    return when_away
