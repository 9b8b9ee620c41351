"""The secret in the URL: the only proof of a sender, since no signature is documented."""

from __future__ import annotations

import hashlib
import hmac
import logging
import re
import secrets
from typing import TYPE_CHECKING, Any, Final

from daftra_async._text import refuse
from daftra_async.redaction import Sealed, SecretText, scrub

if TYPE_CHECKING:
    from collections.abc import Iterable

_TOKEN: Final = re.compile(r"[A-Za-z0-9._~-]{16,200}")


def new_token() -> str:
    """Return a new token for a URL: 256 random bits as 43 characters."""
    return secrets.token_urlsafe(32)


class Tokens(Sealed):
    """The tokens that are good: several while one takes the place of another.

    Raises:
        ArgumentError: there is none, or one is no text of 16 to 200 characters that need no escape in a URL.
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
        """Return whether a token is good, in a time that tells nothing about the good ones."""
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
        for name, value in list(vars(record).items()):
            setattr(record, name, self._clean(value))
        return True

    def _clean(self, value: Any) -> Any:
        if isinstance(value, str):
            return self._tokens.scrub(value)
        if isinstance(value, tuple):
            items: tuple[Any, ...] = value  # pyright: ignore[reportUnknownVariableType]  # isinstance leaves the items unknown
            return tuple(self._clean(item) for item in items)
        return value


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).digest()
