"""A small account of three currencies, and what its ledger says, worked out without the client."""

from __future__ import annotations

import datetime as dt
import random
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from daftra_async import DaftraClient
    from daftra_async.sandbox import Sandbox

TODAY = dt.date(2025, 3, 1)
RANGES = ((-(10**6), 0), (1, 30), (31, 60), (61, 90), (91, 10**6))
Sums = dict[tuple[Any, ...], Decimal]


async def fill(daftra: DaftraClient, invoices: int = 90) -> None:
    """Make invoices of three currencies, some of them drafts, paid in full, in part or not at all."""
    dice = random.Random(5)
    clients = [(await daftra.clients.create({"business_name": f"شركة {number}"})).id for number in range(4)]
    products = [(await daftra.products.create({"name": f"Product {number}", "unit_price": 1})).id for number in range(3)]
    bodies = [
        {
            "client_id": dice.choice(clients),
            "currency_code": dice.choice(("SAR", "EGP", "KWD")),
            "date": TODAY - dt.timedelta(days=dice.randrange(200)),
            "due_after": dice.choice((0, 15, 30)),
            "issue_date": dice.choice((None, "2026-03-03", "2026-05-20")),
            "draft": number % 9 == 0,
            "InvoiceItem": [
                {
                    "product_id": product,
                    "item": "x",
                    "unit_price": f"{dice.randrange(10**6)}e-3",
                    "quantity": dice.randrange(1, 9),
                }
                for product in dice.sample(products, dice.randrange(1, 4))
            ],
        }
        for number in range(invoices)
    ]
    made = await daftra.invoices.create_many(bodies)
    treasuries = [1, (await daftra.treasuries.create({"name": "بنك", "type": 1})).id]
    payments = [
        {
            "invoice_id": entry.id,
            "payment_method": "cash",
            "amount": f"{dice.randrange(10**5)}e-2",
            "currency_code": body["currency_code"],
            "treasury_id": dice.choice(treasuries),
            "status": dice.choice((1, 1, 2)),
        }
        for entry, body in zip(made, bodies, strict=True)
        if dice.random() < 0.6 and not body["draft"]
    ]
    assert (await daftra.invoice_payments.create_many(payments)).ok
    of_client = {"client_id": clients[0], "amount": "7.77", "payment_method": "cash", "status": 1, "currency_code": "SAR"}
    await daftra.client_payments.create({**of_client, "treasury_id": 1})


def receivables(sandbox: Sandbox) -> dict[tuple[int, str], list[Decimal]]:
    sums: dict[tuple[int, str], list[Decimal]] = defaultdict(lambda: [Decimal(0)] * 5)
    for one in sandbox.account.store.all("invoice"):
        if one.body["payment_status"] in {0, 1}:
            due = dt.date.fromisoformat(one.body["issue_date"] or one.body["date"]) + dt.timedelta(
                days=int(one.body["due_after"] or 0)
            )
            late = (TODAY - due).days
            place = next(at for at, (least, most) in enumerate(RANGES) if least <= late <= most)
            sums[one.body["client_id"], one.body["currency_code"]][place] += Decimal(str(one.body["summary_unpaid"]))
    return sums


def sales(sandbox: Sandbox) -> Sums:
    sums: Sums = defaultdict(Decimal)
    for one in sandbox.account.store.all("invoice"):
        if not one.body["draft"]:
            month = dt.date.fromisoformat(one.body["date"]).replace(day=1)
            for line in one.parts["InvoiceItem"]:
                sums[month, line["product_id"], one.body["currency_code"]] += Decimal(str(line["subtotal"]))
    return sums


def cash(sandbox: Sandbox) -> Sums:
    sums: Sums = defaultdict(Decimal)
    for collection in ("invoice_payment", "client_payment"):
        for one in sandbox.account.store.all(collection):
            if one.body["status"] == 1:
                sums[one.body["treasury_id"], one.body["currency_code"]] += Decimal(str(one.body["amount"]))
    return sums
