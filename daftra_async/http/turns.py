"""Turns: locks on records within one client and its views, served in order.

An edit holds its record from the read to the write; `find_or_create` holds the values it looks for. Others wait, first come first
served. Edits inside edits could wait for each other for ever: each for the record that the other one holds. A wait that would
close such a circle is refused. The simplest circle is an edit of the record that is being edited already.

What a task holds is kept in a context variable, so tasks started inside an edit count as a part of it.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Hashable
from contextvars import ContextVar
from typing import TYPE_CHECKING, Final

import attrs

from daftra_async.errors import DaftraTimeout, RequestNotSent
from daftra_async.operation import UNSET, UnsetType

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping
    from types import TracebackType

    from daftra_async.operation import AnyOperation

_HELD: Final[ContextVar[frozenset[Turn]]] = ContextVar("daftra_async_turns", default=frozenset())
"""The turns that the running code is in."""


@attrs.define(eq=False)
class _Place:
    """A lock, who holds it, and how many use it."""

    lock: asyncio.Lock = attrs.field(factory=asyncio.Lock)
    holder: Turn | None = None
    users: int = 0
    """Those who hold it or wait for it; a place without any is dropped."""


class Turns:
    """The locks of a client."""

    __slots__ = ("_places", "_waiting")

    def __init__(self) -> None:
        self._places: dict[Hashable, _Place] = {}
        self._waiting: dict[Turn, frozenset[Turn]] = {}
        """Those who wait, and what they hold meanwhile."""

    def __len__(self) -> int:
        """Number of keys that are held or waited for."""
        return len(self._places)

    def holds(self, key: Hashable) -> bool:
        """Return whether the running code holds a key."""
        place = self._places.get(key)
        return place is not None and place.holder in _HELD.get()

    def turn(self, key: Hashable, name: str) -> Turn:
        """Return a turn to be entered with `async with`, or with `begin` and `end`.

        Args:
            key: What is worked on.
            name: The same for people.
        """
        return Turn(self, key, name)

    async def acquire(self, turn: Turn) -> None:
        """Wait for a turn.

        Raises:
            RequestNotSent: the wait would never end.
        """
        held = _HELD.get()
        self._refuse_circle(turn, held)
        place = self._places.setdefault(turn.key, _Place())
        place.users += 1
        self._waiting[turn] = held
        try:
            await place.lock.acquire()
        except BaseException:
            self._leave(turn.key, place)
            raise
        finally:
            del self._waiting[turn]
        place.holder = turn
        _HELD.set(held | {turn})

    def release(self, turn: Turn) -> None:
        """Let the next one have its turn; nothing happens if this one has none."""
        place = self._places.get(turn.key)
        if place is None or place.holder is not turn:
            return
        place.holder = None
        place.lock.release()
        self._leave(turn.key, place)
        _HELD.set(_HELD.get() - {turn})

    def _leave(self, key: Hashable, place: _Place) -> None:
        place.users -= 1
        if not place.users:
            del self._places[key]

    def _refuse_circle(self, turn: Turn, held: frozenset[Turn]) -> None:
        """Refuse a wait for somebody who waits for this code, be it through others."""
        keys, seen = [turn.key], set[Turn]()
        while keys:
            place = self._places.get(keys.pop())
            holder = None if place is None else place.holder
            if holder is None or holder in seen:
                continue
            if holder in held:
                raise RequestNotSent(_told(turn, holder), "id")
            seen.add(holder)
            keys += [waiting.key for waiting, theirs in self._waiting.items() if holder in theirs]


@attrs.frozen(eq=False)
class Turn:
    """One turn, entered once."""

    _turns: Turns = attrs.field(repr=False)
    key: Hashable = attrs.field(repr=False)
    name: str

    async def begin(self, timeout: float | None = None) -> None:
        """Wait for the turn, at most `timeout` seconds.

        Raises:
            RequestNotSent: the wait would never end.
            DaftraTimeout: the time was over.
        """
        try:
            async with asyncio.timeout(timeout):
                await self._turns.acquire(self)
        except TimeoutError as error:
            msg = f"{self.name}: another write of it was not done in time (timeout=); nothing was sent"
            raise DaftraTimeout(msg) from error

    def end(self) -> None:
        """Let the next one have it."""
        self._turns.release(self)

    async def __aenter__(self) -> None:
        await self.begin()

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.end()


@contextlib.asynccontextmanager
async def sending(
    turns: Turns, op: AnyOperation, path: Mapping[str, object], timeout: float | UnsetType | None = UNSET
) -> AsyncGenerator[None, None]:
    """Keep other writes of the client off the record during the block; that of an edit begins with its last look at it.

    Raises:
        DaftraTimeout: there was no turn in time.
    """
    key = ("send", record_key(op, path))
    changes = op.replaces or op.method in {"PUT", "DELETE"}
    if not changes or key[1] is None or turns.holds(key):
        yield
        return
    turn = turns.turn(key, f"{op.resource} {path.get('id')}")
    await turn.begin(None if isinstance(timeout, UnsetType) else timeout)
    try:
        yield
    finally:
        turn.end()


def record_key(op: AnyOperation, path: Mapping[str, object]) -> Hashable | None:
    """Return the key of the record that a call names, whatever operation it is of; None if it names none."""
    names = {param.name for param in op.positional} - {"format", "level"}
    if "id" not in names or "id" not in path:
        return None
    identity = str(path["id"]).strip()
    others = tuple((name, str(path[name])) for name in sorted(names - {"id"}) if name in path)
    return op.entity, others, int(identity) if identity.isascii() and identity.isdigit() else identity


def _told(turn: Turn, holder: Turn) -> str:
    if turn.key == holder.key:
        return f"{turn.name} is being edited by the block around this call: change its draft, or leave that block first"
    return (
        f"{turn.name} is being edited elsewhere, by code that waits for {holder.name}, which is edited here:"
        " neither could go on; edit records in the same order everywhere"
    )
