"""A Telegram bot over an account: unpaid invoices, clients, notes. aiogram and the SDK share one aiohttp session.

    python examples/telegram_bot.py --demo

plays a conversation with a local Telegram and a local Daftra. With the token of a bot, and the ids of those who may talk to it:

    TELEGRAM_TOKEN=... TELEGRAM_USERS=1001,1002 DAFTRA_ACCOUNT=acme DAFTRA_API_KEY=... python examples/telegram_bot.py

`--sandbox` takes a local Daftra and the real Telegram. Needs `pip install aiogram`.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import sys
from functools import partial
from typing import TYPE_CHECKING, Any

from account import open_account
from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import PRODUCTION, TelegramAPIServer
from aiogram.filters import Command, CommandObject, CommandStart  # noqa: TC002  # handlers' annotations are read
from aiogram.types import Message  # noqa: TC002  # likewise
from chats import TELEGRAM_TOKEN, FakeTelegram, converse
from desk import HELP, Desk, Underway, answer

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Collection

    from aiogram.types import TelegramObject


async def unpaid(message: Message, desk: Desk) -> None:
    await message.answer(await answer(desk.unpaid()))


async def client(message: Message, command: CommandObject, desk: Desk) -> None:
    await message.answer(await answer(desk.client(command.args or "")))


async def note(message: Message, command: CommandObject, desk: Desk) -> None:
    author = message.from_user.full_name if message.from_user else "?"
    await message.answer(await answer(desk.note(command.args or "", author)))


async def usage(message: Message) -> None:
    await message.answer(HELP)


def dispatcher(users: Collection[int]) -> Dispatcher:
    """Make what handles messages of these users; anybody on Telegram can write to a bot, and all others get no answer."""
    router = Router()
    router.message.filter(F.from_user.id.in_(set(users)))
    router.message.register(unpaid, Command("unpaid"))
    router.message.register(client, Command("client"))
    router.message.register(note, Command("note"))
    router.message.register(usage, CommandStart())
    router.message.register(usage, Command("help"))
    top = Dispatcher()
    top.include_router(router)
    return top


async def run(token: str, users: Collection[int], *, sandbox: bool, server: TelegramAPIServer = PRODUCTION) -> None:
    """Answer until the process is told to stop, or the task is cancelled."""
    telegram = AiohttpSession(api=server)
    async with (
        Bot(token, session=telegram).context() as bot,
        # The session of aiogram, which closes it after us. The SDK neither sends nor changes its cookies and headers.
        open_account(sandbox=sandbox, session=await telegram.create_session()) as daftra,
    ):
        await poll(dispatcher(users), bot, Desk(daftra))


async def poll(top: Dispatcher, bot: Bot, desk: Desk) -> None:
    """Answer until SIGINT, SIGTERM or cancellation; then answer what was asked, and ask for no more."""
    underway = Underway()

    async def counted(
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]], event: TelegramObject, data: dict[str, Any]
    ) -> Any:
        with underway.this():
            return await handler(event, data)

    top.update.outer_middleware(counted)
    polling = asyncio.create_task(top.start_polling(bot, desk=desk, close_bot_session=False))
    try:
        # A cancelled start_polling would leave its own tasks behind.
        await asyncio.shield(polling)
    finally:
        if not polling.done():
            await top.stop_polling()
            await polling
        await underway.end()


async def demo() -> None:
    async with FakeTelegram() as telegram:
        bot = asyncio.create_task(run(TELEGRAM_TOKEN, {7}, sandbox=True, server=TelegramAPIServer.from_base(telegram.url)))
        texts = ("/start", "/unpaid", "/client النور", "/client 994", "/note 994 Will pay on Sunday", "/note 99999999 x")
        await converse(bot, ((text, partial(telegram.say, text)) for text in texts))


async def main() -> int:
    parser = argparse.ArgumentParser(description="A Telegram bot over a Daftra account.")
    parser.add_argument("--demo", action="store_true", help="a conversation with a local Telegram and a local Daftra")
    parser.add_argument("--sandbox", action="store_true", help="a local Daftra, and Telegram itself")
    options = parser.parse_args()
    if options.demo:
        await demo()
        return 0
    logging.basicConfig(level=logging.INFO)
    try:
        token, users = os.environ["TELEGRAM_TOKEN"], {int(user) for user in os.environ["TELEGRAM_USERS"].split(",")}
    except (KeyError, ValueError) as error:
        print(f"TELEGRAM_TOKEN and TELEGRAM_USERS (ids with commas between) are needed: {error}", file=sys.stderr)
        return 2
    await run(token, users, sandbox=options.sandbox)
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
