"""Imports into an account behind a real socket."""

from __future__ import annotations

import asyncio
import csv
import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from daftra_async import DaftraClient, Settings
from daftra_async.errors import ArgumentError, AuthenticationError
from daftra_async.importing import import_file, run, writing
from daftra_async.importing.journal import Journal, Line
from daftra_async.sandbox import Behaviours, Sandbox
from daftra_async.sandbox.faults import Faults, Rule
from daftra_async.sandbox.store import NewRecord

if TYPE_CHECKING:
    from daftra_async.importing import ImportProgress

HEADER = "Client number,Company,Phone,Credit limit"


def results(path: Path) -> list[dict[str, str]]:
    with path.with_suffix(".results.csv").open(newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


async def test_new_clients_are_created(desk, csv_file) -> None:
    path = csv_file(HEADER, "0001,شركة النور,0500000001,100.50", "0002,Acme,0500000002,")
    report = await desk.load("clients", path)
    assert report.ok
    assert (report.created, report.rows) == (2, 2)
    records = {record.client_number: record async for record in desk.client.clients.list()}
    assert records["0001"].business_name == "شركة النور"
    assert records["0001"].credit_limit == Decimal("100.5")
    assert records["0002"].phone1 == "0500000002"
    lines = results(path)
    assert [(line["row"], line["key"], line["outcome"]) for line in lines] == [("2", "0001", "created"), ("3", "0002", "created")]
    assert {line["id"] for line in lines} == {str(record.id) for record in records.values()}


async def test_a_dry_run_writes_nothing(desk, csv_file) -> None:
    await desk.load("clients", csv_file(HEADER, "1,Old,,", "2,Same,,"))
    desk.sandbox.writes.clear()
    path = csv_file(HEADER, "1,New,0500000001,", "2,Same,,", "3,Third,,", "4,Bad,,lots", name="plan.csv")
    report = await desk.load("clients", path, dry_run=True)
    assert desk.writes == []
    assert not path.with_suffix(".results.csv").exists()
    assert (report.created, report.changed, report.unchanged, report.refused) == (1, 1, 1, 1)
    assert [row.outcome for row in desk.rows] == ["changed", "unchanged", "created", "refused"]
    assert {(each.field, each.before, each.after) for each in desk.rows[0].changes} == {
        ("business_name", "***", "***"),
        ("phone1", "", "***"),
    }
    (cell,) = report.cells
    assert (cell.row, cell.column, cell.value) == (5, "Credit limit", "lots")
    assert "number" in cell.reason


async def test_a_second_run_sends_nothing(desk, csv_file) -> None:
    path = csv_file(HEADER, *(f"{number:04},Client {number},,{number}.5" for number in range(50)))
    await desk.load("clients", path, chunk_size=7)
    desk.sandbox.writes.clear()
    report = await desk.load("clients", path)
    assert desk.writes == []
    assert report.unchanged == 50
    assert {line["outcome"] for line in results(path)} == {"unchanged"}


async def test_changes_go_through_edit_and_keep_the_rest(desk, csv_file) -> None:
    created = await desk.client.clients.create({"client_number": "7", "business_name": "Old", "city": "Cairo", "phone1": "1"})
    report = await desk.load("clients", csv_file(HEADER, "7,New,,12.5"))
    assert report.changed == 1
    assert results(Path(report.file))[0]["message"] == "business_name, credit_limit"
    record = await desk.client.clients.get(created.id)
    assert (record.business_name, record.city, record.phone1, record.credit_limit) == ("New", "Cairo", "1", Decimal("12.5"))


async def test_number_cells_of_a_workbook(desk, workbook) -> None:
    path = workbook(
        ["رقم العميل", "الاسم", "الجوال", "تاريخ الميلاد", "الحد الائتماني", "النوع"],
        ["0001", "شركة النور", 966500199999, dt.date(1990, 5, 9), 0.1 + 0.2, "شركة"],
        [715, "فرد", 500199999, 33002, 1e3, 2],
    )
    report = await desk.load("clients", path)
    assert report.created == 2
    records = {record.client_number: record async for record in desk.client.clients.list()}
    first, second = records["0001"], records["715"]
    assert (first.phone1, first.birth_date, first.credit_limit, first.type) == (
        "966500199999",
        dt.date(1990, 5, 9),
        Decimal("0.3"),
        3,
    )
    assert (second.phone1, second.birth_date, second.credit_limit) == ("500199999", dt.date(1990, 5, 9), 1000)
    doubts = {doubt.column: doubt for doubt in report.doubts}
    assert "leading zero" in doubts["الجوال"].reason
    assert doubts["الجوال"].value == "***"
    assert "leading zeros may be lost" in doubts["رقم العميل"].reason


async def test_a_key_that_lost_its_zeros_makes_no_second_client(desk, workbook) -> None:
    await desk.client.clients.create({"client_number": "000715", "business_name": "Here"})
    report = await desk.load("clients", workbook(["Client number", "Name"], [715, "Here"]))
    assert report.stopped
    assert "000715" in report.cells[0].reason
    assert desk.writes == ["clients.create"]


async def test_nothing_is_written_when_a_cell_is_refused(desk, csv_file) -> None:
    path = csv_file(HEADER, "1,A,,1", "2,B,,x", "1,C,,", ",D,,", "5,E,,1,too much")
    report = await desk.load("clients", path)
    assert desk.writes == []
    assert report.stopped
    assert (report.refused, report.skipped) == (4, 1)
    assert {(cell.row, cell.column) for cell in report.cells} == {
        (3, "Credit limit"),
        (4, "Client number"),
        (5, "Client number"),
        (6, "E"),
    }
    assert not path.with_suffix(".results.csv").exists()
    report = await desk.load("clients", path, skip_refused=True)
    assert (report.created, report.refused) == (1, 4)
    assert [line["outcome"] for line in results(path)] == ["created", *["refused"] * 4]


async def test_refused_values_of_personal_fields_are_masked(desk, csv_file) -> None:
    report = await desk.load("clients", csv_file("Client number,Birth date", "1,the fifth of May"), dry_run=True)
    assert report.cells[0].value == "***"
    assert "fifth" not in str(report)


async def test_invoices_have_one_row_a_line(desk, csv_file) -> None:
    client = (await desk.client.clients.create({"business_name": "Acme"})).id
    header = "PO number,Client ID,Date,Item,Qty,Price"
    path = csv_file(
        header,
        f"A-1,{client},31/12/2025,Pump,2,10.50",
        f"A-2,{client},2026-01-02,Valve,1,3",
        "A-1,,,Pipe,3,1.25",
        name="invoices.csv",
    )
    report = await desk.load("invoices", path)
    assert (report.created, report.rows) == (2, 3)
    by_number = {invoice.po_number: invoice async for invoice in desk.client.invoices.list()}
    first = await desk.client.invoices.get(by_number["A-1"].id)
    assert [(line.item, line.quantity, line.unit_price) for line in first.invoice_item] == [
        ("Pump", 2, Decimal("10.5")),
        ("Pipe", 3, Decimal("1.25")),
    ]
    lines = results(path)
    assert [line["id"] for line in lines] == [str(by_number[number].id) for number in ("A-1", "A-2", "A-1")]
    desk.sandbox.writes.clear()
    assert (await desk.load("invoices", path)).unchanged == 2
    assert desk.writes == []
    path = csv_file(
        header,
        f"A-1,{client},31/12/2025,Pump,5,10.50",
        "A-1,,,Pipe,3,1.25",
        "A-1,,,Delivery,1,20",
        name="invoices.csv",
    )
    plan = await desk.load("invoices", path, dry_run=True)
    assert plan.changed == 1
    assert ("invoice_item[0].quantity", "2", "5") in [(each.field, each.before, each.after) for each in desk.rows[0].changes]
    assert (await desk.load("invoices", path)).changed == 1
    again = await desk.client.invoices.get(first.id)
    assert [line.quantity for line in again.invoice_item] == [5, 3, 1]
    assert [line.id for line in again.invoice_item][:2] == [line.id for line in first.invoice_item]
    assert again.no == first.no


async def test_an_import_deletes_no_lines(desk, csv_file) -> None:
    client = (await desk.client.clients.create({"business_name": "Acme"})).id
    header = "PO number,Client ID,Item,Qty,Price"
    await desk.load("invoices", csv_file(header, f"A-1,{client},Pump,2,1", "A-1,,Pipe,3,1"))
    desk.sandbox.writes.clear()
    for dry_run in (True, False):
        report = await desk.load("invoices", csv_file(header, f"A-1,{client},Pump,2,1"), dry_run=dry_run)
        assert "deletes none" in report.cells[0].reason
        assert report.refused == 1
    assert desk.writes == []


async def test_rows_of_one_document_agree(desk, csv_file) -> None:
    path = csv_file("PO number,Client ID,Item,Qty,Price", "A-1,1,Pump,2,1", "A-1,2,Pipe,3,1")
    report = await desk.load("invoices", path, dry_run=True)
    assert report.cells[0].reason == "row 2 of the same document says another"
    assert report.refused == 1


async def test_payments_are_known_by_their_transaction(desk, csv_file) -> None:
    client = (await desk.client.clients.create({"business_name": "Acme"})).id
    await desk.load("invoices", csv_file("PO number,Client ID,Item,Qty,Price", f"A-1,{client},Pump,2,10"))
    invoice = (await desk.client.invoices.list()).data[0].id
    path = csv_file(
        "Invoice ID,Payment method,Amount,Transaction,Date", f"{invoice},cash,20,T-1,2026-01-31 10:00", name="paid.csv"
    )
    for outcome in ("created", "unchanged"):
        report = await desk.load("invoice_payments", path)
        assert [row.outcome for row in desk.rows] == [outcome], report
    assert desk.writes.count("invoice_payments.create") == 1


async def test_products_and_suppliers(desk, csv_file) -> None:
    products = csv_file("الكود,اسم المنتج,السعر,تتبع المخزون", "P-1,مضخة,١٢٫٥٠,نعم", name="products.csv")
    suppliers = csv_file("Supplier number,Name", "12,Pipes Ltd", name="suppliers.csv")
    for resource, path in (("products", products), ("suppliers", suppliers)):
        assert (await desk.load(resource, path)).created == 1
        assert (await desk.load(resource, path)).unchanged == 1
    product = (await desk.client.products.list()).data[0]
    assert (product.name, product.unit_price, product.track_stock) == ("مضخة", Decimal("12.5"), True)


async def test_another_key(desk, csv_file) -> None:
    path = csv_file("Email,Name", "a@example.invalid,A", "b@example.invalid,B")
    with pytest.raises(ArgumentError, match=r"key: no column of the table means client_number.*key='email'.*key=None"):
        await desk.load("clients", path)
    lines = csv_file("Invoice no,Client ID,Item", "1,2,Pump", name="lines.csv")
    with pytest.raises(ArgumentError, match=r"means po_number.*\(key='no'\)$"):
        await desk.load("invoices", lines)
    with pytest.raises(ArgumentError, match=r"brought together by their key"):
        await desk.load("invoices", lines, key=None)
    assert (await desk.load("clients", path, key="email")).created == 2
    assert (await desk.load("clients", path, key="email")).unchanged == 2
    assert {line["key"] for line in results(path)} == {""}
    assert {row.key for row in desk.rows} == {""}


async def test_without_a_key_the_result_file_knows_the_rows(desk, csv_file) -> None:
    path = csv_file("Name,City", "A,Cairo", "A,Cairo", "B,Giza")
    assert (await desk.load("clients", path, key=None)).created == 3
    assert (await desk.load("clients", path, key=None)).unchanged == 3
    csv_file("Name,City", "A,Cairo", "A,Cairo", "C,Giza")
    assert (await desk.load("clients", path, key=None)).created == 1
    assert desk.writes == ["clients.create"] * 4


async def test_two_records_with_one_key_are_refused(desk, csv_file) -> None:
    desk.sandbox.account.behaviours = Behaviours(duplicates="accepted")
    for _ in range(2):
        await desk.client.clients.create({"client_number": "7", "business_name": "Twin"})
    report = await desk.load("clients", csv_file(HEADER, "7,New,,"))
    assert "2 records of the account have this key" in report.cells[0].reason


async def test_the_account_tells_its_date_format(desk, csv_file) -> None:
    path = csv_file("Client number,Birth date", "1,05/09/1990")
    report = await desk.load("clients", path)
    assert report.created == 1
    assert (await desk.client.clients.list()).data[0].birth_date == dt.date(1990, 9, 5)
    report = await desk.load("clients", path, date_format="m/d/Y", dry_run=True)
    assert report.changed == 1
    with pytest.raises(ArgumentError, match=r"date_format"):
        await desk.load("clients", path, date_format="soon")


async def test_a_mapping_is_saved_and_used(desk, csv_file, tmp_path: Path) -> None:
    saved = tmp_path / "mapping.toml"
    first = csv_file("Kunde,Number,Colour", "Acme,1,red")
    options = {"columns": {"Kunde": "business_name"}, "ignore": ["Colour"]}
    report = await desk.load("clients", first, save_mapping=saved, dry_run=True, **options)
    assert report.columns == {"Kunde": "business_name", "Number": "client_number"}
    assert (await desk.load("clients", first, mapping=saved)).created == 1
    with pytest.raises(ArgumentError, match=r"it is one for clients"):
        await desk.load("suppliers", first, mapping=saved)


async def test_progress_is_told(desk, csv_file) -> None:
    told: list[ImportProgress] = []
    await desk.load("clients", csv_file(HEADER, "1,A,,", "2,B,,", "3,C,,"), progress=told.append, chunk_size=2)
    assert [each.phase for each in told] == ["reading", "looking", "writing", "writing"]
    assert (told[-1].done, told[-1].total) == (3, 3)


async def test_one_import_at_a_time(desk, csv_file) -> None:
    path = csv_file(HEADER, "1,A,,")
    other = Journal(path.with_suffix(".results.csv"))
    other.open()
    with pytest.raises(ArgumentError, match=r"another import is writing"):
        await desk.load("clients", path)
    other.close()
    assert (await desk.load("clients", path)).created == 1


async def test_a_file_of_something_else_is_not_written_over(desk, csv_file) -> None:
    path = csv_file(HEADER, "1,A,,")
    other = csv_file("a,b", "1,2", name="table.results.csv")
    with pytest.raises(ArgumentError, match=r"no result file"):
        await desk.load("clients", path)
    assert other.read_text("utf-8") == "a,b\n1,2\n"


async def test_results_are_no_formulas(desk, csv_file) -> None:
    path = csv_file(HEADER, "=cmd|1,A,,")
    assert (await desk.load("clients", path)).created == 1
    assert results(path)[0]["key"] == "'=cmd|1"
    assert (await desk.client.clients.list()).data[0].client_number == "=cmd|1"


@pytest.mark.parametrize("fault", ["drop-after-read", "500-after", "500", "no-id", "reset"])
async def test_lost_answers_make_no_duplicates(csv_file, fault: str) -> None:
    faults = Faults([Rule(fault, operation="clients.create", probability=0.3)])
    async with (
        Sandbox("empty", faults=faults) as sandbox,
        DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url) as client,
    ):
        path = csv_file(HEADER, *(f"{number:04},Client {number},," for number in range(40)))
        for _ in range(8):
            report = await import_file(client, "clients", path, patience=0, chunk_size=10)
            if report.ok:
                break
        assert report.ok, report
        stored = [record.client_number async for record in client.clients.list(limit=1000)]
        assert sorted(stored) == [f"{number:04}" for number in range(40)]


