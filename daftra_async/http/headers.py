"""Names of headers that belong to the client, and a check of those that a caller adds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from daftra_async._text import has_control, refuse
from daftra_async.redaction.shown import sealed
from daftra_async.wire.guards import is_map

if TYPE_CHECKING:
    from collections.abc import Mapping

API_KEY_HEADER: Final = "apikey"
AUTHORIZATION: Final = "Authorization"
_OWN_HEADERS: Final = frozenset(
    {
        API_KEY_HEADER,
        AUTHORIZATION.lower(),
        "proxy-authorization",
        "cookie",
        "host",
        "content-type",
        "content-length",
        "transfer-encoding",
        "connection",
    }
)
"""Set by the client; in lower case."""


def check_headers(headers: Mapping[str, str] | None) -> dict[str, str]:
    """Return the caller's own headers.

    Raises:
        ArgumentError: a name or value could break the request, or the header belongs to the client (credentials, ...).
    """
    checked: dict[str, str] = {}
    given: Any = headers or {}
    if not is_map(given):
        refuse("extra_headers", "it is not a mapping", "names and their values")
    name: Any
    for name, value in given.items():
        if not isinstance(name, str) or not re.fullmatch(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+", name):
            refuse("extra_headers", f"{name!r:.60} is not a header name", "letters, digits and dashes")
        if name.lower() in _OWN_HEADERS:
            refuse("extra_headers", f"{name!r} is set by the client", "other headers; credentials go to DaftraClient(...)")
        if not isinstance(value, str) or has_control(value) or not value.isascii():
            refuse("extra_headers", f"the value of {name!r} holds control or non-ASCII characters", "ASCII text")
        checked[name] = value
    return checked


def bearer(token: str) -> str:
    """Return the header of a token, which shows as little as the token."""
    return sealed("Bearer " + token)
