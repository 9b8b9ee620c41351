from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from daftra_async.wire.error_body import Failure, describe, failure_of
from tests.wire.test_jsontext import JSON


@pytest.mark.parametrize(
    ("body", "failure"),
    [
        (
            {
                "result": "failed",
                "code": 400,
                "message": "Bad Request",
                "validation_errors": {"no": "taken"},
                "extra_data": ["id"],
            },
            Failure(code=400, message="Bad Request", validation_errors={"no": ["taken"]}, extra={"extra_data": ["id"]}),
        ),
        ({"result": "failed", "code": "401", "message": "غير مصرح"}, Failure(code=401, message="غير مصرح")),
        ({"result": "failed"}, Failure()),
        ({"code": 404, "message": "x"}, Failure(code=404, message="x")),
        ({"code": 500}, Failure(code=500)),
        ({"code": 400, "result": "successful", "id": "5"}, Failure(code=400, extra={"id": "5"})),
        ({"error": "Entity Not exists"}, Failure(message="Entity Not exists")),
        ({"error": "Entity Not exists", "data": []}, Failure(message="Entity Not exists", extra={"data": []})),
        ({"error": {"message": "no"}}, Failure(message="no")),
        ({"error": True}, Failure()),
        (
            {"message": "Invalid", "errors": {"name": ["a", "b"]}},
            Failure(message="Invalid", validation_errors={"name": ["a", "b"]}),
        ),
        ({"message": "Invalid", "errors": ["a", "b"]}, Failure(message="Invalid", validation_errors={"": ["a", "b"]})),
        (
            {
                "message": {
                    "result": "failed",
                    "code": 403,
                    "message": "No",
                    "validation_errors": {"InvoiceItem": [{"quantity": "x"}]},
                }
            },
            Failure(code=403, message="No", validation_errors={"InvoiceItem.0.quantity": ["x"]}),
        ),
        (
            {"error": "invalid_grant", "error_description": "Wrong password"},
            Failure(message="Wrong password", extra={"error": "invalid_grant"}),
        ),
    ],
)
def test_failures(body: Any, failure: Failure) -> None:
    assert failure_of(body) == failure


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        "failed",
        404,
        {},
        {"code": 200, "result": "successful", "data": []},
        {"code": 202, "result": "successful", "id": "2415"},
        {"message": "Updated"},
        {"message": "Added", "id": 1},
        {"id": 1, "code": "16", "name": "a record with a code of its own"},
        {"id": 1, "code": "404"},
        {"id": 1, "name": "x", "error": "a field of the record"},
        {"id": 1, "name": "x", "result": "failed"},
        {"error": None, "data": [1]},
        {"error": "", "message": "ok"},
        {"current_page": 1, "data": [], "total": 0},
        {"payload": {"data": []}, "version": "v2", "message": None},
    ],
)
def test_no_failures(body: Any) -> None:
    assert failure_of(body) is None


def test_an_answer_that_is_known_to_have_failed_is_described_all_the_same() -> None:
    assert describe({"message": "Unauthenticated."}) == Failure(message="Unauthenticated.")
    assert describe("Gateway timeout") == Failure(message="Gateway timeout")
    assert describe(None) == Failure()


@given(JSON)
def test_reading_a_failure_never_raises(body: Any) -> None:
    for shape in (
        body,
        {"message": body, "errors": body, "code": body, "result": body},
        {"error": body, "validation_errors": body},
    ):
        assert isinstance(describe(shape), Failure)
        failure_of(shape)
