"""Where the walk of a list can go on: positions, and the tokens that carry them.

A `PagePosition` is made after each page. It names the page, and says what the list looked like: its size, and the ids at both
ends of the page. Exports keep one in their checkpoints. A token adds the operation and a fingerprint of its arguments. It holds
none of their values, so it can be kept in a file or a log, and it is refused where it does not belong.
"""

from __future__ import annotations

import hashlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import TYPE_CHECKING, Annotated, Final

import attrs
import msgspec

from daftra_async._text import refuse

if TYPE_CHECKING:
    from collections.abc import Sequence

_VERSION: Final = 1
_LONGEST_ID: Final = 64
"""Characters of an id that is text; a longer one is left out."""
_LONGEST: Final = 2000
_CHECK: Final = 4
"""Bytes that tell a token from one that was cut or mistyped."""
_ALLOWED: Final = "the token of an earlier walk of the same list with the same arguments"

_From1 = Annotated[int, msgspec.Meta(ge=1)]
_From0 = Annotated[int, msgspec.Meta(ge=0)]


class PagePosition(msgspec.Struct, array_like=True, frozen=True, kw_only=True):
    """How far a walk has come; in a token its members stand in this order."""

    page: _From1
    """Number of the last page that was read."""
    more: bool
    """There is more to read after it."""
    total: _From0 | None = None
    """Records of the list, as that page said."""
    count: _From0 | None = None
    """Pages of the list, as that page said."""
    first: int | str | None = None
    """Id of the first record of that page."""
    last: int | str | None = None
    """Id of its last record."""
    received: _From0 | None = None
    """Rows up to that page; None in tokens of older versions."""
    size: _From0 | None = None
    """Rows of the first page."""
    least: _From0 | None = None
    """The smallest number of records that a page up to that one announced."""


class _Token(msgspec.Struct, array_like=True, frozen=True):
    version: int
    operation: str
    fingerprint: str
    position: PagePosition


@attrs.frozen
class TokenScope:
    """The operation and arguments that a token belongs to."""

    operation: str
    """Operation id such as `invoices.list`."""
    fingerprint: str
    """Of path and query, the number of the page aside."""

    def token(self, position: PagePosition) -> str:
        """Write a token: letters, digits, `-` and `_`."""
        text = msgspec.json.encode(_Token(_VERSION, self.operation, self.fingerprint, position))
        return urlsafe_b64encode(_check(text) + text).rstrip(b"=").decode()

    def read(self, token: object) -> PagePosition:
        """Read a token.

        Raises:
            ArgumentError: it is malformed, or belongs to another operation or other arguments.
        """
        read = _read(token)
        if read is None:
            refuse("resume", "this is not a token, or only a part of one", _ALLOWED)
        if read.version != _VERSION:
            refuse("resume", "the token was made by another version of this package", _ALLOWED)
        if read.operation != self.operation:
            refuse("resume", f"the token belongs to {read.operation!r:.60}, not to {self.operation}", _ALLOWED)
        if read.fingerprint != self.fingerprint:
            refuse("resume", f"the token belongs to {self.operation} with other arguments", _ALLOWED)
        return read.position


def token_scope(operation: str, path: str, query: Sequence[tuple[str, str]]) -> TokenScope:
    """Return the scope of the tokens of a list.

    Args:
        operation: Operation id.
        path: Path without a format suffix.
        query: Query in wire names, with or without the number of the page.
    """
    # The order of names can mean something (sort), that of the values of one name does not: a set has a new one in each process.
    values: dict[str, list[str]] = {}
    for name, value in query:
        if name != "page":
            values.setdefault(name, []).append(value)
    asked = [operation, path, [[name, sorted(found)] for name, found in values.items()]]
    digest = hashlib.blake2b(msgspec.json.encode(asked), digest_size=9).digest()
    return TokenScope(operation, urlsafe_b64encode(digest).decode())


def kept_id(identity: int | str | None) -> int | str | None:
    """Return an id as a token holds it; None for one that is too long, and for text that cannot be printed (a lone surrogate)."""
    unfit = isinstance(identity, str) and (len(identity) > _LONGEST_ID or not identity.isprintable())
    return None if unfit else identity


def _read(token: object) -> _Token | None:
    if not isinstance(token, str) or not token.isascii() or len(token) > _LONGEST:
        return None
    try:
        # Strict, so that one token has one spelling.
        data = urlsafe_b64decode(token + "=" * (-len(token) % 4))
        if urlsafe_b64encode(data).rstrip(b"=").decode() != token or _check(data[_CHECK:]) != data[:_CHECK]:
            return None
        return msgspec.json.decode(data[_CHECK:], type=_Token)
    except (ValueError, msgspec.MsgspecError):
        return None


def _check(text: bytes) -> bytes:
    return hashlib.blake2b(text, digest_size=_CHECK).digest()
