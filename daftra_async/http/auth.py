"""Credentials, and the headers made of them.

A credential is what the user holds: immutable, and silent about itself in `repr`. `bind` makes an authenticator of it, which
belongs to one client and knows what is valid now. Requests carry either `apikey` or `Authorization`: with both the API refuses
even a valid key.

A token is refreshed by one request however many calls need it. The refresh is keyed on the token that was *rejected*: a call
that comes back late with a token that has been replaced meanwhile just takes the new one. It runs in a task of its own and is
shielded, so a caller that is cancelled takes nobody with it.
"""

from __future__ import annotations

import asyncio
import hashlib
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, Protocol

import attrs

from daftra_async.errors import APIError, ArgumentError, TokenStoreError
from daftra_async.http.token_store import MemoryTokenStore, Token, TokenStore
from daftra_async.redaction.shown import Sealed, SealedFields, sealed

API_KEY_HEADER: Final = "apikey"
AUTHORIZATION: Final = "Authorization"

TokenFetch = Callable[[Mapping[str, str]], Awaitable[Mapping[str, Any]]]
"""Posts a form to the token endpoint and returns the token's JSON object; raises APIError for a refusal."""


def _bearer(token: str) -> str:
    """Return the header of a token, which shows as little as the token."""
    return sealed("Bearer " + token)


class Authenticator(Protocol):
    """What is valid for one client now."""

    async def headers(self) -> dict[str, str]:
        """Return the credential header for the next request."""
        ...

    def rejected(self, headers: Mapping[str, str]) -> bool:
        """Note that the server answered 401 to these headers; return whether another try can have others."""
        ...

    def secrets(self) -> tuple[str, ...]:
        """Return what must not appear in errors and logs."""
        ...


class Credential(Protocol):
    """What the user holds."""

    def bind(self, fetch: TokenFetch, account: str, /) -> Authenticator:
        """Make the authenticator of a client; `account` is its URL."""
        ...


def _secret(_: Any, field: attrs.Attribute[Any], value: object) -> None:
    """Refuse what cannot be a credential, without showing it."""
    if not isinstance(value, str) or not value.strip():
        what = "nothing" if value is None or value == "" else "blank text" if isinstance(value, str) else type(value).__name__
        msg = f"{field.name}: {what} was given; expected text that is not empty"
        raise ArgumentError(msg, field.name)
    if any(ord(char) < 32 or ord(char) == 127 for char in value):
        msg = f"{field.name}: it holds control characters (a line break at its end?); expected one line of text"
        raise ArgumentError(msg, field.name)


def _header_secret(instance: Any, field: attrs.Attribute[Any], value: str) -> None:
    _secret(instance, field, value)
    if not value.isascii() or value != value.strip() or " " in value:
        msg = f"{field.name}: it holds blanks or characters beyond ASCII; expected the text as Daftra shows it"
        raise ArgumentError(msg, field.name)


@attrs.frozen
class _Fixed(Sealed):
    """A credential that never changes: a 401 is final."""

    _headers: dict[str, str] = attrs.field(repr=False)
    _secrets: tuple[str, ...] = attrs.field(repr=False)

    async def headers(self) -> dict[str, str]:
        return self._headers

    def rejected(self, headers: Mapping[str, str]) -> bool:  # noqa: ARG002  # the protocol's name
        return False

    def secrets(self) -> tuple[str, ...]:
        return self._secrets


@attrs.frozen(init=False)
class ApiKey(Sealed, SealedFields):
    """An API key, made in the account's settings; sent as the `apikey` header."""

    key: str = attrs.field(repr=False, validator=_header_secret)

    def __init__(self, key: str) -> None:
        key = sealed(key)
        self.__attrs_init__(key)

    def bind(self, _: TokenFetch, _account: str, /) -> Authenticator:
        """Make the authenticator of a client."""
        return _Fixed({API_KEY_HEADER: self.key}, (self.key,))


@attrs.frozen(init=False)
class BearerToken(Sealed, SealedFields):
    """An OAuth access token that somebody else keeps fresh; sent as `Authorization: Bearer`."""

    token: str = attrs.field(repr=False, validator=_header_secret)

    def __init__(self, token: str) -> None:
        token = sealed(token)
        self.__attrs_init__(token)

    def bind(self, _: TokenFetch, _account: str, /) -> Authenticator:
        """Make the authenticator of a client."""
        return _Fixed({AUTHORIZATION: _bearer(self.token)}, (self.token,))


@attrs.frozen(kw_only=True, init=False)
class PasswordGrant(Sealed, SealedFields):
    """User name and password of an OAuth app: the token is fetched at first use and refreshed when it expires or is rejected."""

    client_secret: str = attrs.field(repr=False, validator=_secret)
    username: str = attrs.field(repr=False, validator=_secret)
    password: str = attrs.field(repr=False, validator=_secret)
    client_id: str = attrs.field(default="1", validator=_secret)
    """Id of the OAuth app; "1" in most accounts."""
    store: TokenStore | None = attrs.field(default=None, eq=False)
    """Where tokens are kept, such as a `FileTokenStore`; None keeps them in the memory of each client."""

    def __init__(
        self, *, client_secret: str, username: str, password: str, client_id: str = "1", store: TokenStore | None = None
    ) -> None:
        client_secret, username, password = sealed(client_secret), sealed(username), sealed(password)
        self.__attrs_init__(client_secret=client_secret, username=username, password=password, client_id=client_id, store=store)

    def bind(self, fetch: TokenFetch, account: str, /) -> Authenticator:
        """Make the authenticator of a client."""
        return TokenKeeper(self, fetch, self.key(account))

    def key(self, account: str) -> str:
        """Return the key of the account's token in the store: a token belongs to an app and a user of it."""
        who = hashlib.sha256(f"{self.client_id}\n{self.username!s}".encode()).hexdigest()
        return f"{account} {who[:32]}"


