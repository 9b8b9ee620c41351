"""Lists asked of SQLite give what a walk over all records gives."""

from __future__ import annotations

import random
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl

import pytest

from daftra_async.sandbox import filters, spec, v1, v2
from daftra_async.sandbox.account import Account, Call
from daftra_async.sandbox.columns import Column
from daftra_async.sandbox.search import Inexact
from daftra_async.sandbox.seed import basics, operations, sales
from daftra_async.sandbox.seed.builder import Builder
from daftra_async.sandbox.store import NewRecord, Store

if TYPE_CHECKING:
    from collections.abc import Iterator

ODD: Final[list[Any]] = ["", " 12 ", "1e3", "٣", "0012", "12", 12, Decimal("12.50"), Decimal("12.5"), None, "Ünïcode%", "a\x00b"]
"""Values that are compared as numbers, as text, or not at all."""
WANTED: Final = ["", "12", "12.5", " 12 ", "1000", "3", "0", "-1", "SAR", "%o%", "ü", "2025-03-01", "zz", "x\U0001f600", "1e2"]
FIELDS: Final = [
    "id",
    "no",
    "client_id",
    "date",
    "notes",
    "summary_total",
    "draft",
    "po_number",
    "branch_id",
    "created",
    "nothing",
]
FIELDS_OF_OTHERS: Final = ["client.city", "clients.type", "staff.name", "store.id", "client.nothing", "journal.number"]
DATES: Final = ["2024-06-01", "01/06/2025", "soon", "0000-00-00", "0000-00-00 00:00:00"]


V1_QUERIES: Final = [
    *[f"{name}={value}" for name in ("client_id", "po_number", "no", "staff_id") for value in ("12", "000012", "12.50", " 12 ")],
    *[f"payment_status={value}" for value in ("-3", "-2", "-1", "0", "1", "2", "3", "4", "9", "x")],
    *[f"date{suffix}={value}" for suffix in ("_from", "_to") for value in DATES[:4]],
    *[f"due_date{suffix}={value}" for suffix in ("_from", "_to") for value in DATES[:4]],
    *[f"summary_total{suffix}={value}" for suffix in ("_from", "_to") for value in ("500", "500.55", "x", "-1e2")],
    "date_from=2024-03-01&date_to=2024-09-30&summary_total_from=100",
    *["draft=1", "draft=0", "keywords=PO", "keywords=ü", "item=COFFEE", "item=a", "client_type=2", "shipping_option_id=1"],
    *["custom_field=green", "custom_field=7", "custom_field=gre", "custom_field=A-7&custom_field_label=Order"],
    *["custom_field=7&custom_field_label=12", "custom_field=A-7&custom_field_label=12", "custom_field=7&custom_field_label=b"],
    *["staff_id[]=1&staff_id[]=2", "tags=x", "sort=summary_total&direction=desc", "sort=po_number", "sort=client.city"],
    *["sort=nothing", "sort=due_after&client_id=3", "request_branch_id=2&sort=no", "type=0", "", "unknown=1"],
]


@pytest.fixture
def account() -> Iterator[Account]:
    made = Account(spec.load(), Store())
    build = Builder(made, 5)
    basics.owner(build)
    basics.small_tables(build)
    sales.partners(build, "client", 30)
    sales.products(build, 20)
    build.flush()
    sales.documents(build, "invoice", 120, "invoices")
    sales.documents(build, "invoice", 6, "advance_payments")
    build.flush()
    operations.accounting(build, 20)
    build.flush()
    for identity, value in enumerate(ODD, 20):
        change(made, identity, po_number=value, notes=value)
    made.store.add([NewRecord("client", {**made.store.all("client")[3].body, "id": 31, "type": None})])
    change(made, 40, client_id=None, payment_status=None, date=None)
    change(made, 41, client_id=999, date="0000-00-00")
    yield made
    made.store.close()


def change(account: Account, identity: int, parts: Any = None, **values: Any) -> None:
    found = account.store.get("invoice", identity)
    assert found is not None
    account.store.add([NewRecord("invoice", {**found.body, **values}, {**found.parts, **(parts or {})}, found.kind)])


def v1_call(account: Account, query: str, operation: str = "invoices.list") -> Call:
    return Call(account, account.spec.operations[operation], {}, "", "", parse_qsl(query), b"")


def same_v1(account: Account, query: str, operation: str = "invoices.list") -> int:
    call = v1_call(account, query, operation)
    found = v1.search(call, "invoices" if operation == "invoices.list" else None)
    assert found == v1.walk(call, "invoices" if operation == "invoices.list" else None), query
    return len(found)


def same_v2(account: Account, query: list[tuple[str, str]], collection: str = "invoice") -> bool:
    """Compare; False where the store was not asked."""
    asked = filters.parse(query)
    try:
        found = v2.search(account, collection, asked, 1)
    except Inexact:
        return False
    assert found == v2.walk(account, collection, asked, 1), query
    return True


