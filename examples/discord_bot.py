"""A Discord bot over an account: the slash commands /unpaid, /client and /note. discord.py and the SDK share their connections.

    python examples/discord_bot.py --demo

plays a conversation with a local Discord and a local Daftra. With the token of a bot, and the ids of those who may use it:

    DISCORD_TOKEN=... DISCORD_USERS=1001,1002 DAFTRA_ACCOUNT=acme DAFTRA_API_KEY=... python examples/discord_bot.py

`--sandbox` takes a local Daftra and the real Discord. Needs `pip install discord.py`.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from functools import partial
from typing import TYPE_CHECKING

import aiohttp
import discord
from account import open_account
from chats import converse
from desk import Desk, Underway, answer
from discord import Interaction, app_commands  # noqa: TC002  # annotations of commands are read
from local_discord import DISCORD_TOKEN, FakeDiscord

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection


class DeskBot(discord.Client):
    """Answers commands of these users; what it says is shown to the one who asked."""

    def __init__(self, desk: Desk, users: Collection[int], connector: aiohttp.BaseConnector) -> None:
        # Commands need no intents: the bot reads no messages.
        super().__init__(intents=discord.Intents.none(), connector=connector)
        self.underway = Underway()
        self._desk = desk
        self._users = users
        self._tree = app_commands.CommandTree(self)
        for text, command in (
            ("Unpaid invoices", self.unpaid),
            ("Find a client by name or number", self.client),
            ("Add a note to the client with this id", self.note),
        ):
            self._tree.command(description=text)(command)

    async def setup_hook(self) -> None:
        await self._tree.sync()

    async def unpaid(self, interaction: Interaction) -> None:
        await self._answer(interaction, self._desk.unpaid)

    async def client(self, interaction: Interaction, name: str) -> None:
        await self._answer(interaction, self._desk.client, name)

    async def note(self, interaction: Interaction, client: int, text: str) -> None:
        await self._answer(interaction, self._desk.note, f"{client} {text}", interaction.user.display_name)

    async def _answer(self, interaction: Interaction, ask: Callable[..., Awaitable[str]], *arguments: str) -> None:
        with self.underway.this():
            # Discord waits three seconds for this; the answer itself has a quarter of an hour.
            await interaction.response.defer(ephemeral=True)
            may = interaction.user.id in self._users
            said = await answer(ask(*arguments)) if may else "You may not ask this account."
            # A client's name may look like a mention of everybody, or like markup.
            text = discord.utils.escape_markdown(said)
            await interaction.followup.send(text, ephemeral=True, allowed_mentions=discord.AllowedMentions.none())


async def run(token: str, users: Collection[int], *, sandbox: bool) -> None:
    """Answer until the process is told to stop, or the task is cancelled; questions that were asked are answered first."""
    connector = aiohttp.TCPConnector()
    async with (
        aiohttp.ClientSession(connector=connector, connector_owner=False, cookie_jar=aiohttp.DummyCookieJar()) as session,
        open_account(sandbox=sandbox, session=session) as daftra,
        # discord.py closes the connections that it was given.
        DeskBot(Desk(daftra), users, connector) as bot,
    ):
        try:
            await bot.start(token)
        finally:
            await bot.underway.end()


async def demo() -> None:
    async with FakeDiscord() as server:
        bot = asyncio.create_task(run(DISCORD_TOKEN, {7}, sandbox=True))
        commands: tuple[tuple[str, dict[str, str | int]], ...] = (
            ("unpaid", {}),
            ("client", {"name": "النور"}),
            ("note", {"client": 994, "text": "Will pay on Sunday"}),
            ("note", {"client": 99999999, "text": "x"}),
        )
        await converse(
            bot,
            (
                (f"/{name} {' '.join(map(str, options.values()))}", partial(server.command, name, options))
                for name, options in commands
            ),
        )


async def main() -> int:
    parser = argparse.ArgumentParser(description="A Discord bot over a Daftra account.")
    parser.add_argument("--demo", action="store_true", help="a conversation with a local Discord and a local Daftra")
    parser.add_argument("--sandbox", action="store_true", help="a local Daftra, and Discord itself")
    options = parser.parse_args()
    if options.demo:
        await demo()
        return 0
    discord.utils.setup_logging()
    try:
        token, users = os.environ["DISCORD_TOKEN"], {int(user) for user in os.environ["DISCORD_USERS"].split(",")}
    except (KeyError, ValueError) as error:
        print(f"DISCORD_TOKEN and DISCORD_USERS (ids with commas between) are needed: {error}", file=sys.stderr)
        return 2
    await run(token, users, sandbox=options.sandbox)
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
