from __future__ import annotations

import pytest

from daftra_async.errors import ArgumentError, AuthenticationError, RequestNotSent
from daftra_async.prove import EXPERIMENTS, prove
from daftra_async.prove.asking import Asking
from daftra_async.sandbox import Faults, Rule
from tests.prove.conftest import examined


async def test_only_gets_are_sent_without_write() -> None:
    async with examined() as account:
        proof = await account.prove()
        assert {request.method for request in account.sandbox.requests} == {"GET"}
        assert list(account.sandbox.writes) == []
        assert len(account.sandbox.requests) == proof.requests
    assert [finding.name for finding in proof.findings] == [experiment.name for experiment in EXPERIMENTS]
    assert proof.ok
    assert proof.mark is None
    assert proof["bookings.create"].state == "untried"
    assert proof["bookings.create"].evidence == "needs write"
    assert proof["bookings.list"].state == "confirmed"


async def test_gets_that_change_something_are_never_asked() -> None:
    async with examined() as account:
        proof = await account.prove(write=True, leave=True, load=True)
        received = account.sandbox.received()
        assert received["bookings.create"]
        assert not received["bookings.change_status"]
        assert not received["bookings.convert_to_invoice"]
        with pytest.raises(AssertionError, match="changes something"):
            await Asking(account.client).ask("bookings.change_status", {"id": 1, "status": 2})
    assert proof["bookings.change_status"].state == "untried"


async def test_nothing_is_written_that_was_not_allowed() -> None:
    async with examined() as account:
        with pytest.raises(RuntimeError, match="nothing may be written"):
            await Asking(account.client).write("POST", "/api2/clients", {})
        assert list(account.sandbox.requests) == []


async def test_arguments() -> None:
    async with examined() as account:
        with pytest.raises(ArgumentError, match=r"no experiment 'bookings\.lists'; did you mean bookings\.list"):
            await account.prove("bookings.lists")
        for name in ("leave", "load"):
            with pytest.raises(ArgumentError, match=f"{name}: write is missing"):
                await account.prove(**{name: True})
        assert list(account.sandbox.requests) == []
        assert [each.name for each in (await prove(account.client, only="listing.get")).findings] == ["listing.get"]


async def test_a_wrong_key_ends_the_run() -> None:
    async with examined() as account:
        account.sandbox.credentials.api_key = "another"
        with pytest.raises(AuthenticationError):
            await account.prove("listing.get")


async def test_a_closed_client_ends_the_run() -> None:
    async with examined() as account:
        await account.client.close()
        with pytest.raises(RequestNotSent):
            await account.prove("listing.get")


async def test_an_answer_that_is_refused_is_no_answer() -> None:
    async with examined(faults=Faults([Rule("html", operation="listing.get")])) as account:
        proof = await account.prove("listing.get", "apps.is_active")
    assert (proof["listing.get"].state, proof["listing.get"].evidence) == ("open", "200, and no JSON")
    assert proof["apps.is_active"].state == "confirmed"
    assert proof.ok


async def test_an_experiment_that_breaks_off_is_reported() -> None:
    async with examined(faults=Faults([Rule("drop-after-read", operation="listing.get")])) as account:
        proof = await account.prove("listing.get", "apps.is_active")
    assert (proof["listing.get"].state, proof["listing.get"].evidence) == ("failed", "ConnectionLost")
    assert proof["apps.is_active"].state == "confirmed"
    assert not proof.ok


async def test_progress() -> None:
    seen: list[str] = []
    async with examined() as account:
        await account.prove("listing.get", "bookings.create", progress=lambda finding: seen.append(finding.name))
    assert seen == ["listing.get", "bookings.create"]


async def test_an_account_that_stops_answering_is_left_alone() -> None:
    async with examined(faults=Faults([Rule("drop-after-read", method="GET")])) as account:
        proof = await account.prove("listing.get", "apps.is_active", "bookings.list", "entities.list", "clock")
        assert len(account.sandbox.requests) == 3
    assert [each.state for each in proof.findings] == ["failed"] * 3 + ["untried"] * 2
    assert proof["clock"].evidence == "the account had stopped answering"


async def test_a_route_that_refuses_the_credential_does_not_end_the_run() -> None:
    async with examined(faults=Faults([Rule("expired-token", operation="bookings.list")])) as account:
        proof = await account.prove("listing.get", "bookings.list", "entities.list")
    assert [each.state for each in proof.findings] == ["confirmed", "open", "confirmed"]
    assert proof["bookings.list"].evidence == "the account answers 401"
