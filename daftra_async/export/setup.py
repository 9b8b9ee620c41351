"""What all resources of an export share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import attrs

from daftra_async.export.divided import Divide
from daftra_async.export.options import Keeping, SinceOptions
from daftra_async.export.protocols import Store
from daftra_async.export.report import ProgressEvent

if TYPE_CHECKING:
    from daftra_async.export.report import State
    from daftra_async.export.walk import Walk

Listener = Callable[[ProgressEvent], None]


@attrs.frozen(kw_only=True)
class Setup:
    """What all resources of an export share."""

    store: Store
    asked: SinceOptions | None
    keeping: Keeping
    ahead: int
    """Pages of each resource that are fetched ahead."""
    as_sent: bool
    """Records are stored as they were sent."""
    progress: Listener | None
    divide: Divide | None = None
    """How huge lists are divided; None to walk them like any other list."""

    def tell(self, walk: Walk, state: State, reason: str | None = None) -> None:
        """Tell the listener of a step."""
        if self.progress is not None:
            self.progress(walk.event(state, reason))
