"""The testing kit as a type checker sees it. Checked, never run."""

from __future__ import annotations

from collections import Counter
from typing import assert_type

import pytest

from daftra_async import Client, ClientInput, Created, DaftraClient, OutcomeUnknown
from daftra_async.sandbox import Received, Rule
from daftra_async.testing import LiveSandbox, MockCall, MockDaftra, Preparation


async def mocks(mock: MockDaftra) -> None:
    assert_type(mock.client, DaftraClient)
    prepared = mock.on("clients.get", id=7).returns(Client(id=7))
    assert_type(prepared, Preparation)
    assert_type(prepared.seen, list[MockCall])
    mock.on("clients.list").returns_pages([Client(id=1)], [{"id": "2"}])
    mock.on("clients.create").raises(OutcomeUnknown("lost")).returns(Created(id=7)).calls(answer)
    assert_type(await mock.client.clients.get(7), Client)
    assert mock.calls == [MockCall("clients.get", {"id": 7})]
    mock.assert_all_called()


async def answer(call: MockCall) -> Created:
    assert_type(call.operation, str)
    return Created(id=1)


async def fill(daftra: DaftraClient) -> None:
    await daftra.clients.create({"business_name": "Nile"})


def sandboxes() -> None:
    with LiveSandbox("demo", faults=[Rule("503", times=1), "502"]) as sandbox:
        assert_type(sandbox, LiveSandbox)
        assert_type(sandbox.environment, dict[str, str])
        assert_type(sandbox.requests, list[Received])
        assert_type(sandbox.received(), Counter[str])
        assert_type(sandbox.client(), DaftraClient)
    LiveSandbox(records={"clients": [ClientInput(business_name="Nile")]})
    LiveSandbox(records=fill)
    # Must fail in both checkers, which report an ignore that is not needed.
    LiveSandbox("full")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


@pytest.mark.daftra_sandbox(seed="demo", shared=True)
async def test_in_a_program_of_the_user(daftra_client: DaftraClient, daftra_sandbox: LiveSandbox) -> None:
    assert await daftra_client.clients.find_one(id=1)
    assert daftra_sandbox.received()
