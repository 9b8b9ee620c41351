"""Prices that contain their tax become an invoice with exactly the total that the customer was told, known before it is sent.

python examples/price_list.py --sandbox
"""

from __future__ import annotations

import argparse
import asyncio
from decimal import Decimal
from typing import TYPE_CHECKING

from account import open_account

from daftra_async import InvoiceInput, InvoiceItemInput
from daftra_async.money import gross, net, preview, verify

if TYPE_CHECKING:
    from daftra_async import DaftraClient

BASKET = {"Tea, 100 bags": Decimal("12.50"), "قهوة عربية": Decimal("34.75"), "Water pump": Decimal("1250.50")}


async def sell(daftra: DaftraClient, basket: dict[str, Decimal]) -> None:
    taxes = await daftra.taxes.list().collect()
    tax = next(each for each in taxes if each.id is not None and each.value)
    rate = tax.value or 0
    client = (await daftra.clients.list(limit=1)).data[0]
    assert client.id is not None
    # The server adds the tax, so what is sent is the price without it, to 4 decimals.
    lines = [InvoiceItemInput(item=item, unit_price=net(price, rate), quantity=1, tax1=tax.id) for item, price in basket.items()]
    for line, price in zip(lines, basket.values(), strict=True):
        assert gross(str(line.unit_price), rate) == price
    body = InvoiceInput(client_id=client.id, currency_code="SAR", invoice_item=lines)
    expected = preview(body, taxes=taxes)
    print(expected)
    if expected.total != sum(basket.values()):
        print(f"the customer was told {sum(basket.values())}, so nothing is sent")
        return
    created = await daftra.invoices.create(body)
    invoice = await daftra.invoices.get(created.id)
    print(verify(invoice, taxes=taxes) or f"invoice {invoice.no}: {invoice.summary_total}, as was said")


async def main() -> None:
    parser = argparse.ArgumentParser(description="Make an invoice of prices that contain their tax.")
    parser.add_argument("--sandbox", action="store_true", help="use a local account, not the one in the environment")
    given = parser.parse_args()
    async with open_account(sandbox=given.sandbox) as daftra:
        await sell(daftra, BASKET)


if __name__ == "__main__":
    asyncio.run(main())
