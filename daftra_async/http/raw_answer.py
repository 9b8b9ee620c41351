"""Answers as bytes: HTML, CSV, PDF, images, whatever a path of the user's own answers with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import attrs

from daftra_async import wire
from daftra_async.http import error_response
from daftra_async.wire.error_body import failure_of

if TYPE_CHECKING:
    from daftra_async.http.error_response import Context
    from daftra_async.http.transport import Answer

_KEPT: Final = frozenset(
    {
        "cache-control",
        "content-disposition",
        "content-language",
        "content-type",
        "date",
        "etag",
        "expires",
        "last-modified",
        "x-request-id",
    }
)
"""Headers that say something of the content. Cookies and addresses stay out: they can open a session."""


@attrs.frozen(repr=False)
class RawAnswer:
    """A successful answer as it came: `await daftra.request("GET", path, raw=True)`."""

    status: int
    headers: Mapping[str, str]
    """Headers that describe the content, by names in lower case: `content-type`, `content-disposition`, `etag`, `last-modified`
    and the like. Others, such as cookies, are left out."""
    body: bytes
    """The content; what was compressed on the way is unpacked."""

    @property
    def content_type(self) -> str:
        """Media type without parameters, in lower case, such as `text/csv`; empty where the server names none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    def __repr__(self) -> str:
        return f"<RawAnswer {self.status}, {self.content_type or 'no content type'}, {len(self.body)} bytes>"


def read_raw(answer: Answer, context: Context, *, retry_after: float | None = None) -> RawAnswer:
    """Return an answer as it came.

    Raises:
        APIError: it is a failure, a redirect (to a login page, for example), or JSON that reports a failure.
    """
    if not 200 <= answer.status < 300 or _reports_failure(answer.body):
        error_response.read(answer, context, retry_after=retry_after)
    headers = {name.lower(): value for name, value in answer.headers.items() if name.lower() in _KEPT}
    return RawAnswer(answer.status, headers, answer.body)


def _reports_failure(body: bytes) -> bool:
    if not body.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return False
    try:
        return failure_of(wire.loads(body)) is not None
    except (ValueError, RecursionError):
        return False
