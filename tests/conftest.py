"""Fixtures: answers by shape (aioresponses), and a raw server for everything about connections."""

from __future__ import annotations

import asyncio
import gc
import inspect
import json
import signal
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

import aiohttp
import aioresponses.core
import attrs
import pytest
import pytest_asyncio
from hypothesis import settings

from daftra_async.client import DaftraClient
from daftra_async.http.retry import Runtime
from daftra_async.settings import Settings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

pytest_plugins = ["tests.leaks", "tests.demo_account"]

# On a busy machine an example takes longer than Hypothesis allows by default, and the test fails without a reason.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


def pytest_configure() -> None:
    """Take interrupts: shells let jobs in the background ignore them, and the processes that tests start inherit it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[Any]:
    """Look for no garbage while tests are collected: nearly all that is made stays, and looking takes a quarter of the time."""
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


def pytest_collection_finish() -> None:
    """Keep what all tests share out of garbage collection: with thousands of them, each full one takes a second."""
    gc.collect()
    gc.freeze()


def pytest_unconfigure() -> None:
    """Let Python free what was kept; DuckDB reports it as leaked otherwise."""
    gc.unfreeze()


if "stream_writer" in inspect.signature(aiohttp.ClientResponse.__init__).parameters:

    class _Writer:
        output_size = 0

    class _Response(aiohttp.ClientResponse):
        """aioresponses 0.7.9 does not know the argument that aiohttp 3.14 requires (pnuckowski/aioresponses#289)."""

        def __init__(self, *args: Any, **kwargs: Any) -> None:
            kwargs.setdefault("stream_writer", _Writer())
            super().__init__(*args, **kwargs)

    aioresponses.core.ClientResponse = _Response


@pytest.fixture
def answers() -> Iterator[aioresponses.aioresponses]:
    """Answers by URL. It replaces ClientSession._request: for shapes of requests and answers only."""
    with aioresponses.aioresponses() as mocked:
        yield mocked


@attrs.define
class Seen:
    """A request as it came over the wire."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


Step = bytes | Callable[[Seen, asyncio.StreamWriter], Awaitable[None]] | None


def http(
    status: int = 200,
    body: Any = None,
    headers: dict[str, str] | None = None,
    *,
    content_type: str = "application/json",
    raw: bytes | None = None,
) -> bytes:
    """Write an answer."""
    content = raw if raw is not None else json.dumps(body).encode()
    lines = [f"HTTP/1.1 {status} X", f"Content-Type: {content_type}", f"Content-Length: {len(content)}"]
    lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + content


class RawServer:
    """Plays a script, one step a request: bytes to answer, None to drop the connection, or a coroutine function."""

    def __init__(self) -> None:
        self.script: list[Step] = []
        self.default: Step = None
        self.seen: list[Seen] = []
        self.url = ""
        self._writers: set[asyncio.StreamWriter] = set()

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        try:
            while await self._one(reader, writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            self._writers.discard(writer)
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        method, target, _ = head[0].split(" ")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
        body = await reader.readexactly(int(headers.get("content-length", "0")))
        seen = Seen(method, target, headers, body)
        self.seen.append(seen)
        step = self.script.pop(0) if self.script else self.default
        if step is None:
            return False
        if isinstance(step, bytes):
            writer.write(step)
            await writer.drain()
        else:
            await step(seen, writer)
        return not writer.is_closing()

    def stop(self) -> None:
        for writer in self._writers:
            writer.close()


@pytest_asyncio.fixture
async def server() -> AsyncIterator[RawServer]:
    raw = RawServer()
    tasks: set[asyncio.Task[None]] = set()

    def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.ensure_future(raw.handle(reader, writer))
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    listening = await asyncio.start_server(accept, "127.0.0.1", 0)
    raw.url = f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    yield raw
    raw.stop()
    listening.close()
    for task in list(tasks):
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


@attrs.define
class Pauses:
    """Sleeps no time and remembers how long it should have."""

    taken: list[float] = attrs.field(factory=list)

    async def sleep(self, seconds: float) -> None:
        self.taken.append(seconds)
        await asyncio.sleep(0)


@pytest.fixture
def pauses() -> Pauses:
    return Pauses()


@pytest_asyncio.fixture
async def client(server: RawServer, pauses: Pauses) -> AsyncIterator[Callable[..., DaftraClient]]:
    """Make clients of the raw server that retry without real pauses."""
    made: list[DaftraClient] = []

    def make(*, settings: dict[str, Any] | None = None, **options: Any) -> DaftraClient:
        if not {"api_key", "access_token", "auth"} & options.keys():
            options["api_key"] = "key-123456"
        daftra = DaftraClient(
            base_url=server.url,
            settings=Settings(**(settings or {})),
            runtime=Runtime(sleep=pauses.sleep, random=lambda: 1.0, clock=lambda: asyncio.get_running_loop().time()),
            **options,
        )
        made.append(daftra)
        return daftra

    yield make
    for daftra in made:
        await daftra.close()
