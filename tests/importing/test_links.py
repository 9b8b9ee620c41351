"""Columns that name clients and invoices by what people know them by."""

from __future__ import annotations

import pytest

from daftra_async.errors import ArgumentError
from daftra_async.importing.fields import form_of
from daftra_async.importing.headers import columns_of
from daftra_async.importing.mapping import Mapping

PEOPLE = ("0715,Nile Trading,nile@example.com", "0716,شركة النور,nour@example.com", "0717,Nile Trading,delta@example.com")


async def clients(desk, csv_file) -> list[int]:
    report = await desk.load("clients", csv_file("Client number,Company,E-mail", *PEOPLE, name="people.csv"))
    assert report.ok
    return [int(write.id) for write in desk.sandbox.ledger]


def stored(desk) -> dict[str, int]:
    return {each.body["po_number"]: each.body["client_id"] for each in desk.sandbox.account.store.all("invoice")}


@pytest.mark.parametrize(
    ("header", "names"),
    [
        ("Client number", ("0715", "0716")),
        ("رقم العميل", ("0715", "0716")),
        ("Customer e-mail", ("NILE@example.com", "nour@example.com")),
        ("Client name", (None, "شركة  النور")),
        ("Client", ("nile@example.com", "0716")),
        ("العميل", ("0715", "شركة النور")),
    ],
)
async def test_invoices_name_their_client(desk, csv_file, header, names) -> None:
    ids = await clients(desk, csv_file)
    rows = [f"A-{at},{name},Pump,1,5" for at, name in enumerate(names) if name]
    path = csv_file(f"PO number,{header},Item,Qty,Price", *rows)
    assert (await desk.load("invoices", path, dry_run=True)).created == len(rows)
    assert (await desk.load("invoices", path)).created == len(rows)
    assert stored(desk) == {f"A-{at}": ids[at] for at, name in enumerate(names) if name}
    assert (await desk.load("invoices", path)).unchanged == len(rows)


async def test_a_name_that_tells_no_client_is_refused_with_the_reason(desk, csv_file) -> None:
    ids = await clients(desk, csv_file)
    path = csv_file(
        "PO number,Client,Item,Qty,Price",
        "A-1,Nile Trading,Pump,1,5",
        "A-2,Nobody,Pump,1,5",
        "A-3,715,Pump,1,5",
        "A-4,0716,Pump,1,5",
    )
    writes = len(desk.writes)
    report = await desk.load("invoices", path)
    assert (report.refused, report.skipped, report.stopped) == (3, 1, True)
    assert [(cell.row, cell.column, cell.value) for cell in report.cells] == [(row, "Client", "***") for row in (2, 3, 4)]
    assert [cell.reason for cell in report.cells] == [
        f"2 clients have it (ids {ids[0]}, {ids[2]})",
        "no client of the account has it as client_number or email or business_name",
        "the account has a client of this number with zeros in front: the table has lost them",
    ]
    assert len(desk.writes) == writes
    report = await desk.load("invoices", path, skip_refused=True)
    assert (report.created, report.refused) == (1, 3)
    assert stored(desk) == {"A-4": ids[1]}


async def test_a_number_is_shown_where_it_is_refused(desk, csv_file) -> None:
    report = await desk.load("invoices", csv_file("PO number,Client number,Item", "A-1,99,Pump"))
    assert [(cell.value, cell.reason) for cell in report.cells] == [("99", "no client of the account has it as client_number")]


async def test_the_lines_of_a_document_share_their_client(desk, csv_file) -> None:
    ids = await clients(desk, csv_file)
    header = "PO number,Client number,Item,Qty,Price"
    assert (await desk.load("invoices", csv_file(header, "A-1,0716,Pump,1,5", "A-1,,Pipe,2,1"))).created == 1
    assert stored(desk) == {"A-1": ids[1]}
    report = await desk.load("invoices", csv_file(header, "A-1,0716,Pump,1,5", "A-1,0715,Pipe,2,1"))
    assert [(cell.row, cell.column) for cell in report.cells] == [(3, "Client number")]


async def test_another_client_in_the_table_changes_the_invoice(desk, csv_file) -> None:
    ids = await clients(desk, csv_file)
    await desk.load("invoices", csv_file("PO number,Client number,Item,Qty,Price", "A-1,0715,Pump,1,5"))
    report = await desk.load("invoices", csv_file("PO number,Client number,Item,Qty,Price", "A-1,0716,Pump,1,5"))
    assert report.changed == 1
    assert stored(desk) == {"A-1": ids[1]}


