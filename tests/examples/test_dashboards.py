"""The dashboards of an export against sums of what the account itself holds, worked out without the client and without SQL."""

from __future__ import annotations

import datetime as dt
import random
from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import DaftraClient
from daftra_async.export import export
from daftra_async.sandbox import Sandbox

if TYPE_CHECKING:
    from pathlib import Path

duckdb = pytest.importorskip("duckdb")
TODAY = dt.date(2025, 3, 1)
RANGES = ((-(10**6), 0), (1, 30), (31, 60), (61, 90), (91, 10**6))
Sums = dict[tuple[Any, ...], Decimal]


async def fill(daftra: DaftraClient) -> None:
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
        for number in range(90)
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


async def test_figures_are_those_of_the_account(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import dashboards

    async with Sandbox("empty") as sandbox, DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url) as daftra:
        await fill(daftra)
        assert (await export(daftra, resources=dashboards.RESOURCES, to=tmp_path, format="parquet")).ok
        owed, sold, received = receivables(sandbox), sales(sandbox), cash(sandbox)
    with dashboards.opened(tmp_path) as database:
        rows = database.execute(dashboards.RECEIVABLES, {"today": TODAY}).fetchall()
        assert {(client, currency): ranges for client, _, currency, *ranges, _ in rows} == owed
        assert all(sum(ranges) == total for _, _, _, *ranges, total in rows)
        assert all(any(ranges[at] for ranges in owed.values()) for at in range(5)), "every range is met"
        lines: Sums = defaultdict(Decimal)
        for month, product, _, currency, _, net in database.execute(dashboards.SALES).fetchall():
            lines[month, product, currency] += net
        assert lines == sold
        taken = database.execute(dashboards.CASH).fetchall()
        assert {(treasury, currency): amount for treasury, _, currency, _, amount in taken} == received
    assert len({currency for _, currency in received}) > 1
    monkeypatch.setattr("sys.argv", ["dashboards.py", str(tmp_path)])
    await dashboards.main()
    assert "Main Treasury" in capsys.readouterr().out


def test_each_is_at_most_15_lines() -> None:
    import dashboards

    for query in (dashboards.RECEIVABLES, dashboards.SALES, dashboards.CASH):
        assert len(query.strip().splitlines()) <= 15
