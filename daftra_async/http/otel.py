"""Events as OpenTelemetry spans; needs the extra `otel` (`pip install daftra-async[otel]`).

    DaftraClient("acme", api_key="...", events=Spans())

Each operation is an internal span named after it (`invoices.list`), a child of whatever span is current in the caller. Each
request under it is a client span by the HTTP semantic conventions: `http.request.method`, `url.full` (harmless query parameters
only), `server.address`, `server.port`, `http.response.status_code`, `http.response.body.size`, `http.request.resend_count`,
`error.type`.
Waiting for a slot and for a token lies in the operation's span, before the request's. No context is sent to the server.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from yarl import URL

from daftra_async import __version__
from daftra_async.http.events import (
    AttemptEnded,
    AttemptStarted,
    OperationEnded,
    OperationStarted,
    RetryPlanned,
    TokenRefreshed,
)

try:
    from opentelemetry import trace
    from opentelemetry.trace import SpanKind, Status, StatusCode
except ImportError as error:  # pragma: no cover  # the tools of this repository bring it
    message = "daftra_async.http.otel needs OpenTelemetry: pip install 'daftra-async[otel]'"
    raise ImportError(message) from error

if TYPE_CHECKING:
    from opentelemetry.trace import Span, TracerProvider

    from daftra_async.http.events import Event

_FAILED: Final = 400


class Spans:
    """Takes events and makes spans of them; give it to `DaftraClient(events=)`.

    Args:
        tracer_provider: Where the spans go; the global provider by default.
    """

    def __init__(self, tracer_provider: TracerProvider | None = None) -> None:
        self._tracer = trace.get_tracer("daftra_async", __version__, tracer_provider)
        self._operations: dict[int, Span] = {}
        self._attempts: dict[int, Span] = {}

    def __call__(self, event: Event) -> None:
        """Take an event."""
        match event:
            case OperationStarted():
                self._operations[event.call] = self._tracer.start_span(
                    event.operation or f"{event.method} request",
                    kind=SpanKind.INTERNAL,
                    attributes={"daftra.operation": event.operation or "request"},
                )
            case AttemptStarted():
                self._begin(event)
            case AttemptEnded():
                self._end(event)
            case RetryPlanned():
                self._note(event, "retry", {"daftra.retry.reason": event.reason, "daftra.retry.delay": event.delay})
            case TokenRefreshed():
                self._note(event, "token refreshed", {})
            case OperationEnded():
                span = self._operations.pop(event.call, None)
                if span is None:
                    return
                if event.result != "ok":
                    span.set_attribute("error.type", event.result)
                    span.set_status(Status(StatusCode.ERROR))
                span.end()
            case _:
                pass

    def _begin(self, event: AttemptStarted) -> None:
        origin = URL(event.origin)
        attributes: dict[str, str | int] = {
            "http.request.method": event.method,
            "url.full": f"{event.origin}{event.url}",
            "server.address": origin.host or "",
        }
        if origin.port is not None:
            attributes["server.port"] = origin.port
        if event.attempt > 1:
            attributes["http.request.resend_count"] = event.attempt - 1
        parent = self._operations.get(event.call)
        context = None if parent is None else trace.set_span_in_context(parent)
        self._attempts[event.call] = self._tracer.start_span(
            event.method, context=context, kind=SpanKind.CLIENT, attributes=attributes
        )

    def _end(self, event: AttemptEnded) -> None:
        span = self._attempts.pop(event.call, None)
        if span is None:
            return
        failure: str | None = None
        if event.status is not None:
            span.set_attribute("http.response.status_code", event.status)
            span.set_attribute("http.response.body.size", event.bytes)
            failure = str(event.status) if event.status >= _FAILED else None
        elif event.reason in {"cancelled", "given up"}:
            failure = "cancelled"
        else:
            failure = "timeout" if event.timed_out else "connection_error"
        if failure is not None:
            span.set_attribute("error.type", failure)
            # A status that says it all needs no description, by the conventions.
            span.set_status(Status(StatusCode.ERROR, None if event.status is not None else event.reason))
        span.end()

    def _note(self, event: Event, name: str, attributes: dict[str, str | float]) -> None:
        span = self._operations.get(event.call)
        if span is not None:
            span.add_event(name, attributes)
