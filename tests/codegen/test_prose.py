"""The prose of generated docstrings: nothing is said twice in one entry, and articles fit their words.

Prose stands in the fragments; limits, defaults, examples and the list of an id are data there, which the generator adds in words.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parents[2] / "daftra_async"
FOLDERS = ("models", "resources")

LIKE_YOU = re.compile(r"(?:eu|uni(?![nm])|us[aeu]|ur[iu]|ubi|one\b|once\b)", re.IGNORECASE)
"""Beginnings that are written with a vowel and spoken with a consonant."""
LIKE_OUR = re.compile(r"(?:hour|honest|heir|8|11\b|18\b)", re.IGNORECASE)
"""Beginnings that are written with a consonant and spoken with a vowel."""
SPELLED = re.compile(r"[AEFHILMNORSX](?:[A-Z0-9-]|\b)")
"""Abbreviations whose first letter is spoken with a vowel."""
SMALL = frozenset(
    (
        *(
            "a",
            "an",
            "and",
            "are",
            "at",
            "by",
            "effect",
            "for",
            "form",
            "goes",
            "in",
            "is",
            "must",
            "needs",
            "not",
            "of",
            "on",
            "only",
        ),
        *("or", "required", "rule", "server", "the", "to", "together", "unit", "when", "with"),
    )
)
"""Words that alone make no statement."""


def article(word: str) -> str:
    """Return the indefinite article of a word, by its sound."""
    if word.isupper():
        return "an" if SPELLED.match(word) else "a"
    spoken_with_vowel = LIKE_OUR.match(word) or (word[:1].lower() in "aeiou" and not LIKE_YOU.match(word))
    return "an" if spoken_with_vowel else "a"


def words(text: str) -> set[str]:
    """Return the words of a text that state something, in the singular."""
    return {word.removesuffix("s") for word in re.findall(r"[a-z0-9]+", text.lower())} - SMALL


def faults(entry: str) -> Iterator[str]:
    """Yield what is wrong with an entry of a docstring."""
    for found, word in re.findall(r"\b([Aa]n?) [`'\"]*(\w+)", entry):
        if found.lower() != article(word):
            yield f"{found} {word}"
    said: set[str] = set()
    for sentence in re.split(r"(?<=[.!?])\s+", entry):
        new = words(sentence)
        if new and new <= said:
            yield f"said twice: {sentence}"
        said |= new


def entries(tree: ast.Module) -> Iterator[str]:
    """Yield every text of a module that stands by itself: of a class, a field, a method, an argument."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Expr) or not isinstance(node.value, ast.Constant) or not isinstance(node.value.value, str):
            continue
        text, _, arguments = node.value.value.partition("\n        Args:\n")
        yield " ".join(text.split())
        for argument in re.split(r"\n {12}(?=\w+: )", f"\n{arguments}"):
            yield " ".join(argument.partition(": ")[2].split())


@pytest.mark.parametrize("folder", FOLDERS)
def test_nothing_is_said_twice_and_articles_fit(folder: str) -> None:
    wrong: list[str] = []
    seen = 0
    for file in sorted((PACKAGE / folder).glob("*.py")):
        for entry in entries(ast.parse(file.read_text("utf-8"))):
            seen += bool(entry)
            wrong += [f"{file.name}: {fault} [{entry}]" for fault in faults(entry)]
    assert wrong == []
    assert seen > 1000


@pytest.mark.parametrize(
    "entry",
    [
        "Text of the terms, at most 80000 characters. At most 80000 characters.",
        "Purchase order number; needs PO numbers enabled. Needs: PO numbers.",
        "Linked note id, 0 for none. 0 = none.",
        "Invoice currency, the account currency by default. Server default: account currency.",
        "Storage id; required when used_by is storage. Required when used_by is storage.",
        "Lot numbers of the line, for tracked products only. Only with: tracked product.",
        "Get a invoice by id.",
        "A `InvoiceType`, or its value.",
        "Send an request.",
        "An unique id.",
        "Waits a hour.",
        "A HTTP header.",
    ],
)
def test_what_is_found(entry: str) -> None:
    assert list(faults(entry))


@pytest.mark.parametrize(
    "entry",
    [
        "Staff member id, 0 for the site owner. Listed by `staff.list`. Default on the server: 0.",
        "An invoice, a unit, an hour, a user, an HTML page, a POS device, a one-off, an 8, a European.",
        "Reads an unnamed record; an umbrella, an uninsured one.",
    ],
)
def test_what_is_left_alone(entry: str) -> None:
    assert not list(faults(entry))
