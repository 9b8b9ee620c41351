"""`daftra export --accounts` on several processes or machines."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn
from rich.text import Text

from daftra_async._text import refuse
from daftra_async.cli.tables import console, table
from daftra_async.cli.text import clean, count, counted, duration, in_options, rate
from daftra_async.export import load_specs

if TYPE_CHECKING:
    from collections.abc import Callable, Generator
    from pathlib import Path

    from rich.console import Console
    from rich.table import Table

    from daftra_async.export import ExportReport

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
    with shown(console(stderr=True), len(specs)) as on_account:
        return await export_accounts(specs, scheduler=scheduler, workers=workers, on_account=on_account, **options)


@contextmanager
def shown(screen: Console, accounts: int) -> Generator[Callable[[str, ExportReport], None]]:
    """Show accounts as they end: a bar on a terminal, a line for each of them elsewhere; failures always."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    bar = Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal)
    task = bar.add_task("accounts", total=accounts)
    records = 0

    def ended(name: str, report: ExportReport) -> None:
        nonlocal records
        records += report.records
        if report.failed:
            bar.console.print(Text(f"{clean(name)}: failed: {_reasons(report)}", style="red"), soft_wrap=True)
        elif not screen.is_terminal:
            numbers = (counted(report.records, "record"), counted(len(report.written), "list"), duration(report.seconds))
            bar.console.print(Text(f"{clean(name)}: {', '.join(numbers)}"), soft_wrap=True)
        bar.update(task, advance=1, description=f"accounts, {counted(records, 'record')}")

    with bar:
        yield ended


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
    found = [f"{each.resource}: {clean(in_options(each.error or ''))}" for each in report.failed[:_NAMED]]
    more = len(report.failed) - len(found)
    return "; ".join([*found, *([f"and {more} more"] if more else [])])
