"""Everything this package raises on purpose.

    DaftraError
    ├── RequestNotSent            nothing reached the server: no connection, closed client
    │   ├── ArgumentError         an argument was refused before sending (also a ValueError)
    │   ├── LimiterError          the limit that processes share could not be asked
    │   └── TokenStoreError       the store of tokens failed, so no request had a credential
    ├── DaftraTimeout             no answer in time, and nothing was changed by asking (also a TimeoutError)
    ├── ConnectionLost            the answer to a read broke off
    ├── OutcomeUnknown            a write may have been done or not: its answer was lost, or says nothing sure
    ├── DriftError                a list changed during the walk (on_drift="raise")
    ├── ReconcileError            whether it happened cannot be told
    ├── ConflictError             a record was changed by someone else while it was edited; nothing was written
    ├── MultipleFoundError        several records fit where one was looked for
    ├── BulkError                 some entries of a bulk write did not succeed (raise_for_failures)
    └── APIError                  the server answered with a failure
        ├── AuthenticationError   401, or the token endpoint refused the credentials
        ├── PermissionDeniedError 403
        ├── NotFoundError         404, and the 400 that v2 sends for a missing record
        ├── ValidationError       400 and 422, reasons by field in `validation_errors`
        ├── RateLimitedError      429, seconds to wait in `retry_after`
        ├── ServerError           5xx to a read
        ├── UnexpectedResponseError  an answer that is none: HTML, redirect, failure inside 200, empty id, unknown envelope
        └── IncompleteListError   a list ended before what it announced; what came was given before

A write that ends in anything but `OutcomeUnknown` was done (no error) or was not (any other error).

Errors can be pickled and copied. They never hold credentials: `url` is the path with harmless query parameters only, `body` the
first 2 KiB of what may be shown of the answer (`redaction`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async._words import labelled
from daftra_async.redaction.printable import one_line

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from daftra_async.lists.drift import Drift
    from daftra_async.writes.bulk.result import BulkResult

BODY_SHOWN: Final = 2048
"""Characters of an answer's body that an error keeps."""


def _rebuild(cls: type[DaftraError], message: str, state: dict[str, Any]) -> DaftraError:
    """Make an error again from its pickled parts, without running its constructor."""
    error = cls.__new__(cls, message)
    error.args = (message,)
    error.__dict__.update(state)
    return error


class DaftraError(Exception):
    """Base class of all errors of this package."""

    token: str | None = None
    """Where the walk of a list that this error ended can go on: `list(..., resume=error.token)`; None for other errors."""

    def __str__(self) -> str:
        # Servers write into it: nothing of theirs moves a cursor or begins a line of a log.
        return one_line(super().__str__())

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), str(self), self.__dict__.copy())


class RequestNotSent(DaftraError):  # named after what happened: callers may safely send again
    """Nothing was sent, so nothing has changed: no connection, a client that is closed, a bad argument."""

    argument: str | None
    """Name of the argument that was refused."""

    def __init__(self, message: str, argument: str | None = None) -> None:
        super().__init__(labelled(message, argument))
        self.argument = argument


class ArgumentError(RequestNotSent, ValueError):
    """An argument was refused; the text says which one, what was wrong and what was expected."""


class LimiterError(RequestNotSent):
    """The limit that several processes share could not be asked, so the request was not sent."""


class TokenStoreError(RequestNotSent):
    """The store of tokens failed, or its file can be read by others."""


class DriftError(DaftraError):
    """A list changed during the walk, so records may be missing or come twice."""

    drift: Drift
    """What was noticed."""

    def __init__(self, message: str, drift: Drift) -> None:
        super().__init__(message)
        self.drift = drift


class DriftWarning(UserWarning):
    """A list changed during the walk, so records may be missing or come twice."""


class IncompleteListWarning(DriftWarning):
    """A list ended before what it announced (`checked(incomplete="warn")`)."""


class DateFormatWarning(UserWarning):
    """A date was written day first, because the date format of the account is not known."""


