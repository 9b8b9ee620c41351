"""Credentials, and the headers made of them.

A credential is what the user holds: immutable, and silent about itself in `repr`. `bind` makes an authenticator of it, which
belongs to one client and knows what is valid now. Requests carry either `apikey` or `Authorization`: with both the API refuses
even a valid key.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, Protocol, cast

import attrs

from daftra_async._text import refuse
from daftra_async._words import given, only_python
from daftra_async.errors import ArgumentError
from daftra_async.http.headers import API_KEY_HEADER, AUTHORIZATION, bearer
from daftra_async.http.token_keeper import TokenKeeper
from daftra_async.http.token_store import TokenStore
from daftra_async.redaction.shown import Sealed, SealedFields, sealed

_NAMES: Final = {"key": "api_key", "token": "access_token"}
"""What the client calls them: few people make a credential themselves."""

TokenFetch = Callable[[Mapping[str, str]], Awaitable[Mapping[str, Any]]]
"""Posts a form to the token endpoint and returns the token's JSON object; raises APIError for a refusal."""


class Authenticator(Protocol):
    """Gives one client the headers of its present credential."""

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
    """A key, a token or a password grant, as the user gave it."""

    def bind(self, fetch: TokenFetch, account: str, /) -> Authenticator:
        """Make the authenticator of a client; `account` is its URL."""
        ...


def _secret(_: Any, field: attrs.Attribute[Any], value: object) -> None:
    """Refuse what cannot be a credential, without showing it."""
    name = _NAMES.get(field.name, field.name)
    if not isinstance(value, str) or not value.strip():
        what = "nothing" if value is None or value == "" else "blank text" if isinstance(value, str) else type(value).__name__
        msg = f"{name}: {what} was given; expected text that is not empty"
        raise ArgumentError(msg, name)
    if any(ord(char) < 32 or ord(char) == 127 for char in value):
        msg = f"{name}: it holds control characters (a line break at its end?); expected one line of text"
        raise ArgumentError(msg, name)


def _header_secret(instance: Any, field: attrs.Attribute[Any], value: str) -> None:
    _secret(instance, field, value)
    if not value.isascii() or value != value.strip() or " " in value:
        name = _NAMES.get(field.name, field.name)
        msg = f"{name}: it holds blanks or characters beyond ASCII; expected the text as Daftra shows it"
        raise ArgumentError(msg, name)


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
        return _Fixed({AUTHORIZATION: bearer(self.token)}, (self.token,))


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


def one_credential(api_key: str | None, access_token: str | None, auth: Credential | None) -> Credential:
    """Return the one credential that was given.

    Raises:
        ArgumentError: none was given, or several, or what was given is none.
    """
    some = [value for value in (api_key, access_token, auth) if value is not None]
    if len(some) != 1:
        refuse("credentials", "none was given" if not some else f"{len(some)} were given", _one())
    if api_key is not None:
        return ApiKey(api_key)
    if access_token is not None:
        return BearerToken(access_token)
    if not callable(getattr(auth, "bind", None)):
        refuse("auth", f"{type(auth).__name__} was given", "ApiKey(...), BearerToken(...) or PasswordGrant(...)")
    return cast("Credential", auth)


def _one() -> str:
    auth = only_python(" and auth=")
    return f"exactly one of {given('api_key')}{',' if auth else ' and'} {given('access_token')}{auth}"
