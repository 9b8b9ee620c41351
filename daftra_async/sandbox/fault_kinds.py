"""The catalogue of faults: what goes wrong, and whether the request takes effect anyway."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to fail."""

    name: str
    text: str
    """What the client meets."""
    effect: bool
    """Whether the request is handled, so that a write is done although its answer goes wrong."""
    value: str = ""
    """Meaning of the number in `kind=number`; empty where the kind takes none."""
    default: float = 0.0
    only: str | None = None
    """Rules of several kinds use it for operations of this verb only; None for all."""


_AFTER: Final = "the request is handled, then: "

KINDS: Final[dict[str, Kind]] = {
    kind.name: kind
    for kind in (
        Kind("none", "no fault: a place in a sequence of rules that lets a request pass", effect=True),
        Kind("delay", "handled and answered late", effect=True, value="seconds before it is handled", default=0.05),
        Kind("slow-drip", "the answer in pieces with pauses", effect=True, value="seconds between pieces", default=0.005),
        Kind("hang", f"{_AFTER}no answer, and the connection stays open", effect=True, value="seconds", default=3600.0),
        Kind("drop-before-read", "the connection is closed before the body is read", effect=False),
        Kind("drop-after-read", f"{_AFTER}the connection is closed", effect=True),
        Kind("drop-after-headers", f"{_AFTER}headers, and the connection is closed", effect=True),
        Kind("half-body", f"{_AFTER}half of the body, and the connection is closed", effect=True),
        Kind("wrong-length", f"{_AFTER}Content-Length above what comes", effect=True, value="bytes too many", default=17),
        Kind("short-length", f"{_AFTER}Content-Length below what comes", effect=True, value="bytes too few", default=5),
        Kind("reset", "TCP reset before it is handled", effect=False),
        Kind("reset-after", f"{_AFTER}TCP reset", effect=True),
        Kind("429", "429 without Retry-After", effect=False),
        Kind("429-seconds", "429 with Retry-After in seconds", effect=False, value="seconds", default=1),
        Kind("429-date", "429 with Retry-After as a date", effect=False, value="seconds from now", default=1),
        Kind("500", "500", effect=False),
        Kind("502", "502 with an HTML page", effect=False),
        Kind("503", "503 without Retry-After", effect=False),
        Kind("503-seconds", "503 with Retry-After in seconds", effect=False, value="seconds", default=1),
        Kind("504", "504 with an HTML page", effect=False),
        Kind("500-after", f"{_AFTER}500", effect=True),
        Kind("502-after", f"{_AFTER}502 with an HTML page", effect=True),
        Kind("503-after", f"{_AFTER}503 without Retry-After", effect=True),
        Kind("503-seconds-after", f"{_AFTER}503 with Retry-After", effect=True, value="seconds", default=1),
        Kind("504-after", f"{_AFTER}504 with an HTML page", effect=True),
        Kind("408-after", f"{_AFTER}408", effect=True),
        Kind("520-after", f"{_AFTER}520", effect=True),
        Kind("html", "200 with an HTML page", effect=False),
        Kind("html-after", f"{_AFTER}200 with an HTML page", effect=True),
        Kind("login-redirect", "302 to a login page on another host", effect=False),
        Kind("error-in-200", '200 with {"error": ...}', effect=False),
        Kind("null-id", "202 with id null, and nothing is created", effect=False, only="create"),
        Kind("no-id", f"{_AFTER}202 without an id", effect=True, only="create"),
        Kind("php-warning", f"{_AFTER}a PHP warning before the JSON", effect=True),
        Kind("truncated-json", f"{_AFTER}half of the JSON with a Content-Length that fits it", effect=True),
        Kind("gzip-garbage", f"{_AFTER}Content-Encoding: gzip over what is no gzip", effect=True),
        Kind("empty-page", "a page of a list without its rows", effect=True, only="list"),
        Kind("short-page", "a page of a list with half of its rows", effect=True, only="list"),
        Kind("no-next", "a page of a list that says it is the last", effect=True, only="list"),
        Kind("few-pages", "a page of a list whose page count ends with it", effect=True, only="list"),
        Kind("expired-token", "401 although the credential is valid", effect=False),
    )
}
"""Kinds by name."""


def kind_named(name: str) -> Kind:
    """The kind of a name.

    Raises:
        ValueError: there is none.
    """
    if name not in KINDS:
        msg = f"unknown fault {name!r:.60}; expected {', '.join(KINDS)}"
        raise ValueError(msg)
    return KINDS[name]
