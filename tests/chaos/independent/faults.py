"""What goes wrong between the account and the client, on the socket."""

from __future__ import annotations

import asyncio
import copy
import json
import random
import socket
import struct
from collections import Counter
from typing import TYPE_CHECKING, Any

from tests.chaos.independent.account import Asked, written
from tests.waiting import never, turns

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

    from tests.chaos.independent.account import Account

HTML = b"<html><body><h1>Please log in</h1></body></html>"
# Refusals do not come after the work here: a single answer that says "refused" is believed (docs/failures.md).
REFUSALS = (400, 401, 403, 408, 422, 429)
TROUBLE = (500, 502, 503, 504)
BEFORE = ("reset", "close", "html", *REFUSALS, *TROUBLE)
AFTER = ("reset", "close", "half", "cut", "html", "hang", 408, *TROUBLE)
HARMLESS = ("slow", "garbage")


def _empty(paging: dict[str, Any], rows: list[Any]) -> list[Any]:
    return []


def _short(paging: dict[str, Any], rows: list[Any]) -> list[Any]:
    return rows[: len(rows) // 2]


def _no_next(paging: dict[str, Any], rows: list[Any]) -> list[Any]:
    paging.update({name: None for name in ("next", "next_page_url") if name in paging})
    paging.update({name: False for name in ("has_more_pages",) if name in paging})
    return rows


def _few_pages(paging: dict[str, Any], rows: list[Any]) -> list[Any]:
    now = paging.get("page", paging.get("current_page"))
    paging.update({name: str(now) for name in ("page_count", "last_page") if name in paging})
    return rows


def _nothing(paging: dict[str, Any], rows: list[Any]) -> list[Any]:
    return _empty(paging, _no_next(paging, rows))


TRUNCATED: dict[str, Callable[[dict[str, Any], list[Any]], list[Any]]] = {
    "empty page": _empty,
    "short page": _short,
    "next ends early": _no_next,
    "page count too small": _few_pages,
    "nothing at all": _nothing,
}
REPEATED = "page repeated"


class Hostile:
    """The server: an account behind a socket that cannot be relied on."""

    def __init__(self, account: Account, seed: int, probability: float) -> None:
        self.account = account
        self.met: Counter[str] = Counter()
        self.requests = 0
        self.url = ""
        self.calm = True
        """No faults."""
        self._dice = random.Random(seed)
        self._probability = probability
        self._doubtful: set[tuple[str, str, str]] = set()
        """Writes whose answer was lost: the next attempt is often refused."""
        self._before: dict[str, list[Any]] = {}
        """Rows of the page answered last, by list."""
        self._open: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Self:
        self._listening = await asyncio.start_server(self._accept, "127.0.0.1", 0)
        self.url = f"http://127.0.0.1:{self._listening.sockets[0].getsockname()[1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        self._listening.close()
        for task in self._open:
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        try:
            while await self._serve(reader, writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass  # the client is gone, or the run is over
        finally:
            self._open.discard(task)
            writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        first, *lines = head.split("\r\n")
        method, target, _ = first.split(" ")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        content = await reader.readexactly(int(headers.get("content-length", "0")))
        self.requests += 1
        asked = Asked(method, target, json.loads(content) if content else None)
        key = (method, target, content.decode())
        fault, late = self._drawn(key)
        if fault is not None:
            self.met[f"{fault}{' after' if late else ''}"] += 1
        if fault is not None and not late and fault not in HARMLESS:
            return await self._fail(writer, fault, b"")
        answer = self.account.answer(asked)
        if asked.changes and late:
            self._doubtful.add(key)
        if late and fault not in HARMLESS:
            return await self._fail(writer, fault, http(answer[0], written(answer)))
        return await self._give(writer, fault, http(answer[0], json.dumps(self._truncated(asked, answer[1])).encode()))

    def _drawn(self, key: tuple[str, str, str]) -> tuple[str | int | None, bool]:
        """Choose what goes wrong, and whether it does after the work."""
        if self.calm:
            return None, False
        if key in self._doubtful and self._dice.random() < 0.6:
            self._doubtful.discard(key)
            self.met["refused after doubt"] += 1
            return self._dice.choice(REFUSALS), False
        if self._dice.random() >= self._probability:
            return None, False
        kind = self._dice.random()
        if kind < 0.2:
            return self._dice.choice(HARMLESS), False
        if kind < 0.5:
            return self._dice.choice(BEFORE), False
        late = self._dice.choice(AFTER)
        # Each of these takes the whole timeout.
        return ("close" if late == "hang" and self._dice.random() < 0.8 else late), True

    def _truncated(self, asked: Asked, body: Any) -> Any:
        """Alter a page of a list; its total stays true."""
        holder = body.get("payload", body) if isinstance(body, dict) else {}
        paging = holder.get("pagination", holder)
        if self.calm or not isinstance(holder.get("data"), list) or asked.changes:
            return body
        before, self._before[asked.path] = self._before.get(asked.path), holder["data"]
        if self._dice.random() >= self._probability / 2:
            return body
        body = copy.deepcopy(body)
        holder = body.get("payload", body)
        paging = holder.get("pagination", holder)
        name = self._dice.choice([*TRUNCATED, REPEATED, REPEATED])
        at = paging.get("page", paging.get("current_page"))
        if name != REPEATED:
            holder["data"] = TRUNCATED[name](paging, holder["data"])
        elif before is not None and at > 1 and len(before) == len(holder["data"]):
            holder["data"] = before
        else:
            return body
        self.met[name] += 1
        return body

    async def _fail(self, writer: asyncio.StreamWriter, fault: str | int, true: bytes) -> bool:
        if isinstance(fault, int):
            more = "Retry-After: 1\r\n" if fault in {429, 503} and self._dice.random() < 0.5 else ""
            body = (
                HTML if self._dice.random() < 0.3 else json.dumps({"result": "failed", "code": fault, "message": "no"}).encode()
            )
            writer.write(http(fault, body, more))
        elif fault == "html":
            writer.write(http(200, HTML))
        elif fault == "half":
            writer.write(true[: len(true) - 5])
        elif fault == "cut":
            body = true.partition(b"\r\n\r\n")[2]
            writer.write(http(200, body[: len(body) // 2]))
        elif fault == "hang":
            await never()
        elif fault == "reset":
            handle: socket.socket = writer.get_extra_info("socket")
            handle.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            writer.transport.abort()
        await writer.drain()
        return fault in {"html", "cut"} or isinstance(fault, int)

    async def _give(self, writer: asyncio.StreamWriter, fault: str | int | None, answer: bytes) -> bool:
        if fault == "slow":
            for at in range(0, len(answer), max(1, len(answer) // 4)):
                writer.write(answer[at : at + max(1, len(answer) // 4)])
                await writer.drain()
                await turns(5)
            return True
        # What nobody asked for waits on the idle connection.
        foreign = {"code": 200, "result": "successful", "id": "999999", "data": {"Client": {"id": "999999"}}}
        writer.write(answer + (http(200, json.dumps(foreign).encode()) if fault == "garbage" else b""))
        await writer.drain()
        return True


def http(status: int, body: bytes, more: str = "") -> bytes:
    """Write an answer."""
    kind = "text/html" if body is HTML else "application/json"
    return f"HTTP/1.1 {status} X\r\nContent-Type: {kind}\r\n{more}Content-Length: {len(body)}\r\n\r\n".encode() + body
