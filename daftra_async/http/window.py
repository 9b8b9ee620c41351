"""How many requests may be under way: a number that follows what the server can take.

Halved when the server is at its limit, widened while it is not (additive increase, multiplicative decrease). Requests that were
under way when it was halved belong to the same trouble, so each one takes note of the period in which it began, and only those of
the present period halve it.
"""

from __future__ import annotations


class AdaptiveWindow:
    """A width from 1 to its limit.

    Args:
        limit: Its largest width.
        start: Its first width; the limit by default.
    """

    __slots__ = ("_limit", "_width", "period")

    def __init__(self, limit: int, start: int | None = None) -> None:
        self._limit = limit
        self._width = float(limit if start is None else min(start, limit))
        self.period = 0
        """How often it was halved."""

    @property
    def width(self) -> int:
        """Requests that may be under way now."""
        return int(self._width)

    def widen(self, by: float = 1.0) -> None:
        """Make it wider, up to its limit."""
        self._width = min(self._limit, self._width + by)

    def widen_by_round(self) -> None:
        """Make it wider by one when as many have ended well as may be under way."""
        self.widen(1 / self._width)

    def halve(self, period: int) -> bool:
        """Halve it, unless that was done since `period`; return whether it was done now."""
        if period != self.period:
            return False
        self.period += 1
        self._width = max(1.0, self._width // 2)
        return True
