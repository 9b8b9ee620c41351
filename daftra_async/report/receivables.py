"""What clients owe, by age: an open invoice counts in the range of days that it is late."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.report.sums import ZERO, plain, plus, total

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from daftra_async.report.invoices import Invoice

AGES: Final = ("not_due", "days_1_30", "days_31_60", "days_61_90", "days_over_90", "undated")
"""Ranges of days after the day on which payment was due; `undated` for invoices without a date that can be read."""
_LAST_DAYS: Final = (0, 30, 60, 90)


def age_of(due: dt.date | None, today: dt.date) -> int:
    """Return the range of an invoice, a place in `AGES`."""
    if due is None:
        return len(AGES) - 1
    late = (today - due).days
    return sum(late > last for last in _LAST_DAYS)


@attrs.frozen(kw_only=True)
class Receivable:
    """What a client owes in one currency."""

    client_id: int | None
    client: str
    currency: str
    invoices: int
    amounts: tuple[Decimal, ...]
    """By `AGES`."""

    @property
    def total(self) -> Decimal:
        """All of it."""
        return total(self.amounts)

    @property
    def overdue(self) -> Decimal:
        """What is late by at least a day."""
        return total(self.amounts[1:-1])

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready data; amounts are text."""
        amounts = {age: plain(amount) for age, amount in zip(AGES, self.amounts, strict=True)}
        who = {"client_id": self.client_id, "client": self.client, "currency": self.currency, "invoices": self.invoices}
        return {**who, **amounts, "overdue": plain(self.overdue), "total": plain(self.total)}


@attrs.frozen(kw_only=True)
class Overdue:
    """An open invoice whose payment is late."""

    key: str
    no: str
    client_id: int | None
    client: str
    currency: str
    due: dt.date
    days: int
    """How long it has been late."""
    unpaid: Decimal | None

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready data; the amount is text."""
        data = attrs.asdict(self)
        return {**data, "due": self.due.isoformat(), "unpaid": None if self.unpaid is None else plain(self.unpaid)}


@attrs.frozen(kw_only=True)
class Receivables:
    """What clients owe."""

    clients: tuple[Receivable, ...]
    """By currency, then the largest first."""
    currencies: tuple[Receivable, ...]
    """The sums of each currency, without a client."""
    overdue: tuple[Overdue, ...]
    """The longest first."""
    missing: int
    """Open invoices without an amount that can be read: the sums are too low by them."""

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready data."""
        currencies = (
            {name: value for name, value in each.to_dict().items() if name not in {"client_id", "client"}}
            for each in self.currencies
        )
        return {
            "currencies": list(currencies),
            "clients": [each.to_dict() for each in self.clients],
            "without_amount": self.missing,
        }


def receivables_of(invoices: Iterable[Invoice], today: dt.date) -> Receivables:
    """Return what is open on a day."""
    opened = [invoice for invoice in invoices if invoice.is_open]
    names: dict[tuple[int | str, str], str] = {}
    sums: dict[tuple[int | str, str], list[Decimal]] = defaultdict(lambda: [ZERO] * len(AGES))
    counts: dict[tuple[int | str, str], int] = defaultdict(int)
    for invoice in sorted(opened, key=_order):
        # Clients without an id are told apart by their names.
        whose = (invoice.client_id or invoice.client, invoice.currency)
        names[whose] = invoice.client or names.get(whose, "")
        counts[whose] += 1
        place = age_of(invoice.due, today)
        sums[whose][place] = plus(sums[whose][place], invoice.unpaid or ZERO)
    clients = [
        Receivable(
            client_id=whose[0] if isinstance(whose[0], int) else None,
            client=names[whose],
            currency=whose[1],
            invoices=counts[whose],
            amounts=tuple(amounts),
        )
        for whose, amounts in sums.items()
    ]
    clients.sort(key=lambda each: (each.currency, -each.total, each.client, each.client_id or 0))
    return Receivables(
        clients=tuple(clients),
        currencies=_by_currency(clients),
        overdue=_overdue(opened, today),
        missing=sum(invoice.unpaid is None for invoice in opened),
    )


def _by_currency(clients: Iterable[Receivable]) -> tuple[Receivable, ...]:
    found: Mapping[str, list[Receivable]] = defaultdict(list)
    for each in clients:
        found[each.currency].append(each)
    return tuple(
        Receivable(
            client_id=None,
            client="",
            currency=currency,
            invoices=sum(each.invoices for each in some),
            amounts=tuple(total(amounts) for amounts in zip(*(each.amounts for each in some), strict=True)),
        )
        for currency, some in sorted(found.items())
    )


def _overdue(opened: Iterable[Invoice], today: dt.date) -> tuple[Overdue, ...]:
    late = [
        Overdue(
            key=invoice.key,
            no=invoice.no,
            client_id=invoice.client_id,
            client=invoice.client,
            currency=invoice.currency,
            due=invoice.due,
            days=(today - invoice.due).days,
            unpaid=invoice.unpaid,
        )
        for invoice in opened
        if invoice.due is not None and invoice.due < today
    ]
    return tuple(sorted(late, key=lambda each: (-each.days, each.currency, -(each.unpaid or ZERO), each.key)))


def _order(invoice: Invoice) -> tuple[dt.date, str]:
    return (invoice.date or dt.date.min, invoice.key)