class _Lost(DaftraError):  # named after what happened, like its subclasses
    """Base class of errors about a lost answer."""

    operation: str | None
    """Operation id such as `invoices.get`; None for `DaftraClient.request`."""
    method: str
    url: str
    """Path and harmless query parameters."""
    attempts: int
    """Requests sent or tried, retries included."""

    def __init__(self, message: str, *, operation: str | None = None, method: str = "", url: str = "", attempts: int = 1) -> None:
        super().__init__(message)
        self.operation = operation
        self.method = method
        self.url = url
        self.attempts = attempts


class DaftraTimeout(_Lost, TimeoutError):
    """No answer in time. Raised for reads, and for writes that were never sent: nothing has changed."""


class ConnectionLost(_Lost):
    """The connection broke before the answer to a read was complete: nothing has changed."""


@attrs.frozen
class Attempt:
    """What became of one attempt."""

    phase: str
    """`not sent`, `sent` (without a complete answer) or `answered`."""
    reason: str
    """Why there is no answer, or its status."""
    seconds: float
    """From its begin, the wait for a free slot included."""


class OutcomeUnknown(_Lost):
    """A write may have been done or not: look before sending it again.

    Its answer was lost, or does not say what happened (5xx, a redirect, HTML, broken JSON, a create without an id), or it was
    refused after an earlier attempt that may have been done. The API has no idempotency keys, so a create that is sent twice
    makes two records. A create that was given a `reference=`, and `find_or_create`, can look for the record, see `reconcile`.
    `__cause__` is the error of the last attempt.
    """

    status: int | None
    """HTTP status of the answer that ended the call, 500 for example; None when its last attempt had no answer."""
    retry_after: float | None
    """Seconds that this answer asks to wait; None if it does not say."""

    arguments: Mapping[str, object]
    """What the operation was called with; personal data and undocumented fields are masked."""
    history: tuple[Attempt, ...]
    """The attempts, in order."""
    _lookup: Callable[[], Awaitable[Any]] | None = None
    _advice: str = "this operation has no look-up: look for the record yourself, and send it again only if it is not there"

    def __init__(
        self,
        message: str,
        *,
        operation: str | None = None,
        method: str = "",
        url: str = "",
        attempts: int = 1,
        status: int | None = None,
        retry_after: float | None = None,
        arguments: Mapping[str, object] | None = None,
        history: tuple[Attempt, ...] = (),
    ) -> None:
        super().__init__(message, operation=operation, method=method, url=url, attempts=attempts)
        self.status = status
        self.retry_after = retry_after
        self.arguments = dict(arguments or {})
        self.history = history

    async def reconcile(self) -> Any:
        """Look whether a create that was given a `reference=`, or that of `find_or_create`, was done.

        The answer is the truth of the moment: after a timeout the server may still be at it, so look again a little later before
        you send it again.

        Returns:
            The record as its list shows it, or None when it is not there.

        Raises:
            ReconcileError: there is nothing to look for, or the list leaves it open; the text says what to do.
            DaftraError: the list could not be read.
        """
        if self._lookup is None:
            msg = f"{self.operation or 'request'}: {self._advice}"
            raise ReconcileError(msg)
        return await self._lookup()

    def __reduce__(self) -> tuple[Any, ...]:
        state = self.__dict__.copy()
        if state.pop("_lookup", None) is not None:
            state["_advice"] = "this error was copied or pickled, and no longer knows its client: reconcile where it was caught"
        return _rebuild, (type(self), str(self), state)


class ReconcileError(DaftraError):
    """Whether a write was done cannot be told; the text says why and what to do."""


