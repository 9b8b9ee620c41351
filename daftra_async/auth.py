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
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, Protocol

import attrs

from daftra_async.errors import APIError, ArgumentError

API_KEY_HEADER: Final = "apikey"
AUTHORIZATION: Final = "Authorization"
_EARLY: Final = 30.0
"""Seconds before its end at which a token counts as expired: it has to live through the request."""

TokenFetch = Callable[[Mapping[str, str]], Awaitable[Mapping[str, Any]]]
"""Posts a form to the token endpoint and returns the token's JSON object; raises APIError for a refusal."""


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

    def bind(self, fetch: TokenFetch, /) -> Authenticator:
        """Make the authenticator of a client."""
        ...


def _secret(_: Any, field: attrs.Attribute[Any], value: object) -> None:
    """Refuse what cannot be a credential, without showing it."""
    if not isinstance(value, str) or not value.strip():
        what = "nothing" if value is None or value == "" else "blank text" if isinstance(value, str) else type(value).__name__
        msg = f"{field.name}: {what} was given; allowed is text that is not empty"
        raise ArgumentError(msg, field.name)
    if any(ord(char) < 32 or ord(char) == 127 for char in value):
        msg = f"{field.name}: it holds control characters (a line break at its end?); allowed is one line of text"
        raise ArgumentError(msg, field.name)


def _header_secret(instance: Any, field: attrs.Attribute[Any], value: str) -> None:
    _secret(instance, field, value)
    if not value.isascii() or value != value.strip() or " " in value:
        msg = f"{field.name}: it holds blanks or characters beyond ASCII; allowed is the text as Daftra shows it"
        raise ArgumentError(msg, field.name)


@attrs.frozen
class _Fixed:
    """A credential that never changes: a 401 is final."""

    _headers: dict[str, str]
    _secrets: tuple[str, ...] = attrs.field(repr=False)

    async def headers(self) -> dict[str, str]:
        return self._headers

    def rejected(self, headers: Mapping[str, str]) -> bool:  # noqa: ARG002  # the protocol's name
        return False

    def secrets(self) -> tuple[str, ...]:
        return self._secrets


@attrs.frozen
class ApiKey:
    """An API key, made in the account's settings; sent as the `apikey` header."""

    key: str = attrs.field(repr=False, validator=_header_secret)

    def bind(self, _: TokenFetch, /) -> Authenticator:
        """Make the authenticator of a client."""
        return _Fixed({API_KEY_HEADER: self.key}, (self.key,))


@attrs.frozen
class BearerToken:
    """An OAuth access token that somebody else keeps fresh; sent as `Authorization: Bearer`."""

    token: str = attrs.field(repr=False, validator=_header_secret)

    def bind(self, _: TokenFetch, /) -> Authenticator:
        """Make the authenticator of a client."""
        return _Fixed({AUTHORIZATION: f"Bearer {self.token}"}, (self.token,))


@attrs.frozen(kw_only=True)
class PasswordGrant:
    """User name and password of an OAuth app: the token is fetched at first use and refreshed when it expires or is rejected."""

    client_secret: str = attrs.field(repr=False, validator=_secret)
    username: str = attrs.field(repr=False, validator=_secret)
    password: str = attrs.field(repr=False, validator=_secret)
    client_id: str = attrs.field(default="1", validator=_secret)
    """Id of the OAuth app; "1" in most accounts."""

    def bind(self, fetch: TokenFetch, /) -> Authenticator:
        """Make the authenticator of a client."""
        return TokenKeeper(self, fetch)


@attrs.frozen
class Token:
    """An access token and how to replace it."""

    access: str = attrs.field(repr=False)
    refresh: str | None = attrs.field(default=None, repr=False)
    expires_at: float | None = None
    """On the monotonic clock; None where the server did not say."""

    @classmethod
    def read(cls, body: Mapping[str, Any], now: float, previous: str | None = None) -> Token:
        """Make a token of the endpoint's answer; `expires_in` and `refresh_token` may be missing."""
        refresh = body.get("refresh_token")
        try:
            lifetime = float(str(body.get("expires_in")))
        except ValueError:
            lifetime = 0.0
        # Half of a very short life: with a fixed margin it would be expired at birth and fetched for every request.
        ends = now + max(lifetime - _EARLY, lifetime / 2) if lifetime > 0 else None
        return cls(str(body["access_token"]), refresh if isinstance(refresh, str) and refresh else previous, ends)


class TokenKeeper:
    """Keeps the token of a password grant fresh."""

    __slots__ = ("_clock", "_fetch", "_grant", "_rejected", "_task", "_token")

    def __init__(self, grant: PasswordGrant, fetch: TokenFetch, clock: Callable[[], float] = time.monotonic) -> None:
        self._grant = grant
        self._fetch = fetch
        self._clock = clock
        self._token: Token | None = None
        self._rejected = False
        self._task: asyncio.Task[Token] | None = None

    def __repr__(self) -> str:
        return f"TokenKeeper({self._grant!r})"

    async def headers(self) -> dict[str, str]:
        """Return the header of a valid token, fetched or refreshed if need be.

        Raises:
            APIError: the token endpoint refused, or failed.
        """
        token = self._token
        if token is None or self._rejected or (token.expires_at is not None and self._clock() >= token.expires_at):
            token = await self._renewed()
        return {AUTHORIZATION: f"Bearer {token.access}"}

    def rejected(self, headers: Mapping[str, str]) -> bool:
        """Mark the token as spent if it is still the one that was rejected."""
        if self._token is not None and headers.get(AUTHORIZATION) == f"Bearer {self._token.access}":
            self._rejected = True
        return True

    def secrets(self) -> tuple[str, ...]:
        """Return the grant's secrets and the present tokens."""
        grant, token = self._grant, self._token
        tokens = () if token is None else (token.access, token.refresh or "")
        return (grant.client_secret, grant.password, grant.username, *tokens)

    async def _renewed(self) -> Token:
        if self._task is None:
            self._task = asyncio.create_task(self._renew(), name="daftra_async token refresh")
            self._task.add_done_callback(self._finished)
        return await asyncio.shield(self._task)

    def _finished(self, task: asyncio.Task[Token]) -> None:
        self._task = None
        if not task.cancelled():
            # Marks the error as seen: all callers may have been cancelled while the refresh failed.
            task.exception()

    async def _renew(self) -> Token:
        old = self._token
        body: Mapping[str, Any] | None = None
        if old is not None and old.refresh:
            try:
                body = await self._fetch({**self._app("refresh_token"), "refresh_token": old.refresh})
            except APIError as error:
                if error.status not in {400, 401}:
                    raise
                # The refresh token is spent or revoked; the password is asked once.
        if body is None:
            grant = self._grant
            body = await self._fetch({**self._app("password"), "username": grant.username, "password": grant.password})
            old = None
        self._token = Token.read(body, self._clock(), old.refresh if old is not None else None)
        self._rejected = False
        return self._token

    def _app(self, grant_type: str) -> dict[str, str]:
        return {"grant_type": grant_type, "client_id": self._grant.client_id, "client_secret": self._grant.client_secret}

    async def aclose(self) -> None:
        """Stop a refresh that nobody will need."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])
