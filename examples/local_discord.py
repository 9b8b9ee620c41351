"""Discord on loopback, as far as the bot of the examples needs it: for `--demo` and for tests."""

from __future__ import annotations

import asyncio
import itertools
import json
from typing import TYPE_CHECKING, Any, Final

import yarl
from aiohttp import WSMsgType, web
from chats import LocalServer
from discord.gateway import DiscordWebSocket
from discord.http import Route

if TYPE_CHECKING:
    from collections.abc import Mapping
    from types import TracebackType
    from typing import Self

DISCORD_TOKEN: Final = "local.discord.token"  # noqa: S105  # of this server
_BOT: Final = {"id": "42", "username": "desk", "discriminator": "0", "avatar": None, "bot": True}
_USER: Final = {"username": "mona", "global_name": "منى", "discriminator": "0", "avatar": None}
_HELLO, _IDENTIFY, _HEARTBEAT, _HEARTBEAT_ACK = 10, 2, 1, 11
_KINDS: Final = {str: 3, int: 4}
"""Discord's numbers for kinds of options."""
NOTHING: Final[Mapping[str, str | int]] = {}


class FakeDiscord(LocalServer):
    """The gateway and the calls of commands: `await server.command("client", {"name": "x"})` returns what the bot sends.

    While it is open, discord.py talks to it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.commands: dict[str, dict[str, Any]] = {}
        """What the bot has registered, by name."""
        self.sent: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        """Messages of the bot, those that `command` has returned left out."""
        self._socket: asyncio.Future[web.WebSocketResponse] = asyncio.get_running_loop().create_future()
        self._numbers = itertools.count(1000)
        router = self.app.router
        router.add_get("/gateway", self._gateway)
        router.add_get("/api/users/@me", self._me)
        router.add_get("/api/oauth2/applications/@me", self._application)
        router.add_put("/api/applications/42/commands", self._register)
        router.add_post("/api/interactions/{id}/{token}/callback", self._deferred)
        router.add_post("/api/webhooks/42/{token}", self._message)

    async def __aenter__(self) -> Self:
        await super().__aenter__()
        self._real = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = f"{self.url}/api", yarl.URL(f"{self.url}/gateway")
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = self._real
        await super().__aexit__(kind, error, trace)

    async def command(self, name: str, options: Mapping[str, str | int] = NOTHING, user: int = 7) -> str:
        """Type a command and wait for the answer of the bot."""
        await self.type(name, options, user)
        return str((await self.sent.get())["content"])

    async def type(self, name: str, options: Mapping[str, str | int] = NOTHING, user: int = 7) -> None:
        """Type a command, once the bot is there."""
        number = str(next(self._numbers))
        socket = await asyncio.shield(self._socket)
        given = [{"name": key, "type": _KINDS[type(value)], "value": value} for key, value in options.items()]
        interaction = {"id": number, "application_id": "42", "token": f"t{number}", "type": 2, "version": 1, "context": 1}
        place = {"user": {"id": str(user), **_USER}, "channel": {"id": "5", "type": 1, "recipients": []}}
        data = {"id": self.commands[name]["id"], "type": 1, "name": name, "options": given}
        await self._dispatch(socket, "INTERACTION_CREATE", {**interaction, **place, "attachment_size_limit": 1, "data": data})

    async def _dispatch(self, socket: web.WebSocketResponse, event: str, data: dict[str, Any]) -> None:
        await socket.send_json({"op": 0, "t": event, "s": next(self._numbers), "d": data})

    async def _gateway(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_json({"op": _HELLO, "d": {"heartbeat_interval": 40_000}})
        async for message in socket:
            if message.type is not WSMsgType.TEXT:
                continue
            said = message.json()
            if said["op"] == _HEARTBEAT:
                await socket.send_json({"op": _HEARTBEAT_ACK})
            elif said["op"] == _IDENTIFY:
                if said["d"]["token"] != DISCORD_TOKEN:
                    await socket.close(code=4004)
                    break
                ready = {"v": 10, "user": _BOT, "guilds": [], "session_id": "s", "application": {"id": "42", "flags": 0}}
                await self._dispatch(socket, "READY", {**ready, "resume_gateway_url": f"{self.url}/gateway"})
                self._socket.set_result(socket)
        return socket

    async def _me(self, request: web.Request) -> web.Response:
        if request.headers.get("Authorization") != f"Bot {DISCORD_TOKEN}":
            return _json({"message": "401: Unauthorized", "code": 0}, status=401)
        return _json(_BOT)

    async def _application(self, _request: web.Request) -> web.Response:
        about = {
            "id": "42",
            "name": "desk",
            "description": "",
            "icon": None,
            "bot_public": False,
            "bot_require_code_grant": False,
        }
        return _json({**about, "owner": {"id": "7", **_USER}, "verify_key": "", "flags": 0})

    async def _register(self, request: web.Request) -> web.Response:
        registered = [{"id": str(next(self._numbers)), "application_id": "42", **command} for command in await request.json()]
        self.commands = {command["name"]: command for command in registered}
        return _json(registered)

    async def _deferred(self, request: web.Request) -> web.Response:
        return _json({"interaction": {"id": request.match_info["id"], "type": 2, "response_message_loading": True}})

    async def _message(self, request: web.Request) -> web.Response:
        message = await request.json()
        self.sent.put_nowait(message)
        sent = {"id": str(next(self._numbers)), "channel_id": "5", "type": 0, "author": _BOT, "content": message["content"]}
        when = {"timestamp": "2026-01-01T00:00:00+00:00", "edited_timestamp": None, "tts": False, "mention_everyone": False}
        return _json({**sent, **when, "pinned": False, "embeds": [], "attachments": [], "mentions": [], "mention_roles": []})


def _json(value: Any, status: int = 200) -> web.Response:
    # Discord names no charset, and discord.py compares the whole header.
    return web.Response(body=json.dumps(value).encode(), content_type="application/json", status=status)
