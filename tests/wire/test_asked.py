"""A get gives the record that was asked for, or an error."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest

from daftra_async import Show, models, operations
from daftra_async.errors import UnexpectedResponseError
from tests.conftest import http

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async import DaftraClient
    from daftra_async.operation import AnyOperation
    from tests.conftest import RawServer

    Make = Callable[..., DaftraClient]

SINGLES = {"v1-single", "v2-single", "payload-single"}
GETS = [op for op in operations() if op.method == "GET" and op.response.kind in SINGLES and "{id}" in op.path]
PATH = {"entity": "client", "workflow_id": 36}


def path_of(op: AnyOperation, identity: object) -> list[Any]:
    return [identity if param.name == "id" else PATH[param.name] for param in op.path_params if param.required]


def answer(op: AnyOperation, record: dict[str, Any]) -> bytes:
    if op.response.kind == "v1-single":
        return http(200, {"code": 200, "result": "successful", "data": {op.response.key: record}})
    return http(200, {"payload": {"data": record}} if op.response.kind == "payload-single" else record)


def method(daftra: DaftraClient, op: AnyOperation) -> Any:
    return getattr(getattr(daftra, op.resource), op.verb)


def test_every_get_of_a_record_says_where_its_id_stands() -> None:
    assert len(GETS) > 50
    for op in GETS:
        model = getattr(models, op.response.model or "")
        assert op.response.identity in attrs.fields_dict(model), op.id


@pytest.mark.parametrize("op", GETS, ids=lambda op: op.id)
async def test_another_record_is_an_error(op: AnyOperation, client: Make, server: RawServer) -> None:
    daftra = client()
    kind = dict(op.response.fixed)
    for held in (8, "8", None, "", 0, "0", "70", "7a", [7], {"id": 7}, True):
        server.script = [answer(op, {"id": held, "name": "x", **kind})]
        with pytest.raises(UnexpectedResponseError, match=f"asked for {op.resource} 7, and the answer holds") as caught:
            await method(daftra, op)(*path_of(op, 7))
        assert caught.value.status == 200
        assert caught.value.operation == op.id
    for asked, held in ((7, 7), ("7", 7), (7, "7"), ("007", "7"), (" 7 ", 7), (7, " 7")):
        server.script = [answer(op, {"id": held, "name": "x", **kind})]
        assert (await method(daftra, op)(*path_of(op, asked))).id == 7


@pytest.mark.parametrize("op", [op for op in GETS if op.response.kind == "v2-single"], ids=lambda op: op.id)
async def test_an_acknowledgement_is_no_record(op: AnyOperation, client: Make, server: RawServer) -> None:
    daftra = client()
    for body in ({"message": "Saved", "id": None}, {"message": "Saved", "id": 7}, {"message": "Saved", "id": "7", "code": 200}):
        server.script = [http(200, body)]
        with pytest.raises(UnexpectedResponseError, match=f"asked for {op.resource} 7"):
            await method(daftra, op)(*path_of(op, 7))


async def test_ids_that_are_text(client: Make, server: RawServer) -> None:
    daftra = client()
    server.script = [http(200, {"id": "a-7", "name": "x"}), http(200, {"id": "a-8", "name": "x"}), http(200, {"id": 7})]
    assert (await daftra.brands.get("a-7")).id == "a-7"
    for asked in ("a-7", "7a"):
        with pytest.raises(UnexpectedResponseError):
            await daftra.brands.get(asked)


async def test_batches_edits_and_several_reads_in_one(client: Make, server: RawServer) -> None:
    daftra = client()
    server.default = http(200, {"id": 8, "name": "x"})
    with pytest.raises(UnexpectedResponseError):
        await daftra.brands.get_many([7])
    collected = await daftra.brands.get_many([7, 8], on_error="collect")
    assert [brand.id for brand in collected] == [8]
    assert list(collected.errors) == [7]
    with pytest.raises(UnexpectedResponseError):
        async with daftra.brands.edit(7):
            pass
    show = Show(models.Brand, 7)
    server.default = http(200, {"brand": {"id": 8, "name": "x"}})
    with pytest.raises(UnexpectedResponseError, match="asked for"):
        (await daftra.multi(show))[show]
    assert {seen.method for seen in server.seen} == {"GET", "POST"}


async def test_an_edit_does_not_write_over_another_record(client: Make, server: RawServer) -> None:
    """The last look before the update counts too."""
    daftra = client()
    server.script = [http(200, {"id": 7, "name": "x"}), http(200, {"id": 8, "name": "x"})]
    with pytest.raises(UnexpectedResponseError):
        async with daftra.brands.edit(7) as draft:
            draft.name = "y"
    assert [seen.method for seen in server.seen] == ["GET", "GET"]


async def test_an_invoice_is_no_advance_payment(client: Make, server: RawServer) -> None:
    daftra = client()
    server.script = [http(200, {"id": 7, "type": kind}) for kind in (0, "0", 19, "19", None)]
    for _ in range(2):
        with pytest.raises(UnexpectedResponseError, match="advance_payments have type 19, and record 7 has type"):
            await daftra.advance_payments.get(7)
    for _ in range(3):
        assert (await daftra.advance_payments.get(7)).id == 7


async def test_a_list_that_ignores_the_kind_is_an_error(client: Make, server: RawServer) -> None:
    def page(*kinds: object) -> bytes:
        rows = [{"id": at, "type": kind} for at, kind in enumerate(kinds, 1)]
        return http(200, {"current_page": 1, "last_page": 1, "total": len(rows), "per_page": 20, "data": rows})

    daftra = client()
    server.script = [page(19, 19), page("19"), page(19, 0), page(19, 0)]
    assert [row.id for row in await daftra.advance_payments.list().collect()] == [1, 2]
    assert len(await daftra.advance_payments.list().collect()) == 1
    for _ in range(2):
        with pytest.raises(UnexpectedResponseError, match="record 2 has type 0"):
            await daftra.advance_payments.list().collect()
