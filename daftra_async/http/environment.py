"""Facts for bug reports: versions, the event loop, and which variables are set.

Only names of variables are shown, never values: keys, passwords of proxies and paths with somebody's name stand in them.
"""

from __future__ import annotations

import asyncio
import os
import platform
import re
import ssl
import sys
from importlib import metadata
from typing import TYPE_CHECKING, Final

from daftra_async import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

DISTRIBUTION: Final = "daftra-async"
_LIBRARIES: Final = ("aiohttp", "attrs", "cattrs", "msgspec", "yarl", "multidict")
_OURS: Final = "DAFTRA_"
_PROXIES: Final = frozenset({"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"})
_TLS: Final = frozenset({"SSL_CERT_FILE", "SSL_CERT_DIR", "SSLKEYLOGFILE"})
_REQUIREMENT: Final = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*).*?;.*?\bextra\s*==\s*['\"]([\w-]+)['\"]")
_NONE: Final = "none"


def environment(variables: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the facts by topic, in the order of a report.

    Args:
        variables: The variables to look through; those of the process when left out.
    """
    variables = os.environ if variables is None else variables
    bits = 64 if sys.maxsize > 2**32 else 32
    return {
        "daftra_async": f"{__version__} ({_installed()})",
        "python": f"{platform.python_implementation()} {platform.python_version()}, {bits} bit",
        "system": platform.platform(),
        **{name: _version(name) for name in _LIBRARIES},
        "HTTP parser": _parser(),
        **{f"extra {extra}": _versions(names) for extra, names in _extras().items()},
        "event loop": _loop(),
        "uvloop": _version("uvloop"),
        "TLS": ssl.OPENSSL_VERSION,
        "text": f"{sys.stdout.encoding or 'unknown'} to the terminal, {sys.getfilesystemencoding()} for file names",
        "settings": _names(name for name in variables if name.upper().startswith(_OURS)),
        "proxies": _names(name for name in variables if name.upper() in _PROXIES),
        "certificates": _names(name for name in variables if name.upper() in _TLS),
    }


def report() -> str:
    """Return the facts as lines to paste into a bug report."""
    facts = environment()
    width = max(map(len, facts))
    return "\n".join(f"{name:<{width}}  {value}" for name, value in facts.items())


def _version(distribution: str) -> str:
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return "not installed"


def _versions(distributions: Iterable[str]) -> str:
    return ", ".join(f"{name} {_version(name)}" for name in distributions) or "nothing beyond the package"


def _installed() -> str:
    """Return how the package was installed: sources may have been changed since."""
    try:
        found = metadata.distribution(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        return "run from its sources, not installed"
    origin = found.read_text("direct_url.json") or ""
    return "installed, editable" if re.search(r'"editable"\s*:\s*true', origin) else "installed"


def _extras() -> dict[str, list[str]]:
    """Return the libraries of each extra, as the metadata name them."""
    try:
        found = metadata.distribution(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        return {}
    extras: dict[str, list[str]] = {extra: [] for extra in found.metadata.get_all("Provides-Extra") or ()}
    extras.pop("all", None)
    for line in found.requires or ():
        match = _REQUIREMENT.match(line)
        # The extra `all` is made of the others: daftra-async[cli,sql].
        if match is not None and match[2] in extras and match[1] != DISTRIBUTION:
            extras[match[2]].append(match[1])
    return dict(sorted(extras.items()))


def _parser() -> str:
    try:
        from aiohttp import http_parser  # noqa: PLC0415  # what is broken may be just this import
    except Exception as error:  # noqa: BLE001  # whatever it is, the rest of the report is wanted all the more
        return f"aiohttp cannot be imported: {type(error).__name__}"
    return "Python" if http_parser.HttpResponseParser is http_parser.HttpResponseParserPy else "C"


def _loop() -> str:
    loop = asyncio.new_event_loop()  # asking for the policy itself is deprecated since Python 3.14
    try:
        kind = type(loop)
        return f"{kind.__module__}.{kind.__qualname__}"
    finally:
        loop.close()


def _names(names: Iterable[str]) -> str:
    found = sorted(names)
    return f"{', '.join(found)} (values not shown)" if found else _NONE
