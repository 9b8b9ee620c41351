"""The keys of a record that an update takes."""

from __future__ import annotations

import datetime as dt

import pytest

from daftra_async import Client, ClientInput, Invoice, InvoiceInput
from daftra_async.wire.refusals import Refusal
from daftra_async.writes.edit.update_mapping import mapping_of


def test_made_once() -> None:
    assert mapping_of(Invoice, InvoiceInput) is mapping_of(Invoice, InvoiceInput)


def test_what_can_be_changed_and_what_is_only_written() -> None:
    mapping = mapping_of(Client, ClientInput)
    assert "business_name" in mapping.attributes
    assert "last_login" not in mapping.attributes
    assert mapping.only_written["password"] == "password"


def test_lines_have_a_mapping_of_their_own() -> None:
    (lines,) = [key for key in mapping_of(Invoice, InvoiceInput).keys if key.wire == "InvoiceItem"]
    assert lines.relation
    assert lines.attributes == ("invoice_item",)
    assert lines.nested is not None
    assert "quantity" in lines.nested.attributes
    assert lines.items is not None
    assert "subtotal" not in lines.items


def test_a_value_is_written_as_the_input_writes_it() -> None:
    mapping = mapping_of(Client, ClientInput)
    assert mapping.write("birth_date", dt.date(1990, 9, 5)) == "1990-09-05"
    with pytest.raises(Refusal):
        mapping.write("birth_date", object())
