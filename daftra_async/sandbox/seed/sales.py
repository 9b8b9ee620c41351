"""Clients, products, invoices and what belongs to them."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from daftra_async.sandbox.documents import SNAPSHOT, pricing_of
from daftra_async.sandbox.seed.words import WORDS
from daftra_async.sandbox.totals import cents, sum_document, sum_payments

if TYPE_CHECKING:
    from daftra_async.sandbox.codec import Json
    from daftra_async.sandbox.seed.builder import Builder

_LINE: Json = {
    "col_3": None,
    "col_4": None,
    "col_5": None,
    "discount": None,
    "discount_type": None,
    "summary_tax1": Decimal(0),
    "summary_tax2": Decimal(0),
    "subtotal": Decimal(0),
    "calculated_discount": Decimal(0),
}

_MOST_PENDING: Final = 15_000
"""Records that may wait to be stored: all of them would be a gigabyte in a large account."""
_TYPES: Final = {"invoices": 0, "advance_payments": 19, "estimate": 3, "credit_note": 5, "refund_receipt": 6}


def partners(build: Builder, collection: str, amount: int) -> None:
    """Clients or suppliers."""
    for index in range(1, amount + 1):
        first, last = build.person()
        values: Json = {
            "business_name": build.company(),
            "first_name": first,
            "last_name": last,
            "email": f"{collection}{index}@example.com" if build.chance(0.85) else "",
            **build.address(),
            "staff_id": build.number(1, 25),
            "is_offline": 1,
            "suspend": 0,
            "default_currency_code": "SAR",
            "branch_id": build.branch(),
            "notes": build.pick(WORDS.notes),
            "last_login": "0000-00-00 00:00:00",
            "active_secondary_address": 0,
        }
        if collection == "supplier":
            values |= {"supplier_number": index, "language_code": "41"}
        else:
            values |= {
                "client_number": f"{index:06d}",
                "type": 3 if build.chance(0.7) else 2,
                "category": build.pick(("Retail", "Wholesale", "جملة", "")),
                "credit_limit": build.money(0, 50000),
                "credit_period": build.pick((0, 15, 30, 60)),
                "starting_balance": build.money(0, 900, 4) if build.chance(0.1) else None,
                "gender": build.pick((0, 1, 2)),
                "birth_date": build.pick((None, "0000-00-00", "1984-02-29")),
                "timezone": 13,
                "follow_up_status": build.pick((None, 1, 2, 3)),
            }
        build.add(collection, values)
    build.account.store.start_after(f"{collection} numbers", amount)


def products(build: Builder, amount: int) -> None:
    """Products and services."""
    for index in range(1, amount + 1):
        name, category, price = build.pick(WORDS.product_types)
        service = category == "Services"
        unit_price = build.money(price, price * 2, build.pick((2, 2, 2, 4)))
        values: Json = {
            "name": f"{name} {build.pick(WORDS.variants)} {index}",
            "description": build.pick(("", "Imported", "صناعة محلية")),
            "unit_price": unit_price,
            "buy_price": (unit_price * Decimal("0.7")).quantize(Decimal("0.01")),
            "average_price": (unit_price * Decimal("0.71")).quantize(Decimal("0.0001")),
            "tax1": 1,
            "supplier_id": build.number(1, 300),
            "brand": build.pick(WORDS.brands),
            "category": category,
            "tags": build.pick(("", "new", "season,offer")),
            "product_code": f"{index:06d}",
            "barcode": f"{6280000000000 + index}",
            "track_stock": int(not service),
            "stock_balance": None if service else build.money(0, 400),
            "low_stock_thershold": None if service else Decimal(10),
            "status": 0,
            "type": 2 if service else 1,
            "availabe_online": build.number(0, 1),
            "updated_price": 0,
            "branch_id": 1,
            "staff_id": 1,
        }
        build.add("product", values)


def lines(build: Builder, catalogue: list[Json], key: str, counter: str, parent: int, created: str) -> list[Json]:
    """One to five lines of a document."""
    found: list[Json] = []
    for _ in range(build.pick((1, 1, 2, 2, 3, 4, 5))):
        product = build.pick(catalogue)
        line: Json = {
            **_LINE,
            "id": build.account.store.next_id(f"{counter} lines"),
            key: parent,
            "item": product["name"],
            "description": product["description"],
            "unit_price": product["unit_price"],
            "quantity": Decimal(build.number(1, 12)) if build.chance(0.9) else build.money(1, 9, 3),
            "tax1": build.pick((1, 1, 1, 2, None)),
            "tax2": None,
            "product_id": product["id"],
            "store_id": 1,
            "created": created,
            "modified": created,
        }
        if build.chance(0.12):
            line |= {"discount": Decimal(build.number(1, 15)), "discount_type": build.pick((1, 2))}
        found.append(line)
    return found


def documents(build: Builder, collection: str, amount: int, kind: str | None = None) -> None:
    """Invoices, estimates, credit notes, refund receipts or advance payments, oldest first."""
    pricing = pricing_of(build.account)
    clients = [client.body for client in build.account.store.all("client")]
    catalogue = [product.body for product in build.account.store.all("product")]
    start = dt.datetime(2024, 1, 1, 9)
    for index in range(1, amount + 1):
        client = build.pick(clients)
        when = start + dt.timedelta(days=900 * index / amount)
        created = when.replace(microsecond=0).isoformat(sep=" ")
        document = _header(build, collection, index, kind, client, created)
        items = lines(build, catalogue, "invoice_id", "InvoiceItem", document["id"], created)
        sum_document(document, items, (), pricing)
        if collection == "invoice" and not document["draft"]:
            paid = _payments(build, document, kind == "advance_payments")
            sum_payments(document, paid)
        build.add(collection, document, parts={"InvoiceItem": items}, kind=kind)
        if len(build.records) > _MOST_PENDING:
            build.flush()
    build.account.store.start_after(f"{collection} numbers", amount)


def _header(build: Builder, collection: str, index: int, kind: str | None, client: Json, created: str) -> Json:
    document: Json = {
        "id": build.account.store.next_id(collection),
        "no": f"{index:06d}" if kind != "advance_payments" else f"ADV-{index:04d}",
        "type": _TYPES[kind or collection],
        "client_id": client["id"],
        **{f"client_{name}": client[name] for name in SNAPSHOT},
        "date": created[:10],
        "created": created,
        "currency_code": "SAR" if build.chance(0.9) else build.pick(("USD", "EGP")),
        "staff_id": build.number(1, 25),
        "store_id": 1,
        "branch_id": build.branch() if kind == "invoices" else 1,
        "draft": int(build.chance(0.03)),
        "is_offline": 1,
        "po_number": f"PO-{build.number(1, 99999):05d}" if build.chance(0.3) else "",
        "notes": build.pick(WORDS.notes),
        "deposit_type": 0,
        "discount": Decimal(0) if build.chance(0.9) else Decimal(5),
        "shipping_amount": build.money(10, 60) if build.chance(0.1) else None,
        "client_active_secondary_address": 0,
    }
    if collection == "invoice":
        document |= {"due_after": build.pick((0, 15, 30)), "language_id": 41, "issue_date": created[:10]}
        document["work_order_id"] = build.number(1, 500) if build.chance(0.05) else None
    return document


def _payments(build: Builder, invoice: Json, always: bool) -> list[Json]:  # noqa: FBT001  # private
    """What was paid: all, a part, too much, or nothing."""
    share = 1.0 if always else build.random.random()
    total: Any = invoice["summary_total"]
    if share < 0.42 or not total:
        return []
    amount = total if share < 0.97 or always else total + 5
    if 0.42 <= share < 0.55:
        amount = cents(total * Decimal("0.4"))
    values: Json = {
        "invoice_id": invoice["id"],
        "payment_method": build.pick(WORDS.payment_methods),
        "amount": amount,
        "treasury_id": build.number(1, 5),
        "date": invoice["created"],
        "status": 1,
        "currency_code": invoice["currency_code"],
        "first_name": invoice["client_first_name"],
        "last_name": invoice["client_last_name"],
        "created": invoice["created"],
        "processed": 1,
        "staff_id": invoice["staff_id"],
    }
    return [build.add("invoice_payment", values, parent=invoice["id"])]
