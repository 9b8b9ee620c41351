"""The state of one list while it is walked: what was stored, what was announced, and the report of it."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Any, Literal

import attrs

from daftra_async.export.counting import Count
from daftra_async.export.protocols import Checkpoint
from daftra_async.export.report import ProgressEvent, ResourceReport
from daftra_async.export.targets import Target
from daftra_async.wire.census import Entry
from daftra_async.wire.census_report import census_of

if TYPE_CHECKING:
    from daftra_async.export.report import State


@attrs.define(kw_only=True)
class Walk:
    """The state of one resource while it is fetched."""

    account: str
    target: Target
    began: float = attrs.field(factory=perf_counter)
    at: Checkpoint = attrs.field(factory=lambda: Checkpoint(page=0, records=0))
    """The last page that was stored."""
    count: Count = attrs.field(factory=Count)
    """Its records, against what it announces."""
    census: dict[Entry, int] = attrs.field(factory=dict[Entry, int])
    """Counts of what no model describes, over the whole run."""
    changed: bool = False
    """The announced total was not the same on all pages."""
    early: bool = False
    """The rest of the list was not needed."""
    part: str | None = None
    """For a list that came short and is kept: `80 of 300 announced`."""
    resumed: Checkpoint | None = None
    """Where an interrupted run stood; None when it started over."""
    incremental: str | None = None
    split: str | None = None
    """For a huge list: `12 windows`, or `whole: ` and why; see `ResourceReport.split`."""
    size: int = 0

    @property
    def seconds(self) -> float:
        """Seconds since its turn came."""
        return perf_counter() - self.began

    def restart(self) -> None:
        """Forget what was fetched."""
        self.at, self.changed, self.early, self.resumed, self.size = Checkpoint(page=0, records=0), False, False, None, 0
        self.count = Count()
        self.census.clear()

    def resume(self, at: Checkpoint) -> None:
        """Go on where an interrupted run stood."""
        self.at, self.size, self.resumed, self.count = at, at.offset, at, Count(at)
        self.changed = self.changed or at.shrank
        self.forget(at)

    def forget(self, at: Checkpoint) -> None:
        """Drop what was counted after the checkpoint from the census."""
        self.census.clear()
        self.census.update(census_of(at.census))

    @property
    def short(self) -> bool:
        """The list ended before what it announced, and that was needed."""
        return self.count.short and not self.early and "page" not in self.target.named

    @property
    def moved(self) -> bool:
        """The announced total was not the same on all pages, and a record may be missing for it.

        A total that only grew is no sign of that when every record came: each was counted once.
        """
        return self.changed and (self.at.shrank or (not self.early and self.count.distinct != self.at.total))

    def event(self, state: State, reason: str | None = None) -> ProgressEvent:
        """Return the progress event of this step."""
        return ProgressEvent(
            account=self.account,
            resource=self.target.name,
            state=state,
            records=self.at.read,
            pages=self.at.page,
            bytes=self.size,
            total=self.at.total,
            seconds=self.seconds,
            resumed=0 if self.resumed is None else self.resumed.read,
            reason=reason,
        )

    def report(self, **rest: Any) -> ResourceReport:
        """Return the report of the resource."""
        resumed: Literal["part"] | None = None if self.resumed is None else "part"
        values: dict[str, Any] = {
            "records": self.at.records,
            "received": None if self.at.read == self.at.records else self.at.read,
            "pages": self.at.page,
            "bytes": self.size,
            "seconds": self.seconds,
            "announced": None if self.early else self.at.total,
            "changed": self.moved,
            "incomplete": self.part,
            "resumed": resumed,
            "incremental": self.incremental,
            "split": self.split,
        }
        return ResourceReport(
            resource=self.target.name, account=self.account, operation=self.target.operation.id, **{**values, **rest}
        )
