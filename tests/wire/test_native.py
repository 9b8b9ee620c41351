"""`record.to_dict()` and `record.to_json()`."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import Any

from daftra_async import structure, unstructure
from tests.wire.sample import Kind, Paper, Status

SENT: dict[str, Any] = {
    "id": "7",
    "total": "10.50",
    "day": "2026-01-31",
    "created": "",
    "status": "2",
    "kind": "other",
    "Line": [{"id": 1, "quantity": "0.1"}],
    "by_name": {"a": {"id": "3"}},
    "نوع": {"x": [1]},
}


def test_a_dictionary_is_the_wire_form() -> None:
    record = structure(Paper, SENT)
    assert record.to_dict() == unstructure(record)
    assert json.loads(record.to_json()) == unstructure(record)
    assert "نوع" in record.to_json()


def test_native_values_are_those_of_the_attributes() -> None:
    record = structure(Paper, SENT)
    assert record.to_dict(native=True) == {
        "id": 7,
        "total": Decimal("10.50"),
        "day": dt.date(2026, 1, 31),
        "created": None,
        "status": Status.PAID,
        "kind": Kind("other"),
        "Line": [{"id": 1, "quantity": Decimal("0.1")}],
        "by_name": {"a": {"id": 3}},
        "نوع": {"x": [1]},
    }
    assert record.to_dict(native=True).keys() == record.to_dict().keys()
    assert structure(Paper, record.to_dict(native=True)) == record
