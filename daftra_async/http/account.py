"""The URL of an account, from its subdomain, host or URL.

`acme` is `https://acme.daftra.com`; a host (`acme.daftara.com`, `erp.example.com`) is served over https; a full URL is taken as
it is. Plain http would show the credentials to everybody on the way, so it is for loopback only, unless allowed explicitly.
"""

from __future__ import annotations

import ipaddress
import os
import re
from typing import Final

from yarl import URL

from daftra_async._text import refuse
from daftra_async._words import only_python
from daftra_async.errors import ArgumentError
from daftra_async.redaction.shown import sealed

_LABEL: Final = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_SUBDOMAIN: Final = re.compile(_LABEL)
_HOST: Final = re.compile(rf"{_LABEL}(?:\.{_LABEL})+(?::\d{{1,5}})?")
_URL: Final = re.compile(rf"https?://(?:{_LABEL}(?:\.{_LABEL})*|\[[0-9A-Fa-f:.]+\])(?::\d{{1,5}})?(?:/[A-Za-z0-9._~-]+)*/?")
_LOCAL: Final = re.compile(r"(?:localhost|(?:[0-9]{1,3}\.){3}[0-9]{1,3}|\[[0-9a-f:]+\])(?::[0-9]{1,5})?", re.IGNORECASE)
"""This machine, or one without a name: nobody can say whether it speaks http or https."""
_API_PATHS: Final = frozenset({"/api2", "/v2", "/v2/api", "/v2/api/entity"})
_ALLOWED: Final = (
    "expected a subdomain such as 'acme', a host such as 'acme.daftra.com' or a URL such as 'https://acme.daftra.com/'"
    " (ASCII, without user name, query and fragment)"
)


def base_url(account: str | None, override: str | None = None, *, allow_insecure: bool = False) -> URL:
    """Return the URL below which all paths of the account stand, without a trailing slash.

    Args:
        account: Subdomain, host or URL.
        override: URL (or host) that takes the place of what `account` says: tests, proxies, own domains.
        allow_insecure: Let plain http go to hosts other than loopback.

    Raises:
        ArgumentError: neither is given, one is malformed, or http would leave this machine.
    """
    argument, text = ("account", account) if override is None else ("base_url", override)
    if text is None:
        msg = f"account: nothing was given; {_ALLOWED}"
        raise ArgumentError(msg, "account")
    if account is not None and override is not None:
        _parse("account", account)
    url = _parse(argument, text)
    if url.scheme == "http" and not allow_insecure and not _is_loopback(url):
        insecure = only_python(", or allow_insecure=True")
        msg = f"{argument}: plain http would show the credentials; expected https, or http on this machine{insecure}"
        raise ArgumentError(msg, argument)
    return url


def _parse(argument: str, text: object) -> URL:
    if not isinstance(text, str):
        msg = f"{argument}: {type(text).__name__} is not text; {_ALLOWED}"
        raise ArgumentError(msg, argument)
    if _LOCAL.fullmatch(text):
        msg = f"{argument}: {text!r} is an address without its scheme; write 'http://{text}'"
        raise ArgumentError(msg, argument)
    if _SUBDOMAIN.fullmatch(text):
        return URL(f"https://{text.lower()}.daftra.com")
    candidate = f"https://{text}" if _HOST.fullmatch(text) else text
    if not _URL.fullmatch(candidate) or "/.." in candidate or "/./" in candidate:
        msg = f"{argument}: {_shown(text)} is malformed; {_ALLOWED}"
        raise ArgumentError(msg, argument)
    try:
        url = URL(candidate.rstrip("/"))
        port_is_good = url.port is not None and url.port > 0
    except ValueError:
        port_is_good = False
        url = URL()
    if not port_is_good:
        msg = f"{argument}: host or port of {_shown(text)} is malformed; {_ALLOWED}"
        raise ArgumentError(msg, argument)
    # People paste the address of the API; the operations bring these prefixes themselves.
    return url.origin() if url.path in _API_PATHS else url


def _shown(text: str) -> str:
    """Show a malformed account, unless it may hold a password or be endless."""
    # A query may hold a key.
    shown = re.split(r"[?#]", text, maxsplit=1)[0]
    return "the value" if "@" in text or len(text) > 100 else ascii(shown) + ("…" if shown != text else "")


def _is_loopback(url: URL) -> bool:
    host = url.host or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


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
