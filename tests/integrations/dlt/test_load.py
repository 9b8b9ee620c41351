"""What lies in the warehouse after the runs of a pipeline."""

from __future__ import annotations

import json
import logging
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import DaftraClient
from daftra_async.integrations.dlt import source
from daftra_async.sandbox import Sandbox
from tests.export.server import row
from tests.integrations.dlt.conftest import KEY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from daftra_async.export import AccountSpec
    from tests.conftest import RawServer
    from tests.export.server import Lists, Row
    from tests.integrations.dlt.conftest import Warehouse

LONG = "1.12345678901234"
"""More digits than a column of decimals takes."""
Sums = tuple[int, Decimal, int, Decimal]


def invoice(number: int, lines: int, **rest: Any) -> Row:
    items = [{"id": str(10 * number + at), "quantity": LONG if at else "2.50", "item": f"item {at}"} for at in range(lines)]
    return row(number, summary_total=f"{number}.0{number}", InvoiceItem=items, **rest)


def total(values: Iterable[Any]) -> Decimal:
    return sum((Decimal(value) for value in values if value is not None), Decimal(0))


def sums_of_rows(rows: list[Row]) -> Sums:
    lines = [line for each in rows for line in each["InvoiceItem"]]
    return len(rows), total(each["summary_total"] for each in rows), len(lines), total(line["quantity"] for line in lines)


async def sums_of_tables(warehouse: Warehouse) -> Sums:
    """Return the same sums: those of the columns, and of what is in `_extra` since no column holds it exactly."""
    found: list[Any] = []
    for table, column in (("invoices", "summary_total"), ("invoices__invoice_item", "quantity")):
        rows = await warehouse.ask(f"SELECT {column}, _extra FROM {table}")
        beside = [json.loads(extra, parse_float=Decimal).get(column) for _, extra in rows if extra]
        found += [len(rows), total(value for value, _ in rows) + total(beside)]
    return tuple(found)


async def test_a_run_loads_what_changed_and_nothing_is_lost_or_rounded(
    warehouse: Warehouse, lists: Lists, spec: AccountSpec, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    invoices = lists.rows["invoices"] = [invoice(number, number % 4) for number in range(1, 10)]
    lists.rows["brand"] = [row(1)]

    async def run() -> dict[str, int]:
        lists.seen.clear()
        loaded = await warehouse.run(source(spec, resources=["invoices", "brands"], page_size=4))
        assert lists.pages("invoices") == [1, 2, 3], "each page is fetched once"
        assert lists.pages("brand") == [1]
        return loaded

    assert (await run())["invoices"] == 9
    assert await sums_of_tables(warehouse) == sums_of_rows(invoices)

    # One loses all its lines, one has another line less, one is new; the others are as they were.
    changed = "2026-02-01 00:00:00"
    invoices[2], invoices[6] = invoice(3, 0, modified=changed), invoice(7, 2, modified=changed)
    invoices.append(invoice(10, 1, modified=changed))
    loaded = await run()
    assert (loaded["invoices"], loaded["invoices__invoice_item"]) == (3 + 1, 4 + 1), "the changes, and what the overlap repeats"
    assert await sums_of_tables(warehouse) == sums_of_rows(invoices)
    rows = await warehouse.ask("SELECT DISTINCT _account, _deleted FROM invoices__invoice_item")
    assert rows == [("acme", False)]

    assert not [record.message for record in caplog.records if record.levelno >= logging.WARNING]
    assert KEY not in caplog.text
    assert KEY.encode() not in warehouse.text()


async def test_a_list_that_cannot_tell_its_changes_replaces_all_of_its_account(
    warehouse: Warehouse, lists: Lists, spec: AccountSpec, server: RawServer
) -> None:
    clients = {"acme": spec, "other": lambda: DaftraClient(base_url=server.url, api_key=KEY)}
    lists.rows["taxes"] = [row(1), row(2)]
    await warehouse.run(source(clients, resources=["taxes"]))
    del lists.rows["taxes"][0]
    await warehouse.run(source({"acme": spec}, resources=["taxes"]))
    kept = "SELECT _account, id FROM taxes ORDER BY 1, 2"
    assert await warehouse.ask(kept) == [("acme", 2), ("other", 1), ("other", 2)]
    lists.rows["taxes"] = []
    await warehouse.run(source({"acme": spec}, resources=["taxes"]))
    assert await warehouse.ask(kept) == [("other", 1), ("other", 2)]


@pytest.mark.parametrize("warehouse", ["postgres"], indirect=True)
async def test_the_sums_are_those_of_the_demo_account(warehouse: Warehouse) -> None:
    async with Sandbox() as sandbox, DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra:
        found = await daftra.invoices.list(limit=1000, recursive=1).collect()
        lines = [line for each in found for line in each.invoice_item or []]
        sums = len(found), total(each.summary_total for each in found), len(lines), total(line.quantity for line in lines)
        sandbox.requests.clear()
        accounts = {"demo": lambda: DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key)}
        await warehouse.run(source(accounts, resources=["invoices"]))
        assert [dict(each.query).get("page", "1") for each in sandbox.requests if each.operation == "invoices.list"] == [
            *"123456"
        ]
    assert await sums_of_tables(warehouse) == sums
