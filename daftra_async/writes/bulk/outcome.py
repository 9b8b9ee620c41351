"""From an error to a bucket, and whether it makes going on hopeless.

A write that may have been done ends in `OutcomeUnknown`, whatever the reason (the rule is in `daftra_async.http.retry`); every
other error of the package says that nothing was done. What stood behind an unknown outcome, a 503 or a rejected credential,
still matters to the run: it is the cause of the error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from daftra_async.errors import (
    APIError,
    AuthenticationError,
    ConnectionLost,
    DaftraError,
    OutcomeUnknown,
    PermissionDeniedError,
    RateLimitedError,
    RequestNotSent,
    ServerError,
)
from daftra_async.http.error_response import IN_DOUBT
from daftra_async.http.session import Interrupted
from daftra_async.http.transport import Lost
from daftra_async.writes.bulk.pace import LONGEST_WAIT, reason_of

if TYPE_CHECKING:
    from daftra_async.writes.bulk.entries import Bucket

MOST_IN_A_ROW: Final = 10
"""Calls in a row that failed for reasons which are not the record's, after which a run stops."""


def bucket_of(error: Exception, operation: str) -> Bucket:
    """Return where a record belongs whose call ended so.

    Args:
        error: What the call raised.
        operation: Id of the operation that was called; an answer to another one was that of the token endpoint.
    """
    if is_final(error):
        return "skipped"
    match error:
        case APIError() | ConnectionLost() if error.operation not in {None, operation}:
            return "failed"
        case OutcomeUnknown() | ServerError() | ConnectionLost():  # a write meets the last two in a mock alone
            return "unknown"
        case DaftraError():
            return "failed"
        case _:
            return "unknown"


def is_final(error: Exception) -> bool:
    """Return whether nothing was sent and nothing can be: the client is closed, or belongs to another event loop."""
    cause = error.__cause__
    return isinstance(error, RequestNotSent) and (isinstance(cause, Interrupted) or (isinstance(cause, Lost) and cause.final))


def ends_run(error: Exception) -> bool:
    """Return whether this error alone makes going on hopeless."""
    reason = reason_of(error)
    if isinstance(reason, RateLimitedError | ServerError) and (reason.retry_after or 0) > LONGEST_WAIT:
        return True
    return isinstance(reason, AuthenticationError) or is_final(error)


def counts_against_run(error: Exception) -> bool:
    """Return whether others would fail for the same reason: the rights, the server, or the way to it."""
    return not isinstance(error, APIError) or isinstance(error, PermissionDeniedError | RateLimitedError | ServerError)


def drop_tracebacks(error: Exception) -> Exception:
    """Return the error without its tracebacks: thousands of them would keep the bodies of all requests alive."""
    each: BaseException | None = error
    while each is not None:
        each.__traceback__ = None
        each = each.__cause__ or each.__context__
    return error


def not_known(operation: str, why: str) -> OutcomeUnknown:
    """Make the error of a record whose call was ended from outside."""
    return OutcomeUnknown(f"{operation}: {why}; {IN_DOUBT}", operation=operation)
