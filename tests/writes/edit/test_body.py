"""The body of an update: what was not changed goes back as it came."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from daftra_async import InvoiceItem
from daftra_async.errors import ArgumentError
from tests.writes.edit.states import editing, raw_invoice

LINE = {"item": "Work", "quantity": "1", "unit_price": "10.50"}


def test_untouched_values_are_those_of_the_answer() -> None:
    state = editing()
    body = state.body()
    assert body == state.untouched()
    raw = raw_invoice()
    assert {name: body[name] for name in ("no", "client_id", "notes", "date")} == {
        name: raw[name] for name in ("no", "client_id", "notes", "date")
    }
    assert "summary_total" not in body
    assert body["InvoiceItem"] == [
        {"id": "11", "item": "Work", "quantity": "1", "unit_price": "10.50"},
        {"id": "12", "item": "Parts", "quantity": "2", "unit_price": "3"},
    ]


def test_a_changed_line_keeps_its_id_and_the_rest_of_it() -> None:
    state = editing()
    draft: Any = state.draft
    draft.invoice_item[0].quantity = Decimal("2.50")
    first, second = state.body()["InvoiceItem"]
    assert (first["id"], first["unit_price"], str(first["quantity"])) == ("11", "10.50", "2.50")
    assert second == state.untouched()["InvoiceItem"][1]


def test_lines_that_were_moved_and_added() -> None:
    state = editing()
    draft: Any = state.draft
    draft.invoice_item.reverse()
    draft.invoice_item.append(InvoiceItem(id=99, item="More"))
    written = state.body()["InvoiceItem"]
    assert [line.get("id") for line in written] == ["12", "11", None]  # 99 belongs to another document
    assert written[2] == {"item": "More"}


def test_no_lines_are_said() -> None:
    state = editing()
    draft: Any = state.draft
    draft.invoice_item = []
    assert state.body()["InvoiceItem"] == []


@pytest.mark.parametrize("empty", [None, "", [], {}, {"id": None, "item": ""}])
def test_an_empty_relation_is_left_out(empty: Any) -> None:
    assert "InvoiceItem" not in editing(InvoiceItem=empty).body()


def test_a_refused_line_is_named_by_its_place() -> None:
    state = editing()
    draft: Any = state.draft
    draft.invoice_item[1].quantity = object()
    with pytest.raises(ArgumentError, match=r"\[1\]"):
        state.body()
