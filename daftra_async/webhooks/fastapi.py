"""A receiver as a dependency of FastAPI.

    Event = Annotated[WebhookEvent, Depends(webhook(receiver))]

    @app.post("/daftra/{token}")
    async def note(event: Event) -> None: ...

The event is confirmed when the endpoint returns, and given back when it raises (an `HTTPException` too), so that a retry is not
taken for a duplicate. Duplicates are answered without calling the endpoint.
"""
# No `from __future__ import annotations` here: FastAPI reads the annotations of the dependency.

from collections.abc import AsyncGenerator, Callable

from daftra_async.webhooks.delivery import WebhookRefused
from daftra_async.webhooks.event import WebhookEvent
from daftra_async.webhooks.receiver import WebhookReceiver

try:
    from fastapi import HTTPException, Request
except ImportError as error:
    _missing = "daftra_async.webhooks.fastapi needs FastAPI: pip install 'fastapi>=0.115'"
    raise ImportError(_missing, name="fastapi") from error


def webhook(receiver: WebhookReceiver) -> Callable[[Request], AsyncGenerator[WebhookEvent]]:
    """Return a dependency that gives the event of a request.

    Args:
        receiver: The receiver. Its `timeout` does not bound the endpoint, since FastAPI calls it.
    """

    async def dependency(request: Request) -> AsyncGenerator[WebhookEvent]:
        length = request.headers.get("content-length", "")
        try:
            receiver.authorize(request.path_params.get("token") or request.query_params.get("token"))
            body = await receiver.read(request.stream(), int(length) if length.isascii() and length.isdigit() else None)
            async with receiver.accept(request.headers, body) as event:
                yield event
        except WebhookRefused as refused:
            raise HTTPException(refused.status, str(refused), headers=refused.headers) from None

    return dependency
