"""What an export tells: events while it runs, and a report when it is over."""

from __future__ import annotations

import logging
from typing import Any, Final, Literal

import attrs

from daftra_async._os_errors import sentence
from daftra_async.errors import DaftraError
from daftra_async.wire.census_report import Report

_LOG: Final = logging.getLogger("daftra_async")
_LONGEST: Final = 300
"""Characters of an unexpected error in the report."""
State = Literal["started", "page", "finished", "failed", "skipped"]


@attrs.frozen(kw_only=True)
class ProgressEvent:
    """One step of one resource; the numbers are totals since the resource started."""

    resource: str
    """The resource as the report names it."""
    account: str = ""
    """Name of its account; empty when there is only one."""
    state: State
    """`page` comes after each page that was stored; the last three end the resource."""
    records: int = 0
    """Records received; those from before an interruption are included."""
    pages: int = 0
    bytes: int = 0
    total: int | None = None
    """Records the server announces; None until it says."""
    seconds: float = 0.0
    """Since the resource started; waiting for its turn is not counted."""
    resumed: int = 0
    """Records that came before the export was interrupted."""
    reason: str | None = None
    """Why it failed or was skipped."""

    @property
    def label(self) -> str:
        """Account and resource."""
        return f"{self.account}/{self.resource}" if self.account else self.resource


@attrs.frozen(kw_only=True)
class ResourceReport:
    """The result of one resource."""

    resource: str
    """The resource as it was named: `invoices`, `workflow_records:workflow_id=36`."""
    operation: str
    """Operation id such as `invoices.list`."""
    account: str = ""
    """Name of its account; empty when there is only one."""
    file: str | None = None
    """Name of the file in the folder of the account, or of the table; None when none was written."""
    records: int = 0
    """Records written, by the whole run when it was continued; for a resource that failed, read until then."""
    received: int | None = None
    """Records received, those included that an incremental run found too old; None where all were written."""
    held: int | None = None
    """Records in the file now, those of earlier runs included; None when none was written."""
    pages: int = 0
    bytes: int = 0
    seconds: float = 0.0
    announced: int | None = None
    """Records the server announced with the last page; None where it announces nothing, or the walk had no need to reach the
    end of the list."""
    changed: bool = False
    """The announced number was not the same on all pages, and rows may be missing: one slips past when another is deleted."""
    resumed: Literal["part", "done"] | None = None
    """What an interrupted run had left: some pages, or the whole resource, which was not fetched again."""
    incremental: str | None = None
    """What an incremental run asked for: `modified >= 2026-01-31T08:00:00`, or `full: ` and why; None without `since`."""
    split: str | None = None
    """For a huge list that several workers export: `12 windows`, or `whole: ` and why it was walked; None for other lists."""
    incomplete: str | None = None
    """It came short and was accepted by `incomplete="keep"`: `80 of 300 announced`. What came was merged, nothing was deleted."""
    error: str | None = None
    """Why it failed, in one sentence."""
    error_type: str | None = None
    """Class of the error, such as `PermissionDeniedError`."""
    skipped: str | None = None
    """Why it was left out."""

    @property
    def label(self) -> str:
        """Account and resource."""
        return f"{self.account}/{self.resource}" if self.account else self.resource

    @property
    def ok(self) -> bool:
        """It did not fail, and the counts agree."""
        return self.error is None and not self.drift

    @property
    def drift(self) -> bool:
        """What was written may differ from what the server holds: counts differ, or the list changed during the walk."""
        if self.error is not None or self.skipped is not None or self.incomplete is not None:
            return False
        received = self.records if self.received is None else self.received
        return self.changed or (self.announced is not None and self.announced != received)

    def to_dict(self) -> dict[str, Any]:
        """Return the report as JSON-ready data."""
        return {**attrs.asdict(self), "seconds": round(self.seconds, 3), "drift": self.drift}


