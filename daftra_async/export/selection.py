"""Choose the part of a list to fetch: all of it, the records since a time, or the changes that its v2 twin names."""

from __future__ import annotations

import datetime as dt
import logging
from typing import TYPE_CHECKING, Final

import attrs

from daftra_async.export import incremental
from daftra_async.export.incremental import Window
from daftra_async.export.member import Member
from daftra_async.export.setup import Setup
from daftra_async.export.twins import Changes, changes
from daftra_async.export.walk import Walk
from daftra_async.lists.twin import TwinError

if TYPE_CHECKING:
    from daftra_async.export.manifest import Running
    from daftra_async.operation import Twin

_LOG: Final = logging.getLogger("daftra_async")


@attrs.frozen
class Selection:
    """Chooses the part of one list."""

    setup: Setup
    member: Member
    walk: Walk

    async def part(self, before: Running | None) -> Window | Changes | None:
        """Return the part of the list to fetch, or what has changed in it; None for all of it. The report says which."""
        found: Changes | Window | str | None = self._wanted(before)
        if isinstance(found, Window) and found.twin is not None:
            found = await self._by_twin(found, found.twin, before)
        if isinstance(found, Window):
            self.walk.incremental = f"{found.field} >= {found.start.isoformat()}"
            return found
        if isinstance(found, Changes):
            asked = found.window
            self.walk.incremental = f"{asked.field} >= {asked.start.isoformat()}, ids from v2 {found.entity}"
            return found
        self.walk.incremental = found
        return None

    async def _by_twin(self, window: Window, twin: Twin, before: Running | None) -> Changes | Window | str:
        """Return what the v2 twin says, or else how to walk the list."""
        target, done = self.walk.target, self.member.manifest.done.get(self.walk.target.name)
        found: Changes | str
        if before is not None and before.checkpoint is not None:
            found = "the walk that was interrupted goes on"
        elif self.setup.as_sent:
            found = "records are kept as the list sends them"
        else:
            try:
                found = await changes(self.member.client, target, twin, window, done)
            except TwinError as error:
                _LOG.warning("%s: %s, so the list is walked", target.name, error)
                found = str(error)
        if isinstance(found, Changes):
            return found
        return attrs.evolve(window, twin=None) if window.arguments else f"full: {found}"

    def _wanted(self, before: Running | None) -> Window | str | None:
        asked, target, manifest = self.setup.asked, self.walk.target, self.member.manifest
        if asked is None:
            return None
        if self.member.foreign:
            return "full: what was there came from another account"
        if before is not None and before.start is not None:
            return incremental.from_start(target, asked.by, dt.datetime.fromisoformat(before.start))
        done = manifest.done.get(target.name)
        mergeable = self.setup.store.keeps_rows or (done is not None and done.base)
        return incremental.window(target, asked, done, mergeable=mergeable)
