"""The hosts that a client may send its credential to, for programs whose users name their account themselves.

Who sets `account` decides where the key goes: `erp.example.com` is a host like any other. A list of hosts takes that
decision back.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from daftra_async._text import refuse
from daftra_async.errors import ArgumentError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from yarl import URL

DAFTRA_HOSTS: Final = ("*.daftra.com", "*.daftara.com")
"""The hosts of Daftra itself: with `DaftraClient(allowed_hosts=DAFTRA_HOSTS)` an account is a subdomain of one of them."""

_LABEL: Final = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST: Final = re.compile(rf"(?P<any>\*\.)?(?P<host>{_LABEL}(?:\.{_LABEL})*|\[[0-9a-f:.]+\])(?::(?P<port>[0-9]{{1,5}}))?")
_WANTED: Final = "hosts such as ['acme.daftra.com', '*.daftra.com', 'localhost:8080'], without scheme and path"


def check_host(url: URL, allowed: Iterable[str], argument: str) -> None:
    """Refuse a URL whose host is not in the list.

    Args:
        url: Where requests would go.
        allowed: Hosts; `*.` before one stands for exactly one label. One without a port stands for the port of the URL's scheme.
        argument: What the user calls the URL.

    Raises:
        ArgumentError: the host is not in the list, or the list is malformed.
    """
    if isinstance(allowed, str):
        refuse("allowed_hosts", "a text was given", _WANTED)
    hosts = list(allowed)
    if not hosts:
        refuse("allowed_hosts", "it is empty, so no host could be reached", _WANTED)
    # All of them are looked at: a malformed one is reported at once, not when it is needed.
    fits = [_fits(url, host) for host in hosts]
    if not any(fits):
        shown = url.host_port_subcomponent or ""
        msg = f"{argument}: the host {ascii(shown)[:100]} is not allowed here; allowed_hosts= names {', '.join(hosts)[:200]}"
        raise ArgumentError(msg, argument)


def _fits(url: URL, host: object) -> bool:
    match = _HOST.fullmatch(host.lower()) if isinstance(host, str) else None
    if match is None:
        refuse("allowed_hosts", f"{host!r:.60} was given", _WANTED)
    known, port = match["host"].strip("[]"), match["port"]
    name = url.host or ""
    if match["any"]:
        label, _, name = name.partition(".")
        if not re.fullmatch(_LABEL, label):
            return False
    return name == known and (url.is_default_port() if port is None else url.port == int(port))
