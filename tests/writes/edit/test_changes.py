"""What differs between a record and its draft."""

from __future__ import annotations

from typing import Any

from daftra_async import UNSET, InvoiceItem
from daftra_async.writes.edit import Change
from tests.writes.edit.states import editing


def test_the_path_of_a_value_in_a_line() -> None:
    state = editing()
    draft: Any = state.draft
    draft.invoice_item[1].item = "Parts and more"
    assert state.diff() == {"invoice_item[1].item": Change("Parts", "Parts and more")}


def test_an_added_and_a_removed_line() -> None:
    state = editing()
    draft: Any = state.draft
    added, removed = InvoiceItem(item="More"), state.before.invoice_item[0]  # of an invoice
    draft.invoice_item = [draft.invoice_item[1], added]
    assert state.diff() == {"invoice_item[1]": Change(UNSET, added), "invoice_item[0]": Change(removed, UNSET)}


def test_another_order_alone() -> None:
    state = editing()
    draft: Any = state.draft
    draft.invoice_item.reverse()
    assert list(state.diff()) == ["invoice_item"]


def test_a_line_twice_is_a_new_one_the_second_time() -> None:
    state = editing()
    draft: Any = state.draft
    draft.invoice_item.append(draft.invoice_item[0])
    assert list(state.diff()) == ["invoice_item[2]"]


def test_a_value_that_was_set_to_itself_is_no_change() -> None:
    state = editing()
    draft: Any = state.draft
    draft.notes = "old"
    draft.invoice_item = list(draft.invoice_item)
    assert state.diff() == {}
