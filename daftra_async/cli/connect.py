"""From options and environment to clients."""

from __future__ import annotations

import os
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from daftra_async._text import refuse
from daftra_async.cli import options, profiles
from daftra_async.cli.logins import stored
from daftra_async.client import DaftraClient
from daftra_async.errors import ArgumentError

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator
    from pathlib import Path


def connect(
    account: str | None = None, api_key: str | None = None, access_token: str | None = None, base_url: str | None = None
) -> DaftraClient:
    """Return a client that is not yet open; what no option says is taken from the profile, or else from `DAFTRA_*` variables.

    A credential given as an option hides those of the environment; where there is none, the login of `daftra login` is used.

    Raises:
        ArgumentError: no account or no credential, two credentials, or a malformed one.
    """
    if (profile := profiles.active(account, api_key, access_token, base_url)) is not None:
        return _of_profile(profile)
    account = account or _variable("ACCOUNT")
    base_url = base_url or _variable("BASE_URL")
    if not api_key and not access_token:
        api_key, access_token = _variable("API_KEY"), _variable("ACCESS_TOKEN")
    if not account and not base_url:
        msg = "no account: set DAFTRA_ACCOUNT or give --account (a subdomain such as acme, a host or a URL)"
        raise ArgumentError(msg, "account")
    if not api_key and not access_token:
        if (login := stored(account, base_url)) is not None:
            return DaftraClient(account, auth=login, base_url=base_url)
        msg = "no credential: set DAFTRA_API_KEY or DAFTRA_ACCESS_TOKEN, or run daftra login, or give --api-key or --access-token"
        raise ArgumentError(msg, "api_key")
    return DaftraClient(account, api_key=api_key, access_token=access_token, base_url=base_url)


def _of_profile(profile: profiles.Profile) -> DaftraClient:
    key, token = profile.source("api_key")[0], profile.source("access_token")[0]
    if key or token:
        return DaftraClient(profile.account, api_key=key, access_token=token, base_url=profile.base_url)
    login = stored(profile.account, profile.base_url)
    if login is None:
        msg = f"no credential: run `daftra login --profile {profile.name}`, or give the profile api_key_env or keyring = true"
        raise ArgumentError(msg, "profile")
    return DaftraClient(profile.account, auth=login, base_url=profile.base_url)


@asynccontextmanager
async def connected(accounts: Path | None, *credentials: str | None) -> AsyncGenerator[DaftraClient | dict[str, DaftraClient]]:
    """Open the one client of the options, or those of a file of accounts.

    Args:
        accounts: The file; options for one account cannot be combined with it, and `DAFTRA_*` variables are not looked at.
        credentials: Account, API key, access token and URL, as for `connect`.

    Raises:
        ArgumentError: something is missing, malformed or too much.
    """
    if accounts is None:
        async with connect(*credentials) as client:
            yield client
        return
    if any(credentials) or options.profile():
        refuse(
            "accounts", "--profile, --account, --api-key, --access-token or --base-url was given too", "either the file or these"
        )
    from daftra_async.export.accounts import open_accounts  # noqa: PLC0415  # other commands need nothing of the exports

    async with open_accounts(accounts) as clients:
        yield clients


def _variable(name: str) -> str | None:
    return os.environ.get(f"DAFTRA_{name}") or None
