"""Invoices in chunks: from the results of `add_bulk` to the outcome of each element.

An array goes in and an array of results comes out, in the same order, with HTTP 200 even when elements fail; those that worked
stay (documented). A result says `{"result": "successful", "code": 202, "id": ...}`, or is a failure as a single call answers it.
What cannot be told apart is not guessed at: an array of another length says nothing of any element. Whether an element that did
not succeed was surely not created follows the rule for whole answers (`daftra_async.http.retry`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from daftra_async import wire
from daftra_async.errors import (
    APIError,
    AuthenticationError,
    NotFoundError,
    OutcomeUnknown,
    PermissionDeniedError,
    RateLimitedError,
    ServerError,
    UnexpectedResponseError,
    ValidationError,
)
from daftra_async.http.error_response import IN_DOUBT, says_no
from daftra_async.operation import Created
from daftra_async.redaction.shown import clean, clean_reasons, excerpt
from daftra_async.wire.error_body import failure_of
from daftra_async.wire.scalars import to_int

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.operation import AnyOperation

_BY_CODE: Final[dict[int, type[APIError]]] = {
    400: ValidationError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    422: ValidationError,
    429: RateLimitedError,
}


def outcomes(op: AnyOperation, results: Sequence[Any], size: int) -> list[Created | APIError | OutcomeUnknown]:
    """Return the outcome of each element of a chunk.

    Args:
        op: The bulk operation.
        results: Its results, as records.
        size: Elements of the chunk.
    """
    if len(results) != size:
        told = f"{len(results)} results came for {size} records, so none can be told which is its own"
        return [_unknown(op, _error(op, UnexpectedResponseError, None, told, {})) for _ in range(size)]
    return [_outcome(op, wire.unstructure(result)) for result in results]


def _outcome(op: AnyOperation, result: dict[str, Any]) -> Created | APIError | OutcomeUnknown:
    failure = failure_of(result)
    if failure is not None:
        kind = _BY_CODE.get(failure.code or 0, ServerError if (failure.code or 0) >= 500 else APIError)
        told = clean(failure.message)
        error = _error(op, kind, failure.code, told, result)
        error.validation_errors = clean_reasons(failure.validation_errors)
        return error if says_no(result) else _unknown(op, error)
    code, has_code = to_int(result.get("code"))
    identity, has_id = to_int(result.get("id"))
    if has_id and identity:
        return Created(id=identity, code=code if has_code else None, body=result)
    refused = says_no(result)
    told = "nothing was created: the id is empty" if refused else "the result of this record is no result"
    error = _error(op, UnexpectedResponseError, code if has_code else None, told, result)
    return error if refused else _unknown(op, error)


def _unknown(op: AnyOperation, error: APIError) -> OutcomeUnknown:
    made = OutcomeUnknown(f"{error}; {IN_DOUBT}", operation=op.id, method=op.method, url=op.path, status=error.status)
    made.__cause__ = error
    return made


def _error(op: AnyOperation, kind: type[APIError], code: int | None, told: str, result: dict[str, Any]) -> APIError:
    return kind(200, code, told, None, op.id, op.method, op.path, excerpt(wire.dumps(result)) if result else "")