class ConflictError(DaftraError):
    """A record was changed by someone else between its read and the write of an edit; nothing was written."""

    operation: str
    """Operation id such as `invoices.update`."""
    fields: tuple[str, ...]
    """Where the stored record differs from the one that was read, in wire names."""

    def __init__(self, message: str, operation: str = "", fields: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.operation = operation
        self.fields = fields


class MultipleFoundError(DaftraError):
    """Several records fit where one was looked for."""

    operation: str
    """Id of the list operation."""
    ids: tuple[int | str, ...]
    """Ids of the records that fit, as far as they were read."""

    def __init__(self, message: str, operation: str = "", ids: tuple[int | str, ...] = ()) -> None:
        super().__init__(message)
        self.operation = operation
        self.ids = ids


class BulkError(DaftraError):
    """Some entries of a bulk write did not succeed."""

    result: BulkResult[Any]
    """The whole result, successes included."""

    def __init__(self, message: str, result: BulkResult[Any]) -> None:
        super().__init__(message)
        self.result = result


class APIError(DaftraError):
    """The server answered with a failure.

    Attributes:
        status: HTTP status; 200 for a failure inside a successful answer.
        code: The `code` of the body, which may differ from the HTTP status; None where there is none.
        message: Text of the server, in the language of the account: show it, never match on it.
        validation_errors: Reasons by field.
        operation: Operation id such as `invoices.get`; None for `DaftraClient.request`.
        method: HTTP method.
        url: Path and harmless query parameters.
        body: The answer: every key, and the values of those that describe the request; 2 KiB at most.
    """

    status: int
    code: int | None
    message: str
    validation_errors: dict[str, list[str]]
    operation: str | None
    method: str
    url: str
    body: str

    def __init__(  # one for each thing a caller may want to know
        self,
        status: int = 0,
        code: int | None = None,
        message: str = "",
        validation_errors: Mapping[str, list[str]] | None = None,
        operation: str | None = None,
        method: str = "",
        url: str = "",
        body: str = "",
    ) -> None:
        self.status = status
        self.code = code
        self.message = message
        self.validation_errors = dict(validation_errors or {})
        self.operation = operation
        self.method = method
        self.url = url
        self.body = body if len(body) <= BODY_SHOWN else f"{body[: BODY_SHOWN - 1]}…"
        super().__init__(self._text())

    def _text(self) -> str:
        """Compose the text: `invoices.get: 404 Not Found (GET /api2/invoices/7)`."""
        status = f"{self.status}" if self.code in {None, self.status} else f"{self.status} (code {self.code})"
        where = f" ({self.method} {self.url})" if self.method else ""
        reasons = "".join(f"; {name}: {', '.join(texts)}" for name, texts in list(self.validation_errors.items())[:10])
        return f"{self.operation or 'request'}: {status} {self.message[:500]}{reasons[:1000]}{where}"


class AuthenticationError(APIError):
    """The credentials are wrong, expired or sent the wrong way (401)."""


class PermissionDeniedError(APIError):
    """The credentials are good, but not for this: token scopes are per resource (403)."""


class NotFoundError(APIError):
    """There is no such record (404, and the 400 that v2 answers for a missing record)."""


class ValidationError(APIError):
    """The server refused the data (400, 422); reasons by field in `validation_errors`."""


class RateLimitedError(APIError):
    """Too many requests (429)."""

    retry_after: float | None = None
    """Seconds that the server asks to wait; None if it did not say."""


class ServerError(APIError):
    """The server failed (5xx) to answer a read; a write that meets a 5xx is `OutcomeUnknown`."""

    retry_after: float | None = None
    """Seconds that the server asks to wait (503); None if it did not say."""


class UnexpectedResponseError(APIError):
    """The answer is not what the API describes: HTML, a redirect, a failure inside 200, an unknown envelope."""


class IncompleteListError(APIError):
    """A list ended before what it announced: records are missing.

    Iterating a list raises it after the records that came; what returns all records at once returns none of them. Read the list
    again, or go on at `token`: it stands before the first page that came short, so some records may come again. Some accounts
    always announce more than they show (records of other branches, for example); for them, `checked(incomplete="warn")` takes the
    list as it is.
    """

    announced: int = 0
    """Records that the list has at least, as its pages said."""
    received: int = 0
    """Records that came, those before `page=` or the token included."""

    def _text(self) -> str:
        where = f" ({self.method} {self.url})" if self.url else ""
        return f"{self.operation or 'request'}: {self.message[:500]}{where}"
