"""A receiver as a part of an aiohttp application.

app.add_routes(routes(receiver, callback))
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from aiohttp import web

from daftra_async._text import refuse
from daftra_async.webhooks.refusal import WebhookRefused

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from daftra_async.webhooks.receiver import Callback, WebhookReceiver

_CHUNK: Final = 64 * 1024


def handler(receiver: WebhookReceiver, callback: Callback) -> Callable[[web.Request], Awaitable[web.Response]]:
    """Return a request handler; see `WebhookReceiver.aiohttp_handler`."""

    async def handle(request: web.Request) -> web.Response:
        token = request.match_info.get("token") or request.query.get("token")
        try:
            # The token comes first: nobody else gets to send a body.
            receiver.authorize(token)
            body = await receiver.read(request.content.iter_chunked(_CHUNK), request.content_length)
        except WebhookRefused as refused:
            answer = web.Response(status=refused.status, text=str(refused), headers=refused.headers)
            if request.can_read_body:
                answer.force_close()  # the rest of the body is not read
            return answer
        delivery = await receiver.receive(request.headers, body, token, callback)
        return web.Response(status=delivery.status, text=delivery.reason, headers=delivery.headers)

    return handle


def routes(receiver: WebhookReceiver, callback: Callback, path: str = "/daftra/{token}") -> list[web.RouteDef]:
    """Return the routes of a receiver, for `app.add_routes`.

    Args:
        receiver: The receiver.
        callback: Function or coroutine function that is called with each event.
        path: Path of the route; without `{token}` in it, the token is taken from the query (`?token=`).

    Raises:
        ArgumentError: the path does not begin with a slash.
    """
    if not path.startswith("/"):
        refuse("path", f"{path!r:.60} was given", "a path such as '/daftra/{token}'")
    return [web.post(path, handler(receiver, callback))]
