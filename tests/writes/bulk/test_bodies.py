"""Bodies are written and checked when their records come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest

from daftra_async import wire
from daftra_async.errors import ArgumentError
from daftra_async.operation import UNSET
from daftra_async.resources import clients
from daftra_async.writes.bulk.bodies import Bodies, written_body
from daftra_async.writes.bulk.outcome import BulkEntry
from daftra_async.writes.bulk.sending import Work

if TYPE_CHECKING:
    from collections.abc import Callable


@attrs.define
class Account:
    """Learns its date format when it is asked for it."""

    date_format: str | None = None
    asked: int = 0

    async def dated(self, work: Callable[[], Any], *, timeout: Any = None) -> Any:
        self.asked += 1
        self.date_format = "%m/%d/%Y"
        with wire.dates(self.date_format):
            return work()


def work_of(account: Account, op: Any = clients.CREATE) -> Work:
    client: Any = account
    return Work(client=client, op=op, path={}, options={}, concurrency=1)


async def test_a_body_is_what_it_was_when_the_record_came() -> None:
    account = Account("%d/%m/%Y")
    bodies = Bodies(work_of(account))
    record = {"business_name": "first"}
    entry: BulkEntry[Any] = BulkEntry(index=0, body=bodies.write(0, {}, record, "r1"))
    record["business_name"] = "changed"
    (settled,) = await bodies.settle([entry])
    assert settled.body["Client"] == {"business_name": "first", "client_number": "r1"}
    assert account.asked == 0


@pytest.mark.parametrize("body", [{"nothing": object()}, {}, 7])
def test_a_refusal_names_the_place(body: Any) -> None:
    with pytest.raises(ArgumentError, match=r"^items\[4\]: ") as caught:
        Bodies(work_of(Account())).write(4, {}, body, "a\nb")
    assert caught.value.argument == "items"


def test_a_delete_has_no_body() -> None:
    assert written_body(work_of(Account(), clients.DELETE), "ids[0]", {"id": 7}, UNSET, UNSET) is None
    with pytest.raises(ArgumentError, match=r"^ids\[0\]: "):
        written_body(work_of(Account(), clients.DELETE), "ids[0]", {"id": ""}, UNSET, UNSET)