def random_query(chance: random.Random) -> list[tuple[str, str]]:
    query: list[tuple[str, str]] = []
    for _ in range(chance.choice((1, 1, 2, 3))):
        name = chance.choice(FIELDS if chance.random() < 0.8 else FIELDS_OF_OTHERS)
        operator = chance.choice(sorted(filters.OPERATORS))
        key = chance.choice(("filter", "filter", "filter[or]"))
        values = [chance.choice(WANTED) for _ in range(3 if operator in {"in", "not_in"} else 1)]
        query.append((f"{key}[{name}][{operator}]", ",".join(values)))
    query += [(f"sort[{chance.choice(FIELDS)}]", chance.choice(("asc", "desc"))) for _ in range(chance.choice((0, 0, 1, 2)))]
    return query


def test_v2_filters_and_sorts(account: Account) -> None:
    chance = random.Random(1)
    asked = sum(same_v2(account, random_query(chance)) for _ in range(400))
    assert asked > 300, "most are answered by the store"


def test_after_writes(account: Account) -> None:
    chance = random.Random(2)
    for identity in range(60, 100):
        if chance.random() < 0.3:
            account.store.delete("invoice", identity)
        else:
            change(account, identity, po_number=chance.choice(ODD), client_id=chance.randrange(1, 32))
        account.store.delete("client", identity - 60)
        same_v2(account, random_query(chance))
        same_v2(account, [("filter[client.city][not_in]", "Riyadh,Cairo"), ("sort[po_number]", "desc")])


def test_v1_filters(account: Account) -> None:
    change(account, 50, {"InvoiceCustomField": {"a": "green", "b": 7, "c": [1]}})
    change(account, 51, {"InvoiceCustomField": [{"label": "Order", "value": "A-7"}, {"custom_field_id": 12, "value": 7}]})
    change(account, 52, {"InvoiceCustomField": {"0": {"label": "Order", "value": "A-7"}, "1": {"label": "12", "value": "7"}}})
    for query in V1_QUERIES:
        same_v1(account, query)


def test_v1_filters_find_something(account: Account) -> None:
    change(account, 50, {"InvoiceCustomField": {"a": "green"}})
    queries = (
        "custom_field=green",
        "item=a",
        "keywords=po-",
        "payment_status=2",
        "client_type=3",
        "draft=1",
        "due_date_from=2024-05-01",
    )
    assert all(0 < same_v1(account, query) < 120 for query in queries)


def test_clients(account: Account) -> None:
    for query in ("", "sort=business_name&direction=desc", "sort=client_number"):
        assert same_v1(account, query, "clients.list")
    email = next(client.body["email"] for client in account.store.all("client") if client.body["email"])
    for name, value in (("email", email), ("client_number", "000007"), ("client_number", "7"), ("phone1", "x")):
        assert same_v2(account, [(f"filter[{name}]", value)], "client")


def test_values_that_sqlite_cannot_compare_are_walked(account: Account) -> None:
    change(account, 20, po_number="1" * 25)
    change(account, 21, notes="a\x1fb")
    change(account, 22, name=["a"])
    for query in ("filter[po_number][gt]=5", "filter[name]=a", "filter[journal.number]=00012", f"filter[id]={'9' * 30}"):
        assert not same_v2(account, parse_qsl(query)), query
    assert same_v1(account, f"po_number={'1' * 25}") == 1, "equal text needs no numbers"
    for query in ("keywords=a", "date_from=0000-00-00%2000:00:00"):
        with pytest.raises(Inexact):
            v1.search(v1_call(account, query), "invoices")
        assert v1.selection(v1_call(account, query)) == v1.walk(v1_call(account, query), "invoices")


def test_columns_are_kept_in_the_file(tmp_path: Any) -> None:
    path = str(tmp_path / "account.db")
    for _ in range(2):
        store = Store(path)
        account = Account(spec.load(), store)
        if store.is_empty():
            store.add([NewRecord("client", {"id": identity, "city": f"c{identity % 3}"}) for identity in range(1, 10)])
        assert v2.search(account, "client", filters.parse([("filter[city]", "c1")]), 1) == [1, 4, 7]
        store.add([NewRecord("client", {"id": 4, "city": "c1"})])
        store.close()


def test_a_column_is_made_whole_or_not_at_all(account: Account, monkeypatch: pytest.MonkeyPatch) -> None:
    made = iter(range(10))

    def interrupted(column: Column, identity: int, body: Any, parts: Any) -> Any:
        if next(made, None) is None:
            raise KeyboardInterrupt
        return read(column, identity, body, parts)

    read = Column.read
    query = [("filter[city][like]", "a")]
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(Column, "read", interrupted)
        same_v2(account, query, "client")
    assert same_v2(account, query, "client")
