"""Stores that keep tokens beyond one client or one process.

Refresh tokens rotate: each is good once, and the answer brings the next one. A program that loses it must ask for the password
again, so a new token is saved before it is used. A store keeps one token under each key; a key names the account, the app and the
user.
"""

from __future__ import annotations

import asyncio
import contextlib
import glob
import json
import os
import time
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeGuard, cast

import attrs

from daftra_async._files import has_locks, replaced, try_lock
from daftra_async._numbers import number_of
from daftra_async.errors import ArgumentError, TokenStoreError
from daftra_async.http.private_file import json_object, opened, read_private
from daftra_async.redaction.shown import SealedFields, sealed

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

_EARLY: Final = 30.0
"""Seconds before its end at which a token counts as expired: it has to live through the request."""
_LOCK_WAIT: Final = 10.0
_RANDOM: Final = 8
"""Characters that mkstemp adds to a name."""


def is_sendable(token: object) -> TypeGuard[str]:
    """Return whether it can be a token: text that a header can carry, so without line breaks and other control characters."""
    return isinstance(token, str) and token != "" and not any(ord(char) < 32 or ord(char) == 127 for char in token)


def _sendable(_: Any, field: attrs.Attribute[Any], value: object) -> None:
    if not is_sendable(value) and (value is not None or field.name == "access"):
        # How it looks would be half of a secret.
        msg = f"{field.name}: it is not a token; expected text without line breaks and control characters"
        raise ArgumentError(msg, field.name)


@attrs.frozen(init=False)
class Token(SealedFields):
    """An access token and how to replace it.

    Raises:
        ArgumentError: one of them is not text, or holds what no header can carry, such as a line break.
    """

    access: str = attrs.field(repr=False, validator=_sendable)
    refresh: str | None = attrs.field(default=None, repr=False, validator=_sendable)
    expires_at: float | None = None
    """Seconds since the epoch, somewhat early; None where the server did not say."""

    def __init__(self, access: str, refresh: str | None = None, expires_at: float | None = None) -> None:
        access, refresh = sealed(access), sealed(refresh)
        self.__attrs_init__(access, refresh, expires_at)

    @classmethod
    def read(cls, body: Mapping[str, Any], now: float, previous: str | None = None) -> Token:
        """Make a token of the endpoint's answer; `expires_in` and `refresh_token` may be missing."""
        refresh = body.get("refresh_token")
        try:
            lifetime = float(number_of(Decimal, str(body.get("expires_in"))))
        except (ValueError, ArithmeticError):
            lifetime = 0.0
        # Half of a very short life: with a fixed margin it would be expired at birth and fetched for every request.
        ends = now + max(lifetime - _EARLY, lifetime / 2) if lifetime > 0 else None
        return cls(sealed(str(body["access_token"])), refresh if isinstance(refresh, str) and refresh else previous, ends)

    def is_current(self, now: float) -> bool:
        """Return whether it has not expired."""
        return self.expires_at is None or now < self.expires_at


class TokenStore(Protocol):
    """Keeps tokens by key. A client uses it from one task at a time; any number of clients may share it."""

    async def load(self, key: str, /) -> Token | None:
        """Return the token saved last under the key, None if there is none."""
        ...

    async def save(self, key: str, token: Token, /) -> None:
        """Keep the token; when this returns, it must be safe."""
        ...


class MemoryTokenStore:
    """Keeps tokens as long as the object lives; share it to share tokens between clients."""

    __slots__ = ("_tokens",)

    def __init__(self) -> None:
        self._tokens: dict[str, Token] = {}

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self._tokens)} tokens)"

    async def load(self, key: str, /) -> Token | None:
        """Return the token of a key."""
        return self._tokens.get(key)

    async def save(self, key: str, token: Token, /) -> None:
        """Keep the token of a key."""
        self._tokens[key] = token


class FileTokenStore:
    """Keeps tokens in a JSON file that only its owner can read.

    The file is replaced as a whole, so a reader sees the old one or the new one, and a crash leaves one of them. Writers take
    turns by a lock on a file beside it (`.lock`); on Windows, which has no such lock, let each process have a file of its own.

    Args:
        path: The file; made with mode 0600 when a token is saved first. Its directory has to exist.
    """

    __slots__ = ("_path",)

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path).expanduser()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self._path)!r})"

    async def load(self, key: str, /) -> Token | None:
        """Return the token of a key.

        Raises:
            TokenStoreError: the file can be read by others, cannot be read by us, or holds something else.
        """
        return await asyncio.to_thread(self._load, key)

    async def save(self, key: str, token: Token, /) -> None:
        """Keep the token of a key.

        Raises:
            TokenStoreError: the file cannot be written, or was not made by this package.
        """
        await asyncio.to_thread(self._save, key, token)

    def _load(self, key: str) -> Token | None:
        entry = self._read().get(key)
        if not isinstance(entry, dict):
            return None
        entry = cast("dict[str, Any]", entry)
        access, refresh, ends = entry.get("access"), entry.get("refresh"), entry.get("expires_at")
        if not is_sendable(access):
            return None
        return Token(access, refresh if is_sendable(refresh) else None, ends if isinstance(ends, int | float) else None)

    def _save(self, key: str, token: Token) -> None:
        try:
            with self._locked():
                self._clean()
                tokens = {**self._read(), key: attrs.asdict(token)}
                with replaced(self._path) as file:
                    file.write(json.dumps(tokens, indent=1).encode())
        except OSError as error:
            msg = f"{self._path}: the token cannot be saved ({error.strerror or type(error).__name__})"
            raise TokenStoreError(msg) from error

    def _read(self) -> dict[str, Any]:
        wanted = "expected 0600; chmod it, and if others may have read it, change the password"
        content = read_private(self._path, "the tokens", wanted)
        if content is None:
            return {}
        tokens = json_object(content)
        if tokens is None:
            msg = f"{self._path}: it is not a file of tokens; name another one, or delete it"
            raise TokenStoreError(msg)
        return tokens

    def _clean(self) -> None:
        """Remove files that killed writers left. Needs the lock, so nothing is removed where there are no locks."""
        if not has_locks():
            return
        for left in self._path.parent.glob(f"{glob.escape(f'.{self._path.name}.')}{'?' * _RANDOM}"):
            with contextlib.suppress(OSError):
                left.unlink()

    @contextlib.contextmanager
    def _locked(self) -> Generator[None]:
        """Keep other writers out, in this process and others."""
        if not has_locks():
            yield
            return
        lock = self._path.with_name(f"{self._path.name}.lock")
        with opened(lock, os.O_RDWR | os.O_CREAT) as descriptor:
            ends = time.monotonic() + _LOCK_WAIT
            while not try_lock(descriptor):
                if time.monotonic() > ends:
                    msg = f"{lock}: another process holds it for more than {_LOCK_WAIT:.0f} seconds"
                    raise TokenStoreError(msg)
                time.sleep(0.005)
            yield