class TokenKeeper(Sealed):
    """Keeps the token of a password grant fresh."""

    __slots__ = ("_clock", "_fetch", "_grant", "_key", "_rejected", "_store", "_task", "_token", "_unsaved")

    def __init__(self, grant: PasswordGrant, fetch: TokenFetch, key: str, clock: Callable[[], float] = time.time) -> None:
        self._grant = grant
        self._fetch = fetch
        self._key = key
        self._clock = clock
        self._store = grant.store or MemoryTokenStore()
        self._token: Token | None = None
        self._unsaved: Token | None = None
        self._rejected = False
        self._task: asyncio.Task[Token] | None = None

    def __repr__(self) -> str:
        return f"TokenKeeper({self._grant!r})"

    async def headers(self) -> dict[str, str]:
        """Return the header of a valid token, fetched or refreshed if need be.

        Raises:
            APIError: the token endpoint refused, or failed.
            TokenStoreError: the store failed; a token that could not be saved is kept, and saved before it is used.
        """
        token = self._token
        if token is None or self._rejected or not token.is_current(self._clock()):
            token = await self._renewed()
        return {AUTHORIZATION: _bearer(token.access)}

    def rejected(self, headers: Mapping[str, str]) -> bool:
        """Mark the token as spent if it is still the one that was rejected."""
        if self._token is not None and headers.get(AUTHORIZATION) == _bearer(self._token.access):
            self._rejected = True
        return True

    def secrets(self) -> tuple[str, ...]:
        """Return the grant's secrets and the present tokens."""
        grant = self._grant
        known = [token for token in (self._token, self._unsaved) if token is not None]
        tokens = [text for token in known for text in (token.access, token.refresh or "")]
        return (grant.client_secret, grant.password, grant.username, *tokens)

    async def _renewed(self) -> Token:
        # One that is done failed, or its token was rejected since; its callback has only not run yet.
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._renew(), name="daftra_async token refresh")
            self._task.add_done_callback(self._finished)
        return await asyncio.shield(self._task)

    def _finished(self, task: asyncio.Task[Token]) -> None:
        if self._task is task:
            self._task = None
        if not task.cancelled():
            # Marks the error as seen: all callers may have been cancelled while the refresh failed.
            task.exception()

    async def _renew(self) -> Token:
        if self._unsaved is None:
            # Somebody else may have renewed it: another client, another process.
            stored = await self._stored()
            if stored is not None and self._is_news(stored):
                return self._use(stored)
            self._unsaved = await self._fetched(stored or self._token)
        token = self._unsaved
        await self._saved(token)
        self._unsaved = None
        return self._use(token)

    async def _fetched(self, old: Token | None) -> Token:
        if old is not None and old.refresh:
            try:
                body = await self._fetch({**self._app("refresh_token"), "refresh_token": old.refresh})
            except APIError as error:
                if error.status not in {400, 401}:
                    raise
                # The refresh token is spent or revoked. Who spent it may have saved the next; else the password is asked once.
                stored = await self._stored()
                if stored is not None and stored != old and self._is_news(stored):
                    return stored
            else:
                return Token.read(body, self._clock(), old.refresh)
        grant = self._grant
        body = await self._fetch({**self._app("password"), "username": grant.username, "password": grant.password})
        return Token.read(body, self._clock())

    def _is_news(self, stored: Token) -> bool:
        """Return whether a token of the store is worth a try."""
        rejected = self._token is not None and stored.access == self._token.access and self._rejected
        return not rejected and stored.is_current(self._clock())

    def _use(self, token: Token) -> Token:
        self._token, self._rejected = token, False
        return token

    async def _stored(self) -> Token | None:
        try:
            return await self._store.load(self._key)
        except Exception as error:
            raise _store_error(error, "load") from error

    async def _saved(self, token: Token) -> None:
        saving = asyncio.ensure_future(self._store.save(self._key, token))
        try:
            await asyncio.shield(saving)
        except asyncio.CancelledError:
            # The client is closed; half a save would lose the refresh token.
            await asyncio.wait([saving])
            raise
        except Exception as error:
            raise _store_error(error, "save") from error

    def _app(self, grant_type: str) -> dict[str, str]:
        return {"grant_type": grant_type, "client_id": self._grant.client_id, "client_secret": self._grant.client_secret}

    async def aclose(self) -> None:
        """Stop a refresh that nobody will need."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])


def _store_error(error: Exception, what: str) -> TokenStoreError:
    if isinstance(error, TokenStoreError):
        return error
    # The text of the error is a stranger's, and may hold the token.
    return TokenStoreError(f"the token store failed to {what} ({type(error).__name__})")
