"""Orders of a shop become invoices that are paid in full, each once, however often this is killed or started twice.

Each record carries the number that the shop gave it: what is there is found by it, and only the rest is created.
When an error ends the run, start it again.
"""

from __future__ import annotations

import argparse
import asyncio
import datetime as dt
import json
from pathlib import Path
from typing import Any

from account import open_account

from daftra_async import ClientInput, FileLock, InvoiceInput, InvoiceItemInput, InvoicePaymentInput, PaymentStatus


async def once(resource: Any, inputs: dict[str, Any]) -> dict[str, int]:
    """Create the records that are not there; return the ids of all by their numbers."""
    lock = FileLock(Path(__file__).with_suffix(".lock"))
    result = await resource.create_many(inputs.values(), references=list(inputs), lock=lock)
    result = await result.settle()
    result.raise_for_failures()
    return {entry.reference: entry.id for entry in result}


def client_of(customer: dict[str, Any]) -> ClientInput:
    return ClientInput(business_name=customer["name"], email=customer["email"])


def invoice_of(order: dict[str, Any], client: int) -> InvoiceInput:
    lines = [InvoiceItemInput(**line) for line in order["lines"]]
    return InvoiceInput(client_id=client, date=dt.date.fromisoformat(order["date"]), invoice_item=lines)


def payment_of(order: dict[str, Any], invoice: int) -> InvoicePaymentInput:
    method, amount = order["payment"]["method"], order["payment"]["amount"]
    return InvoicePaymentInput(invoice_id=invoice, payment_method=method, amount=amount, status=PaymentStatus.COMPLETED)


async def main() -> None:
    parser = argparse.ArgumentParser(description="Make paid invoices of the orders of a shop.")
    parser.add_argument("orders", type=Path, help="a file with an order a line, as JSON")
    parser.add_argument("--sandbox", action="store_true", help="use a local account, not the one in the environment")
    given = parser.parse_args()
    orders = [json.loads(line) for line in given.orders.read_text("utf-8").splitlines()]
    async with open_account(sandbox=given.sandbox) as daftra:
        clients = await once(daftra.clients, {each["customer"]["number"]: client_of(each["customer"]) for each in orders})
        invoices = {each["number"]: invoice_of(each, clients[each["customer"]["number"]]) for each in orders}
        ids = await once(daftra.invoices, invoices)
        await once(daftra.invoice_payments, {each["payment"]["id"]: payment_of(each, ids[each["number"]]) for each in orders})
    print(f"{len(orders)} orders are invoiced and paid.")


if __name__ == "__main__":
    asyncio.run(main())