@attrs.frozen(kw_only=True)
class ExportReport:
    """The result of an export."""

    resources: tuple[ResourceReport, ...]
    """In the order of accounts and names."""
    seconds: float
    """From start to end."""
    to: str = ""
    """Where it went: a folder, or a URL without its password."""
    census: Report = attrs.field(factory=lambda: Report({}))
    """Undocumented fields and values in all records of the export: those that came before an interruption are in it too."""
    census_file: str | None = None
    """The file with the census: its name in the folder `to`, or its path where `to` is the URL of a DuckDB file. None when no
    page came, when it could not be written, and for other databases and places."""

    @property
    def records(self) -> int:
        """Records in all files."""
        return sum(report.records for report in self.resources if report.file)

    @property
    def pages(self) -> int:
        """Pages that were read, also those of resources that failed later."""
        return sum(report.pages for report in self.resources)

    @property
    def bytes(self) -> int:
        """Size of all files."""
        return sum(report.bytes for report in self.resources if report.file)

    @property
    def written(self) -> tuple[ResourceReport, ...]:
        """Resources that have a new file."""
        return tuple(report for report in self.resources if report.file)

    @property
    def failed(self) -> tuple[ResourceReport, ...]:
        """Resources that ended with an error."""
        return tuple(report for report in self.resources if report.error is not None)

    @property
    def skipped(self) -> tuple[ResourceReport, ...]:
        """Resources that were left out."""
        return tuple(report for report in self.resources if report.skipped is not None)

    @property
    def drifted(self) -> tuple[ResourceReport, ...]:
        """Resources whose files may not hold what the server holds."""
        return tuple(report for report in self.resources if report.drift)

    @property
    def incomplete(self) -> tuple[ResourceReport, ...]:
        """Resources that came short and were accepted by `incomplete="keep"`."""
        return tuple(report for report in self.resources if report.incomplete is not None)

    @property
    def resumed(self) -> bool:
        """It continued a run that was interrupted."""
        return any(report.resumed for report in self.resources)

    @property
    def ok(self) -> bool:
        """No resource failed and no counts differ."""
        return all(report.ok for report in self.resources)

    def of(self, account: str) -> ExportReport:
        """Return the report of one account, without the census."""
        chosen = tuple(report for report in self.resources if report.account == account)
        return ExportReport(resources=chosen, seconds=max((report.seconds for report in chosen), default=0.0), to=self.to)

    def to_dict(self) -> dict[str, Any]:
        """Return the report as JSON-ready data."""
        accounts: dict[str, list[ResourceReport]] = {}
        for report in self.resources:
            accounts.setdefault(report.account, []).append(report)
        return {
            **self.sums(),
            "to": self.to,
            "seconds": round(self.seconds, 3),
            "unknown_fields": len(self.census.unknown_fields),
            "census_file": self.census_file,
            "accounts": {name: attrs.evolve(self, resources=tuple(own)).sums() for name, own in accounts.items() if name},
            "resources": [report.to_dict() for report in self.resources],
        }

    def sums(self) -> dict[str, Any]:
        """Return the totals over all resources, as JSON-ready data."""
        return {
            "ok": self.ok,
            "records": self.records,
            "pages": self.pages,
            "bytes": self.bytes,
            "written": len(self.written),
            "failed": len(self.failed),
            "skipped": len(self.skipped),
            "drifted": len(self.drifted),
            "incomplete": len(self.incomplete),
            "resumed": self.resumed,
        }


def reason_of(error: Exception, what: str) -> str:
    """Return why a resource or an account failed, for the report.

    Other errors than those of this package and of the system are a mistake of ours, or a record that breaks what reads it: they
    are logged, and the others go on.
    """
    if isinstance(error, DaftraError):
        return str(error)
    if isinstance(error, OSError):
        return sentence(error)
    _LOG.error("%s: the export failed", what, exc_info=error)
    return f"{type(error).__name__}: {error}"[:_LONGEST]
