"""`daftra export --accounts` on several processes or machines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Self

from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn
from rich.text import Text

from daftra_async._text import refuse
from daftra_async.cli.progress import ENDED
from daftra_async.cli.tables import console, table
from daftra_async.cli.text import clean, count, counted, duration, rate
from daftra_async.export import load_specs

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from rich.console import Console
    from rich.progress import TaskID
    from rich.table import Table

    from daftra_async.export import ExportReport, ProgressEvent

_NAMED: Final = 3
"""Failed resources of an account that are named."""


async def export_many(
    accounts: Path | None, scheduler: str | None, workers: int | None, credentials: tuple[str | None, ...], **options: Any
) -> ExportReport:
    """Export the accounts of a file on other processes, and show how it goes.

    Raises:
        ArgumentError: an argument is invalid, or the extra is not installed.
        OSError: there is no scheduler at the address.
    """
    given = "--dask" if scheduler is not None else "--workers"
    if scheduler is not None and workers is not None:
        refuse("--dask", "--workers was given too", "one of them")
    if accounts is None:
        refuse(given, "no file of accounts was given", "--accounts too")
    if any(credentials):
        refuse("accounts", "--account, --api-key, --access-token or --base-url was given too", "either the file or these")
    # The other commands do without Dask, and this one says how it is installed.
    from daftra_async.integrations.dask import export_accounts  # noqa: PLC0415  # needs the extra dask

    specs = load_specs(accounts)
    screen = console(stderr=True)
    with Shown(screen, len(specs)) as shown:
        return await export_accounts(
            specs,
            scheduler=scheduler,
            workers=workers,
            on_account=shown.ended,
            progress=shown.moved if screen.is_terminal else None,
            **options,
        )


class Shown:
    """Shows accounts as they end, failures always: on a terminal bars of all accounts and of long lists, elsewhere lines."""

    def __init__(self, screen: Console, accounts: int) -> None:
        columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._bars = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            *columns,
            console=screen,
            transient=True,
            disable=not screen.is_terminal,
        )
        self._screen = screen
        self._all = self._bars.add_task("accounts", total=accounts)
        self._lists: dict[str, TaskID] = {}
        self._records = 0

    def __enter__(self) -> Self:
        self._bars.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self._bars.stop()

    def ended(self, name: str, report: ExportReport) -> None:
        """Show an account that has ended."""
        self._records += report.records
        if report.failed:
            self._bars.console.print(Text(f"{clean(name)}: failed: {_reasons(report)}", style="red"), soft_wrap=True)
        elif not self._screen.is_terminal:
            numbers = (counted(report.records, "record"), counted(len(report.written), "list"), duration(report.seconds))
            self._bars.console.print(Text(f"{clean(name)}: {', '.join(numbers)}"), soft_wrap=True)
        # The end of a list may have been on its way when its worker was lost.
        for label in [label for label in self._lists if label.partition("/")[0] == name]:
            self._bars.remove_task(self._lists.pop(label))
        self._bars.update(self._all, advance=1, description=f"accounts, {counted(self._records, 'record')}")

    def moved(self, event: ProgressEvent) -> None:
        """Show how far a long list has come."""
        label = event.label
        if event.state in ENDED:
            if (task := self._lists.pop(label, None)) is not None:
                self._bars.remove_task(task)
            return
        if label not in self._lists:
            self._lists[label] = self._bars.add_task(clean(label), total=None)
        self._bars.update(self._lists[label], total=event.total, completed=event.records)


def accounts_summary(report: ExportReport) -> Table:
    """Return the table that ends an export of many accounts: those that need a look, and the sum."""
    accounts = report.to_dict()["accounts"]
    result = table("account", "records", "result", right=frozenset({"records"}), footer=True)
    for name, sums in accounts.items():
        if not sums["ok"] or sums["incomplete"]:
            words = [f"{sums[word]} {word}" for word in ("failed", "drifted", "incomplete") if sums[word]]
            result.add_row(Text(clean(name)), count(sums["records"]), Text(", ".join(words), style="yellow"))
    good = sum(sums["ok"] for sums in accounts.values())
    footer = (f"{count(good)} of {counted(len(accounts), 'account')} ok", count(report.records))
    for column, text in zip(result.columns, (*footer, rate(report.records, report.seconds)), strict=True):
        column.footer = text
    return result


def _reasons(report: ExportReport) -> str:
    found = [f"{each.resource}: {clean(each.error or '')}" for each in report.failed[:_NAMED]]
    more = len(report.failed) - len(found)
    return "; ".join([*found, *([f"and {more} more"] if more else [])])
