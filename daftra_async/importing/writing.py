"""Sends what was planned: some records at a time, each noted in the result file before and after.

A create whose answer was lost is looked for by its key at once. What is not there may still be on its way, so it is looked for
again when no request of it can be under way any more (`patience`); what is not there then either is sent again.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.client import DaftraClient
from daftra_async.errors import AuthenticationError, DaftraError, OutcomeUnknown, RequestNotSent
from daftra_async.importing import account
from daftra_async.importing.bodies import CannotChangeError, apply, body_of
from daftra_async.importing.fields import Field, Form
from daftra_async.importing.journal import SENDING, Journal, Line
from daftra_async.importing.planning import CHANGE, CHANGED, COMPARE, CREATE, CREATED, FAILED, REFUSED, UNCHANGED, UNKNOWN
from daftra_async.importing.stage import Stage
from daftra_async.writes.bulk import partial_result

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from daftra_async.importing.stage import Item
    from daftra_async.writes.bulk import BulkResult

_ROUNDS: Final = 3
_LOST: Final = "its answer was lost; run the import again: it is looked for before anything is sent"


@attrs.define(kw_only=True)
class Writing:
    """The writes of one import."""

    client: DaftraClient
    form: Form
    key: Field | None
    stage: Stage
    journal: Journal
    concurrency: int
    chunk_size: int
    patience: float
    progress: Callable[[int], None]
    _sent: float = 0.0
    """When something was sent last whose fate is not known."""

    async def run(self) -> None:
        """Send everything, and find out what became of what was lost.

        Raises:
            AuthenticationError: the credential is refused.
            DaftraError: the account cannot be reached.
        """
        await self._pass()
        for _ in range(_ROUNDS if self.key is not None else 0):
            if not self.stage.counts().get(UNKNOWN):
                return
            await self._settle()
            await self._pass()

    async def _pass(self) -> None:
        for chunk in self.stage.chunks(CREATE, self.chunk_size):
            await self._create(chunk)
        for state in (CHANGE, COMPARE):
            for chunk in self.stage.chunks(state, self.chunk_size):
                await self._change(chunk)

    async def _settle(self) -> None:
        """Look again for what is unknown, once the server cannot be at it any more; what is not there is to be sent again."""
        await asyncio.sleep(max(0.0, self._sent + self.patience - time.monotonic()))
        for chunk in self.stage.chunks(UNKNOWN, self.chunk_size):
            changes = [item for item in chunk if item.id is not None]
            for item in changes:
                self.stage.decide(item.seq, CHANGE, detail=item.detail)  # an edit reads before it writes
            for item in await self._found([item for item in chunk if item.id is None]):
                self.stage.decide(item.seq, CREATE)

    async def _found(self, items: Sequence[Item]) -> list[Item]:
        """Look for records that may have been created; returns those that are not there."""
        if self.key is None or not items:
            return list(items)
        await account.look_again(self.client, self.form, self.key, self.stage, items)
        missing: list[Item] = []
        found: list[Item] = []
        for item in items:
            there = self.stage.known(item.seq)
            if not there:
                missing.append(item)
                continue
            more = f"{len(there)} records have this key now" if len(there) > 1 else "its answer was lost; it is there"
            self.stage.decide(item.seq, CREATED, there[0][0], more)
            found.append(item)
        self._note(found)
        return missing

    async def _create(self, chunk: Sequence[Item]) -> None:
        bodies = [body_of(self.form, item) for item in chunk]
        resource: Any = getattr(self.client, self.form.resource)
        extra: dict[str, Any] = {}
        declared = self.form.create.reference
        if declared is not None and self.key is not None and declared.field == self.key.wire:
            extra["references"] = [item.key for item in chunk]
        self._begin(chunk)
        try:
            result = await resource.create_many(bodies, concurrency=self.concurrency, **extra)
        except BaseException as error:
            if (partial := partial_result(error)) is not None:
                self._took(chunk, partial)
            raise
        self._took(chunk, result)
        unknown = [item for item, entry in zip(chunk, result, strict=True) if entry.bucket == "unknown"]
        if unknown:
            self._sent = time.monotonic()
            await self._found(unknown)
        stopped = next((entry.error for entry in result if entry.bucket == "skipped" and entry.error is not None), None)
        if stopped is not None:
            raise stopped

    def _took(self, chunk: Sequence[Item], result: BulkResult[Any]) -> None:
        for item, entry in zip(chunk, result, strict=True):
            if entry.bucket == "successful":
                self.stage.decide(item.seq, CREATED, str(entry.id))
            elif entry.bucket == "unknown":
                self.stage.decide(item.seq, UNKNOWN, message=_LOST)
            else:
                self.stage.decide(item.seq, FAILED, message=_reason(entry.error))
        self._note(chunk)

    async def _change(self, chunk: Sequence[Item]) -> None:
        self._begin(chunk)
        waiting = iter(chunk)

        async def work() -> None:
            for item in waiting:
                await self._edit(item)

        tasks = [asyncio.create_task(work()) for _ in range(min(self.concurrency, len(chunk)))]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            self._note(chunk)

    async def _edit(self, item: Item) -> None:
        resource: Any = getattr(self.client, self.form.resource)
        session = resource.edit(item.id)
        try:
            async with session as draft:
                apply(self.form, item, draft)
        except (AuthenticationError, RequestNotSent) as error:
            self.stage.decide(item.seq, FAILED, message=_reason(error))
            if isinstance(error, AuthenticationError):
                raise
        except OutcomeUnknown:
            self._sent = time.monotonic()
            self.stage.decide(item.seq, UNKNOWN, message=_LOST, detail=item.detail)
        except CannotChangeError as error:
            self.stage.decide(item.seq, REFUSED, message=str(error))
            self.stage.refuse(item.row, item.seq, "", "", str(error))
        except (DaftraError, AttributeError) as error:
            self.stage.decide(item.seq, FAILED, message=_reason(error))
        else:
            fields = ", ".join(session.diff())
            self.stage.decide(item.seq, CHANGED if session.result is not None else UNCHANGED, message=fields)

    def _begin(self, chunk: Sequence[Item]) -> None:
        self.journal.write(line for item in chunk for line in self.lines(attrs.evolve(item, state=SENDING, message="")))

    def _note(self, chunk: Sequence[Item]) -> None:
        """Note what became of records in the result file."""
        now = [self.stage.get(item.seq) for item in chunk]
        self.journal.write(line for item in now if item.state not in {CREATE, CHANGE, COMPARE} for line in self.lines(item))
        self.progress(len(chunk))

    def lines(self, item: Item) -> Iterable[Line]:
        """Give the lines of a record in the result file, one for each of its rows."""
        return (line_of(self.form, item, row) for row in self.stage.rows_of(item.seq))


def line_of(form: Form, item: Item, row: int) -> Line:
    """Return the line of a row in the result file."""
    return Line(
        row=row,
        key=(item.key or "") if form.shows_keys else "",
        outcome=item.state,
        id=item.id or "",
        message=item.message,
        check=item.digest or "",
    )


def _reason(error: BaseException | None) -> str:
    return "it was not sent" if error is None else str(error)[:500]
