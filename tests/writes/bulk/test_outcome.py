"""From the error of a call to a bucket, and whether the run goes on."""

from __future__ import annotations

from typing import Any

import pytest

from daftra_async import ConnectionLost, DaftraTimeout, OutcomeUnknown, RequestNotSent
from daftra_async.errors import (
    APIError,
    AuthenticationError,
    PermissionDeniedError,
    RateLimitedError,
    ServerError,
    UnexpectedResponseError,
    ValidationError,
)
from daftra_async.http.session import Interrupted
from daftra_async.writes.bulk.outcome import BulkEntry, bucket_of, count, counts_against_run, drop_tracebacks, ends_run, not_known
from daftra_async.writes.bulk.pace import LONGEST_WAIT


def told_to_wait(kind: type[Any], status: int, seconds: float | None) -> Any:
    error = kind(status)
    error.retry_after = seconds
    return error


def unknown_by(cause: Exception) -> OutcomeUnknown:
    error = OutcomeUnknown("x")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "bucket", "against", "final"),
    [
        (RequestNotSent("x"), "failed", True, False),
        (DaftraTimeout("x"), "failed", True, False),
        (OutcomeUnknown("x"), "unknown", True, False),
        (ConnectionLost("x"), "unknown", True, False),
        (ValidationError(400), "failed", False, False),
        (APIError(409), "failed", False, False),
        (AuthenticationError(401), "failed", False, True),
        (PermissionDeniedError(403), "failed", True, False),
        (RateLimitedError(429), "failed", True, False),
        (told_to_wait(RateLimitedError, 429, LONGEST_WAIT), "failed", True, False),
        (told_to_wait(RateLimitedError, 429, LONGEST_WAIT + 1), "failed", True, True),
        (told_to_wait(ServerError, 503, LONGEST_WAIT + 1), "unknown", True, True),
        (ServerError(500), "unknown", True, False),
        (ServerError(500, operation="oauth.token"), "failed", True, False),
        (UnexpectedResponseError(202, body='{"code": 202, "result": "successful", "id": null}'), "failed", False, False),
        (unknown_by(ServerError(500)), "unknown", True, False),
        (unknown_by(told_to_wait(ServerError, 503, LONGEST_WAIT + 1)), "unknown", True, True),
        (unknown_by(told_to_wait(RateLimitedError, 429, LONGEST_WAIT + 1)), "unknown", True, True),
        (unknown_by(AuthenticationError(401)), "unknown", True, True),
        (unknown_by(ValidationError(400)), "unknown", True, False),
        (ConnectionLost("x", operation="oauth.token"), "failed", True, False),
        (ZeroDivisionError(), "unknown", True, False),
    ],
)
def test_verdicts(error: Exception, bucket: str, against: bool, final: bool) -> None:
    assert bucket_of(error, "clients.create") == bucket
    assert counts_against_run(error) is against
    assert ends_run(error) is final


def test_a_closed_client_skips_and_ends_the_run() -> None:
    error = RequestNotSent("closed")
    error.__cause__ = Interrupted()
    assert bucket_of(error, "clients.create") == "skipped"
    assert ends_run(error)


def test_tracebacks_of_all_causes_go() -> None:
    def fail() -> None:
        try:
            {}["missing"]
        except KeyError as cause:
            raise ValueError from cause

    with pytest.raises(ValueError) as caught:  # raised above
        fail()
    error = drop_tracebacks(caught.value)
    assert error is caught.value
    assert error.__traceback__ is None
    assert error.__cause__ is not None
    assert error.__cause__.__traceback__ is None


def test_a_call_that_was_ended_is_unknown() -> None:
    error = not_known("clients.create", "its call was cancelled")
    assert error.operation == "clients.create"
    assert str(error).startswith("clients.create: its call was cancelled; ")


def test_entries_show_nothing_of_what_they_hold() -> None:
    entry: BulkEntry[Any] = BulkEntry(
        index=3, bucket="failed", input={"email": "a@b.co"}, body={"x": 1}, error=ValueError("secret")
    )
    assert repr(entry) == "BulkEntry(index=3, bucket='failed', id=None, error=ValueError, reference=None)"
    assert count([entry, entry]) == {"successful": 0, "failed": 2, "unknown": 0, "skipped": 0}
