"""How many requests a minute the account answers."""

from __future__ import annotations

import math
from collections import deque
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_MINUTE: Final = 60.0


class RateLimit:
    """Counts the requests of the last minute."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._answered: deque[float] = deque()

    def wait(self, limit: int) -> int:
        """Seconds until a request may come, 0 if this one may, which is counted then.

        Args:
            limit: Requests a minute; 0 is no limit.
        """
        now = self._clock()
        while self._answered and self._answered[0] <= now - _MINUTE:
            self._answered.popleft()
        if limit and len(self._answered) >= limit:
            return max(1, math.ceil(self._answered[-limit] + _MINUTE - now))
        if limit:
            self._answered.append(now)
        return 0
