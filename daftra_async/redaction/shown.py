"""What may be shown of requests and answers in logs, events, errors and reprs.

One place, and allow-lists only: a list of what to hide always misses one spelling. What is shown:

    headers     the values of `SHOWN_HEADERS`
    query       the values of `SHOWN_QUERY`; of a write whose outcome is unknown, those of described parameters without `redact`
    JSON        every key, and the values under `SHOWN_BODY`: what the server says about the request, not what it is about
    records     the fields that a model describes and does not mark `redact`; of all other keys the names
    other text  its words: no attributes of tags, no scripts

Shown texts are cleaned once more: the credentials of the client, e-mail addresses, phone numbers and whatever looks like a token
are masked, since servers echo what they were sent (`_masking`). Credentials themselves travel through this package as texts and
bytes that show neither themselves nor their parts, so a traceback that prints local variables shows none (`_secret`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import unquote

from daftra_async.redaction.masking import MASK, clean, has_phone, scrub, shortened
from daftra_async.redaction.quoting import percent_encoded
from daftra_async.redaction.secret import Sealed, SealedFields, SecretBytes, SecretText, hidden, sealed

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = [
    "MASK",
    "SHOWN_BODY",
    "SHOWN_HEADERS",
    "SHOWN_QUERY",
    "Sealed",
    "SealedFields",
    "SecretBytes",
    "SecretText",
    "clean",
    "clean_reasons",
    "excerpt",
    "hidden",
    "masked",
    "printed_condition",
    "safe_headers",
    "safe_url",
    "safe_value",
    "scrub",
    "sealed",
]

SHOWN_QUERY: Final = frozenset(
    {"page", "limit", "per_page", "recursive", "direction", "sort", "format", "request_branch_id", "date_from", "date_to"}
)
"""Query parameters that hold no personal data and no secrets."""

SHOWN_HEADERS: Final = frozenset(
    {
        "accept",
        "accept-encoding",
        "accept-language",
        "content-encoding",
        "content-length",
        "content-type",
        "date",
        "retry-after",
        "server",
        "user-agent",
        "x-request-id",
    }
)
"""Headers that hold no personal data and no secrets, in lower case."""

SHOWN_BODY: Final = frozenset(
    {
        "code",
        "error",
        "error_description",
        "error_type",
        "errors",
        "message",
        "page",
        "page_count",
        "result",
        "status",
        "success",
        "total_results",
        "validation_errors",
    }
)
"""Keys of JSON answers whose values are shown."""

_LONGEST_PARSED: Final = 256 * 1024
_MOST_ITEMS: Final = 20
_MOST_LEVELS: Final = 6
_LONGEST_TEXT: Final = 500
_LONGEST_VALUE: Final = 80
_LONGEST_REASON: Final = 2000
_MOST_REASONS: Final = 1000

_SCRIPTS: Final = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_TAGS: Final = re.compile(r"<(/?[A-Za-z][A-Za-z0-9]*)\b[^>]*(?:>|\Z)")
# Never goes back into what it has read: a text of quotes and backslashes would be read again from each of them.
_STRINGS: Final = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"(\s*+:)?|\\?\Z)', re.DOTALL)
_NUMBERS: Final = re.compile(r"(?<![\w\"])-?[0-9][0-9.eE+-]*+")


def safe_url(path: str, query: Iterable[tuple[str, str]] = ()) -> str:
    """Return the path and the allow-listed query parameters, with an ellipsis for the others."""
    shown: list[str] = []
    left_out = False
    for name, value in query:
        if name.partition("[")[0] in SHOWN_QUERY:
            shown.append(f"{percent_encoded(name, '[]')}={percent_encoded(value)}")
        else:
            left_out = True
    if left_out:
        shown.append("…")
    if "@" in path or "%" in path:
        path = "/".join(MASK if "@" in unquote(unquote(part)) else part for part in path.split("/"))
    return f"{path}?{'&'.join(shown)}" if shown else path


def safe_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Return the headers, masked unless allow-listed."""
    return {name: value if name.lower() in SHOWN_HEADERS else MASK for name, value in headers.items()}


def excerpt(body: bytes, secrets: Iterable[str] = ()) -> str:
    """Return what may be shown of the body of an answer."""
    secrets = tuple(secrets)
    text = body[:_LONGEST_PARSED].decode("utf-8", "replace").strip()
    if text[:1] not in {"{", "["}:
        return _TAGS.sub(r"<\1>", _SCRIPTS.sub("", clean(text, secrets)))
    try:
        parsed = json.loads(text)
    except (ValueError, RecursionError):
        # Broken, or too long to be worth reading whole: nobody knows what belongs to which key.
        return _NUMBERS.sub(MASK, _STRINGS.sub(_key_or_mask, clean(text, secrets)))
    return clean(json.dumps(_shown(parsed, secrets, shown=False, level=0), ensure_ascii=False), secrets)


def clean_reasons(reasons: Mapping[str, Iterable[str]], secrets: Iterable[str] = ()) -> dict[str, list[str]]:
    """Return validation messages of a server with secrets masked, in the names of fields too."""
    secrets = tuple(secrets)
    shown: dict[str, list[str]] = {}
    left = _MOST_REASONS
    for name, texts in reasons.items():
        if left <= 0:
            shown["…"] = [f"and {len(reasons) - len(shown)} more"]
            break
        cleaned = [clean(text, secrets, _LONGEST_REASON) for text in islice(texts, _MOST_REASONS)]
        # Two names that show alike keep the reasons of both.
        shown.setdefault(clean(name, secrets, _LONGEST_REASON), []).extend(cleaned)
        left -= len(cleaned) or 1
    return shown


def _key_or_mask(match: re.Match[str]) -> str:
    return match[0] if match[1] is not None else f'"{MASK}"'


def _shown(value: Any, secrets: tuple[str, ...], *, shown: bool, level: int) -> Any:
    """Return JSON with all values masked but those of allow-listed keys."""
    if isinstance(value, dict | list) and level > _MOST_LEVELS:
        return MASK
    if isinstance(value, dict):
        members = cast("dict[str, Any]", value)
        return {
            shortened(scrub(key, secrets), _LONGEST_TEXT): _shown(
                item, secrets, shown=shown or key in SHOWN_BODY, level=level + 1
            )
            for key, item in islice(members.items(), _MOST_ITEMS)
        }
    if isinstance(value, list):
        items: list[Any] = value  # pyright: ignore[reportUnknownVariableType]  # isinstance leaves the items unknown
        return [_shown(item, secrets, shown=shown, level=level + 1) for item in items[:_MOST_ITEMS]]
    if value is None or isinstance(value, bool):
        return value
    if not shown:
        return MASK
    # What the cut goes through could be half a secret.
    return shortened(scrub(value, secrets), _LONGEST_TEXT) if isinstance(value, str) else value


def safe_value(value: object) -> object:
    """Return an argument as it may be shown: short, and cleaned where it is text."""
    if value is None or isinstance(value, bool | int):
        return value
    text = clean(value if isinstance(value, str) else str(value))
    return text if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 1]}…"


def masked(value: object) -> object:
    """Return the shape of an undocumented value: its keys, and nothing under them."""
    if isinstance(value, Mapping):
        members = cast("Mapping[object, object]", value)
        return {str(key)[:_LONGEST_VALUE]: MASK for key in list(members)[:_MOST_ITEMS]}
    return MASK


def printed_condition(values: Iterable[str]) -> str:
    """Return the values of a condition for its repr: numbers and dates, everything else masked."""
    return ",".join(value if re.fullmatch(r"[0-9:. -]{1,19}", value) and not has_phone(value) else MASK for value in values)
