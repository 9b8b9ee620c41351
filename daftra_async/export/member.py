"""An account of a run: what its resources share, and when its run counts as cut off."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Final

import attrs

from daftra_async.client import DaftraClient
from daftra_async.errors import ArgumentError, AuthenticationError, ConnectionLost, DaftraError, DaftraTimeout, RequestNotSent
from daftra_async.export.manifest import Manifest

if TYPE_CHECKING:
    from daftra_async.export.protocols import Store

_HOPELESS: Final = (AuthenticationError, RequestNotSent)
"""Errors that, before any page came, mean that every resource of the account will fail."""
_ON_THE_WAY: Final = (RequestNotSent, DaftraTimeout, ConnectionLost, AuthenticationError, OSError)
"""Errors that are not about the resource: no connection, an expired token, a full disk."""


@attrs.define(kw_only=True)
class Member:
    """An account of the run, and what its resources share."""

    name: str
    client: DaftraClient
    manifest: Manifest
    foreign: bool
    """What is there came from another account."""
    received: bool = False
    """A page came, so address and credential are good."""
    hopeless: DaftraError | None = None
    """The error that ends the account: nothing more is tried."""
    lost: int = 0
    """Resources that failed with such an error since the last page came."""
    _saving: asyncio.Lock = attrs.field(init=False, factory=asyncio.Lock)

    @property
    def cut_off(self) -> bool:
        """The connection, the credential or the place ended the run, so that the next one should continue it.

        One list that always fails must not keep the others from being fetched again, so it takes two, or that nothing was done.
        """
        finished = any(done.run == self.manifest.run for done in self.manifest.done.values())
        return self.lost > 1 or (self.lost == 1 and not finished)

    def failed(self, error: Exception) -> None:
        """Note that a resource failed."""
        if isinstance(error, ArgumentError):
            return
        if isinstance(error, _HOPELESS):
            self.hopeless = error
        if isinstance(error, _ON_THE_WAY) and (self.received or not isinstance(error, AuthenticationError)):
            self.lost += 1

    async def save(self, store: Store) -> None:
        """Store the manifest."""
        async with self._saving:
            await store.save(self.name, self.manifest.to_dict())

    async def close_run(self, store: Store) -> None:
        """Note that the run is complete, unless it was cut off."""
        self.manifest.complete = not self.cut_off
        if self.manifest.complete and self.manifest.name is None:
            self.manifest.forget_censuses()
        await self.save(store)
