"""What people call fields, in English and Arabic: `vocabulary.toml`."""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from importlib import resources
from typing import Any, Final

# Vowel signs, and the stretch of letters.
_MARKS: Final = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640]")
_LETTERS: Final = str.maketrans("أإآٱىةؤئ", "اااايهوي")
_BETWEEN: Final = re.compile(r"[\W_]+")


@functools.cache
def load() -> dict[str, Any]:
    """Return the file, read once."""
    return tomllib.loads(resources.files("daftra_async.importing").joinpath("vocabulary.toml").read_text("utf-8"))


def resource(name: str) -> dict[str, Any]:
    """Return what it says of a resource: `key`, `lines`, and words for its fields."""
    found: dict[str, Any] = load()["resources"].get(name, {})
    return found


@functools.cache
def custom_words() -> frozenset[str]:
    """Return the words before the label of a custom field, folded."""
    return frozenset(map(folded, load()["custom"]["words"]))


def folded(text: str) -> str:
    """Return a text as it is compared: case, blanks, marks and spellings of one Arabic letter do not count."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return _BETWEEN.sub("", _MARKS.sub("", plain).translate(_LETTERS))
