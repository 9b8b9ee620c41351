"""What follows from documents: stock, journals, their lines as entities, and their PDF."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from daftra_async import DaftraClient

if TYPE_CHECKING:
    from tests.sandbox.conftest import Raw

LINE = {"item": "Tea (green)", "unit_price": 10, "quantity": 2, "product_id": 1, "tax1": 1}
INVOICE = {"Invoice": {"client_id": 1, "date": "2026-05-01"}, "InvoiceItem": [LINE]}


async def made(raw: Raw, resource: str, body: Any) -> int:
    answer = await raw("POST", f"/api2/{resource}", body)
    assert answer.status == 202, answer.text
    return int(answer.json["id"])


async def account(raw: Raw) -> None:
    await made(raw, "clients", {"Client": {"business_name": "Nile & Söhne"}})
    await made(raw, "taxes", {"Tax": {"name": "VAT", "value": 15}})
    await made(raw, "products", {"Product": {"name": "Tea", "track_stock": 1, "stock_balance": 50}})
    await made(raw, "products", {"Product": {"name": "Advice", "track_stock": 0}})


def stock(raw: Raw) -> tuple[Any, list[Any]]:
    product = raw.sandbox.record("product", 1)
    assert product is not None
    moves = raw.sandbox.account.store.all("stock_transaction")
    return product["stock_balance"], [(move.body["order_id"], move.body["quantity"]) for move in moves]


async def test_stock_moves_with_sales(empty: Raw) -> None:
    await account(empty)
    start, _ = stock(empty)
    lines = [LINE, {**LINE, "quantity": "0.5"}, {**LINE, "product_id": 2}]
    first = await made(empty, "invoices", {**INVOICE, "InvoiceItem": lines})
    assert stock(empty) == (start - Decimal("2.5"), [(first, Decimal("-2.5"))])
    rows = (await empty.get("/api2/stock_transactions")).json["data"]
    assert [(row["StockTransaction"]["product_id"], row["StockTransaction"]["quantity"]) for row in rows] == [("1", "-2.5")]
    await empty("PUT", f"/api2/invoices/{first}", {**INVOICE, "InvoiceItem": [{**LINE, "quantity": 7}]})
    assert stock(empty) == (start - 7, [(first, Decimal(-7))])
    await empty("PUT", f"/api2/invoices/{first}", {**INVOICE, "Invoice": {"client_id": 1, "draft": 1}})
    assert stock(empty) == (start, [])
    second = await made(empty, "invoices", INVOICE)
    await empty("DELETE", f"/api2/invoices/{second}")
    assert stock(empty) == (start, [])


async def journals(raw: Raw) -> list[tuple[str, str, str]]:
    rows = [row["Journal"] for row in (await raw.get("/api2/journals")).json["data"]]
    for row in rows:
        lines = (await raw.get(f"/v2/api/entity/journal_transaction/list/1?filter[journal_id]={row['id']}")).json["data"]
        debit, credit = (sum(line[side] for line in lines) for side in ("debit", "credit"))
        assert debit == credit == float(row["total_debit"])
    return sorted((row["entity_type"], row["entity_id"], row["total_debit"]) for row in rows)


async def test_documents_have_balanced_journals(empty: Raw) -> None:
    await account(empty)
    invoice = await made(empty, "invoices", {**INVOICE, "Payment": [{"payment_method": "cash", "amount": 3}]})
    assert await journals(empty) == [("invoice", "1", "23.00"), ("invoice_payment", "1", "3")]
    number = empty.sandbox.record("journal", 1)
    await empty("PUT", f"/api2/invoices/{invoice}", {**INVOICE, "InvoiceItem": [{**LINE, "quantity": 1}]})
    assert await journals(empty) == [("invoice", "1", "11.50"), ("invoice_payment", "1", "3")]
    changed = empty.sandbox.record("journal", 1)
    assert number is not None
    assert changed is not None
    assert number["number"] == changed["number"]
    await made(empty, "expenses", {"Expense": {"amount": 40, "date": "2026-05-02"}})
    payment = {"invoice_id": invoice, "payment_method": "cash", "amount": 5, "status": 1}
    identity = await made(empty, "invoice_payments", {"InvoicePayment": payment})
    await empty("DELETE", f"/api2/invoices/{invoice}")
    assert [kind for kind, _, _ in await journals(empty)] == ["expense", "invoice_payment", "invoice_payment"]
    await empty("DELETE", f"/api2/invoice_payments/{identity}")
    assert [kind for kind, _, _ in await journals(empty)] == ["expense", "invoice_payment"]


async def test_lines_are_entities(demo: Raw) -> None:
    stored = demo.sandbox.record("invoice", 5)
    assert stored is not None
    path = "/v2/api/entity/invoice_item"
    rows = (await demo.get(f"{path}/list/1?filter[invoice_id]=5")).json
    assert [row["id"] for row in rows["data"]] == [line["id"] for line in stored["InvoiceItem"]]
    assert {row["invoice_id"] for row in rows["data"]} == {5}
    two = (await demo.get(f"{path}/list/1?filter[invoice_id][in]=5,6&sort[id]=desc&per_page=1")).json
    assert two["total"] > rows["total"]
    assert len(two["data"]) == 1
    assert (await demo.get(f"{path}/list/1?filter[invoice_id]=999999")).json["total"] == 0
    one = rows["data"][0]
    assert (await demo.get(f"{path}/{one['id']}/1")).json == one
    assert (await demo.get(f"{path}/list/1?filter[quantity][gt]=11&filter[tax1]=2")).json["total"] > 0
    await demo("DELETE", "/api2/invoices/5")
    assert (await demo.get(f"{path}/list/1?filter[invoice_id]=5")).json["total"] == 0


async def test_workflow_types(empty: Raw) -> None:
    rows = (await empty.get("/v2/api/entity/workflow_type/list/1")).json["data"]
    assert [row["id"] for row in rows] == [36, 48]
    assert (await empty.get("/v2/api/entity/no_such_thing/list/1")).json == {"error": "Entity Not exists"}


async def test_a_payment_of_a_client_without_a_treasury_is_not_made(empty: Raw) -> None:
    await account(empty)
    body = {"client_id": 1, "amount": 10, "payment_method": "cash"}
    answer = await empty("POST", "/api2/client_payments", {"ClientPayment": body})
    assert (answer.status, answer.json["id"]) == (202, None)
    assert empty.sandbox.count("client_payment") == 0
    await made(empty, "client_payments", {"ClientPayment": {**body, "treasury_id": 1}})
    assert empty.sandbox.count("client_payment") == 1


async def test_pdf(empty: Raw) -> None:
    await account(empty)
    identity = await made(empty, "invoices", INVOICE)
    async with DaftraClient(base_url=empty.sandbox.url, api_key=empty.sandbox.api_key) as daftra:
        invoice = await daftra.invoices.get(identity)
        assert invoice.invoice_pdf_url is not None
        document = await daftra.pdf(invoice.invoice_pdf_url)
    for text in (f"Invoice {invoice.no}", "Nile & Söhne", r"Tea \(green\): 2 x 10 = 20.0000", "Total: 23.00"):
        assert f"{text}".encode("cp1252") in document
    # Each object lies where the table says, and the table where the end says.
    table = int(re.findall(rb"startxref\n(\d+)\n%%EOF\n$", document)[0])
    assert document[table : table + 4] == b"xref"
    for number, place in enumerate(re.findall(rb"(\d{10}) 00000 n", document), 1):
        assert document[int(place) :].startswith(b"%d 0 obj\n" % number)
    length, stream = re.findall(rb"/Length (\d+) >>\nstream\n(.*)\nendstream", document, re.DOTALL)[0]
    assert int(length) == len(stream)


async def test_a_pdf_for_nobody_is_a_login_page(demo: Raw) -> None:
    answer = await demo("GET", "/invoices/view/5.pdf", headers={})
    assert (answer.status, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert (await demo.get("/invoices/view/999999.pdf")).status == 404
    for resource in ("estimates", "credit_notes", "refund_receipts"):
        assert (await demo.get(f"/{resource}/view/3.pdf")).headers["Content-Type"] == "application/pdf"


async def test_an_edit_keeps_the_link(demo: Raw) -> None:
    async with DaftraClient(base_url=demo.sandbox.url, api_key=demo.sandbox.api_key) as daftra:
        before = await daftra.invoices.get(5)
        async with daftra.invoices.edit(5) as draft:
            draft.notes = "changed"
        assert (await daftra.invoices.get(5)).invoice_pdf_url == before.invoice_pdf_url
    stored = demo.sandbox.record("invoice", 5)
    assert stored is not None
    assert not stored["invoice_pdf_url"]
