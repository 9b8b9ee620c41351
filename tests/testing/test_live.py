"""LiveSandbox without pytest's fixtures."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING

import pytest

from daftra_async import ArgumentError, AuthenticationError, BearerToken, ClientInput, DaftraClient, ValidationError
from daftra_async.sandbox import Behaviours, Faults, Rule, large
from daftra_async.sandbox.seed import Sizes
from daftra_async.testing import LiveSandbox

if TYPE_CHECKING:
    from pathlib import Path


def threads() -> int:
    return sum(thread.name == "daftra-sandbox" for thread in threading.enumerate())


async def test_it_shows_what_happened() -> None:
    before = threads()
    with LiveSandbox(records={"clients": [ClientInput(business_name="Nile")]}) as sandbox:
        assert threads() == before + 1
        async with sandbox.client() as daftra:
            await daftra.clients.delete(1)
            assert await daftra.clients.list().collect() == []
        async with sandbox.client(auth=BearerToken(sandbox.access_token)) as daftra:
            await daftra.clients.create({"business_name": "Delta"}, reference="c-2")
        assert [request.operation for request in sandbox.requests] == ["clients.delete", "clients.list", "clients.create"]
        assert [write.action for write in sandbox.writes] == ["delete", "create"]
        assert [write.reference for write in sandbox.ledger] == ["c-2"]
        assert sandbox.count("clients.list") == sandbox.counts()["clients.list"] == 1
        assert sandbox.record("client", 1) is None
        assert sandbox.record("client", 2)["client_number"] == "c-2"
        sandbox.expire_tokens()
        with pytest.raises(KeyError):
            sandbox._ask(lambda _: {}["nothing"])
    assert threads() == before
    assert repr(sandbox) == "<LiveSandbox stopped>"


def test_it_serves_any_loop() -> None:
    async def create(sandbox: LiveSandbox) -> int | str:
        async with sandbox.client() as daftra:
            return (await daftra.clients.create({"business_name": "Nile"})).id

    with LiveSandbox() as sandbox:
        assert [asyncio.run(create(sandbox)) for _ in range(3)] == [1, 2, 3]


async def test_options_of_the_sandbox(tmp_path: Path) -> None:
    file = tmp_path / "account.db"
    with LiveSandbox(db=str(file), api_key="another-key") as sandbox:
        assert sandbox.environment["DAFTRA_API_KEY"] == "another-key"
        async with DaftraClient(base_url=sandbox.url, api_key="wrong-key") as daftra:
            with pytest.raises(AuthenticationError):
                await daftra.site_info.get()
        async with sandbox.client() as daftra:
            await daftra.clients.create({"business_name": "Nile"})
    size = file.stat().st_size
    with LiveSandbox(snapshot=file) as copy:
        assert copy.count("clients.list") == 1
        async with copy.client() as daftra:
            await daftra.clients.delete(1)
    with LiveSandbox(snapshot=file) as again:
        assert again.count("clients.list") == 1
    assert file.stat().st_size == size


async def test_rules_belong_to_one_sandbox() -> None:
    rule = Rule("503", times=1)
    faults = Faults([rule], seed=3)
    for given in (rule, [rule], faults):
        for _ in range(2):
            with LiveSandbox(faults=given) as sandbox:
                async with sandbox.client() as daftra:
                    await daftra.request("GET", "/api2/site_info")
                assert sandbox.faults_met == {"503": 1}
    assert not faults.met


def test_behaviours_are_passed_on() -> None:
    for given in (Behaviours(discount="unit"), "discount=unit", ["discount=unit"]):
        with LiveSandbox(behaviours=given) as sandbox:
            assert sandbox._ask(lambda found: found.account.behaviours) == Behaviours(discount="unit")


def test_the_large_account(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(large, "LARGE", Sizes(clients=3, products=2, invoices=5))
    with LiveSandbox("large", cache=tmp_path) as sandbox:
        assert sandbox.count("clients.list") == 3


async def test_records_made_by_a_function_that_fails() -> None:
    async def fill(daftra: DaftraClient) -> None:
        await daftra.invoices.create({"client_id": 99})

    before = threads()
    with pytest.raises(ValidationError), LiveSandbox(records=fill):
        pytest.fail("it must not start")
    assert threads() == before


def test_what_is_refused() -> None:
    with pytest.raises(ArgumentError, match="seed"):
        LiveSandbox("full")
    with pytest.raises(ArgumentError, match=r"did you mean 'clients\.create'"):
        LiveSandbox(records={"client": []})
    with pytest.raises(ValueError, match="unknown fault"):
        LiveSandbox(faults="boom")
    with LiveSandbox() as sandbox, pytest.raises(ValueError, match="unknown fault"):
        sandbox.fail("boom")
    sandbox.stop()
    with pytest.raises(RuntimeError, match="does not run"):
        _ = sandbox.url


def test_a_port_that_is_taken() -> None:
    with LiveSandbox() as sandbox:
        port = int(sandbox.url.rpartition(":")[2])
        with pytest.raises(OSError, match="address already in use"), LiveSandbox(port=port):
            pytest.fail("it must not start")
