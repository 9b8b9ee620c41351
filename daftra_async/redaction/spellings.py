r"""Texts with their escapes decoded.

A server that echoes a secret writes it as its page or its JSON wants it: `p&amp;ss`, `p%26ss`, `p\u0026ss`, or one inside of
another. What looks for secrets looks at the text and at this view of it, which knows where each of its characters came from.
"""

from __future__ import annotations

import html
import re
from typing import Final

import attrs

_ROUNDS: Final = 3
"""Escapes within escapes: HTML in JSON in a URL."""
_ESCAPE: Final = re.compile(
    r"""
      \\u(?P<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?P<low>[dD][c-fC-F][0-9a-fA-F]{2})
    | \\(?:u(?P<code>[0-9a-fA-F]{4})|x(?P<byte>[0-9a-fA-F]{2})|(?P<char>["'\\/bfnrt]))
    | (?P<url>(?:%[0-9a-fA-F]{2})+)
    | &(?P<entity>\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});
    """,
    re.VERBOSE,
)
_TRIPLE: Final = re.compile(r"%([0-9a-fA-F]{2})")
_CONTROLS: Final = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}


@attrs.frozen(repr=False)
class View:
    """A text without its escapes."""

    text: str
    starts: list[int]
    """Start of each character in the original text, and the end of that text."""


def has_escapes(text: str) -> bool:
    """Return whether a text may hold escapes at all."""
    return "\\" in text or "%" in text or "&" in text


def unescaped(text: str) -> list[View]:
    """Return the views of a text: with its escapes undone once, twice and so on, as long as there are any."""
    views: list[View] = []
    for _ in range(_ROUNDS):
        present = views[-1].text if views else text
        if not has_escapes(present):
            break
        chars, starts = _once(present)
        if len(chars) == len(present):
            break
        views.append(View("".join(chars), [views[-1].starts[at] for at in starts] if views else starts))
    return views


def _once(text: str) -> tuple[list[str], list[int]]:
    chars: list[str] = []
    starts: list[int] = []
    end = 0
    for match in _ESCAPE.finditer(text):
        chars += text[end : match.start()]
        starts += range(end, match.start())
        for char, at in _meant(match):
            chars.append(char)
            starts.append(at)
        end = match.end()
    chars += text[end:]
    starts += range(end, len(text) + 1)
    return chars, starts


def _meant(match: re.Match[str]) -> list[tuple[str, int]]:
    """Return the characters that an escape stands for, each with its place."""
    at = match.start()
    if match["url"] is not None:
        return _of_bytes(match["url"], at)
    if match["high"] is not None:
        return [(chr(0x10000 + ((int(match["high"], 16) & 0x3FF) << 10) + (int(match["low"], 16) & 0x3FF)), at)]
    code = match["code"] or match["byte"]
    if code is not None:
        return [(chr(int(code, 16)), at)]
    if match["char"] is not None:
        return [(_CONTROLS.get(match["char"], match["char"]), at)]
    return [(char, at) for char in _of_entity(match["entity"])]


def _of_entity(name: str) -> str:
    if not name.startswith("#"):
        return html.unescape(f"&{name};")
    code = int(name.lstrip("#xX"), 16) if name[1] in "xX" else int(name[1:])
    return chr(code) if code < 0x110000 else f"&{name};"


def _of_bytes(escapes: str, at: int) -> list[tuple[str, int]]:
    """Return the characters of percent-encoded bytes: UTF-8, or else a character a byte."""
    found = list(_TRIPLE.finditer(escapes))
    raw = bytes(int(each[1], 16) for each in found)
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = raw.decode("latin-1")
        return [(char, at + each.start()) for char, each in zip(text, found, strict=True)]
    places: list[tuple[str, int]] = []
    byte = 0
    for char in text:
        places.append((char, at + found[byte].start()))
        byte += len(char.encode())
    return places
