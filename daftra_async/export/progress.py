"""What an export tells while it runs."""

from __future__ import annotations

from typing import Literal

import attrs

State = Literal["started", "page", "finished", "failed", "skipped"]


@attrs.frozen(kw_only=True)
class ProgressEvent:
    """One step of one resource; the numbers are sums since the resource started."""

    resource: str
    """The resource as the report names it."""
    account: str = ""
    """Name of its account; empty when there is only one."""
    state: State
    """`page` comes after each page that was written; the last three end the resource."""
    records: int = 0
    """Records received; when an interrupted export is continued, those of before are in it."""
    pages: int = 0
    bytes: int = 0
    total: int | None = None
    """Records the server announces; None while it has not said."""
    seconds: float = 0.0
    """Since the resource started, waiting for its turn not counted."""
    resumed: int = 0
    """Records that came before the export was interrupted."""
    reason: str | None = None
    """Why it failed or was skipped."""

    @property
    def label(self) -> str:
        """Account and resource."""
        return f"{self.account}/{self.resource}" if self.account else self.resource
