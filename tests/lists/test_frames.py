"""Lists as tables of Arrow and as data frames."""

from __future__ import annotations

import datetime as dt
import sys
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pytest

from daftra_async import ArgumentError, DriftWarning, IncompleteListError, Invoice, PermissionDeniedError
from daftra_async.testing import MockDaftra
from daftra_async.wire.columns.back import records_of
from daftra_async.wire.columns.keys import Keys
from tests.conftest import http
from tests.export.papers import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async import DaftraClient
    from tests.conftest import RawServer


def invoice(identity: int, **rest: Any) -> dict[str, Any]:
    lines = [{"id": str(identity * 10 + at), "quantity": "2", "unit_price": "1.50"} for at in range(identity % 3)]
    usual = {"id": str(identity), "date": "2026-01-31", "summary_total": f"{identity}.1000", "type": "0", "draft": "0"}
    return {**usual, "due_after": "", "created": "0000-00-00 00:00:00", "InvoiceItem": lines, **rest}


def page(number: int, rows: list[dict[str, Any]], *, count: int = 2, total: int = 4) -> bytes:
    following = f"/x?page={number + 1}" if number < count else None
    paging = {"page": number, "page_count": count, "total_results": total, "next": following}
    return http(200, {"code": 200, "data": [{"Invoice": row} for row in rows], "pagination": paging})


def script() -> list[Any]:
    odd = invoice(4, summary_total="1.12345678901", type="77", odd={"a": 1.50}, notes=12)
    return [page(1, [invoice(1), invoice(2)]), page(2, [invoice(3), odd])]


