"""What a draft takes, and what its state knows."""

from __future__ import annotations

from typing import Any

import pytest

from daftra_async import Client, InvoiceItem
from daftra_async.errors import ArgumentError
from daftra_async.resources import clients
from daftra_async.writes.edit import Change, Draft
from daftra_async.writes.edit.draft import EditState
from tests.writes.edit.states import editing


def test_a_draft_is_the_record_and_a_draft() -> None:
    state = editing()
    draft: Any = state.draft
    assert isinstance(draft, Draft)
    assert isinstance(draft, type(state.before))
    assert type(draft) is type(editing().draft)
    assert (draft.id, draft.no, len(draft.invoice_item)) == (7, "0007", 2)
    assert draft is not state.before
    assert draft.invoice_item[0] is not state.before.invoice_item[0]  # of an invoice


def test_names_are_checked_when_they_are_set() -> None:
    draft: Any = editing().draft
    with pytest.raises(AttributeError, match=r"Invoice\.summary_total is read-only: an update does not take it"):
        draft.summary_total = 1
    with pytest.raises(AttributeError, match=r"Invoice\.id is read-only"):
        draft.id = 8
    with pytest.raises(AttributeError, match="Invoice has no attribute 'note'; did you mean 'notes'"):
        draft.note = "x"
    assert draft.diff() == {}


def test_what_was_changed() -> None:
    state = editing()
    draft: Any = state.draft
    assert not state.changed
    draft.notes = "new"
    assert state.changed
    assert draft.diff() == {"notes": Change("old", "new")}


def test_what_is_not_sent_unless_it_is_carried() -> None:
    state = editing(strange=1, other="x")
    assert state.unsent == ("other", "strange")
    assert "strange" not in state.body()
    carried = editing(("strange",), strange=1, other="x")
    assert carried.unsent == ("other",)
    assert carried.body()["strange"] == 1


def test_what_can_only_be_written() -> None:
    state = EditState(clients.UPDATE, Client, {"id": "7", "business_name": "x"}, ())
    draft: Any = state.draft
    draft.write(password="new-secret")
    assert state.changed
    assert state.diff() == {}
    assert state.body()["password"] == "new-secret"
    with pytest.raises(TypeError, match="has no field 'business_name' that can only be written"):
        draft.write(business_name="y")
    with pytest.raises(ArgumentError):
        draft.write(password=object())


def test_a_read_only_value_inside_a_line_is_refused_when_it_is_sent() -> None:
    state = editing()
    draft: Any = state.draft
    draft.invoice_item[1].subtotal = 1
    draft.invoice_item.append(InvoiceItem(item="More"))
    with pytest.raises(ArgumentError, match=r"invoice_item\[1\]\.subtotal: it was changed and is read-only"):
        state.body()
