"""Which raw value a record of a draft came from."""

from __future__ import annotations

from typing import Any

from daftra_async import Invoice, InvoiceInput, InvoiceItem, structure
from daftra_async.writes.edit.source_index import SourceIndex
from daftra_async.writes.edit.update_mapping import mapping_of
from tests.writes.edit.states import raw_invoice


def indexed(raw: dict[str, Any]) -> tuple[SourceIndex, Invoice, Invoice]:
    before, draft = structure(Invoice, raw), structure(Invoice, raw)
    return SourceIndex(mapping_of(Invoice, InvoiceInput), raw, before, draft), before, draft


def test_lines_are_known_wherever_they_go() -> None:
    raw = raw_invoice()
    index, before, draft = indexed(raw)
    draft.invoice_item.reverse()
    source = index.of(draft.invoice_item[0])
    assert source is not None
    assert source.raw is raw["InvoiceItem"][1]
    assert source.record is before.invoice_item[1]
    assert index.of_raw(raw["InvoiceItem"][1]) is source
    assert index.ids == {11, 12}


def test_a_line_that_was_added_has_no_source() -> None:
    index, before, _ = indexed(raw_invoice())
    assert index.of(InvoiceItem(id=11)) is None
    assert index.of(before.invoice_item[0]) is None  # equal is not the same


def test_where_reading_put_something_in_order_positions_tell_nothing() -> None:
    index, _, draft = indexed(raw_invoice(InvoiceItem={"0": {"id": "11"}, "1": {"id": "12"}}))
    assert [index.of(line) for line in draft.invoice_item] == [None] * len(draft.invoice_item)