async def test_a_refusal_of_the_server_is_told_for_its_row(csv_file, desk) -> None:
    path = csv_file("Invoice ID,Payment method,Amount,Transaction", "1,cash,5,T-1", f"2,{'x' * 300},5,T-2")
    report = await desk.load("invoice_payments", path)
    assert report.rows == 2
    assert report.created + report.failed == 2


async def test_a_refused_credential_ends_the_import(csv_file, desk) -> None:
    async with DaftraClient("acme", api_key="wrong", base_url=desk.sandbox.url) as client:
        with pytest.raises(AuthenticationError):
            await import_file(client, "clients", csv_file(HEADER, "1,A,,"), patience=0)
    assert desk.writes == []


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Seconds of each requested sleep; no time passes."""
    pauses: list[float] = []

    async def sleep(seconds: float) -> None:
        pauses.append(seconds)

    for module in (run, writing):
        monkeypatch.setattr(module, "asyncio", Asyncio(sleep))
    return pauses


class Asyncio:
    """asyncio with a sleep of its own."""

    def __init__(self, sleep) -> None:
        self.sleep = sleep

    def __getattr__(self, name: str) -> object:
        return getattr(asyncio, name)


async def test_what_is_unknown_is_sent_again_after_two_looks_and_a_pause(desk, csv_file, slept: list[float]) -> None:
    desk.sandbox.faults = Faults([Rule("500", operation="clients.create", times=1)])
    report = await desk.load("clients", csv_file(HEADER, "1,A,,"), patience=1000)
    assert report.created == 1
    assert desk.writes == ["clients.create"]
    assert [900 < pause <= 1000 for pause in slept] == [True]
    operations = [operation for operation in desk.sandbox.received().elements() if operation.startswith("clients")]
    assert operations.count("clients.list") >= 3


async def test_what_an_earlier_run_left_open_is_waited_for(desk, csv_file, slept: list[float]) -> None:
    path = csv_file(HEADER, "1,A,,")
    journal = Journal(path.with_suffix(".results.csv"))
    journal.open()
    journal.write([Line(row=2, key="1", outcome="sending")])
    journal.close()
    assert (await desk.load("clients", path, patience=1000)).created == 1
    assert [900 < pause <= 1000 for pause in slept] == [True]
    slept.clear()
    assert (await desk.load("clients", path, patience=1000)).unchanged == 1
    assert slept == []


async def test_a_line_that_a_crash_has_cut_off(desk, csv_file) -> None:
    path = csv_file(HEADER, "1,A,,")
    await desk.load("clients", path)
    with path.with_suffix(".results.csv").open("a", encoding="utf-8") as file:
        file.write('3,"half of a li')
    assert (await desk.load("clients", path)).unchanged == 1
    assert [line["row"] for line in results(path)] == ["2"]


async def test_an_edit_whose_answer_was_lost_is_read_before_it_is_sent_again(desk, csv_file) -> None:
    await desk.load("clients", csv_file(HEADER, "1,Old,,"))
    desk.sandbox.faults = Faults([Rule("drop-after-read", operation="clients.update")])
    async with DaftraClient(
        "acme", api_key=desk.sandbox.api_key, base_url=desk.sandbox.url, settings=Settings(max_attempts=1)
    ) as client:
        report = await import_file(client, "clients", csv_file(HEADER, "1,New,,"), patience=0)
    assert (report.unchanged, report.unknown) == (1, 0)
    assert desk.writes == ["clients.create", "clients.update"]
    assert (await desk.client.clients.list()).data[0].business_name == "New"


async def test_a_client_that_somebody_else_has_changed_fails_and_is_read_anew(desk, csv_file, monkeypatch) -> None:
    identity = (await desk.client.clients.create({"client_number": "1", "business_name": "Old"})).id
    apply = writing.apply

    def meanwhile(form, item, draft) -> None:
        apply(form, item, draft)
        record = desk.sandbox.account.store.get("client", identity)
        record.body["city"] = "Giza"
        desk.sandbox.account.store.add([NewRecord("client", record.body)])

    monkeypatch.setattr(writing, "apply", meanwhile)
    path = csv_file(HEADER, "1,New,,")
    report = await desk.load("clients", path)
    assert report.failed == 1
    assert "changed since it was read" in desk.rows[0].message
    monkeypatch.undo()
    assert (await desk.load("clients", path)).changed == 1
