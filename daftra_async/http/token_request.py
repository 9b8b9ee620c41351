"""The request for a token, and what its answer may be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast
from urllib.parse import urlencode

from daftra_async.errors import AuthenticationError, ValidationError
from daftra_async.http.request import FORM, PreparedRequest
from daftra_async.http.token_store import is_sendable
from daftra_async.redaction.shown import hidden

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.http.pipeline import RequestPipeline


async def fetch_token(pipeline: RequestPipeline, form: Mapping[str, str]) -> Mapping[str, Any]:
    """Post a form to the token endpoint and return the JSON object with the token.

    Args:
        pipeline: Sends the request.
        form: Grant type, credentials of the app and those of the user.

    Raises:
        AuthenticationError: the endpoint refused the credentials.
        UnexpectedResponseError: the answer holds no token.
        DaftraError: there is no answer, or another failure.
    """
    form = hidden(form)
    try:
        reply = await pipeline.send(_request(pipeline.settings.token_path, form))
    except ValidationError as error:
        # OAuth refuses credentials with 400.
        refused = AuthenticationError.__new__(AuthenticationError)
        refused.__dict__.update(error.__dict__)
        refused.args = error.args
        raise refused from error
    # No local variable holds the answer, which a traceback might show.
    problem = _problem(reply.body)
    if problem is not None:
        message = f"the token endpoint answered {problem}"
        raise reply.unexpected(message)
    return hidden(reply.body)


def _request(path: str, form: Mapping[str, str]) -> PreparedRequest:
    return PreparedRequest(
        operation="oauth.token",
        method="POST",
        path=path,
        body=urlencode(form).encode(),
        content_type=FORM,
        idempotent=True,
        changes=False,
        authenticated=False,
        queued=False,
    )


def _problem(body: Any) -> str | None:
    """Return what is wrong with the answer, None if it holds a token."""
    members = cast("dict[str, Any]", body) if isinstance(body, dict) else {}
    access, refresh = members.get("access_token"), members.get("refresh_token")
    if not access:
        return "without access_token"
    if not is_sendable(str(access) if isinstance(access, int) else access):
        return "with an access_token that no header can carry"
    if isinstance(refresh, str) and refresh and not is_sendable(refresh):
        return "with a refresh_token that no header can carry"
    return None
