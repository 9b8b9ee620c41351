"""From options and environment to a client."""

from __future__ import annotations

import os

from daftra_async.client import DaftraClient
from daftra_async.errors import ArgumentError


def connect(
    account: str | None = None, api_key: str | None = None, access_token: str | None = None, base_url: str | None = None
) -> DaftraClient:
    """Return a client that is not yet open; what no option says is taken from `DAFTRA_*` variables.

    A credential given as an option hides those of the environment.

    Raises:
        ArgumentError: no account or no credential, two credentials, or a malformed one.
    """
    account = account or _variable("ACCOUNT")
    base_url = base_url or _variable("BASE_URL")
    if not api_key and not access_token:
        api_key, access_token = _variable("API_KEY"), _variable("ACCESS_TOKEN")
    if not account and not base_url:
        msg = "no account: set DAFTRA_ACCOUNT or give --account (a subdomain such as acme, a host or a URL)"
        raise ArgumentError(msg, "account")
    if not api_key and not access_token:
        msg = "no credential: set DAFTRA_API_KEY or DAFTRA_ACCESS_TOKEN, or give --api-key or --access-token"
        raise ArgumentError(msg, "api_key")
    return DaftraClient(account, api_key=api_key, access_token=access_token, base_url=base_url)


def _variable(name: str) -> str | None:
    return os.environ.get(f"DAFTRA_{name}") or None
