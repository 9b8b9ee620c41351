"""Turn an answer into its JSON, or into the error that it, or its absence, stands for."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Final, TypeVar

import attrs
from yarl import URL

from daftra_async import wire
from daftra_async.errors import (
    APIError,
    AuthenticationError,
    ConnectionLost,
    DaftraError,
    DaftraTimeout,
    NotFoundError,
    OutcomeUnknown,
    PermissionDeniedError,
    RateLimitedError,
    RequestNotSent,
    ServerError,
    UnexpectedResponseError,
    ValidationError,
)
from daftra_async.http.retry import refuses
from daftra_async.redaction.shown import clean, clean_reasons, excerpt
from daftra_async.wire.error_body import Failure, describe, failure_of
from daftra_async.wire.guards import is_map

if TYPE_CHECKING:
    from daftra_async.http.request import PreparedRequest
    from daftra_async.http.retry import Retry
    from daftra_async.http.transport import Answer, Lost

_BY_STATUS: Final[dict[int, type[APIError]]] = {
    400: ValidationError,
    401: AuthenticationError,
    403: PermissionDeniedError,
    404: NotFoundError,
    422: ValidationError,
    429: RateLimitedError,
}
_E = TypeVar("_E", bound=APIError)
_REFUSED: Final = (
    "Check the credential and the account: API keys are made in Daftra (Settings, API), each for one account."
    " `daftra doctor` finds out what is wrong."
)
"""What a traceback adds; the text of the error stays short for logs and reports."""
IN_DOUBT: Final = "it may have been done or not: look before sending it again"
"""How the texts of `OutcomeUnknown` end."""


@attrs.frozen(kw_only=True)
class Context:
    """What an error says of the request that led to it."""

    operation: str | None
    method: str
    url: str
    secrets: tuple[str, ...] = attrs.field(default=(), repr=False)
    names_record: bool = False
    """The request names one record of the generic v2 routes, which answer 400 for a missing one."""


def read(answer: Answer, context: Context, *, retry_after: float | None = None) -> Any:
    """Return the JSON of a successful answer.

    Raises:
        APIError: the answer is a failure, in whatever shape.
    """
    body, failure = _open(answer, context, retry_after)
    if failure is not None:
        # Raised here, where no local variable holds what the server sent: it may echo a password.
        raise failure
    return body


def _open(answer: Answer, context: Context, retry_after: float | None) -> tuple[Any, APIError | None]:
    """Return the JSON of an answer, or the error that the answer stands for."""
    body, is_json = _parse(answer.body)
    if 300 <= answer.status < 400:
        host = _host(answer.headers.get("Location", ""))
        message = f"redirect to {host}: not followed (a login page, or another address of the account)"
        return None, error(UnexpectedResponseError, answer, context, Failure(message=message))
    failure = failure_of(body) if is_json else None
    if answer.status >= 400 or answer.status < 200:
        kind = _kind(answer.status, body, context)
        told = describe(body)
        told = told if told.message or told.validation_errors else attrs.evolve(told, message=_phrase(answer.status))
        return None, error(kind, answer, context, told, retry_after)
    if not is_json:
        what = "empty" if not answer.body.strip() else "HTML" if b"<" in answer.body[:200] else "no JSON"
        return None, error(UnexpectedResponseError, answer, context, Failure(message=f"the answer is {what} where JSON is due"))
    if failure is not None:
        # A code that names no failure, or none at all, is an undocumented answer.
        kind = _BY_STATUS.get(failure.code or 0, ServerError if (failure.code or 0) >= 500 else UnexpectedResponseError)
        return None, error(kind, answer, context, failure, retry_after)
    return body, None


def refused(answer: Answer) -> bool:
    """Return whether an answer that is no success says for sure that its request changed nothing; the rule is in `retry`."""
    body, _ = _parse(answer.body)
    if 200 <= answer.status < 300:
        return says_no(body)
    failure = failure_of(body)
    return refuses(answer.status) and (failure is None or failure.code is None or not 500 <= failure.code < 600)


def says_no(body: Any) -> bool:
    """Return whether the JSON of a success says for sure that nothing was done."""
    failure = failure_of(body)
    if failure is not None:
        return failure.code is None or 200 <= failure.code < 300 or refuses(failure.code)
    # A success with an empty id is how the server says that it did nothing (seen on live accounts).
    identity = body.get("id", "missing") if is_map(body) else "missing"
    return identity.strip() in {"", "0"} if isinstance(identity, str) else not identity


def is_missing(answer: Answer) -> bool:
    """Return whether an answer says that there is no such record, as status or inside a success."""
    if answer.status == 404:
        # A page can come from a gateway that knows nothing of records.
        return not is_page(answer.body)
    failure = failure_of(_parse(answer.body)[0]) if 200 <= answer.status < 300 else None
    return failure is not None and failure.code == 404


def is_page(body: bytes) -> bool:
    """Return whether a body is HTML, or begins with it."""
    return body[:200].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def unknown(call: PreparedRequest, error: Exception, retry: Retry) -> OutcomeUnknown:
    """Make the error of a write that may have been done; `error` is what ended it."""
    # The text of a stranger's error is not ours to show.
    told = str(error) if isinstance(error, DaftraError) else f"{type(error).__name__} was raised"
    answered = error if isinstance(error, APIError) and error.operation == call.operation else None
    where = "" if answered else f"{call.operation or 'request'}: "
    earlier = f" (attempt {retry.attempts}; an earlier one may have been done)" if retry.attempts > 1 else ""
    return OutcomeUnknown(
        f"{where}{told}{earlier}; {IN_DOUBT}",
        operation=call.operation,
        method=call.method,
        url=call.url,
        attempts=retry.attempts,
        status=answered.status if answered else None,
        retry_after=getattr(answered, "retry_after", None),
        history=tuple(retry.history),
    )


def lost_error(call: PreparedRequest, lost: Lost, retry: Retry) -> DaftraError:
    """Make the error of a call that got no answer."""
    tries = "" if retry.attempts == 1 else f" after {retry.attempts} attempts"
    text = f"{call.operation or 'request'}: {lost.reason}{tries} ({call.method} {call.url})"
    facts: dict[str, Any] = {"operation": call.operation, "method": call.method, "url": call.url, "attempts": retry.attempts}
    if call.changes and retry.in_doubt:
        return OutcomeUnknown(f"{text}; {IN_DOUBT}", **facts, history=tuple(retry.history))
    if lost.timed_out:
        return DaftraTimeout(text, **facts)
    return ConnectionLost(text, **facts) if retry.in_doubt else RequestNotSent(text)


def unexpected(message: str, answer: Answer, context: Context) -> UnexpectedResponseError:
    """Make the error of an answer whose JSON is not what the operation describes."""
    return error(UnexpectedResponseError, answer, context, Failure(message=message))


def error(kind: type[_E], answer: Answer, context: Context, failure: Failure, retry_after: float | None = None) -> _E:
    """Make an error of a kind; texts of the server are cleaned of credentials and personal data."""
    made = kind(
        answer.status,
        failure.code,
        clean(failure.message, context.secrets),
        clean_reasons(failure.validation_errors, context.secrets),
        context.operation,
        context.method,
        context.url,
        excerpt(answer.body, context.secrets),
    )
    if isinstance(made, RateLimitedError | ServerError):
        made.retry_after = retry_after
    if isinstance(made, AuthenticationError):
        made.add_note(_REFUSED)
    return made


def _kind(status: int, body: Any, context: Context) -> type[APIError]:
    if status == 400 and context.names_record and isinstance(body, dict) and body.keys() == {"message"}:
        return NotFoundError
    return _BY_STATUS.get(status, ServerError if status >= 500 else APIError)


def _parse(body: bytes) -> tuple[Any, bool]:
    try:
        return wire.loads(body), True
    except (ValueError, RecursionError):
        return None, False


def _host(location: str) -> str:
    try:
        return URL(location).host or "the same host"
    except ValueError:
        return "a malformed address"


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "unknown status"