async def test_payments_name_their_invoice(desk, csv_file) -> None:
    await clients(desk, csv_file)
    await desk.load("invoices", csv_file("PO number,Client number,Item,Qty,Price", "A-1,0715,Pump,1,5", "A-2,0716,Pump,1,5"))
    path = csv_file("Transaction,Order,Amount,Method,Status", "T-1,A-2,5.00,cash,completed")
    assert (await desk.load("invoice_payments", path)).created == 1
    (payment,) = desk.sandbox.account.store.all("invoice_payment")
    (invoice,) = (one for one in desk.sandbox.account.store.all("invoice") if one.body["po_number"] == "A-2")
    assert payment.body["invoice_id"] == invoice.id
    assert (await desk.load("invoice_payments", path)).unchanged == 1


async def test_an_id_and_a_name_of_one_record_are_too_much(desk, csv_file) -> None:
    with pytest.raises(ArgumentError, match="'Client ID' and 'Client number' both mean client_id"):
        await desk.load("invoices", csv_file("PO number,Client ID,Client number,Item", "A-1,1,0715,Pump"))
    with pytest.raises(ArgumentError, match=r"key: client\.client_number names another record"):
        await desk.load("invoices", csv_file("Client number,Item", "0715,Pump"), key="client.client_number")
    assert not desk.sandbox.requests


@pytest.mark.parametrize(
    ("resource", "header", "path"),
    [
        ("client_payments", "Client number", "client.client_number"),
        ("estimates", "Customer", "client"),
        ("products", "Supplier name", "supplier.business_name"),
        ("purchase_invoices", "رقم المورد", "supplier.supplier_number"),
        ("invoice_payments", "Invoice number", "invoice.no"),
        ("invoices", "Client email", "client.email"),
        ("clients", "Client number", "client_number"),
        ("stock_transactions", "Product code", "product.product_code"),
        ("invoices", "Product code", "invoice_item.product.product_code"),
        ("purchase_invoices", "الباركود", "purchase_order_item.product.barcode"),
        ("invoices", "Product", "invoice_item.item"),
        ("products", "Product code", "product_code"),
    ],
)
def test_headers(resource: str, header: str, path: str) -> None:
    (column,) = columns_of(form_of(resource), [header], Mapping())
    assert column.field.path == path


def test_the_copy_that_an_invoice_holds_can_be_mapped() -> None:
    columns = columns_of(form_of("invoices"), ["Client ID", "Client email"], Mapping(columns={"Client email": "client_email"}))
    assert [column.field.path for column in columns] == ["client_id", "client_email"]


PRODUCTS = ("P-1,Pump,0628100000001", "P-2,Pipe,0628100000002", "007,Valve,", "P-4,Tap,0628100000002")


async def products(desk, csv_file) -> list[int]:
    report = await desk.load("products", csv_file("Product code,Name,Barcode", *PRODUCTS, name="products.csv"))
    assert report.ok
    return [int(write.id) for write in desk.sandbox.ledger if write.operation == "products.create"]


@pytest.mark.parametrize(
    ("header", "names"),
    [
        ("Product code", ("P-1", "p-2")),
        ("SKU", ("P-1", "P-2")),
        ("كود الصنف", ("P-1", "P-2")),
        ("Barcode", ("0628100000001", None)),
        ("invoice_item.product", ("0628100000001", "P-2")),
    ],
)
async def test_lines_name_their_product(desk, csv_file, header, names) -> None:
    await clients(desk, csv_file)
    ids = await products(desk, csv_file)
    path = csv_file(
        f"PO number,Client,{header},Item,Qty,Price", f"A-1,0715,{names[0]},Pump,1,5", f"A-1,,{names[1] or ''},Pipe,2,3"
    )
    assert (await desk.load("invoices", path, dry_run=True)).created == 1
    assert (await desk.load("invoices", path)).created == 1
    (invoice,) = desk.sandbox.account.store.all("invoice")
    lines = (await desk.client.invoices.get(invoice.id)).invoice_item or []
    assert [line.product_id or None for line in lines] == [ids[at] if name else None for at, name in enumerate(names)]
    assert (await desk.load("invoices", path)).unchanged == 1


async def test_a_code_that_tells_no_product_is_refused_in_its_row(desk, csv_file) -> None:
    await clients(desk, csv_file)
    ids = await products(desk, csv_file)
    path = csv_file("PO number,Client,SKU,Qty,Price", "A-1,0715,P-1,1,5", "A-1,,P-9,2,3", "A-1,,,2,3", "A-1,,7,1,1")
    report = await desk.load("invoices", path)
    assert [(cell.row, cell.column, cell.value, cell.reason) for cell in report.cells] == [
        (3, "SKU", "P-9", "no product of the account has it as product_code"),
        (5, "SKU", "7", "the account has a product of this number with zeros in front: the table has lost them"),
    ]
    report = await desk.load("invoices", csv_file("PO number,Client,Barcode,Qty,Price", "A-1,0715,0628100000002,1,5"))
    assert [cell.reason for cell in report.cells] == [f"2 products have it (ids {ids[1]}, {ids[3]})"]
