"""The routes of a receiver in an aiohttp application.

app.add_routes(routes(receiver, callback))
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from aiohttp import web

from daftra_async._text import refuse

if TYPE_CHECKING:
    from daftra_async.webhooks.receiver import Callback, WebhookReceiver


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
    return [web.post(path, receiver.aiohttp_handler(callback))]
