"""Make text from servers safe to print in a terminal, a log or a page.

Control characters move the cursor, recolour or erase text, and begin lines that nobody wrote. Characters for the
direction of text reorder what is read: `exe.gpj` shows as `jpg.exe`. They are shown by their codes, so nothing is lost.
"""

from __future__ import annotations

import re
from typing import Final

# Controls without tab and line feed, halves of characters, line separators, embeddings, overrides and isolates.
_DANGEROUS: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
# Also what begins another line, and the marks of direction: in one line of a log they have no use.
_NOT_IN_A_LINE: Final = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_SHORT: Final = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}


def harmless(text: str) -> str:
    """Return a text whose control and direction characters are shown by their codes; line breaks and tabs stay."""
    return text if text.isprintable() else _DANGEROUS.sub(_code, text.replace("\r\n", "\n"))


def one_line(text: str) -> str:
    """Return a text as one line: line breaks, control and direction characters are shown by their codes."""
    return text if text.isprintable() else _NOT_IN_A_LINE.sub(_code, text)


def plain_json(text: str) -> str:
    """Return JSON that means the same and holds none of these characters: inside of texts they are escaped."""
    # Outside of texts JSON has no such characters but line breaks and tabs, which stay; inside it has escaped those already.
    return text if text.isprintable() else _DANGEROUS.sub(_json_code, text)


def _code(match: re.Match[str]) -> str:
    char = match[0]
    number = ord(char)
    return _SHORT.get(char) or (f"\\x{number:02x}" if number < 256 else f"\\u{number:04x}")


def _json_code(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
