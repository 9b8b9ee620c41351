"""A receiver of webhooks that confirms each event by reading the record.

    python examples/webhook_receiver.py --demo

starts a local Daftra and the receiver, and plays the sender. Against a real account, set DAFTRA_ACCOUNT, DAFTRA_API_KEY and
WEBHOOK_TOKEN (`python -c "from daftra_async.webhooks import new_token; print(new_token())"`), leave `--demo` out, and give the
marketplace app the URL https://your.host/daftra/TOKEN.
"""

from __future__ import annotations

import asyncio
import logging
import os
import sys
from typing import TYPE_CHECKING

import aiohttp
from aiohttp import web

from daftra_async import Client, DaftraClient, Invoice
from daftra_async.sandbox import Sandbox
from daftra_async.webhooks import UnknownEvent, WebhookReceiver, new_token

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from daftra_async.webhooks import WebhookEvent


def application(make_client: Callable[[], DaftraClient], token: str) -> web.Application:
    client: web.AppKey[DaftraClient] = web.AppKey("client", DaftraClient)
    receiver = WebhookReceiver(token=token)
    app = web.Application()

    async def note(event: WebhookEvent) -> None:
        if isinstance(event, UnknownEvent):
            print(f"not recognised: {event.reason}")
            return
        # Anybody who knows the URL can send anything: what counts is what the account says.
        match await event.fetch(app[client]):
            case None:
                print(f"{event.entity} {event.id} is gone")
            case Invoice() as invoice:
                print(f"invoice {invoice.id} ({event.action}): {invoice.summary_total} {invoice.currency_code}")
            case Client() as customer:
                print(f"client {customer.id} ({event.action}): {customer.business_name}")
            case record:
                print(f"{event.entity} {event.id} ({event.action}): {type(record).__name__}")

    async def lifetime(app: web.Application) -> AsyncIterator[None]:
        async with make_client() as daftra:
            app[client] = daftra
            yield

    app.cleanup_ctx.append(lifetime)
    app.router.add_post("/daftra/{token}", receiver.aiohttp_handler(note))
    logging.getLogger("aiohttp.access").addFilter(receiver.log_filter)
    return app


async def demo() -> None:
    token = new_token()
    async with Sandbox("demo") as sandbox, aiohttp.ClientSession() as sender:

        def make_client() -> DaftraClient:
            return DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url)

        async def entity(path: str) -> dict[str, object]:
            async with sender.get(f"{sandbox.url}/v2/api/entity/{path}", headers={"apikey": sandbox.api_key}) as response:
                found: dict[str, object] = await response.json()
                return found

        runner = web.AppRunner(application(make_client, token))
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        host, port = runner.addresses[0][:2]
        invoice, customer = await entity("invoice/1/1"), await entity("client/2/1")
        forged = {**customer, "id": 99_999_999, "business_name": "Mallory"}
        try:
            for body, key in (
                (invoice, token),
                (invoice, token),
                (customer, token),
                (forged, token),
                ({"status": "on"}, token),
                (invoice, "a guess"),
            ):
                async with sender.post(
                    f"http://{host}:{port}/daftra/{key}", json=body, headers={"X-Site-Id": "4711"}
                ) as response:
                    print("    ->", response.status, await response.text())
        finally:
            await runner.cleanup()


if __name__ == "__main__":
    if "--demo" in sys.argv[1:]:
        asyncio.run(demo())
    else:
        logging.basicConfig(level=logging.INFO)
        web.run_app(application(DaftraClient.from_env, os.environ["WEBHOOK_TOKEN"]), host="127.0.0.1", port=8080)
