"""The public contract as a type checker sees it. Checked, never run.

A line that must fail carries `# type: ignore[code]  # pyright: ignore[rule]`: both checkers report an ignore that is not needed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any, assert_type

from daftra_async import (
    Ack,
    BulkInvoiceResult,
    Created,
    DaftraClient,
    Entity,
    F,
    Invoice,
    InvoiceInput,
    InvoiceItem,
    InvoiceItemInput,
    InvoicePaymentStatus,
    InvoiceType,
    Page,
    Pager,
    RawAnswer,
    Site,
    WorkflowRecord,
    WorkOrder,
    custom_fields,
    operations,
    structure,
    unstructure,
)


async def reading(daftra: DaftraClient) -> None:
    assert_type(await daftra.site_info.get(), Site)
    async for order in daftra.work_orders.list(limit=100):
        assert_type(order, WorkOrder)
        assert_type(order.budget, Decimal | None)
    pager = daftra.invoices.list(client_id=15, date_from=date(2026, 1, 1))
    assert_type(pager, Pager[Invoice])
    page = await pager
    assert_type(page, Page[Invoice])
    assert_type(page.data[0], Invoice)
    assert_type(page.has_next, bool)
    async for one in daftra.invoices.list().pages():
        assert_type(one, Page[Invoice])
    assert_type(await daftra.invoices.list(limit=1000).collect(concurrency=8), list[Invoice])
    assert_type(await daftra.invoices.open(15, older_than=30).collect(), list[Invoice])
    invoice = await daftra.invoices.get(2415)
    assert_type(invoice.client_id, int | None)
    assert_type(invoice.created, datetime | None)
    assert_type(invoice.payment_status, InvoicePaymentStatus | None)
    assert_type(invoice.invoice_item, list[InvoiceItem] | None)
    records = daftra.workflow_records.list(
        workflow_id=36, level=2, filters=F("budget").gte(1000) & F("status").in_(1, 2), sort="-created"
    )
    async for record in records:
        assert_type(record, WorkflowRecord)


async def writing(daftra: DaftraClient) -> None:
    body = InvoiceInput(
        client_id=15,
        type=InvoiceType.INVOICE,
        invoice_item=[InvoiceItemInput(product_id=7, unit_price=Decimal("12.50"), quantity=2)],
    )
    assert_type(await daftra.invoices.create(body), Created)
    assert_type(await daftra.invoices.create({"client_id": 15, "InvoiceItem": []}), Created)
    assert_type(await daftra.invoices.update(2415, body), Ack)
    assert_type(await daftra.invoices.delete(2415), Ack)
    assert_type(await daftra.invoices.bulk_create([body]), Sequence[BulkInvoiceResult])


async def undescribed(daftra: DaftraClient) -> None:
    assert_type(daftra.entities.list("invoice"), Pager[Entity])
    assert_type(daftra.entities.list("invoice", 2, sort="-created", model=Invoice), Pager[Invoice])
    daftra.entities.list("invoice", model=InvoiceInput)  # type: ignore[type-var]  # pyright: ignore[reportArgumentType, reportCallIssue]
    assert_type(daftra.paginate("/api2/purchase_orders.json", key="PurchaseOrder"), Pager[dict[str, Any]])
    assert_type(daftra.paginate("/v2/api/entity/x/list/1", style="v2", model=Invoice), Pager[Invoice])
    assert_type(await daftra.request("GET", "/api2/x"), Any)
    assert_type(await daftra.request("GET", "/api2/x", raw=True), RawAnswer)
    daftra.paginate("/api2/x", style="v3")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]
    daftra.paginate("/api2/x", model=dict)  # type: ignore[type-var]  # pyright: ignore[reportArgumentType, reportCallIssue]


def helpers() -> None:
    assert_type(structure(Invoice, {"id": "1"}), Invoice)
    fields = custom_fields({"Order ID": "4711"})
    assert_type(InvoiceInput(client_id=15, invoice_custom_field=fields).client_id, int)
    assert_type(structure(Invoice, {}).custom_values, Mapping[str, Any])
    unstructure(Invoice(id=1))
    assert_type(operations()[0].id, str)


async def mistakes(daftra: DaftraClient) -> None:
    daftra.invoices.list(clientid=15)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    daftra.invoices.list(client_id="x")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    daftra.invoices.list(payment_status=77)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    daftra.brands.list(level=9)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    await daftra.invoices.get()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    InvoiceInput()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    InvoiceInput(client_id=15, summary_total=1)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    InvoiceInput(client_id=15, type="invoice")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    InvoiceItemInput(unit_price=12.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    daftra.invoises.list()  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
