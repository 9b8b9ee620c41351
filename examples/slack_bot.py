"""A Slack bot over an account: the slash commands /unpaid, /client and /note. Slack and the SDK share one aiohttp session.

    python examples/slack_bot.py --demo

plays a conversation with a local Slack and a local Daftra. With an app of your workspace that has the three commands, each with
the request URL https://your.host/slack/events, and the ids of those who may use them:

    SLACK_BOT_TOKEN=... SLACK_SIGNING_SECRET=... SLACK_USERS=U01,U02 DAFTRA_ACCOUNT=acme DAFTRA_API_KEY=... \
        python examples/slack_bot.py --port 3000

`--sandbox` takes a local Daftra and the real Slack. Needs `pip install slack-bolt`.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, Final

import aiohttp
from account import open_account
from aiohttp import web
from chats import SLACK_SECRET, SLACK_TOKEN, FakeSlack
from desk import Desk, Underway, answer
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.webhook.async_client import AsyncWebhookClient

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Collection

    from slack_bolt.context.ack.async_ack import AsyncAck

SLACK: Final = "https://slack.com/api/"
_PATH: Final = "/slack/events"


def application(desk: Desk, client: AsyncWebClient, secret: str, users: Collection[str], underway: Underway) -> AsyncApp:
    """Make the app; signatures of requests are checked by Bolt, and others than these users get no answer from the account."""
    app = AsyncApp(client=client, signing_secret=secret)

    async def slash(ack: AsyncAck, command: dict[str, Any]) -> None:
        # Slack waits three seconds; the answer goes to an address of its own, in the session of the client.
        await ack()
        with underway.this():
            said = await asked(command)
            await AsyncWebhookClient(command["response_url"], session=client.session).send(text=escaped(said))

    async def asked(command: dict[str, Any]) -> str:
        name, text = command["command"], command.get("text", "")
        if command["user_id"] not in users:
            return "You may not ask this account."
        if name == "/unpaid":
            return await answer(desk.unpaid())
        if name == "/client":
            return await answer(desk.client(text))
        return await answer(desk.note(text, command.get("user_name", "?")))

    for name in ("/unpaid", "/client", "/note"):
        app.command(name)(slash)
    return app


def escaped(text: str) -> str:
    """Return a text that Slack shows as it is: a client's name may look like a mention of everybody."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@asynccontextmanager
async def serving(
    token: str, secret: str, users: Collection[str], *, sandbox: bool, host: str, port: int, slack: str = SLACK
) -> AsyncGenerator[str, None]:
    """Serve the commands; gives the request URL for Slack, as this machine sees it."""
    async with (
        aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session,
        open_account(sandbox=sandbox, session=session) as daftra,
    ):
        underway = Underway()
        client = AsyncWebClient(token, base_url=slack, session=session)
        bolt = application(Desk(daftra), client, secret, users, underway)
        runner = web.AppRunner(bolt.web_app(_PATH))
        await runner.setup()
        try:
            await web.TCPSite(runner, host, port).start()
            yield "http://{}:{}{}".format(*runner.addresses[0][:2], _PATH)
        finally:
            await runner.cleanup()
            await underway.end()


async def demo() -> None:
    async with (
        FakeSlack() as slack,
        serving(SLACK_TOKEN, SLACK_SECRET, {"U7"}, sandbox=True, host="127.0.0.1", port=0, slack=f"{slack.url}/api/") as url,
    ):
        for name, text in (("/unpaid", ""), ("/client", "النور"), ("/note", "994 Will pay on Sunday"), ("/note", "99999999 x")):
            print(f"> {name} {text}\n{await slack.command(url, name, text)}\n")


async def main() -> int:
    parser = argparse.ArgumentParser(description="A Slack bot over a Daftra account.")
    parser.add_argument("--demo", action="store_true", help="a conversation with a local Slack and a local Daftra")
    parser.add_argument("--sandbox", action="store_true", help="a local Daftra, and Slack itself")
    parser.add_argument("--port", type=int, default=3000)
    options = parser.parse_args()
    if options.demo:
        await demo()
        return 0
    try:
        token, secret, users = (os.environ[name] for name in ("SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_USERS"))
    except KeyError as error:
        print(f"SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET and SLACK_USERS are needed: {error} is missing", file=sys.stderr)
        return 2
    allowed = set(users.split(","))
    async with serving(token, secret, allowed, sandbox=options.sandbox, host="127.0.0.1", port=options.port) as url:
        print(f"waiting for Slack at {url}")
        await asyncio.Event().wait()
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