async def test_a_list_becomes_a_table(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    server.script = script()
    table = await client().invoices.list().to_arrow()
    assert isinstance(table, pa.Table)
    assert table["_id"].to_pylist() == ["1", "2", "3", "4"]
    assert table.schema.field("summary_total").type == pa.decimal128(38, 10)
    assert table["summary_total"].to_pylist() == [Decimal("1.1"), Decimal("2.1"), Decimal("3.1"), None]
    assert table.schema.field("type").type == pa.dictionary(pa.int32(), pa.int64())
    assert table["type"].to_pylist() == [0, 0, 0, 77]
    assert table["date"].to_pylist() == [dt.date(2026, 1, 31)] * 4
    assert table["created"].null_count == 4
    assert table["invoice_item"].to_pylist() == [1, 2, 0, 1]
    assert table["_extra"].to_pylist() == [None, None, None, '{"summary_total":"1.12345678901","odd":{"a": 1.5}}']


async def test_records_whose_ids_no_column_holds_are_told_apart(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    huge = 10**19
    server.script = [page(1, [invoice(1), invoice(huge)]), page(2, [invoice(huge), invoice(huge + 1)])]
    view = client().invoices.list().checked(dedupe=True)
    table = await view.to_arrow()
    assert table["_id"].to_pylist() == ["1", str(huge), str(huge + 1)]
    assert view.drift.duplicates == 1


async def test_lines_have_tables_of_their_own(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    server.script = script()
    tables = await client().invoices.list().to_arrow(lines=True)
    items = tables["invoice_item"].select(["_parent", "_position", "id", "unit_price"]).to_pylist()
    assert [(line["_parent"], line["_position"], line["id"]) for line in items] == [
        ("1", 0, 10),
        ("2", 0, 20),
        ("2", 1, 21),
        ("4", 0, 40),
    ]
    assert {line["unit_price"] for line in items} == {Decimal("1.5")}
    assert tables["invoice_payment"].num_rows == 0
    server.script = script()
    records = await client().invoices.list().collect()
    assert [plain(record) for record in records_of(Invoice, tables)] == [plain(record) for record in records]


async def test_pages_come_one_by_one_with_one_schema(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    server.script = [page(1, [], count=1, total=0)]
    (nothing,) = [tables async for tables in client().invoices.list().arrow()]
    server.script = script()
    pages = [tables async for tables in client().invoices.list().arrow(concurrency=4)]
    assert [tables[""].num_rows for tables in pages] == [2, 2]
    for tables in pages:
        assert {name: one.schema for name, one in tables.items()} == {name: one.schema for name, one in nothing.items()}


async def test_data_frames_are_exact(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    server.script = script()
    frame = await client().invoices.list().to_polars()
    assert frame["summary_total"].sum() == Decimal("6.3")
    server.script = script()
    frames = await client().invoices.list().to_pandas(lines=True)
    assert frames[""]["summary_total"].sum() == Decimal("6.3")
    assert str(frames[""]["due_after"].dtype) == "int64[pyarrow]"
    assert frames["invoice_item"]["_parent"].tolist() == ["1", "2", "2", "4"]


async def test_the_walk_is_checked_as_ever(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    server.script = script()
    typed = [each.token async for each in client().invoices.list().pages()]
    server.script = script()
    pager = client().invoices.list()
    assert [each.token async for each in pager.column_pages()] == typed
    assert (pager.total, pager.token) == (4, typed[-1])
    server.script = [page(1, [invoice(1), invoice(2)]), page(2, [invoice(2), invoice(3)], total=5)]
    with pytest.warns(DriftWarning):
        tables = await client().invoices.list().checked(dedupe=True, incomplete="ignore").to_arrow(lines=True)
    assert tables[""]["_id"].to_pylist() == ["1", "2", "3"]
    assert tables["invoice_item"]["_parent"].to_pylist() == ["1", "2", "2"]
    server.script = [page(1, [invoice(1)], total=9), page(2, [], total=9)]
    with pytest.raises(IncompleteListError):
        await client().invoices.list().to_arrow()
    server.script = [http(403, {"message": "no"})]
    with pytest.raises(PermissionDeniedError):
        await client().invoices.list().to_arrow()


async def test_records_without_an_id_have_keys_of_the_whole_walk(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    same = {"notes": "same", "InvoiceItem": [{"item": "a"}]}
    server.script = [page(1, [same, invoice(1)]), page(2, [same, invoice(2)])]
    tables = await client().invoices.list().to_arrow(lines=True)
    first, one, second, two = tables[""]["_id"].to_pylist()
    assert (one, two) == ("1", "2")
    assert first.startswith("#")
    assert (first.rpartition(":")[0], first[-2:], second[-2:]) == (second.rpartition(":")[0], ":0", ":1")
    assert tables["invoice_item"]["_parent"].to_pylist() == [first, "1", second, "2", "2"]


async def test_lists_by_path_and_mocks_have_columns_too(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    server.script = [page(1, [invoice(1)], count=1, total=1)]
    table = await client().paginate("/api2/x", key="Invoice", model=Invoice).to_arrow()
    assert table["summary_total"].to_pylist() == [Decimal("1.1")]
    server.script = [page(1, [invoice(1)], count=1, total=1)]
    table = await client().paginate("/api2/x", key="Invoice").to_arrow()
    assert table.schema.names == ["_id", "_extra"]
    mock = MockDaftra()
    mock.on("invoices.list").returns_pages([invoice(1)])
    assert (await mock.client.invoices.list().to_arrow())["_id"].to_pylist() == ["1"]


async def test_a_sink_gives_out_keys_and_goes_on_at_a_token(server: RawServer, client: Callable[..., DaftraClient]) -> None:
    server.script = script()
    keys = Keys()
    async for each in client().invoices.list().column_pages():
        batches = each.tables(keys)
        break
    assert batches[""].num_rows == 2
    rows = [(row.id, str(row.summary_total), row.no_such) for row in each.data]
    assert rows == [(1, "1.1000000000", None), (2, "2.1000000000", None)]
    server.script = script()[1:]
    rest = [page async for page in client().invoices.list(resume=each.token).column_pages()]
    assert [row.id for row in rest[0].data] == [3, 4]


@pytest.mark.parametrize(("name", "method"), [("polars", "to_polars"), ("pandas", "to_pandas")])
async def test_a_missing_library_is_named_before_anything_is_sent(
    server: RawServer, client: Callable[..., DaftraClient], monkeypatch: pytest.MonkeyPatch, name: str, method: str
) -> None:
    monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(ArgumentError, match=f"pip install {name}"):
        await getattr(client().invoices.list(), method)()
    assert server.seen == []
