"""Which fields a table shows, and how their values look."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest

from daftra_async import models, structure
from daftra_async.cli.columns import cell, chosen, named
from daftra_async.errors import ArgumentError


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (True, "yes"),
        (Decimal("1234567.80"), "1,234,567.80"),
        (dt.datetime(2026, 1, 31, 8, 5), "2026-01-31 08:05"),
        (dt.date(2026, 1, 31), "2026-01-31"),
        ([1, "b"], "1, b"),
        ([{"id": 1}, {"id": 2}], "2 records"),
        ({"name": "Acme", "id": 7}, "Acme"),
        ("a\nb\x1b", "a b\N{REPLACEMENT CHARACTER}"),
    ],
)
def test_values_are_shown_as_people_write_them(value: Any, shown: str) -> None:
    assert cell(value) == shown


def test_columns_are_those_that_say_most() -> None:
    invoice = structure(models.Invoice, {"id": 7, "no": "0007", "summary_total": "10.50", "currency_code": "SAR", "notes": "x"})
    columns = chosen(models.Invoice, [invoice])
    assert [column.heading for column in columns] == ["id", "no", "total", "currency"]
    assert [column.right for column in columns] == [True, False, True, False]


def test_columns_are_named_as_in_python_or_on_the_wire() -> None:
    found = named(models.Invoice, "id, InvoiceItem,invoice_item,extra.surprise")
    assert [column.wire for column in found] == ["id", "InvoiceItem", "InvoiceItem", "surprise"]
    assert found[-1].of(structure(models.Invoice, {"surprise": 5})) == 5
    assert [column.heading for column in named(models.Invoice, "total,client,Client")] == [
        "summary_total",
        "client_business_name",
        "Client",
    ]
    for names, told in (("totl", "did you mean total[?]"), (",", "no field was named"), ("", "no field was named")):
        with pytest.raises(ArgumentError, match=told):
            named(models.Invoice, names)
