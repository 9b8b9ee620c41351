"""What became of each record of a bulk write: its entry, its bucket, and whether an error makes going on hopeless.

A write that may have been done ends in `OutcomeUnknown`, whatever the reason (the rule is in `daftra_async.http.retry`); every
other error of the package says that nothing was done. What stood behind an unknown outcome, a 503 or a rejected credential,
still matters to the run: it is the cause of the error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Generic, Literal, TypeVar

import attrs

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
    from collections.abc import Iterable

MOST_IN_A_ROW: Final = 10
"""Calls in a row that failed for reasons which are not the record's, after which a run stops."""
R = TypeVar("R")
Bucket = Literal["successful", "failed", "unknown", "skipped"]
BUCKETS: Final[tuple[Bucket, ...]] = ("successful", "failed", "unknown", "skipped")


def _kind(error: Exception | None) -> str:
    return type(error).__name__


@attrs.frozen(kw_only=True, eq=False)
class BulkEntry(Generic[R]):
    """One record of a bulk write. Its repr shows nothing of what the record holds."""

    index: int
    """Place in what was given, from 0."""
    bucket: Bucket = "skipped"
    """`successful`; `failed`: not done, refused or never sent; `unknown`: it may have been done; `skipped`: not tried."""
    id: int | str | None = None
    """Id of the record to update or delete; of a create, the id of the new record once it is known."""
    input: Any = attrs.field(default=None, repr=False)
    """What was given for it; None for a delete."""
    result: R | None = attrs.field(default=None, repr=False)
    """What the single call returns; the row of the list where `reconcile` found the record."""
    error: Exception | None = attrs.field(default=None, repr=_kind)
    """Why it did not succeed; for a skipped one what stopped the run, None if that was a cancellation."""
    reference: str | None = None
    """The caller's own name of a new record."""
    body: Any = attrs.field(default=None, repr=False)
    """The body in wire names as it is sent, the reference in it; None for a delete. It is written before anything is sent: a
    change of `input` after that changes nothing."""


def count(entries: Iterable[BulkEntry[Any]]) -> dict[Bucket, int]:
    """Count the entries of each bucket."""
    counts = dict.fromkeys(BUCKETS, 0)
    for entry in entries:
        counts[entry.bucket] += 1
    return counts


@attrs.frozen(kw_only=True)
class BulkProgress:
    """How far a bulk write has come; of `retry_failed`, how far that pass has come."""

    done: int
    """Records whose outcome stands, be it unknown; at the end of a run that was stopped, the skipped ones too."""
    total: int
    successful: int = 0
    failed: int = 0
    unknown: int = 0
    skipped: int = 0


def bucket_of(error: Exception, operation: str) -> Bucket:
    """Return the bucket of a record whose call ended with an error.

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
    """Return whether other records would fail for the same reason: rights, the server, or the connection."""
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
