"""What the bots answer, whatever chat they are in: unpaid invoices, a client, a note on a client.

Answers are plain text. Names may be Arabic and amounts are not, so names are isolated; chats reorder the line otherwise.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections import Counter
from contextlib import contextmanager
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from daftra_async import (
    ArgumentError,
    ConflictError,
    DaftraError,
    NotFoundError,
    OutcomeUnknown,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Generator

    from daftra_async import Client, DaftraClient, Invoice

HELP: Final = (
    "/unpaid: unpaid invoices\n/client NAME or NUMBER: find a client\n/note ID TEXT: add a note to the client with this id"
)

_SHOWN: Final = 5
_log = logging.getLogger(__name__)


class Underway:
    """The answers that are being worked out: a bot that ends lets them end first, while the account is still open."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[Any]] = set()

    @contextmanager
    def this(self) -> Generator[None, None, None]:
        """Count the task that runs now."""
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            yield
        finally:
            self._tasks.discard(task)

    async def end(self) -> None:
        """Wait for the end of all that are counted."""
        while self._tasks:
            await asyncio.wait(self._tasks)


class Desk:
    """Answers for one account."""

    def __init__(self, daftra: DaftraClient) -> None:
        self._daftra = daftra

    async def unpaid(self) -> str:
        """Tell how much is unpaid in each currency, and the oldest invoices."""
        invoices = await self._daftra.invoices.open().collect()
        if not invoices:
            return "Everything is paid."
        sums: Counter[str] = Counter()
        amounts: dict[str, Decimal] = {}
        for invoice in invoices:
            currency = invoice.currency_code or "?"
            sums[currency] += 1
            amounts[currency] = amounts.get(currency, Decimal(0)) + (invoice.summary_unpaid or Decimal(0))
        lines = [f"{len(invoices):,} unpaid invoices"]
        lines += [f"{amounts[currency]:,.2f} {currency} in {count:,}" for currency, count in sums.most_common()]
        invoices.sort(key=lambda invoice: invoice.date or dt.date.max)
        lines += ["", "The oldest:", *(_invoice_line(invoice) for invoice in invoices[:_SHOWN])]
        return "\n".join(lines)

    async def client(self, wanted: str) -> str:
        """Find clients by a part of the name, or by the number with or without its leading zeros."""
        wanted = wanted.strip()
        if not wanted:
            return "Which client? /client NAME or NUMBER"
        # The list of clients can neither be searched nor filtered.
        matching = self._daftra.clients.list(limit=1000).checked(on_drift="ignore", dedupe=True).prefetch(3)
        found = [client async for client in matching if _fits(client, wanted)]
        if not found:
            return f"No client is called {_isolated(wanted)}."
        found.sort(key=lambda client: (not _has_number(client, wanted), _name(client)))
        more = [f"and {len(found) - _SHOWN:,} more"] if len(found) > _SHOWN else []
        return "\n".join([*(_client_line(client) for client in found[:_SHOWN]), *more])

    async def note(self, wanted: str, author: str) -> str:
        """Add a line to the notes of a client: `ID TEXT`; the rest of the client stays as it is."""
        identity, _, text = wanted.strip().partition(" ")
        if not (identity.isascii() and identity.isdigit() and int(identity) and text.strip()):
            return "Which client, and what? /note ID TEXT"
        line = f"{dt.datetime.now(dt.UTC):%Y-%m-%d} {author}: {' '.join(text.split())}"
        async with self._daftra.clients.edit(int(identity)) as draft:
            draft.notes = f"{draft.notes.rstrip()}\n{line}" if draft.notes else line
            name = draft.business_name or draft.first_name or identity
        return f"Noted on {_isolated(name)}."


async def answer(call: Awaitable[str]) -> str:
    """Return what a call of the desk answers, or what its failure means to somebody in a chat."""
    try:
        return await call
    except NotFoundError:
        return "There is no such record."
    except ConflictError:
        return "Somebody else changed the record at the same time, so nothing was written. Try again."
    except OutcomeUnknown:
        return "It may have been written or not. Look at the record before you try again."
    except ArgumentError as error:
        return str(error)
    except DaftraError:
        # A chat is no place for details, and they hold none of the account's secrets in a log.
        _log.exception("no answer")
        return "Daftra does not answer at the moment. Try again later."


def _fits(client: Client, wanted: str) -> bool:
    return _has_number(client, wanted) or wanted.casefold() in _name(client).casefold()


def _has_number(client: Client, wanted: str) -> bool:
    return wanted.isdigit() and (client.client_number or "").lstrip("0") == wanted.lstrip("0")


def _name(client: Client) -> str:
    person = " ".join(part for part in (client.first_name, client.last_name) if part)
    return ", ".join(part.strip() for part in (client.business_name, person) if part)


def _client_line(client: Client) -> str:
    parts = [f"id {client.id}", f"no. {client.client_number}", _isolated(_name(client))]
    parts += [_isolated(part) for part in (client.city, client.phone1) if part]
    return " · ".join(parts)


def _invoice_line(invoice: Invoice) -> str:
    name = invoice.client_business_name or f"{invoice.client_first_name or ''} {invoice.client_last_name or ''}"
    amount = f"{invoice.summary_unpaid or Decimal(0):,.2f} {invoice.currency_code}"
    return f"{invoice.date} · {invoice.no} · {_isolated(name.strip())} · {amount}"


def _isolated(text: str) -> str:
    # FIRST STRONG ISOLATE ... POP DIRECTIONAL ISOLATE
    return f"\N{FIRST STRONG ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"
