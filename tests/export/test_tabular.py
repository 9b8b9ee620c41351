from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from daftra_async import structure, unstructure
from daftra_async.catalogue import operations
from daftra_async.export.targets import plan
from daftra_async.wire import hints, loads
from daftra_async.wire.columns.fits import WIDE, DecimalPrecision
from daftra_async.wire.columns.keys import Keys
from daftra_async.wire.columns.layout import Kind, child_columns, identifier, main_columns, table_of
from daftra_async.wire.columns.packing import pack, unpack
from tests.export.papers import papers, plain
from tests.export.tables import HARD, PAYLOADS
from tests.wire.sample import Paper

SMALL = DecimalPrecision(28, 10)
TABLE = table_of(Paper)


def reload(record: Paper, limits: DecimalPrecision) -> Paper:
    packed = pack(TABLE, limits, unstructure(record))
    return structure(Paper, unpack(TABLE, packed.values, packed.lines))


def columns(**payload: Any) -> dict[str, Any]:
    packed = pack(TABLE, SMALL, payload)
    values = dict(zip([column.name for column in TABLE.columns], packed.values, strict=False))
    extra = packed.values[-1]
    found = {name: value for name, value in values.items() if value is not None}
    return found | ({} if extra is None else {"_extra": loads(extra)})


@given(PAYLOADS)
def test_columns_give_back_every_record(payload: Any) -> None:
    record = structure(Paper, payload)
    assert plain(reload(record, WIDE)) == plain(record)
    assert plain(reload(record, SMALL)) == plain(record)


@pytest.mark.parametrize("record", papers(HARD), ids=range(len(HARD)))
def test_columns_give_back_what_is_hard(record: Paper) -> None:
    assert plain(reload(record, SMALL)) == plain(record)


def test_values_have_the_types_of_their_columns() -> None:
    assert columns(id=5, total="10.50", draft=True, stocked=1, day="2026-01-31", created="2026-01-31 08:00:00", kind="goods") == {
        "id": 5,
        "total": Decimal("10.50"),
        "draft": True,
        "stocked": True,
        "day": dt.date(2026, 1, 31),
        "created": dt.datetime(2026, 1, 31, 8),
        "kind": "goods",
    }
    kinds = {column.name: column.kind for column in TABLE.columns}
    assert kinds["status"] is Kind.INTEGER
    assert {kinds[name] for name in ("staff", "anything", "ids", "tags", "options", "by_name", "first")} == {Kind.JSON}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("id", 2**63),
        ("id", -(2**63) - 1),
        ("id", "7a"),
        ("id", True),
        ("total", "0.12345678901"),
        ("total", "1" + "0" * 28),
        ("total", "12,5"),
        ("total", " 1"),
        ("total", "\u0661"),
        ("total", "NaN"),
        ("draft", 2),
        ("draft", "1"),
        ("day", "20260131"),
        ("day", "2026-02-30"),
        ("created", "2026-01-01T00:00:00+02:00"),
        ("created", "2026-01-01"),
        ("no", "a\x00"),
        ("no", "\ud800"),
        ("no", 5),
        ("anything", "\x00"),
        ("anything", Decimal("1e1000")),
    ],
)
def test_what_a_column_could_not_give_back_is_extra(field: str, value: Any) -> None:
    assert columns(**{field: value}) == {"_extra": {field: value}}


def test_numbers_at_the_edge_stay_in_their_columns() -> None:
    for number in ("9" * 28 + "." + "9" * 10, "-0.0000000001", "0"):
        assert columns(total=number) == {"total": Decimal(number)}
    for number in (2**63 - 1, -(2**63)):
        assert columns(id=number) == {"id": number}


def test_lines_are_counted_and_apart() -> None:
    packed = pack(TABLE, SMALL, {"Line": [{"id": 1, "quantity": "2"}, {"id": 2, "new": [1]}]})
    assert packed.lines == {"line": [[1, Decimal(2), None, None], [2, None, None, '{"new":[1]}']]}
    assert columns(Line=[{}, {}]) == {"line": 2}
    assert columns(Line=[]) == {"line": 0}
    assert columns(Line=None) == {}
    assert columns(Line=[{}, "x"]) == {"_extra": {"Line": [{}, "x"]}}


def test_plain_json_is_kept_whole() -> None:
    for row in ({"id": 1, "a": None}, [1], "text", 5):
        packed = pack(table_of(None), WIDE, row)
        assert unpack(table_of(None), packed.values) == row


def test_keys_are_ids_or_made_from_the_content() -> None:
    keys = Keys()
    assert [keys.of(row) for row in ({"id": 5}, {"id": "A-1"}, {"id": 2**70})] == ["5", "A-1", str(2**70)]
    made = [keys.of(row) for row in ({"a": 1, "b": 2}, {"b": 2, "a": 1}, {"a": 2}, {"id": ""}, {"id": "#1"}, {"id": 1.5}, "x")]
    assert len(set(made)) == len(made)
    assert all(key.startswith("#") for key in made)
    assert made[0].removesuffix(":0") == made[1].removesuffix(":1")
    assert Keys(made).of({"a": 1, "b": 2}) == made[0].removesuffix(":0") + ":2"
    assert len(keys.of({"id": "x" * 201})) < 50
    assert keys.of({"id": "\x00"}).startswith("#")
    assert keys.of({"id": "\ud800"}).startswith("#")


def test_names_are_identifiers_and_stay_apart() -> None:
    assert identifier("invoices_invoice_item") == "invoices_invoice_item"
    names = [
        "workflow_records.workflow_id=36",
        "workflow_records.workflow_id=3_6",
        "a" * 64,
        "a" * 65,
        "Ab",
        "ab'\"; DROP",
        "الاسم",
    ]
    made = [identifier(name) for name in names]
    assert len({*made, "ab"}) == len(names) + 1
    assert all(len(name) <= 63 and name.replace("_", "").isalnum() and name.isascii() for name in made)
    assert made[0].startswith("workflow_records_workflow_id_36_")


def test_no_list_has_two_tables_or_columns_of_one_name() -> None:
    tables: list[str] = []
    for target in plan(operations()):
        assert target.operation.response.model
        table = table_of(hints.model(target.operation.response.model))
        groups = [main_columns(table), *map(child_columns, table.lines.values())]
        tables += [identifier(target.stem), *(identifier(f"{target.stem}_{name}") for name in table.lines)]
        for group in groups:
            names = [column.name.lower() for column in group]
            assert len(set(names)) == len(names)
            assert all(len(name) <= 63 for name in names)
    assert len(set(tables)) == len(tables)
    assert "invoices_invoice_item" in tables
