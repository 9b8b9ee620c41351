"""Telegram and Slack on loopback, as far as the bots of the examples need them: for `--demo` and for tests."""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

import aiohttp
from aiohttp import web

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterable
    from types import TracebackType
    from typing import Self

TELEGRAM_TOKEN: Final = "42:local"  # noqa: S105  # of this server
SLACK_TOKEN: Final = "xoxb-local"  # noqa: S105  # likewise
SLACK_SECRET: Final = "local-signing-secret"  # noqa: S105  # likewise


async def converse(bot: asyncio.Task[None], questions: Iterable[tuple[str, Callable[[], Coroutine[Any, Any, str]]]]) -> None:
    """Print each question and what the bot answers, then stop the bot; an error that has ended it is raised."""
    try:
        for text, ask in questions:
            said = asyncio.create_task(ask())
            await asyncio.wait({said, bot}, return_when=asyncio.FIRST_COMPLETED)
            if bot.done():
                said.cancel()
                break
            print(f"> {text}\n{said.result()}\n")
    finally:
        bot.cancel()
        await asyncio.wait({bot})
    if not bot.cancelled():
        bot.result()


class LocalServer:
    """An application on a free port."""

    url: str

    def __init__(self) -> None:
        self.app = web.Application()
        self._runner = web.AppRunner(self.app, access_log=None, shutdown_timeout=1.0)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.url = "http://127.0.0.1:{1}".format(*self._runner.addresses[0])
        return self

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        await self._runner.cleanup()


class FakeTelegram(LocalServer):
    """The Bot API with one private chat: `await telegram.say("/unpaid")` returns what the bot sends."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: asyncio.Queue[str] = asyncio.Queue()
        """Texts of the bot, those that `say` has returned left out."""
        self.polls = 0
        """How often the bot asked for news."""
        self._updates: list[dict[str, Any]] = []
        self._news = asyncio.Event()
        self._numbers = itertools.count(1)
        self.app.router.add_post("/bot{token}/{method}", self._call)

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        # A poll goes on after its bot has left.
        self._news.set()
        await super().__aexit__(kind, error, trace)

    async def say(self, text: str, user: int = 7) -> str:
        """Write to the bot and wait for its answer."""
        self.write(text, user)
        return await self.sent.get()

    def write(self, text: str, user: int = 7) -> None:
        """Write to the bot."""
        number = next(self._numbers)
        person = {"id": user, "is_bot": False, "first_name": "منى"}
        chat = {"id": user, "type": "private", "first_name": "منى"}
        message = {"message_id": number, "date": int(time.time()), "chat": chat, "from": person, "text": text}
        self._updates.append({"update_id": number, "message": message})
        self._news.set()

    async def _call(self, request: web.Request) -> web.Response:
        if request.match_info["token"] != TELEGRAM_TOKEN:
            return web.json_response({"ok": False, "error_code": 401, "description": "Unauthorized"}, status=401)
        form = await request.post()
        match request.match_info["method"]:
            case "getMe":
                result: Any = {"id": 42, "is_bot": True, "first_name": "Desk", "username": "desk_bot"}
            case "getUpdates":
                result = await self._wait(int(str(form.get("offset", 0))), float(str(form.get("timeout", 0))))
            case "sendMessage":
                text, chat = str(form["text"]), {"id": int(str(form["chat_id"])), "type": "private"}
                self.sent.put_nowait(text)
                result = {"message_id": next(self._numbers), "date": int(time.time()), "chat": chat, "text": text}
            case method:
                return web.json_response({"ok": False, "error_code": 404, "description": f"no {method}"}, status=404)
        return web.json_response({"ok": True, "result": result})

    async def _wait(self, offset: int, seconds: float) -> list[dict[str, Any]]:
        """Wait for messages, as long polling does; an offset confirms what is before it."""
        self.polls += 1
        self._updates = [update for update in self._updates if update["update_id"] >= offset]
        if not self._updates:
            self._news.clear()
            try:
                async with asyncio.timeout(seconds):
                    await self._news.wait()
            except TimeoutError:
                pass
        return self._updates


class FakeSlack(LocalServer):
    """The Web API, and a user who types slash commands: `await slack.command(url, "/unpaid", "")`."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[str] = []
        """Methods of the Web API that were called."""
        self._answers: dict[str, asyncio.Future[dict[str, Any]]] = {}
        self._numbers = itertools.count(1)
        self.app.router.add_post("/api/{method}", self._call)
        self.app.router.add_post("/answers/{number}", self._answer)

    async def command(self, url: str, command: str, text: str, *, user: str = "U7", secret: str = SLACK_SECRET) -> str:
        """Type a command and wait for the answer; a refusal of the bot is `HTTP 401` and the like."""
        from slack_sdk.signature import SignatureVerifier  # noqa: PLC0415  # only this server's user needs it

        number = str(next(self._numbers))
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        form = {"command": command, "text": text, "user_id": user, "user_name": "mona", "team_id": "T1", "channel_id": "C1"}
        body = urlencode({**form, "response_url": f"{self.url}/answers/{number}", "trigger_id": "1.2", "token": "x"})
        stamp = str(int(time.time()))
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "X-Slack-Request-Timestamp": stamp,
            "X-Slack-Signature": SignatureVerifier(secret).generate_signature(timestamp=stamp, body=body) or "",
        }
        async with aiohttp.ClientSession() as session, session.post(url, data=body, headers=headers) as response:
            if response.status != 200:
                return f"HTTP {response.status}"
        return str((await answer)["text"])

    async def _call(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        self.calls.append(method)
        if request.headers.get("Authorization") != f"Bearer {SLACK_TOKEN}":
            return web.json_response({"ok": False, "error": "invalid_auth"})
        if method != "auth.test":
            return web.json_response({"ok": False, "error": "unknown_method"})
        identity = {"user_id": "U0", "bot_id": "B0", "team_id": "T1", "user": "desk", "team": "acme", "url": self.url}
        return web.json_response({"ok": True, **identity})

    async def _answer(self, request: web.Request) -> web.Response:
        self._answers.pop(request.match_info["number"]).set_result(json.loads(await request.read()))
        return web.Response(text="ok")
