"""Find secrets and personal data in text from servers, and mask them.

The order makes it safe and quick. Known secrets are looked for in the whole text, by plain search. Then the text is cut, and
what touches the cut is masked, since half of a secret cannot be found any more. Only then the patterns run, over a text of
bounded length; each of them begins at the edge of a run of characters and never goes back, so that the work grows with the
length of the text and not with its square, whatever stands in it.
"""

from __future__ import annotations

import re
import string
from typing import TYPE_CHECKING, Final

from daftra_async.redaction.printable import harmless
from daftra_async.redaction.spellings import has_escapes, unescaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Span = tuple[int, int]

MASK: Final = "***"
LONGEST: Final = 16 * 1024
"""Characters of a text that the patterns read; what lies beyond is cut off."""
_SHORTEST_SECRET: Final = 4
_MARGIN: Final = 8 * 1024
"""Characters beyond the cut in which a secret that begins before it is still found in an escaped spelling."""
_TAIL: Final = 512
"""Characters before the cut that may be the beginning of something, beyond a token of any length."""

# Each begins where a run of its characters begins, and takes the whole run: no second look at any character.
_EMAIL: Final = re.compile(r"(?<![^\s@\"'<>,;:=(\[{])[^\s@\"'<>,;:=(\[{]++@[^\s@\"'<>,;:)&\]}]++")
_PHONE: Final = re.compile(r"(?<![\w.-])(?:\+[0-9](?:[ ().-]{0,2}[0-9]){6,16}|0[0-9]{9,14}(?![\w-]))")
# Long, without blanks, of letters and digits mixed: keys, tokens, signatures.
_TOKEN: Final = re.compile(r"(?<![A-Za-z0-9_.~+/=-])(?=[A-Za-z_.~+/=-]*+[0-9])(?=[0-9_.~+/=-]*+[A-Za-z])[A-Za-z0-9_.~+/=-]{32,}+")
_PATTERNS: Final = (_EMAIL, _PHONE, _TOKEN)
_TOKEN_CHARS: Final = f"{string.ascii_letters}{string.digits}_.~+/=-%@"
_PHONE_CHARS: Final = " ().+-0123456789"
# Arabic and Persian digits, and the wide ones of East Asia: phone numbers are written with them too.
_DIGITS: Final = str.maketrans({chr(zero + digit): str(digit) for zero in (0x660, 0x6F0, 0xFF10) for digit in range(10)})
_BLANKS: Final = str.maketrans("+", " ")


def scrub(text: str, secrets: Iterable[str]) -> str:
    """Return the text without the given secrets: servers echo what they were sent."""
    return _masked(text, _exact(text, _worth(secrets)))


def clean(text: str, secrets: Iterable[str] = (), limit: int = LONGEST) -> str:
    """Return a text of the server without secrets, e-mail addresses, phone numbers and what looks like a token.

    Secrets are found in escaped spellings too (JSON, HTML, URLs). Control and direction characters are shown by their codes.

    Args:
        text: The text.
        secrets: What must not be shown.
        limit: Characters of the text to show; a longer one ends in an ellipsis.
    """
    known = _worth(secrets)
    text = _masked(text, _exact(text, known))
    window = text[: limit + _MARGIN]
    spans = list(_spelled(window, known)) if known and (has_escapes(window) or "+" in window) else []
    if spans:
        checked = _masked(window, spans)
        if len(text) > len(window):
            # Beyond the window nobody has looked, however short the masks have made it.
            limit = min(limit, len(checked))
            checked += "…"
        text = checked
    return harmless(_without_patterns(shortened(text, limit)))


def shortened(text: str, limit: int) -> str:
    """Return the beginning of a text; the word that the cut goes through is masked, since it may be half a secret."""
    if len(text) <= limit:
        return text
    kept = text[:limit]
    if not (text[limit].isspace() or kept[-1:].isspace()):
        kept = kept.rstrip(_TOKEN_CHARS)
        last = kept[-_TAIL:].rsplit(None, 1)[-1:]
        kept = kept[: len(kept) - len(last[0])] if last and not kept[-1:].isspace() else kept
    # A phone number may hold blanks.
    tail = kept[-_TAIL:].translate(_DIGITS)
    digits = tail[len(tail.rstrip(_PHONE_CHARS)) :]
    if re.search("[0-9]", digits):
        kept = kept[: len(kept) - len(digits)]
    return f"{kept}{'' if len(kept) == limit else MASK}…"


def has_phone(text: str) -> bool:
    """Return whether a phone number stands in a text."""
    return _PHONE.search(text) is not None


def _worth(secrets: Iterable[str]) -> list[str]:
    # Replacing very short ones would tell where they are in ordinary text.
    return [str(secret) for secret in secrets if len(secret) >= _SHORTEST_SECRET]


def _exact(text: str, secrets: Iterable[str]) -> Iterator[Span]:
    """Yield the positions of the secrets, overlapping ones included."""
    for secret in secrets:
        begin = text.find(secret)
        while begin >= 0:
            yield begin, begin + len(secret)
            begin = text.find(secret, begin + 1)


def _spelled(text: str, secrets: list[str]) -> Iterator[Span]:
    """Yield the positions of escaped secrets; in URLs a plus is a blank."""
    # A secret may look escaped itself, and what is undone in the text is undone in it too.
    spellings = set(secrets) | {view.text for secret in secrets for view in unescaped(secret)}
    wanted = [spelling.translate(_BLANKS) for spelling in spellings if len(spelling) >= _SHORTEST_SECRET]
    yield from _exact(text.translate(_BLANKS), wanted)
    for view in unescaped(text):
        for begin, end in _exact(view.text.translate(_BLANKS), wanted):
            yield view.starts[begin], view.starts[end]


def _without_patterns(text: str) -> str:
    spans = list(_found(text))
    for view in unescaped(text)[-1:]:
        spans += [(view.starts[begin], view.starts[end]) for begin, end in _found(view.text)]
    return _masked(text, spans)


def _found(text: str) -> Iterator[Span]:
    if not text.isascii():
        text = text.translate(_DIGITS)
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            yield match.span()


def _masked(text: str, spans: Iterable[Span]) -> str:
    """Return the text with a mask in place of each span; those that touch or overlap get one."""
    parts: list[str] = []
    done = 0
    for begin, end in sorted(spans):
        if end <= done:
            continue
        if begin > done or not parts:
            parts += (text[done:begin], MASK)
        done = end
    return "".join((*parts, text[done:])) if parts else text
