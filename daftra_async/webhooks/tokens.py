"""The secret in the URL: the only proof of a sender, since no signature is documented."""

from __future__ import annotations

import hashlib
import hmac
import logging
import re
import secrets
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

from daftra_async._text import refuse
from daftra_async.redaction.shown import Sealed, SecretText, scrub

if TYPE_CHECKING:
    from collections.abc import Iterable

_TOKEN: Final = re.compile(r"[A-Za-z0-9._~-]{16,200}")
_MOST_LEVELS: Final = 6
_FORMATTER: Final = logging.Formatter()


def new_token() -> str:
    """Return a new token for a URL: 256 random bits as 43 characters."""
    return secrets.token_urlsafe(32)


class Tokens(Sealed):
    """The valid tokens; several while one replaces another.

    Raises:
        ArgumentError: there is none, or one is not text of 16 to 200 characters that need no escape in a URL.
    """

    __slots__ = ("_digests", "_secrets")

    def __init__(self, tokens: str | Iterable[str]) -> None:
        given: tuple[Any, ...] = (tokens,) if isinstance(tokens, str) else tuple(tokens)
        good = [token for token in given if isinstance(token, str) and _TOKEN.fullmatch(token)]
        if not good or len(good) < len(given):
            # Which one it is, or how it looks, would be half of a secret.
            problem = f"{len(given) - len(good)} of {len(given)} are refused" if given else "none was given"
            refuse("token", problem, "16 to 200 letters, digits, '.', '_', '~' and '-', such as new_token() makes")
        self._secrets = tuple(SecretText(token) for token in good)
        self._digests = tuple(_digest(token) for token in good)

    def __repr__(self) -> str:
        return f"<{len(self._digests)} tokens>"

    def match(self, token: object) -> bool:
        """Return whether a token is valid, in constant time."""
        # Digests are of the same length, which compare_digest would tell otherwise.
        digest = _digest(token if isinstance(token, str) else "")
        good = False
        for known in self._digests:
            good |= hmac.compare_digest(known, digest)
        return good

    def scrub(self, text: str) -> str:
        """Return a text without the tokens."""
        return scrub(text, self._secrets)


class TokenFilter(logging.Filter):
    """Masks the tokens in log records, since servers log the path of each request.

    Add it to the logger that writes them: `logging.getLogger("aiohttp.access").addFilter(receiver.log_filter)`, or
    `uvicorn.access`.
    """

    def __init__(self, tokens: Tokens) -> None:
        super().__init__()
        self._tokens = tokens

    def filter(self, record: logging.LogRecord) -> bool:
        """Mask the tokens in message, arguments and extra attributes; every record passes."""
        if record.exc_info and record.exc_info[0] is not None and not record.exc_text:
            # What handlers would format; they take this text where it is there.
            shown = _FORMATTER.formatException(record.exc_info)
            record.exc_text = self._tokens.scrub(shown)
        for name, value in list(vars(record).items()):
            if name != "exc_info":
                setattr(record, name, self._clean(value))
        return True

    def _clean(self, value: Any, level: int = 0) -> Any:
        """Return a value without the tokens: the same one where it holds none."""
        if value is None or isinstance(value, bool | int | float):
            return value
        if isinstance(value, str):
            return self._tokens.scrub(value)
        if level < _MOST_LEVELS and isinstance(value, Mapping):
            members: Mapping[Any, Any] = value  # pyright: ignore[reportUnknownVariableType]  # isinstance leaves the items unknown
            return {self._clean(key, level + 1): self._clean(item, level + 1) for key, item in members.items()}
        if level < _MOST_LEVELS and type(value) in {tuple, list, set, frozenset}:
            items = cast("Iterable[Any]", value)
            return type(value)(self._clean(item, level + 1) for item in items)
        # A URL, an error, bytes: whatever it is, its text is what gets logged.
        try:
            shown = str(value)
        except Exception:  # noqa: BLE001  # a stranger's object; the handler that wants its text fails the same way
            return value
        cleaned = self._tokens.scrub(shown)
        return value if cleaned == shown else cleaned


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
