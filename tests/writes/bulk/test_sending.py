"""One run: each entry gets its bucket, and what stops the run loses none of them."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import OutcomeUnknown
from daftra_async.errors import AuthenticationError, PermissionDeniedError, ValidationError
from daftra_async.operation import Created
from daftra_async.resources import clients, invoices
from daftra_async.writes.bulk.outcome import BulkEntry
from daftra_async.writes.bulk.sending import Run, Work

if TYPE_CHECKING:
    from daftra_async.writes.bulk.outcome import BulkProgress

ENTRIES: list[BulkEntry[Any]] = [BulkEntry(index=at, body={"at": at}, reference=f"r{at}") for at in range(6)]


class Answers:
    """Executes creates: one answer or error after the other."""

    def __init__(self, *answers: Any) -> None:
        self._answers = list(answers)
        self.sent: list[Any] = []

    async def execute(self, op: Any, path: Any, query: Any, body: Any, **options: Any) -> Any:
        self.sent.append((op.id, body, options))
        answer = self._answers.pop(0) if self._answers else Created(id=len(self.sent), code=202)
        if isinstance(answer, BaseException):
            raise answer
        return answer


def run(client: Any, **more: Any) -> Run:
    return Run(Work(client=client, op=clients.CREATE, path={}, options={}, concurrency=1, **more), ENTRIES)


def buckets(sending: Run) -> list[str]:
    return [entry.bucket for entry in sending.entries()]


async def test_each_entry_has_its_own_outcome() -> None:
    client = Answers(Created(id=7), ValidationError(400), OutcomeUnknown("x"))
    sending = run(client)
    await sending.send()
    assert buckets(sending) == ["successful", "failed", "unknown", *["successful"] * 3]
    assert [entry.id for entry in sending.entries()] == [7, None, None, 4, 5, 6]
    assert client.sent[0] == ("clients.create", {"extra": {"at": 0}}, {"reference": "r0"})  # `at` is not described


async def test_a_rejected_credential_skips_the_rest() -> None:
    seen: list[BulkProgress] = []
    error = AuthenticationError(401)
    sending = run(Answers(Created(id=1), error), on_progress=seen.append)
    await sending.send()
    assert buckets(sending) == ["successful", "failed", *["skipped"] * 4]
    assert all(entry.error is error for entry in sending.entries()[1:])
    assert [(told.done, told.skipped) for told in seen] == [(1, 0), (2, 0), (6, 4)]


async def test_ten_failures_in_a_row_that_are_not_the_records_stop_it() -> None:
    many: list[BulkEntry[Any]] = [BulkEntry(index=at, body={}) for at in range(30)]
    answers = [PermissionDeniedError(403)] * 9 + [Created(id=1)] + [PermissionDeniedError(403)] * 20
    sending = Run(Work(client=Answers(*answers), op=clients.CREATE, path={}, options={}, concurrency=1), many)  # it executes
    await sending.send()
    assert buckets(sending) == [*["failed"] * 9, "successful", *["failed"] * 10, *["skipped"] * 10]


async def test_an_error_of_the_program_is_raised_in_the_end() -> None:
    sending = run(Answers(Created(id=1), ZeroDivisionError()))
    with pytest.raises(ZeroDivisionError):
        await sending.send()
    assert buckets(sending) == ["successful", "unknown", *["skipped"] * 4]


async def test_a_cancelled_call_is_unknown_and_the_rest_skipped() -> None:
    begun = asyncio.Event()

    class Hanging(Answers):
        async def execute(self, *given: Any, **options: Any) -> Any:
            begun.set()
            await asyncio.Event().wait()

    sending = run(Hanging())
    task = asyncio.create_task(sending.send())
    await begun.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert buckets(sending) == ["unknown", *["skipped"] * 5]


async def test_chunks_go_in_one_call() -> None:
    client = Answers([], [])
    sending = run(client, bulk=invoices.BULK_CREATE, chunk_size=4)
    await sending.send()
    assert [len(body) for _, body, _ in client.sent] == [4, 2]
    assert buckets(sending) == ["unknown"] * 6  # no results came for them
