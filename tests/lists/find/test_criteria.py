"""Keyword arguments are sorted into fields to compare and arguments of the list."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from daftra_async import operations
from daftra_async.errors import ArgumentError
from daftra_async.lists.find.criteria import criterion_of, read_fields
from daftra_async.models import Client, InvoicePaymentStatusFilter
from daftra_async.operation import UNSET

OPERATIONS = {op.id: op for op in operations()}


def read(operation: str, **fields: Any) -> Any:
    return read_fields(OPERATIONS[operation], fields, None, "find_many")


def test_fields_are_compared_and_arguments_only_sent() -> None:
    found = read("invoices.list", client_id=["15", 16, 15], date_from="2026-01-01", staff_id=UNSET)
    assert [(one.name, one.values) for one in found.criteria] == [("client_id", (15, 16))]
    assert found.arguments == {"date_from": "2026-01-01"}


def test_none_finds_an_empty_field_and_leaves_an_argument_out() -> None:
    found = read("invoices.list", po_number=None, date_from=None)
    assert [(one.name, one.values) for one in found.criteria] == [("po_number", (None,))]
    assert found.arguments == {}


def test_a_value_that_only_the_list_knows_is_an_argument() -> None:
    own = read("invoices.list", id=1, payment_status=InvoicePaymentStatusFilter.SUBSCRIPTIONS)
    assert own.arguments == {"payment_status": InvoicePaymentStatusFilter.SUBSCRIPTIONS}
    assert [one.name for one in read("invoices.list", id=1, payment_status=2).criteria] == ["id", "payment_status"]


def test_a_criterion_by_the_wire() -> None:
    one = criterion_of(Client, "birth_date", ["05/09/1990"], "%d/%m/%Y")
    assert one.values == (dt.date(1990, 9, 5),)
    assert one.accepts("05/09/1990")
    assert not one.accepts("1990-05-09")


def test_the_value_of_personal_data_stays_out_of_the_error() -> None:
    with pytest.raises(ArgumentError) as caught:
        criterion_of(Client, "email", [b"who@example.com"])
    assert "who@example.com" not in str(caught.value)


def test_case_is_near_and_does_not_fit() -> None:
    one = criterion_of(Client, "business_name", ["Acme"])
    row = Client(business_name="ACME")
    assert (one.fits(row), one.nearly_fits(row)) == (False, True)
    assert not one.nearly_fits(Client(business_name="Acmes"))
