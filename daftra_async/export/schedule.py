"""Whose turn it is, when several accounts want to be fetched at a time."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

T = TypeVar("T")


class FairQueue(Generic[T]):
    """Gives out work, an equal share of what runs to every account.

    The next piece is of the account with the fewest that run, and of those the one that has had the fewest turns. So an account
    of a hundred long lists holds the others up for one turn at most, and has all turns when it is the last one left.
    """

    def __init__(self, work: Mapping[str, Iterable[T]]) -> None:
        self._waiting = {account: deque(items) for account, items in work.items()}
        self._running = dict.fromkeys(self._waiting, 0)
        self._turns = dict.fromkeys(self._waiting, 0)

    def __len__(self) -> int:
        return sum(len(items) for items in self._waiting.values())

    def take(self) -> tuple[str, T] | None:
        """Return an account and its next piece of work, None when no work is left; `release` has to follow."""
        ready = [account for account, items in self._waiting.items() if items]
        if not ready:
            return None
        account = min(ready, key=lambda each: (self._running[each], self._turns[each]))
        self._running[account] += 1
        self._turns[account] += 1
        return account, self._waiting[account].popleft()

    def release(self, account: str) -> None:
        """Note that a piece of work of the account is over."""
        self._running[account] -= 1
