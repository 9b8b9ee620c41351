"""Connections that are kept: what comes on an idle one, or too late, is never taken for the answer to the next request."""

from __future__ import annotations

import asyncio
import socket

import pytest

from daftra_async.errors import DaftraError, DaftraTimeout, OutcomeUnknown
from tests.conftest import http
from tests.waiting import LoopClock, turns


def client_answer(identity):
    return http(body={"code": 200, "result": "successful", "data": {"Client": {"id": str(identity)}}})


class Wire:
    """Answers each request with the id that it asks for, and remembers the connections."""

    def __init__(self, server):
        self.server = server
        self.connections = []
        server.default = self.answer

    async def answer(self, seen, writer):
        if writer not in self.connections:
            self.connections.append(writer)
        writer.write(client_answer(seen.target.rpartition("/")[2]))

    def say(self, data):
        """Send bytes that nobody asked for on the newest connection."""
        self.connections[-1].write(data)


@pytest.mark.parametrize("read", [True, False], ids=["read by the loop", "still in the socket"])
@pytest.mark.parametrize(
    "data",
    [client_answer(999), client_answer(999)[:20], client_answer(999)[:-5], b"HTTP/1.1 408 Too slow\r\nContent-Length: 0\r\n\r\n"],
    ids=["an answer", "half a head", "half a body", "a gateway's good-bye"],
)
async def test_bytes_on_an_idle_connection_are_no_answer(server, client, data, read):
    daftra, wire = client(), Wire(server)
    assert (await daftra.clients.get(1)).id == 1
    wire.say(data)
    if read:
        await turns()
    assert (await daftra.clients.get(2)).id == 2
    assert len(server.seen) == 2, "the old connection is left before anything is sent on it"
    # Half a head that the loop has read is nothing yet, and it is forgotten with the next request.
    assert len(wire.connections) == (1 if read and data == client_answer(999)[:20] else 2)


async def test_a_connection_that_was_closed_meanwhile_is_left_before_a_create_is_sent(server, client):
    """Sent on it, the create would be lost, and nobody would know whether it was done."""
    daftra, wire = client(), Wire(server)
    await daftra.clients.get(1)
    wire.connections[0].get_extra_info("socket").shutdown(socket.SHUT_WR)  # a transport would close at its next turn
    server.script = [http(202, {"code": 202, "result": "successful", "id": 7})]
    assert (await daftra.clients.create({"business_name": "B"})).id == 7


async def test_clean_connections_are_kept(server, client):
    daftra, wire = client(), Wire(server)
    for number in range(1, 6):
        assert (await daftra.clients.get(number)).id == number
        await turns()
    assert len(wire.connections) == 1


async def test_a_server_that_always_talks_first_is_no_endless_loop(server, client):
    daftra, wire = client(), Wire(server)
    for number in range(1, 4):
        assert (await daftra.clients.get(number)).id == number
        wire.say(b"220 hello\r\n")
    assert len(wire.connections) == 3


async def test_two_answers_at_once(server, client):
    daftra, wire = client(), Wire(server)
    server.script = [client_answer(1) + client_answer(999)]
    assert (await daftra.clients.get(1)).id == 1
    assert (await daftra.clients.get(2)).id == 2
    assert len(wire.connections) == 1, "the first one is not among them"


@pytest.mark.parametrize("write", [False, True])
async def test_the_late_answer_to_a_request_that_timed_out(server, client, write):
    daftra, wire = client(settings={"timeout": 30, "max_attempts": 1}), Wire(server)
    clock = LoopClock()
    late = []

    async def hang(_seen, writer):
        late.append(writer)
        clock.forward(31)

    server.script = [hang]
    with pytest.raises(OutcomeUnknown if write else DaftraTimeout):
        await (daftra.clients.delete(1) if write else daftra.clients.get(1))
    late[0].write(client_answer(1))
    await turns()
    assert (await daftra.clients.get(2)).id == 2
    assert late[0] not in wire.connections


async def test_the_late_answer_to_a_request_that_was_cancelled(server, client):
    daftra, wire = client(), Wire(server)
    late = asyncio.get_running_loop().create_future()

    async def hang(_seen, writer):
        late.set_result(writer)

    server.script = [hang]
    task = asyncio.create_task(daftra.clients.get(1))
    writer = await late
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    writer.write(client_answer(1))
    await turns()
    assert (await daftra.clients.get(2)).id == 2
    assert writer not in wire.connections


async def test_foreign_bytes_while_many_connections_idle(server, client):
    daftra, wire = client(settings={"concurrency": 8}), Wire(server)
    await asyncio.gather(*(daftra.clients.get(number) for number in range(1, 41)))
    for writer in wire.connections:
        writer.write(client_answer(999))
    found = await asyncio.gather(*(daftra.clients.get(number) for number in range(1, 41)), return_exceptions=True)
    assert not [each for each in found if isinstance(each, DaftraError)]
    assert [each.id for each in found] == list(range(1, 41))
