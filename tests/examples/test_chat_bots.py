"""Conversations with the bots over real sockets: a local Telegram, Slack and Discord, and a local Daftra behind them."""

from __future__ import annotations

import asyncio
import importlib
import sys
from contextlib import asynccontextmanager
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import aiohttp
import pytest

from daftra_async import DaftraClient
from daftra_async.sandbox import Sandbox
from daftra_async.sandbox.account import MAIN_BRANCH
from daftra_async.sandbox.faults import Faults, Rule
from tests.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

ARABIC = "\u2068شركة النور للتجارة 102, Sara الشمري\u2069"


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox("demo") as found:
        yield found


@pytest.fixture(autouse=True)
def _environment(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAFTRA_BASE_URL", sandbox.url)
    monkeypatch.setenv("DAFTRA_API_KEY", sandbox.api_key)


class Sessions:
    """Counts the sessions that are made."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.made: list[Any] = []
        began = aiohttp.ClientSession.__init__

        def init(session: Any, *args: Any, **kwargs: Any) -> None:
            self.made.append(session)
            began(session, *args, **kwargs)

        monkeypatch.setattr(aiohttp.ClientSession, "__init__", init)


def unpaid_sums(sandbox: Sandbox) -> tuple[int, dict[str, Decimal]]:
    """What the account itself says, without the client under test."""
    count, sums = 0, {}
    for stored in sandbox.account.store.all("invoice"):
        # Lists show the main branch.
        if str(stored.body["payment_status"]) in {"0", "1"} and str(stored.body["branch_id"]) == str(MAIN_BRANCH):
            count += 1
            currency = str(stored.body["currency_code"])
            sums[currency] = sums.get(currency, Decimal(0)) + Decimal(str(stored.body["summary_unpaid"]))
    return count, sums


@asynccontextmanager
async def telegram_bot() -> AsyncIterator[Any]:
    pytest.importorskip("aiogram")
    from aiogram.client.telegram import TelegramAPIServer
    from chats import TELEGRAM_TOKEN, FakeTelegram
    from telegram_bot import run

    async with FakeTelegram() as telegram:
        bot = asyncio.create_task(run(TELEGRAM_TOKEN, {7}, sandbox=False, server=TelegramAPIServer.from_base(telegram.url)))
        try:
            async with asyncio.timeout(60):
                yield telegram
        finally:
            bot.cancel()
            await asyncio.wait({bot})
        assert bot.cancelled(), bot.exception()


async def test_telegram_conversation(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    sessions = Sessions(monkeypatch)
    count, sums = unpaid_sums(sandbox)
    before = sandbox.record("client", 994)
    async with telegram_bot() as telegram:
        assert "/unpaid" in await telegram.say("/start")
        said = await telegram.say("/unpaid")
        assert said.startswith(f"{count:,} unpaid invoices\n")
        for currency, amount in sums.items():
            assert f"{amount:,.2f} {currency} in " in said
        assert ARABIC in await telegram.say("/client النور")
        assert (await telegram.say("/client 994")).startswith("id 994 · no. 000994 · ")
        assert await telegram.say("/client 000994") == await telegram.say("/client 994")
        assert await telegram.say("/client no such name") == "No client is called \u2068no such name\u2069."
        assert await telegram.say("/note 994 يدفع  يوم الأحد") == "Noted on \u2068Orient Electronics Co.\u2069."
        assert await telegram.say("/note 99999999 x") == "There is no such record."
        assert await telegram.say("/note 994") == "Which client, and what? /note ID TEXT"
    assert len(sessions.made) == 1, "aiogram and the SDK share one session"
    assert sessions.made[0].closed
    after = sandbox.record("client", 994)
    assert before is not None
    assert after is not None
    assert after["notes"].endswith(" منى: يدفع يوم الأحد")
    assert {**after, "notes": None, "modified": None} == {**before, "notes": None, "modified": None}


async def test_telegram_answers_only_those_who_may_ask(sandbox: Sandbox) -> None:
    async with telegram_bot() as telegram:
        telegram.write("/unpaid", user=666)
        assert "/unpaid" in await telegram.say("/help")
        assert telegram.sent.empty()
    assert not sandbox.requests


async def test_telegram_failures_are_said_in_a_sentence(sandbox: Sandbox, caplog: pytest.LogCaptureFixture) -> None:
    sandbox.faults = Faults([Rule("error-in-200", operation="clients.list")])
    async with telegram_bot() as telegram:
        assert await telegram.say("/client x") == "Daftra does not answer at the moment. Try again later."
    assert "no answer" in caplog.text


async def test_a_question_is_answered_before_the_bot_ends(sandbox: Sandbox) -> None:
    sandbox.delay = 0.2
    async with telegram_bot() as telegram:
        assert "/unpaid" in await telegram.say("/help")
        telegram.write("/client 994")
        await until(lambda: sandbox.requests)
        assert telegram.sent.empty()
        sent = telegram.sent
        # Left here, with the answer outstanding.
    assert sent.get_nowait().startswith("id 994")


@asynccontextmanager
async def slack_bot() -> AsyncIterator[tuple[Any, str]]:
    pytest.importorskip("slack_bolt")
    from chats import SLACK_SECRET, SLACK_TOKEN, FakeSlack
    from slack_bot import serving

    async with (
        FakeSlack() as slack,
        serving(SLACK_TOKEN, SLACK_SECRET, {"U7"}, sandbox=False, host="127.0.0.1", port=0, slack=f"{slack.url}/api/") as url,
        asyncio.timeout(60),
    ):
        yield slack, url


async def test_slack_conversation(sandbox: Sandbox) -> None:
    count, sums = unpaid_sums(sandbox)
    async with slack_bot() as (slack, url):
        said = await slack.command(url, "/unpaid", "")
        assert said.startswith(f"{count:,} unpaid invoices\n")
        for currency, amount in sums.items():
            assert f"{amount:,.2f} {currency} in " in said
        assert ARABIC in await slack.command(url, "/client", "النور")
        assert await slack.command(url, "/note", "994 Will pay") == "Noted on \u2068Orient Electronics Co.\u2069."
        assert await slack.command(url, "/note", "99999999 x") == "There is no such record."
        assert slack.calls, "the token was checked with Slack"
    after = sandbox.record("client", 994)
    assert after is not None
    assert after["notes"].endswith(" mona: Will pay")


async def test_slack_refuses_what_slack_did_not_sign(sandbox: Sandbox) -> None:
    async with slack_bot() as (slack, url):
        assert await slack.command(url, "/unpaid", "", secret="a guess") == "HTTP 401"
        assert await slack.command(url, "/unpaid", "", user="U666") == "You may not ask this account."
    assert not sandbox.requests


async def test_slack_shows_names_as_they_are(sandbox: Sandbox) -> None:
    async with DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url) as daftra, daftra.clients.edit(994) as draft:
        draft.business_name = "<!channel> & Co."
    async with slack_bot() as (slack, url):
        assert "\u2068&lt;!channel&gt; &amp; Co." in await slack.command(url, "/client", "994")


@asynccontextmanager
async def discord_bot() -> AsyncIterator[Any]:
    pytest.importorskip("discord")
    from discord_bot import run
    from local_discord import DISCORD_TOKEN, FakeDiscord

    async with FakeDiscord() as server:
        bot = asyncio.create_task(run(DISCORD_TOKEN, {7}, sandbox=False))
        try:
            async with asyncio.timeout(60):
                yield server
        finally:
            bot.cancel()
            await asyncio.wait({bot})
        assert bot.cancelled(), bot.exception()


async def test_discord_conversation(sandbox: Sandbox) -> None:
    count, sums = unpaid_sums(sandbox)
    async with discord_bot() as server:
        said = await server.command("unpaid")
        assert said.startswith(f"{count:,} unpaid invoices\n")
        for currency, amount in sums.items():
            assert f"{amount:,.2f} {currency} in " in said
        assert ARABIC in await server.command("client", {"name": "النور"})
        assert await server.command("note", {"client": 994, "text": "Will pay"}) == "Noted on \u2068Orient Electronics Co.\u2069."
        assert await server.command("note", {"client": 99999999, "text": "x"}) == "There is no such record."
        assert server.commands.keys() == {"unpaid", "client", "note"}
    after = sandbox.record("client", 994)
    assert after is not None
    assert after["notes"].endswith(" منى: Will pay")


async def test_discord_answers_only_those_who_may_ask(sandbox: Sandbox) -> None:
    async with discord_bot() as server:
        assert await server.command("unpaid", user=666) == "You may not ask this account."
    assert not sandbox.requests


async def test_discord_shows_names_as_they_are_to_the_one_who_asked(sandbox: Sandbox) -> None:
    async with DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url) as daftra, daftra.clients.edit(994) as draft:
        draft.business_name = "@everyone *Co.*"
    async with discord_bot() as server:
        await server.type("client", {"name": "994"})
        message = await server.sent.get()
    assert "\u2068@everyone \\*Co.\\*" in message["content"]
    assert message["allowed_mentions"] == {"parse": []}
    assert message["flags"] == 64, "only the one who asked sees it"


async def test_discord_answers_a_question_before_the_bot_ends(sandbox: Sandbox) -> None:
    sandbox.delay = 0.2
    async with discord_bot() as server:
        await server.type("client", {"name": "994"})
        await until(lambda: sandbox.requests)
        assert server.sent.empty()
        # Left here, with the answer outstanding.
    assert server.sent.get_nowait()["content"].startswith("id 994")


@pytest.mark.parametrize(
    ("name", "library"), [("telegram_bot", "aiogram"), ("slack_bot", "slack_bolt"), ("discord_bot", "discord")]
)
async def test_bots_name_what_they_lack(
    name: str, library: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip(library)
    monkeypatch.setattr(sys, "argv", [f"{name}.py"])
    for variable in (
        "TELEGRAM_TOKEN",
        "TELEGRAM_USERS",
        "SLACK_BOT_TOKEN",
        "SLACK_SIGNING_SECRET",
        "SLACK_USERS",
        "DISCORD_TOKEN",
    ):
        monkeypatch.delenv(variable, raising=False)
    assert await importlib.import_module(name).main() == 2
    assert "are needed" in capsys.readouterr().err
