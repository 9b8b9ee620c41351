"""Requests that share a path: what is sent names the record, and its kind, without help of the caller."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import AdvancePaymentInput, CreditUsageInput, F, InvoiceType, operations
from daftra_async.errors import ArgumentError, OutcomeUnknown
from tests.conftest import http

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async import DaftraClient
    from tests.conftest import RawServer

    Make = Callable[..., DaftraClient]

USAGE = {"client_id": 15, "credit_type_id": 2, "amount": 3}
EMPTY: list[Any] = [None, "", " ", 0, "0", "00", -1, "-1", True, 1.0, "None", "null", "abc", "5abc", "٣", [1], {}]
BY_POST = {op.id: op for op in operations() if op.request is not None and op.request.identity is not None}


def test_the_six_of_points_and_credits_take_the_id_as_an_argument() -> None:
    resources = ("charge_usages", "credit_charges", "credit_type_packages", "credit_types", "credit_usages", "packages")
    assert sorted(BY_POST) == [f"{name}.update" for name in resources]


def test_no_other_write_shares_its_route_without_being_told_apart() -> None:
    routes: dict[tuple[str, str], list[Any]] = {}
    for op in operations():
        if op.method != "GET":
            routes.setdefault((op.method, op.path.replace("{format}", "")), []).append(op)
    for shared in (ops for ops in routes.values() if len(ops) > 1):
        assert sum(not (op.request.identity or op.request.fixed) for op in shared) == 1, [op.id for op in shared]


@pytest.mark.parametrize("op_id", sorted(BY_POST))
@pytest.mark.parametrize("identity", EMPTY)
async def test_an_empty_id_sends_nothing(op_id: str, identity: Any, client: Make, server: RawServer) -> None:
    server.default = http(body={"message": "ok", "id": 4})
    daftra = client()
    resource = getattr(daftra, BY_POST[op_id].resource)
    for write in (resource.update, resource.replace):
        with pytest.raises(ArgumentError, match="id"):
            await write(identity, {"name": "x"})
    with pytest.raises(ArgumentError, match="id"):
        await resource.update_many([(identity, {"name": "x"})])
    with pytest.raises(ArgumentError, match="id"):
        await daftra._executor.execute(BY_POST[op_id], {"id": identity}, {}, {"name": "x"})
    assert server.seen == []


async def test_without_an_id_nothing_is_sent(client: Make, server: RawServer) -> None:
    daftra = client()
    with pytest.raises(TypeError):
        await daftra.credit_usages.update({"id": None, **USAGE})  # as it was once written
    with pytest.raises(ArgumentError, match="would create a record"):
        await daftra._executor.execute(BY_POST["credit_usages.update"], {}, {}, {"id": None, **USAGE})
    with pytest.raises(ArgumentError, match="would create a record"):
        await daftra._executor.execute(BY_POST["credit_usages.update"], {}, {}, {"id": 5, **USAGE})
    assert server.seen == []


@pytest.mark.parametrize("held", [None, "", 0, 7, "7", True, "005", [5]])
async def test_a_body_that_names_another_record_is_refused(held: Any, client: Make, server: RawServer) -> None:
    daftra = client()
    with pytest.raises(ArgumentError, match="the call names 5"):
        await daftra.credit_usages.update(5, {"id": held, **USAGE})
    with pytest.raises(ArgumentError, match="the call names 5"):
        await daftra.credit_usages.update(5, CreditUsageInput(client_id=15, credit_type_id=2, extra={"id": held}))
    assert server.seen == []


@pytest.mark.parametrize("identity", [5, "5"])
@pytest.mark.parametrize("held", [{}, {"id": 5}, {"id": "5"}])
async def test_the_id_is_written_and_the_update_is_sent_again(
    identity: Any, held: dict[str, Any], client: Make, server: RawServer
) -> None:
    server.script = [None, http(503, {}), http(body={"message": "ok", "id": 5})]
    done = await client().credit_usages.update(identity, {**held, **USAGE}, replace=True)
    assert done.id == 5
    bodies = [json.loads(seen.body) for seen in server.seen]
    assert bodies == [{**USAGE, "id": 5}] * 3


async def test_a_lost_create_beside_it_is_not_sent_again(client: Make, server: RawServer) -> None:
    with pytest.raises(OutcomeUnknown):
        await client().credit_usages.create(USAGE)
    assert len(server.seen) == 1


def test_the_id_belongs_to_the_call_and_not_to_the_input() -> None:
    with pytest.raises(TypeError, match="id"):
        CreditUsageInput(id=5, client_id=15, credit_type_id=2)  # it was an attribute once


PAYMENT = {"client_id": 15, "date": "2026-01-31"}


@pytest.mark.parametrize("given", [{}, {"type": 19}, {"type": "19"}, {"type": InvoiceType.ADVANCE_PAYMENT}])
async def test_an_advance_payment_is_one(given: dict[str, Any], client: Make, server: RawServer) -> None:
    server.default = http(202, {"code": 202, "result": "successful", "id": "2415"})
    daftra = client()
    for body in ({**PAYMENT, **given}, {"Invoice": {**PAYMENT, **given}}):
        await daftra.advance_payments.create(body)
    (result,) = await daftra.advance_payments.create_many([{**PAYMENT, **given}])
    assert result.body["Invoice"]["type"] == 19
    assert [json.loads(seen.body)["Invoice"]["type"] for seen in server.seen] == [19, 19, 19]


async def test_an_input_gets_its_type_too(client: Make, server: RawServer) -> None:
    server.default = http(202, {"code": 202, "result": "successful", "id": "2415"})
    await client().advance_payments.create(AdvancePaymentInput(client_id=15, date=dt.date(2026, 1, 31)))
    assert json.loads(server.seen[0].body)["Invoice"]["type"] == 19


@pytest.mark.parametrize("kind", [0, "0", None, True, 5])
async def test_another_type_is_refused(kind: Any, client: Make, server: RawServer) -> None:
    with pytest.raises(ArgumentError, match="type 19"):
        await client().advance_payments.create({**PAYMENT, "type": kind})
    assert server.seen == []


async def test_a_debit_note_is_one(client: Make, server: RawServer) -> None:
    server.default = http(200, {"message": "ok", "id": 3})
    await client().purchase_debit_notes.create({"supplier_id": 1, "date": "31/01/2026"})
    assert json.loads(server.seen[0].body)["type"] == "14"


async def test_a_list_of_one_kind_is_not_asked_for_another(client: Make, server: RawServer) -> None:
    daftra = client()
    for filters in ({"type": 0}, F("type").in_(0, 19), F("type").eq(0)):
        with pytest.raises(ArgumentError, match=r"filter\[type\] is always sent with '19'"):
            await daftra.advance_payments.list(filters=filters)
    assert server.seen == []
