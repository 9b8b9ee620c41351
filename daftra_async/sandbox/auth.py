"""Authentication: the API key, bearer tokens, and the token route."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from daftra_async.sandbox.answers import Answer

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass
class Credentials:
    """What the account accepts. The defaults are meant for a sandbox on loopback and are no secret."""

    api_key: str = "sandbox-key"
    access_token: str = "sandbox-token"
    """A token that does not expire."""
    client_id: str = "1"
    client_secret: str = "sandbox-secret"
    username: str = "owner@example.com"
    password: str = "sandbox-password"
    token_lifetime: float = 3600.0
    """Seconds until an access token of the token route expires."""
    announce_lifetime: bool = True
    """Whether `expires_in` is in the answer: some accounts leave it out."""
    _tokens: dict[str, float] = field(default_factory=dict[str, float])
    _refresh: set[str] = field(default_factory=set[str])

    def allows(self, headers: Mapping[str, str]) -> bool:
        """Whether a request may pass: exactly one of the two headers, with a right value."""
        key, bearer = headers.get("apikey"), headers.get("Authorization")
        if key is not None:
            # Both at once fails even if both are right.
            return bearer is None and secrets.compare_digest(key.encode(), self.api_key.encode())
        scheme, _, token = (bearer or "").partition(" ")
        if scheme.lower() != "bearer" or not token:
            return False
        return token == self.access_token or self._tokens.get(token, 0.0) > time.monotonic()

    def expire_tokens(self) -> None:
        """Expire every access token that the token route issued; refresh tokens stay valid."""
        self._tokens.clear()

    def grant(self, form: Mapping[str, str]) -> Answer:
        """Answer the token route. A refresh token is valid once: each answer brings a new one."""
        if form.get("client_id") != self.client_id or form.get("client_secret") != self.client_secret:
            return _refuse(401, "invalid_client", "Client authentication failed")
        kind = form.get("grant_type")
        if kind == "password":
            if form.get("username") != self.username or form.get("password") != self.password:
                return _refuse(400, "invalid_grant", "The user credentials were incorrect.")
        elif kind == "refresh_token":
            token = form.get("refresh_token", "")
            if token not in self._refresh:
                return _refuse(401, "invalid_request", "The refresh token is invalid.")
            self._refresh.discard(token)
        else:
            return _refuse(400, "unsupported_grant_type", "The authorization grant type is not supported.")
        access, refresh = secrets.token_urlsafe(32), secrets.token_urlsafe(32)
        self._tokens[access] = time.monotonic() + self.token_lifetime
        self._refresh.add(refresh)
        body: dict[str, object] = {"token_type": "Bearer", "access_token": access, "refresh_token": refresh}
        if self.announce_lifetime:
            body["expires_in"] = int(self.token_lifetime)
        return Answer(200, body)


def _refuse(status: int, error: str, description: str) -> Answer:
    return Answer(status, {"error": error, "error_description": description, "message": description})
