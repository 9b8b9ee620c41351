"""Which account, and by which credential: of arguments, or of the environment."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final, cast

from daftra_async._text import refuse
from daftra_async.http.auth import ApiKey, BearerToken
from daftra_async.redaction.shown import sealed

if TYPE_CHECKING:
    from daftra_async.http.auth import Credential

_ONE: Final = "exactly one of api_key=, access_token= and auth="


def one_credential(api_key: str | None, access_token: str | None, auth: Credential | None) -> Credential:
    """Return the one credential that was given.

    Raises:
        ArgumentError: none was given, or several, or what was given is none.
    """
    given = [value for value in (api_key, access_token, auth) if value is not None]
    if len(given) != 1:
        refuse("credentials", "none was given" if not given else f"{len(given)} were given", _ONE)
    if api_key is not None:
        return ApiKey(api_key)
    if access_token is not None:
        return BearerToken(access_token)
    if not callable(getattr(auth, "bind", None)):
        refuse("auth", f"{type(auth).__name__} was given", "ApiKey(...), BearerToken(...) or PasswordGrant(...)")
    return cast("Credential", auth)


def environment_account() -> tuple[str | None, str | None, str | None, str | None]:
    """Return account, base URL, API key and access token as the variables `DAFTRA_*` say.

    Raises:
        ArgumentError: there is no account, or not exactly one credential.
    """
    account, base, key, token = (
        os.environ.get(f"DAFTRA_{name}") or None for name in ("ACCOUNT", "BASE_URL", "API_KEY", "ACCESS_TOKEN")
    )
    if account is None and base is None:
        refuse("DAFTRA_ACCOUNT", "the variable is not set", "DAFTRA_ACCOUNT=acme, or a URL in DAFTRA_BASE_URL")
    if (key is None) == (token is None):
        problem = "neither variable is set" if key is None else "both variables are set"
        refuse("DAFTRA_API_KEY, DAFTRA_ACCESS_TOKEN", problem, "exactly one of them")
    return account, base, sealed(key), sealed(token)
