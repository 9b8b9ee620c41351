"""What may be shown of a request in logs and errors.

Allow-lists only: a list of what to hide always misses one spelling.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable

SHOWN_QUERY: Final = frozenset(
    {"page", "limit", "per_page", "recursive", "direction", "sort", "format", "request_branch_id", "date_from", "date_to"}
)
"""Query parameters that hold no personal data and no secrets."""

_SHORTEST_SECRET: Final = 4


def safe_url(path: str, query: Iterable[tuple[str, str]] = ()) -> str:
    """Return the path and the allow-listed query parameters; what is left out shows as an ellipsis."""
    shown: list[str] = []
    hidden = False
    for name, value in query:
        if name.partition("[")[0] in SHOWN_QUERY:
            shown.append(f"{quote(name, safe='[]')}={quote(value, safe='')}")
        else:
            hidden = True
    if hidden:
        shown.append("…")
    return f"{path}?{'&'.join(shown)}" if shown else path


def scrub(text: str, secrets: Iterable[str]) -> str:
    """Return the text without the given secrets: servers echo what they were sent."""
    for secret in secrets:
        # Replacing very short ones would tell where they are in ordinary text.
        if len(secret) >= _SHORTEST_SECRET:
            text = text.replace(secret, "***")
    return text
