"""Forms of answers, and that keys and values of somebody's own are not shown."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from daftra_async.prove.shapes import acknowledgement, id_of, listed, record_form, shown_key, types_of

ROW = {"id": 1}
V1 = {"page": 1, "page_count": "2", "total_results": 21}


@pytest.mark.parametrize(
    ("body", "name", "total"),
    [
        ({"code": 200, "data": [{"Invoice": ROW}], "pagination": V1}, "v1 (Invoice)", 21),
        ({"code": 200, "data": [ROW], "pagination": V1}, "v1", 21),
        ({"code": 200, "data": [], "pagination": []}, "v1", None),
        ({"data": [{"Zahra": ROW}], "pagination": V1}, "v1 (another key)", 21),
        ({"data": {"0": ROW}, "current_page": 1, "total": 3}, "laravel", 3),
        ({"data": [ROW], "meta": {"total": 3}, "links": {}}, "laravel with meta", 3),
        ({"payload": {"data": [ROW], "pagination": {"total": 4}}}, "payload", 4),
        ({"data": [ROW]}, "plain", None),
        ([ROW], "plain", None),
        ({"data": "text"}, "another form", None),
        ("text", "another form", None),
    ],
)
def test_lists(body: Any, name: str, total: int | None) -> None:
    found = listed(body)
    assert (found.name, found.total) == (name, total)
    assert [*found.rows] in ([ROW], [])


@pytest.mark.parametrize(
    ("body", "form", "record"),
    [
        ({"code": 200, "data": {"WorkOrder": ROW}}, "v1 (WorkOrder)", ROW),
        ({"code": 200, "data": ROW}, "v1 without a key", ROW),
        (ROW, "bare", ROW),
        ([ROW], "list of one, bare", ROW),
        ({"payload": {"data": ROW}}, "payload", ROW),
        ({"code": 200, "result": "successful"}, "acknowledgement", None),
        ({}, "empty", None),
        ("text", "another form", None),
    ],
)
def test_records(body: Any, form: str, record: Any) -> None:
    assert record_form(body) == (form, record)


@pytest.mark.parametrize(
    ("body", "form"),
    [
        ({"code": 202, "result": "successful", "id": "1"}, "v1 with an id"),
        ({"code": 200, "result": "successful"}, "v1"),
        ({"message": "ok", "id": 1}, "v2 with an id"),
        ({"message": "ok"}, "v2"),
        ({"id": 1, "name": "x"}, "record"),
        ([], "empty"),
        ("ok", "another form"),
    ],
)
def test_acknowledgements(body: Any, form: str) -> None:
    assert acknowledgement(body) == form


@pytest.mark.parametrize(
    ("record", "identity"),
    [
        ({"id": "7"}, "7"),
        ({"id": 7}, "7"),
        ({"id": "a-7"}, "a-7"),
        ({"id": None}, None),
        ({"id": 0}, None),
        ({"Invoice": {"id": 7}}, "7"),
        ({"data": {"id": 7}}, "7"),
        ({"name": "x"}, None),
        ("x", None),
    ],
)
def test_ids(record: Any, identity: str | None) -> None:
    assert id_of(record) == identity


def test_only_described_keys_are_shown() -> None:
    assert shown_key("CreditNote") == "CreditNote"
    assert shown_key("Zahra") == "another key"


def test_types() -> None:
    assert types_of(["a", "b", 1, Decimal("1.5"), True, None, [], {}]) == "2 text, 2 number, 1 boolean, 1 null, 1 list, 1 object"
    assert types_of([]) == "nothing"
