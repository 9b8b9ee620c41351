"""A create whose answer is lost, and how to find out whether it happened.

Runs by itself: a local Daftra stores the invoice and then drops the connection instead of answering, as a network does at the
worst moment. Against a real account, only `add_once` is of interest.
"""

from __future__ import annotations

import asyncio
import uuid
from decimal import Decimal

from daftra_async import DaftraClient, InvoiceInput, InvoiceItemInput, OutcomeUnknown
from daftra_async.sandbox import Faults, Rule, Sandbox


async def add_once(daftra: DaftraClient, invoice: InvoiceInput, reference: str) -> int | str | None:
    """Create an invoice exactly once, whatever happens to the answers."""
    for pause in (0.0, 0.5, 2.0):
        try:
            created = await daftra.invoices.create(invoice, reference=reference)
        except OutcomeUnknown as lost:
            print("no answer:", [f"{attempt.phase}: {attempt.reason}" for attempt in lost.history])
            # After a timeout the server may still be at work: look once more before it counts as not done.
            for wait in (pause, pause + 1.0):
                await asyncio.sleep(wait)
                found = await lost.reconcile()
                if found is not None:
                    print("it was done: invoice", found.id)
                    return found.id
            print("it was not done, so it is sent again")
        else:
            return created.id
    msg = "three answers were lost"
    raise RuntimeError(msg)


async def main() -> None:
    faults = Faults([Rule("drop-after-read", operation="invoices.create", times=1)])
    async with Sandbox("demo", faults=faults) as sandbox:
        before = sandbox.count("invoices.list")
        async with DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url) as daftra:
            client = (await daftra.clients.list(limit=1)).data[0]
            lines = [InvoiceItemInput(item="Work", unit_price=Decimal("12.50"), quantity=Decimal(2))]
            identity = await add_once(daftra, InvoiceInput(client_id=client.id, invoice_item=lines), f"order-{uuid.uuid4()}")
        print("lost answers:", faults.met.total())
        print("new invoices:", sandbox.count("invoices.list") - before, "id", identity)


if __name__ == "__main__":
    asyncio.run(main())
