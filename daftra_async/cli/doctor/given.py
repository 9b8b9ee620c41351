"""What can be checked without the network: the account, the credential, the versions."""

from __future__ import annotations

import os
import re
import sys
from importlib import metadata
from typing import TYPE_CHECKING, Final

import attrs

from daftra_async import __version__
from daftra_async.cli import profiles
from daftra_async.cli.doctor.check import Check
from daftra_async.cli.logins import stored
from daftra_async.errors import DaftraError
from daftra_async.http.account import base_url as account_url
from daftra_async.http.auth import ApiKey, BearerToken

if TYPE_CHECKING:
    from yarl import URL

    from daftra_async.http.auth import Credential

_TOKEN: Final = re.compile(r"eyJ[\w-]*\.[\w-]+\.[\w-]+")
_KEY: Final = re.compile(r"[0-9a-f]{32,64}")


@attrs.frozen
class Given:
    """Options as they were given."""

    account: str | None = None
    api_key: str | None = attrs.field(default=None, repr=False)
    access_token: str | None = attrs.field(default=None, repr=False)
    base_url: str | None = None

    def source(self, name: str) -> tuple[str | None, str]:
        """Return the value of an option or its variable, and where it comes from."""
        if value := getattr(self, name):
            return value, f"--{name.replace('_', '-')}"
        profile = profiles.active(self.account, self.api_key, self.access_token, self.base_url)
        if profile is not None:
            return profile.source(name)
        variable = f"DAFTRA_{name.upper()}"
        return os.environ.get(variable) or None, variable


def account(given: Given) -> tuple[Check, URL | None]:
    """Check that an account is named, and is well formed."""
    try:
        (name, origin), (base, base_origin) = given.source("account"), given.source("base_url")
    except DaftraError as error:
        return Check("account", "fail", "the profile cannot be used", f"The account cannot be read: {error}."), None
    if name is None and base is None:
        advice = "No account is named: set DAFTRA_ACCOUNT to its subdomain (the acme of acme.daftra.com), or give --account."
        return Check("account", "fail", "none is named", advice), None
    try:
        url = account_url(name, base)
    except DaftraError as error:
        return Check("account", "fail", "it is malformed", f"The account cannot be read: {error}."), None
    return Check("account", "ok", f"{url} ({origin if base is None else base_origin})"), url


def credential(given: Given) -> tuple[Check, Credential | None, str]:
    """Check that there is one credential, without showing it; return it with what it is called."""
    try:
        return _credential(given)
    except DaftraError as error:
        return Check("credential", "fail", "it cannot be used", f"The credential cannot be used: {error}."), None, ""


def _credential(given: Given) -> tuple[Check, Credential | None, str]:
    (key, key_origin), (token, token_origin) = given.source("api_key"), given.source("access_token")
    if given.api_key and not given.access_token:
        token = None
    if given.access_token and not given.api_key:
        key = None
    if key and token:
        advice = f"The server refuses a key and a token at once: remove {key_origin} or {token_origin}."
        return Check("credential", "fail", "two were given", advice), None, ""
    if key:
        return Check("credential", "ok", f"API key ({key_origin})"), ApiKey(key), "API key"
    if token:
        return Check("credential", "ok", f"access token ({token_origin})"), BearerToken(token), "access token"
    login = stored(given.source("account")[0], given.source("base_url")[0])
    if login is not None:
        return Check("credential", "ok", "login (daftra login)"), login, "login"
    advice = "There is no credential: set DAFTRA_API_KEY (in Daftra: Settings, API), or run `daftra login`."
    return Check("credential", "fail", "none was given", advice), None, ""


def kind(given: Given) -> Check | None:
    """Check that a key is not given as a token, nor the other way; None if nothing is odd."""
    key, token = given.source("api_key")[0], given.source("access_token")[0]
    if key and _TOKEN.fullmatch(key):
        advice = "The API key looks like an access token: put it into DAFTRA_ACCESS_TOKEN."
        return Check("kind of credential", "warn", "a token given as key", advice)
    if token and not key and _KEY.fullmatch(token):
        advice = "The access token looks like an API key, which the server refuses as token: put it into DAFTRA_API_KEY."
        return Check("kind of credential", "warn", "a key given as token", advice)
    return None


def versions() -> Check:
    """Say what runs here."""
    python = ".".join(map(str, sys.version_info[:3]))
    libraries = ", ".join(f"{name} {metadata.version(name)}" for name in ("aiohttp", "msgspec"))
    return Check("versions", "ok", f"daftra_async {__version__}, Python {python}, {libraries}")
