"""What may be shown of requests and answers in logs, events, errors and reprs.

One place, and allow-lists only: a list of what to hide always misses one spelling. What is shown:

    headers     the values of `SHOWN_HEADERS`
    query       the values of `SHOWN_QUERY`; of a write whose outcome is unknown, those of described parameters without `redact`
    JSON        every key, and the values under `SHOWN_BODY`: what the server says about the request, not what it is about
    records     the fields that a model describes and does not mark `redact`; of all other keys the names
    other text  its words: no attributes of tags, no scripts

Shown texts are cleaned once more: the credentials of the client, e-mail addresses, phone numbers and whatever looks like a token
are masked, since servers echo what they were sent. Credentials themselves travel through this package as `SecretText` and
`SecretBytes`, whose repr says nothing, so a traceback that prints local variables shows none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable

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

MASK: Final = "***"
_SHORTEST_SECRET: Final = 4
_LONGEST_PARSED: Final = 256 * 1024
_LONGEST_READ: Final = 16 * 1024
_MOST_ITEMS: Final = 20
_MOST_LEVELS: Final = 6
_LONGEST_TEXT: Final = 500
_LONGEST_VALUE: Final = 80

_EMAIL: Final = re.compile(r"[^\s@\"'<>,;:=(\[{]{1,64}(?:@|%40)[^\s@\"'<>,;:)&\]}]{1,255}")
_PHONE: Final = re.compile(r"(?<![\w.-])(?:\+\d(?:[ ().-]{0,2}\d){6,16}|0\d{9,14}(?![\w-]))")
# Long, without blanks, of letters and digits mixed: keys, tokens, signatures.
_TOKEN: Final = re.compile(r"(?<![A-Za-z0-9_.~+/=-])(?=[A-Za-z_.~+/=-]*\d)(?=[\d_.~+/=-]*[A-Za-z])[A-Za-z0-9_.~+/=-]{32,}")
_SCRIPTS: Final = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_TAGS: Final = re.compile(r"<(/?[A-Za-z][A-Za-z0-9]*)\b[^>]*(?:>|\Z)")
_STRINGS: Final = re.compile(r'"(?:[^"\\]|\\.)*(?:"(\s*:)?|\Z)')
_NUMBERS: Final = re.compile(r"(?<![\w\"])-?\d[\d.eE+-]*")


class SecretText(str):
    """Text whose repr does not show it."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"'{MASK}'"

    def __reduce__(self) -> tuple[Any, ...]:
        msg = "a secret is not pickled"
        raise TypeError(msg)


class SecretBytes(bytes):
    """Bytes whose repr shows only how many they are."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{len(self)} bytes>"


def hidden(texts: Mapping[str, Any]) -> dict[str, Any]:
    """Return a copy whose texts do not show in a repr."""
    return {name: SecretText(value) if isinstance(value, str) else value for name, value in texts.items()}


class Sealed:
    """An object with a secret in it: it is never pickled, and copies are itself."""

    __slots__ = ()

    def __reduce_ex__(self, _protocol: object) -> tuple[Any, ...]:
        msg = f"{type(self).__name__} is not pickled, since it holds credentials: make it where it is used"
        raise TypeError(msg)

    def __copy__(self) -> Sealed:
        return self

    def __deepcopy__(self, _memo: object) -> Sealed:
        return self


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
    if "@" in path or "%40" in path:
        path = "/".join(MASK if "@" in part or "%40" in part else part for part in path.split("/"))
    return f"{path}?{'&'.join(shown)}" if shown else path


def safe_headers(headers: Mapping[str, str]) -> dict[str, str]:
    """Return the headers, those that are not on the list masked."""
    return {name: value if name.lower() in SHOWN_HEADERS else MASK for name, value in headers.items()}


def scrub(text: str, secrets: Iterable[str]) -> str:
    """Return the text without the given secrets: servers echo what they were sent."""
    for secret in secrets:
        # Replacing very short ones would tell where they are in ordinary text.
        if len(secret) >= _SHORTEST_SECRET:
            text = text.replace(secret, MASK)
    return text


def clean(text: str, secrets: Iterable[str] = ()) -> str:
    """Return a text of the server without secrets, e-mail addresses, phone numbers and what looks like a token."""
    text = scrub(text, secrets)
    for pattern in (_EMAIL, _PHONE, _TOKEN):
        text = pattern.sub(MASK, text)
    return text


def excerpt(body: bytes, secrets: Iterable[str] = ()) -> str:
    """Return what may be shown of the body of an answer."""
    secrets = tuple(secrets)
    # Secrets go first: what is cut later might leave half of one.
    text = scrub(body[:_LONGEST_PARSED].decode("utf-8", "replace").strip(), secrets)
    if text[:1] not in {"{", "["}:
        return clean(_TAGS.sub(r"<\1>", _SCRIPTS.sub("", text[:_LONGEST_READ])))
    try:
        parsed = json.loads(text)
    except (ValueError, RecursionError):
        # Broken, or too long to be worth reading whole: nobody knows what belongs to which key.
        return clean(_NUMBERS.sub(MASK, _STRINGS.sub(_key_or_mask, text[:_LONGEST_READ])))
    shown = json.dumps(_shown(parsed, shown=False, level=0), ensure_ascii=False)
    return clean(scrub(shown, secrets)[:_LONGEST_READ])


def _key_or_mask(match: re.Match[str]) -> str:
    return match[0] if match[1] is not None else f'"{MASK}"'


def _shown(value: Any, *, shown: bool, level: int) -> Any:
    """Return JSON with the values masked that no key on the list covers."""
    if isinstance(value, dict | list) and level > _MOST_LEVELS:
        return MASK
    if isinstance(value, dict):
        members = cast("dict[str, Any]", value)
        return {
            key: _shown(item, shown=shown or key in SHOWN_BODY, level=level + 1)
            for key, item in list(members.items())[:_MOST_ITEMS]
        }
    if isinstance(value, list):
        items: list[Any] = value  # pyright: ignore[reportUnknownVariableType]  # isinstance leaves the items unknown
        return [_shown(item, shown=shown, level=level + 1) for item in items[:_MOST_ITEMS]]
    if value is None or isinstance(value, bool):
        return value
    if not shown:
        return MASK
    return value[:_LONGEST_TEXT] if isinstance(value, str) else value


def safe_value(value: object) -> object:
    """Return an argument as it may be shown: short, and cleaned where it is text."""
    if value is None or isinstance(value, bool | int):
        return value
    text = clean(value if isinstance(value, str) else str(value))
    return text if len(text) <= _LONGEST_VALUE else f"{text[: _LONGEST_VALUE - 1]}…"


def masked(value: object) -> object:
    """Return the shape of a value nobody described: its keys, and nothing under them."""
    if isinstance(value, Mapping):
        members = cast("Mapping[object, object]", value)
        return {str(key)[:_LONGEST_VALUE]: MASK for key in list(members)[:_MOST_ITEMS]}
    return MASK


def printed_condition(values: Iterable[str]) -> str:
    """Return the values of a condition for its repr: numbers and dates, everything else masked."""
    return ",".join(value if re.fullmatch(r"[\d:. -]{1,19}", value) and not _PHONE.search(value) else MASK for value in values)
