"""The invoices of an account as a report needs them, from the rows of any source."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs

from daftra_async.lists.open_invoices import OPEN, due_on
from daftra_async.money.currencies import currency_code
from daftra_async.report.rows import rows
from daftra_async.report.sources.held import INVOICES, LINES, WANTED
from daftra_async.wire.columns.batches import MAIN
from daftra_async.wire.columns.layout import KEY, PARENT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from daftra_async.report.rows import Misfits
    from daftra_async.report.sources.held import Tables


@attrs.frozen(kw_only=True)
class Invoice:
    """What a report looks at."""

    key: str
    """`_id` of the record."""
    no: str
    client_id: int | None
    client: str
    """Name of the client, as the invoice has it."""
    currency: str
    """Code; empty for the currency of the account."""
    date: dt.date | None
    due: dt.date | None
    is_open: bool
    """Neither draft nor paid in full."""
    is_draft: bool
    unpaid: Decimal | None
    """None where the field holds no exact amount."""


@attrs.frozen
class Line:
    """One line of an invoice."""

    parent: str
    """Key of the invoice."""
    product_id: int | None
    item: str
    subtotal: Decimal | None


def invoices_of(tables: Tables, misfits: Misfits) -> list[Invoice]:
    """Return the invoices."""
    names = (KEY, *WANTED[INVOICES].columns[MAIN])
    return [_invoice(dict(zip(names, row, strict=True))) for row in rows(WANTED[INVOICES].table, tables[MAIN], names, misfits)]


def lines_of(tables: Tables, misfits: Misfits) -> Iterator[Line]:
    """Yield the lines of the invoices."""
    layout = WANTED[INVOICES].table.lines[LINES]
    for parent, product, item, subtotal in rows(layout, tables[LINES], (PARENT, *WANTED[INVOICES].columns[LINES]), misfits):
        yield Line(parent, product, item or "", subtotal if isinstance(subtotal, Decimal) else None)


def _invoice(row: dict[str, Any]) -> Invoice:
    unpaid, date = row["summary_unpaid"], row["date"]
    person = " ".join(filter(None, (row["client_first_name"], row["client_last_name"])))
    return Invoice(
        key=row[KEY],
        no=row["no"] or row[KEY],
        client_id=row["client_id"],
        client=row["client_business_name"] or person,
        currency=currency_code(row["currency_code"]),
        date=date if isinstance(date, dt.date) else None,
        due=due_on(row["issue_date"], date, row["due_after"]),
        is_open=row["payment_status"] in OPEN,
        is_draft=bool(row["draft"]),
        unpaid=unpaid if isinstance(unpaid, Decimal) else None,
    )
