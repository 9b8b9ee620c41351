"""Keeps the token of a password grant fresh.

A token is refreshed by one request however many calls need it. The refresh is keyed on the token that was *rejected*: a call
that comes back late with a token that has been replaced meanwhile just takes the new one. It runs in a task of its own and is
shielded, so a caller that is cancelled takes nobody with it.
"""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

from daftra_async.errors import APIError, TokenStoreError
from daftra_async.http.headers import AUTHORIZATION, bearer
from daftra_async.http.token_store import MemoryTokenStore, Token
from daftra_async.redaction.shown import Sealed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from daftra_async.http.auth import PasswordGrant, TokenFetch


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
        return {AUTHORIZATION: bearer(token.access)}

    def rejected(self, headers: Mapping[str, str]) -> bool:
        """Mark the token as spent if it is still the one that was rejected."""
        if self._token is not None and headers.get(AUTHORIZATION) == bearer(self._token.access):
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
        """Return whether a stored token is worth a try: not the rejected one, and not expired."""
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
