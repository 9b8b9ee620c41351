"""Invoices that are not paid in full, from several filtered lists, each invoice once.

The documented filter `payment_status` tells overdue (-3) from due (-2) invoices; that of partly paid ones (1) is in use, and no
document says whether these are among the others. The three lists are read one after the other. The server ignores filters that it
does not know, so every row is compared; an invoice that falls due or is shown twice comes once.
"""

from __future__ import annotations

import datetime as dt
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Final, TypeVar

from daftra_async._text import refuse, whole
from daftra_async.lists.stream import Stream
from daftra_async.wire.identity import id_of

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    from daftra_async.lists.executor import Executor
    from daftra_async.lists.pager import Pager
    from daftra_async.operation import Operation

R = TypeVar("R")

_OVERDUE: Final = -3
_DUE: Final = -2
_PARTIALLY_PAID: Final = 1
OPEN: Final = frozenset({0, _PARTIALLY_PAID})
"""What the field `payment_status` of an open invoice holds: nothing or a part is paid."""
_PAGE: Final = 1000
_CONCURRENCY: Final = 4


class OpenInvoices(Stream[R]):
    """The open invoices of an account: a stream, so `limit`, `filter`, `collect` and `async for` work on it.

    Args:
        client: What executes operations.
        op: The list of invoices.
        client_id: Only invoices of this client.
        older_than: Only invoices whose payment was due more than so many days ago.
        today: The day that the days are counted from.
        concurrency: Pages in flight at most.
        options: `timeout` and `extra_headers` of each request.

    Raises:
        ArgumentError: an argument is refused.
    """

    __slots__ = ("_client_id", "_latest", "_lists")

    def __init__(
        self,
        client: Executor,
        op: Operation[R],
        *,
        client_id: int | None = None,
        older_than: int | None = None,
        today: dt.date | None = None,
        concurrency: int = _CONCURRENCY,
        **options: Any,
    ) -> None:
        super().__init__(set())
        self._client_id = client_id
        self._latest = None if older_than is None else _latest(older_than, today)
        statuses = (_OVERDUE, _DUE, _PARTIALLY_PAID) if self._latest is None else (_OVERDUE, _PARTIALLY_PAID)
        query = {"client_id": client_id, "limit": _PAGE}
        walks = (client.paginate(op, {}, {**query, "payment_status": status}, **options) for status in statuses)
        self._lists: Sequence[Pager[R]] = [walk.prefetch(concurrency).within(self) for walk in walks]

    def __repr__(self) -> str:
        return f"<open invoices{'' if self._client_id is None else f' of client {self._client_id}'}>"

    async def _open(self, enough: int | None) -> AsyncGenerator[R, None]:
        seen = set[int | str]()
        for walk in self._lists:
            async with aclosing(walk.pages()) as pages:
                async for page in pages:
                    for row in page.data:
                        identity = id_of(row)
                        if identity in seen or not self._fits(row):
                            continue
                        if identity is not None:
                            seen.add(identity)
                        yield row
                        if enough is not None and len(seen) >= enough:
                            return

    def _fits(self, row: Any) -> bool:
        if row.payment_status not in OPEN or (self._client_id is not None and str(row.client_id) != str(self._client_id)):
            return False
        if self._latest is None:
            return True
        due = due_date(row)
        return due is not None and due < self._latest


def due_date(invoice: Any) -> dt.date | None:
    """Return the day on which an invoice is to be paid: `due_after` days after its issue date, or its date where it has none.

    None where the invoice has no date that can be read, or one that no calendar has.
    """
    return due_on(invoice.issue_date, invoice.date, invoice.due_after)


def due_on(issue_date: object, date: object, due_after: object) -> dt.date | None:
    """Return the day on which an invoice with these fields is to be paid, see `due_date`."""
    for day in (issue_date, date):
        if isinstance(day, dt.date):
            days = due_after if isinstance(due_after, int) else 0
            try:
                return day + dt.timedelta(days=days)
            except OverflowError:
                return None
    return None


def _latest(older_than: int, today: object) -> dt.date:
    """Return the day before which payment was due."""
    days = whole("older_than", older_than, 0)
    day = dt.datetime.now().astimezone().date() if today is None else today
    if not isinstance(day, dt.date) or isinstance(day, dt.datetime):
        refuse("today", f"{today!r:.60} was given", "a date")
    try:
        return day - dt.timedelta(days=days)
    except OverflowError:
        refuse("older_than", f"{days!r:.60} was given", "fewer days")
