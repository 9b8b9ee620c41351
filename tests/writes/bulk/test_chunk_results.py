"""What the results of a chunk say of each of its elements."""

from __future__ import annotations

from typing import Any

from daftra_async import Created, OutcomeUnknown
from daftra_async.errors import APIError, ServerError, UnexpectedResponseError, ValidationError
from daftra_async.models import BulkInvoiceResult
from daftra_async.resources import invoices
from daftra_async.wire import structure
from daftra_async.writes.bulk.chunk_results import outcomes


def test_each_shape_of_an_element() -> None:
    wire: list[Any] = [
        {"result": "successful", "code": 202, "id": "5", "invoice_number": "007"},
        {"id": 6},
        {"result": "failed", "code": 400, "message": "Bad", "validation_errors": {"client_id": "Needed"}},
        {"result": "failed", "code": 500, "message": "Oops"},
        {"result": "failed"},
        {"result": "successful", "code": 202, "id": None},
        {"result": "successful", "code": 202},
        {"odd": 1},
    ]
    found = outcomes(invoices.BULK_CREATE, [structure(BulkInvoiceResult, each) for each in wire], len(wire))
    assert isinstance(found[0], Created)
    assert (found[0].id, found[0].body["invoice_number"]) == (5, "007")
    assert isinstance(found[1], Created)
    assert isinstance(found[2], ValidationError)
    assert found[2].validation_errors == {"client_id": ["Needed"]}
    kinds = [OutcomeUnknown, APIError, UnexpectedResponseError, OutcomeUnknown, OutcomeUnknown]
    assert [type(each) for each in found[3:]] == kinds
    assert isinstance(found[3].__cause__, ServerError)


def test_an_array_of_another_length_says_nothing() -> None:
    result: Any = structure(BulkInvoiceResult, {"result": "successful", "id": 5})
    found = outcomes(invoices.BULK_CREATE, [result], 2)
    assert [type(each) for each in found] == [OutcomeUnknown] * 2
    assert "1 results came for 2 records" in str(found[0])
    assert isinstance(found[0].__cause__, UnexpectedResponseError)  # of an error
