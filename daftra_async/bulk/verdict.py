"""From an error to a bucket, and whether it makes going on hopeless.

An answer with a failure status below 500 is a refusal. A 5xx, an answer that is no JSON (a page, a redirect) or not the one that
is described says nothing of what happened behind it, so the outcome is unknown, as when the answer is lost. Two odd answers are
refusals all the same: an `id` of null is how the server says that nothing was created, and `{"error": ...}` with HTTP 200 how it
says no for a part that is switched off (both seen on live accounts).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from daftra_async import wire
from daftra_async.bulk.pace import LONGEST_WAIT
from daftra_async.errors import (
    APIError,
    AuthenticationError,
    DaftraTimeout,
    OutcomeUnknown,
    PermissionDeniedError,
    RateLimitedError,
    RequestNotSent,
    ServerError,
    UnexpectedResponseError,
)
from daftra_async.lifetime import Interrupted
from daftra_async.transport import Lost
from daftra_async.wire.failures import failure_of
from daftra_async.wire.guards import is_map

if TYPE_CHECKING:
    from daftra_async.bulk.entries import Bucket

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
        case RequestNotSent() | DaftraTimeout():  # a write raises DaftraTimeout only if it was never sent
            return "failed"
        case APIError() if error.operation not in {None, operation}:
            return "failed"
        case UnexpectedResponseError():
            return "failed" if _is_refusal(error) else "unknown"
        case APIError() if not isinstance(error, ServerError):
            return "failed"
        case _:
            return "unknown"


def is_final(error: Exception) -> bool:
    """Return whether nothing was sent and nothing can be: the client is closed, or belongs to another event loop."""
    cause = error.__cause__
    return isinstance(error, RequestNotSent) and (isinstance(cause, Interrupted) or (isinstance(cause, Lost) and cause.final))


def ends_run(error: Exception) -> bool:
    """Return whether this error alone makes going on hopeless."""
    if isinstance(error, RateLimitedError | ServerError) and (error.retry_after or 0) > LONGEST_WAIT:
        return True
    return isinstance(error, AuthenticationError) or is_final(error)


def counts_against_run(error: Exception) -> bool:
    """Return whether others would fail for the same reason: the rights, the server, or the way to it."""
    if isinstance(error, PermissionDeniedError | RateLimitedError | ServerError):
        return True
    return not isinstance(error, APIError) or (isinstance(error, UnexpectedResponseError) and not _is_refusal(error))


def at_rest(error: Exception) -> Exception:
    """Return the error without its tracebacks: thousands of them would keep the bodies of all requests alive."""
    each: BaseException | None = error
    while each is not None:
        each.__traceback__ = None
        each = each.__cause__ or each.__context__
    return error


def _is_refusal(error: APIError) -> bool:
    if not 200 <= error.status < 300:
        return False
    try:
        body: Any = wire.loads(error.body)
    except (ValueError, RecursionError):
        return False
    return is_map(body) and (("id" in body and body["id"] is None) or failure_of(body) is not None)


def not_known(operation: str, why: str) -> OutcomeUnknown:
    """Make the error of a record whose call was ended from outside."""
    return OutcomeUnknown(f"{operation}: {why}; it may have been done or not: look before sending it again", operation=operation)
