"""`daftra open`: invoices that are not paid in full."""

# No `from __future__ import annotations` here: typer reads the annotations when the command is made.
import datetime as dt
from collections.abc import Sequence
from typing import Annotated, Any, Final

import attrs
import typer

from daftra_async.cli import options
from daftra_async.cli.columns import Column, cell, named
from daftra_async.cli.output import line, wants_json, wire
from daftra_async.cli.running import run
from daftra_async.cli.text import count, counted
from daftra_async.errors import ArgumentError
from daftra_async.lists.open_invoices import due_date
from daftra_async.wire import hints

_RESOURCES: Final = ("invoices",)
_COLUMNS: Final = ("id,no,client_business_name", "summary_total,summary_unpaid,currency_code")
"""Columns of the table before and after the due date."""


@attrs.frozen
class _Due(Column):
    """The due date of an invoice, computed from several fields."""

    def of(self, record: Any) -> dt.date | None:
        return due_date(record)


def open_command(
    resource: Annotated[
        str,
        typer.Argument(
            metavar="RESOURCE",
            help="invoices, also when left out: no other resource can be open.",
            autocompletion=lambda: _RESOURCES,
            show_default=False,
        ),
    ] = "invoices",
    older_than: Annotated[
        int | None,
        typer.Option(
            metavar="DAYS", min=0, help="Only those due longer ago than so many days; 0 for all overdue ones.", show_default=False
        ),
    ] = None,
    client_id: Annotated[int | None, typer.Option(metavar="ID", help="Only those of this client.", show_default=False)] = None,
    limit: options.Limit = 20,
    everything: options.Everything = False,
    columns: options.Columns = None,
    as_json: options.AsJson = None,
) -> None:
    """Show the invoices that are not paid in full.

    Those that have been due for the longest come first; the last line says what is unpaid in all, by currency. On a terminal as a
    table, elsewhere (or with --json) as JSON Lines: one record a line, as the server sent it.
    """

    async def work() -> list[Any]:
        if resource not in _RESOURCES:
            msg = f"{resource[:60]!r} cannot be open, only invoices can: daftra open"
            raise ArgumentError(msg, "resource")
        if columns is not None:
            named(hints.model("Invoice"), columns)
        from daftra_async.cli.connect import connect  # noqa: PLC0415  # bad arguments are refused without aiohttp

        async with connect(*options.given()) as client:
            return await client.invoices.open(client_id, older_than=older_than).collect()

    found = sorted(run(work()), key=lambda invoice: due_date(invoice) or dt.date.max)
    model = hints.model("Invoice")
    shown = found if everything else found[:limit]
    if wants_json(as_json):
        chosen = None if columns is None else named(model, columns)
        for invoice in shown:
            line(wire(invoice, chosen))
        return
    _table(model, found, shown, columns)


def _table(model: type[Any], found: Sequence[Any], shown: Sequence[Any], columns: str | None) -> None:
    from daftra_async.cli.record_tables import records_table  # noqa: PLC0415  # JSON does without rich

    if columns is None:
        before, after = ([attrs.evolve(column, short=True) for column in named(model, names)] for names in _COLUMNS)
        chosen = [*before, _Due("", "due"), *after]
    else:
        chosen = named(model, columns)
    records_table(model, shown, chosen, None, "open invoices", counts=False)
    if found:
        whole = len(shown) == len(found)
        numbers = counted(len(found), "open invoice") if whole else f"{count(len(shown))} of {count(len(found))} shown"
        typer.echo(f"{numbers}; unpaid: {_unpaid(found)}")


def _unpaid(invoices: Sequence[Any]) -> str:
    """Return what is unpaid in all, by currency."""
    from daftra_async.money import totals  # noqa: PLC0415  # tables alone show a sum

    parts: list[str] = []
    for currency, sums in totals(invoices).items():
        missing = sums.missing.get("unpaid")
        note = f" ({counted(missing, 'invoice')} without an amount)" if missing else ""
        parts.append(f"{cell(sums.unpaid)} {currency}".strip() + note)
    return ", ".join(parts)
