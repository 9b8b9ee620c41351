"""Fields that are in use though the vendor does not document them: described, and said to be so."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from daftra_async import models, structure, unstructure

FIELDS = [
    ("Invoice", "shipping_option_id", 3),
    ("Invoice", "shipping_tax_id", 2),
    ("Product", "tracking_type", "serial"),
    ("Product", "category_id", 5),
    ("Expense", "treasury_id", 1),
    ("PurchaseInvoice", "notes", "x"),
    ("PurchaseInvoice", "po_number", "PO-7"),
]


@pytest.mark.parametrize(("model", "name", "value"), FIELDS)
def test_it_is_described_and_marked(model: str, name: str, value: Any) -> None:
    record = structure(getattr(models, model), {name: str(value)})
    assert getattr(record, name) == value
    assert not record.extra
    assert unstructure(record) == {name: value}
    for cls in (getattr(models, model), getattr(models, f"{model}Input")):
        after = inspect.getsource(cls).partition(f"    {name}: ")[2]
        assert "Not documented, but in use." in after.partition('"""')[2].partition('"""')[0]
