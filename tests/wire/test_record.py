"""What every record and every input can do."""

from __future__ import annotations

import copy
import pickle

import attrs
import pytest

from daftra_async import UNSET, Invoice, InvoiceInput, InvoiceItemInput, Issue, is_sent, structure, unstructure

SENT = {"id": "1", "no": "007", "notes": None, "new_key": {"a": [1]}, "due_after": "n/a", "client_email": "owner@example.com"}


def test_a_key_that_was_not_sent_reads_none_and_stays_out() -> None:
    invoice = structure(Invoice, {"id": 1, "notes": None})
    assert invoice.notes is None
    assert invoice.client_id is None
    assert is_sent(invoice, "notes")
    assert not is_sent(invoice, "client_id")
    assert unstructure(invoice) == {"id": 1, "notes": None}


def test_an_attribute_that_does_not_exist() -> None:
    with pytest.raises(AttributeError, match="'Invoice' object has no attribute 'nope'"):
        _ = Invoice(id=1).nope
    with pytest.raises(AttributeError, match="nope"):
        is_sent(Invoice(id=1), "nope")


def test_extra_is_read_only_and_issues_name_what_did_not_fit() -> None:
    invoice = structure(Invoice, SENT)
    assert invoice.extra == {"new_key": {"a": [1]}}
    with pytest.raises(TypeError):
        invoice.extra["x"] = 1
    assert invoice.issues == (Issue("due_after", "integer", "n/a"),)
    assert invoice.due_after == "n/a"


@pytest.mark.parametrize("through", [copy.copy, copy.deepcopy, lambda record: pickle.loads(pickle.dumps(record))])
def test_copies_keep_everything(through: object) -> None:
    invoice = structure(Invoice, SENT)
    again = through(invoice)
    assert again == invoice
    assert again.extra == invoice.extra
    assert again.issues == invoice.issues
    assert not is_sent(again, "client_id")
    assert unstructure(again) == unstructure(invoice)


def test_equality_sees_extra_and_what_was_sent() -> None:
    assert structure(Invoice, {"id": 1}) == Invoice(id=1)
    assert structure(Invoice, {"id": 1, "x": 1}) != Invoice(id=1)
    assert structure(Invoice, {"id": 1, "notes": None}) != Invoice(id=1)
    assert Invoice(id=1) != object()


def test_records_have_slots() -> None:
    assert not hasattr(Invoice(id=1), "__dict__")
    with pytest.raises(AttributeError):
        Invoice(id=1).clientid = 3


def test_a_repr_shows_what_is_set_and_hides_what_is_private() -> None:
    text = repr(structure(Invoice, SENT))
    assert "id=1" in text
    assert "notes" not in text
    assert "owner@example.com" not in text
    assert "extra=['new_key']" in text
    assert len(repr(Invoice(notes="x" * 1000))) < 200


def test_inputs_send_what_was_written() -> None:
    body = InvoiceInput(client_id=15, po_number=None, invoice_item=[InvoiceItemInput(quantity=2)], extra={"custom": "x"})
    assert body.notes is UNSET
    assert unstructure(body) == {"client_id": 15, "po_number": None, "InvoiceItem": [{"quantity": 2}], "custom": "x"}
    assert not UNSET
    assert pickle.loads(pickle.dumps(body)) == body


def test_evolve_keeps_what_was_not_sent_out() -> None:
    invoice = copy.copy(structure(Invoice, {"id": 1}))
    invoice.notes = "new"
    assert unstructure(invoice) == {"id": 1, "notes": "new"}
    assert attrs.has(type(invoice))
