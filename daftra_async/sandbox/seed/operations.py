"""Purchases, stock, money, accounting, follow-ups and work."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING

from daftra_async.sandbox.documents import SNAPSHOT, pricing_of
from daftra_async.sandbox.seed.sales import lines
from daftra_async.sandbox.seed.words import WORDS
from daftra_async.sandbox.totals import sum_line

if TYPE_CHECKING:
    from daftra_async.sandbox.codec import Json
    from daftra_async.sandbox.seed.builder import Builder


def purchases(build: Builder, collection: str, amount: int) -> None:
    """Purchase invoices or refunds."""
    pricing = pricing_of(build.account)
    suppliers = [supplier.body for supplier in build.account.store.all("supplier")]
    catalogue = [product.body for product in build.account.store.all("product")]
    for index in range(1, amount + 1):
        supplier = build.pick(suppliers)
        identity = build.account.store.next_id(collection)
        created = build.moment()
        items = lines(build, catalogue, "purchase_order_id", "PurchaseOrderItem", identity, created)
        for line in items:
            line["org_name"] = line["item"]
            sum_line(line, pricing)
        values: Json = {
            "id": identity,
            "no": f"{index:06d}",
            "supplier_id": supplier["id"],
            **{f"supplier_{name}": supplier[name] for name in SNAPSHOT},
            "date": created[:10],
            "created": created,
            "currency_code": "SAR",
            "staff_id": build.number(1, 25),
            "draft": 0,
            "is_offline": 1,
            "is_received": 1,
            "received_date": created,
        }
        build.add(collection, values, parts={"PurchaseOrderItem": items})
    build.account.store.start_after(f"{collection} numbers", amount)


def stock(build: Builder, amount: int) -> None:
    """Stock transactions, oldest first."""
    for index in range(amount):
        price = build.money(2, 900, build.pick((2, 4)))
        incoming = build.chance(0.5)
        when = (dt.datetime(2024, 1, 1, 8) + dt.timedelta(hours=index * 4)).isoformat(sep=" ")
        quantity = build.money(1, 60)
        values: Json = {
            "product_id": build.number(1, 1500),
            "transaction_type": 1 if incoming else 2,
            "source_type": 3 if incoming else 2,
            "order_id": build.number(1, 600 if incoming else 6000),
            "date": when,
            "created": when,
            "received_date": when,
            "status": 4,
            "quantity": quantity if incoming else -quantity,
            "currency_code": "SAR",
            "price": price,
            "price_without_tax": price,
            "purchase_price": price,
            "store_id": build.number(1, 4),
            "added_by": 1,
            "ignored": 0,
            "ignored_date": "0000-00-00 00:00:00",
            "balance_to_date": build.money(0, 500),
        }
        build.add("stock_transaction", values)


def accounting(build: Builder, amount: int) -> None:
    """Account categories, accounts and journals."""
    for index, name in enumerate(("Assets", "Liabilities", "Equity", "Income", "Expenses", "الأصول المتداولة", "المبيعات"), 1):
        build.add("journal_cat", {"name": name, "code": f"{index}", "type": index % 2, "staff_id": 1, "disabled": 0})
    for index in range(1, 121):
        name = f"{build.pick(('Client', 'Supplier', 'حساب', 'Cost'))} {build.pick(WORDS.trades)} {index}"
        values: Json = {"name": name, "code": f"{1000 + index:06d}", "type": index % 2, "journal_cat_id": str(build.number(1, 7))}
        totals = {"total_debit": build.money(0, 90000), "total_credit": build.money(0, 90000)}
        build.add("journal_account", {**values, **totals, "staff_id": 1, "disabled": 0, "is_recalculated": 0})
    for index in range(1, amount + 1):
        invoice = build.number(1, 6000)
        total = build.money(20, 9000, 4)
        identity = build.account.store.next_id("journal")
        created = build.moment()
        values = {
            "id": identity,
            "number": f"{index:05d}",
            "date": created[:10],
            "created": created,
            "name": f"Invoice #{invoice:06d}",
            "entity_type": "invoice",
            "entity_id": str(invoice),
            "is_automatic": 1,
            "description": build.pick(("Sales invoice", "فاتورة مبيعات")),
            "total_debit": total,
            "total_credit": total,
            "currency_debit": total,
            "currency_credit": total,
            "currency_code": "SAR",
            "staff_id": 1,
        }
        entries: list[Json] = []
        for debit in (True, False):
            amounts = {"debit": total if debit else Decimal(0), "credit": Decimal(0) if debit else total}
            entry = {"id": build.account.store.next_id("JournalTransaction lines"), "journal_id": str(identity), **amounts}
            entry |= {"currency_debit": amounts["debit"], "currency_credit": amounts["credit"], "currency_code": "SAR"}
            entry |= {"currency_rate": Decimal(1), "subkey": "", "description": "", "alter_description": ""}
            entries.append({**entry, "journal_account_id": build.number(1, 120), "created": created, "modified": created})
        build.add("journal", values, parts={"JournalTransaction": entries})
    build.account.store.start_after("journal numbers", amount)


def cash(build: Builder, collection: str, amount: int) -> None:
    """Expenses or incomes."""
    income = collection == "income"
    for _ in range(amount):
        value = build.money(5, 4000)
        values: Json = {
            "amount": value,
            "currency_code": "SAR",
            "vendor": build.company(),
            "category": build.pick(WORDS.incomes if income else WORDS.expenses),
            "date": build.day(),
            "note": build.pick(WORDS.notes),
            "is_income": int(income),
            "tax1_id": 1 if build.chance(0.4) else None,
            "tax1_name": "VAT 15%",
            "tax1_value": Decimal(15),
            "tax1_amount": (value * Decimal("0.15")).quantize(Decimal("0.0001")),
            "tax1_included": 0,
        }
        build.add(collection, values)


def follow_ups(build: Builder) -> None:
    """Work orders, notes, appointments, time, client payments, bookings, requisitions."""
    _work_orders(build)
    _notes(build)
    _appointments(build)
    _time(build)
    _client_payments(build)
    _bookings(build)
    _requisitions(build)


def _work_orders(build: Builder) -> None:
    for index in range(1, 501):
        start = build.day()
        values: Json = {
            "number": f"WO-{index:05d}",
            "title": build.pick(WORDS.tasks),
            "client_id": build.number(1, 3000),
            "start_date": start,
            "delivery_date": build.pick((start, "0000-00-00", None)),
            "description": build.pick(WORDS.messages),
            "budget": build.money(100, 20000, build.pick((2, 3))),
            "budget_currency": "SAR",
            "status": build.number(1, 4),
            "staff_id": build.number(1, 25),
        }
        build.add("work_order", values)
    build.account.store.start_after("work_order numbers", 500)


def _notes(build: Builder) -> None:
    for _ in range(700):
        values: Json = {
            "item_type": 1,
            "item_id": build.number(1, 3000),
            "date": build.moment(),
            "body": build.pick(WORDS.messages),
        }
        build.add("note", {**values, "staff_id": build.number(1, 25), "action_id": build.number(1, 3)})


def _appointments(build: Builder) -> None:
    for resource, kind, limit in (("client", 1, 3000), ("invoice", 2, 6000), ("estimate", 3, 300), ("work_order", 8, 500)):
        for _ in range(120):
            when = build.moment()
            values: Json = {"item_type": kind, "item_id": build.number(1, limit), "staff_id": build.number(1, 25), "date": when}
            values |= {"body": build.pick(WORDS.messages), "action_id": 1, "status": build.number(0, 2), "status_date": when}
            values |= {"partner_type": 1, "partner_id": build.number(1, 3000), "share_with_partner": 0}
            build.add("follow_up_reminder", values, kind=f"{resource}_appointments")


def _time(build: Builder) -> None:
    for _ in range(300):
        spent = f"{build.number(0, 8)}:{build.number(0, 59):02d}"
        values: Json = {"staff_id": build.number(1, 25), "user_id": 1, "project_id": build.number(1, 20), "date": build.day()}
        build.add("time_tracking", {**values, "activity_id": build.number(1, 3), "time": spent, "currency": "SAR"})


def _client_payments(build: Builder) -> None:
    for _ in range(250):
        values: Json = {"client_id": build.number(1, 3000), "payment_method": "cash", "amount": build.money(10, 5000, 4)}
        build.add("client_payment", {**values, "date": build.moment(), "status": 1, "treasury_id": 1, "currency_code": "SAR"})


def _bookings(build: Builder) -> None:
    for _ in range(90):
        values: Json = {"client_id": build.number(1, 3000), "staff_id": build.number(1, 25), "date": build.day(), "branch_id": 1}
        values |= {"start_time": "10:00", "end_time": "11:30", "converted": 0, "status": 1}
        build.add("booking", values, parts={"InvoiceItem": [{"product_id": build.number(1, 1500)}]})


def _requisitions(build: Builder) -> None:
    for index in range(1, 151):
        values: Json = {"number": f"{index:06d}", "date": build.day(), "type": build.number(1, 2), "status": 3, "order_type": 2}
        values |= {"store_id": 1, "currency_code": "SAR", "order_id": build.number(1, 6000), "branch_id": 1, "staff_id": 1}
        item = {"item": "Carton box", "product_id": build.number(1, 1500), "quantity": build.money(1, 9)}
        item["unit_price"] = Decimal(3)
        build.add("requisition", values, parts={"RequisitionItem": [item]})
    build.account.store.start_after("requisition numbers", 150)
