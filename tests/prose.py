"""The word list of `make check`: phrases of docstrings, comments, messages and pages that read as if translated.

    python -m tests.prose [FILE ...]

The phrases stand in `prose.toml`, each with what to write instead. Texts are compared word by word, so a phrase is found across
the lines of a comment or the pieces of a string. Three rules need no list: `a` before a vowel, a word that comes twice in a row,
and a sentence that comes twice in a docstring. Tests of this program are in `test_prose.py`.
"""

from __future__ import annotations

import argparse
import bisect
import io
import itertools
import re
import string
import sys
import tokenize
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Final

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT: Final = Path(__file__).parent.parent
LIST: Final = Path(__file__).with_suffix(".toml")
SUFFIXES: Final = frozenset({".py", ".md", ".yaml", ".toml", ".jinja2"})
FOLDERS: Final = (".", "benchmarks", "changes", "codegen", "daftra_async", "docs", "examples", "openapi", "tests")
"""Those in the first are read alone, the others with all that is in them."""
EXEMPT: Final = frozenset({"tests/prose.toml", "tests/test_prose.py", "tests/codegen/test_prose.py"})
OTHERS: Final = ("tests/codegen/golden/", "tests/reference/")
"""What the vendor wrote, and what is remade from the generator."""

_WORD: Final = re.compile(r"[\w'-]+|\n(?=[ \t]*\n)|[^\w\s#]")
"""An empty line is a word too: no phrase goes over it."""
_SEAM: Final = re.compile(r'"\s*\n\s*f?"(?!")')
"""Between two pieces of a string."""
_PICTURE: Final = re.compile(r"^```text\n.*?^```$", re.MULTILINE | re.DOTALL)
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+")
_CALLED_BY_LETTER: Final = frozenset({"a", "occurs", "in", "is", "and", "are", "as", "at", "if", "it", "of", "on", "or"})
"""After an `a` that is a name: "a and b are missing"."""
_A: Final = re.compile(r"one\b|one-|once|eu|u(ni(?![ndm])|s[aeiu]|t[ei]|rl|tf|[a-z]$)")
"""Begins with a vowel, but not with its sound."""
_AN: Final = re.compile(r"[aeiou]|hour|honest|heir|html|http|[fhlmnrsx]([^a-z]|$)|(mkdocs|mypy|nth|rgb|sdk|sql|ssl|xlsx|xml)\b")
_LEAST_SENTENCE: Final = 15
_LOWER: Final = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
"""Lowers letter by letter: some letters beyond ASCII become two, and places would move."""
_SIGNS: Final = (["["], ["="], ["+"])
"""After the second of two words that are code in a string."""
_IN_CODE: Final = re.compile(r"[A-Z]|\w+\.\w")
"""A second word that begins a line of code, or is the name of a file."""
_TWICE: Final = "say it once"
_CODE: Final = frozenset({tokenize.NAME, tokenize.NUMBER, tokenize.OP})


@attrs.frozen
class Phrase:
    """A phrase of the list."""

    find: str
    """Words as a regular expression; between two there is one blank, and signs are words."""
    instead: str
    pattern: re.Pattern[str] = attrs.field(
        init=False, default=attrs.Factory(lambda self: re.compile(f" (?:{self.find}) "), takes_self=True)
    )


@attrs.frozen
class Finding:
    """Something to write otherwise."""

    file: str
    line: int
    text: str
    instead: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.text!r}: {self.instead}"


def read_list(path: Path = LIST) -> list[Phrase]:
    """Read the phrases."""
    return [Phrase(entry["find"], entry["instead"]) for entry in tomllib.loads(path.read_text("utf-8"))["phrase"]]


def files(root: Path = ROOT) -> Iterator[Path]:
    """Yield everything that holds prose of ours."""
    for folder in FOLDERS:
        found = (root / folder).iterdir() if folder == "." else (root / folder).rglob("*")
        for path in sorted(found):
            name = path.relative_to(root).as_posix()
            if path.suffix in SUFFIXES and name not in EXEMPT and not name.startswith(OTHERS) and path.is_file():
                yield path


def findings(name: str, text: str, phrases: Iterable[Phrase]) -> list[Finding]:
    """Return what is to be written otherwise in a file, from its top to its end."""
    lowered = text.translate(_LOWER)
    for unread in (_SEAM, _PICTURE):
        lowered = unread.sub(lambda found: " " * len(found.group()), lowered)
    words = _WORD.findall(lowered)
    found = [*_phrases(words, phrases), *_doubled_words(words), *_articles(words)]
    if found:
        starts = [match.start() for match in _WORD.finditer(lowered)]
        code = _code(text) if name.endswith(".py") else frozenset()
        lines = _lines(text)
        placed = [
            (starts[at], said, instead)
            for at, said, instead in found
            if code.isdisjoint(starts[at : at + 1 + said.count(" ")])
            and not (instead == _TWICE and _IN_CODE.match(text, starts[at + 1]))
        ]
    else:
        placed, lines = [], []
    listed = [Finding(name, bisect.bisect_right(lines, at), said, instead) for at, said, instead in placed]
    if name.endswith(".py"):
        listed += [Finding(name, line, said, _TWICE) for line, said in _doubled_sentences(text)]
    return sorted(listed, key=lambda finding: finding.line)


def _phrases(words: list[str], phrases: Iterable[Phrase]) -> Iterator[tuple[int, str, str]]:
    """Yield phrases by the index of their first word."""
    joined = f" {' '.join(words)} "
    for phrase in phrases:
        for match in phrase.pattern.finditer(joined):
            yield joined.count(" ", 0, match.start()), match.group().strip(), phrase.instead


def _doubled_words(words: list[str]) -> Iterator[tuple[int, str, str]]:
    for at, (word, following) in enumerate(itertools.pairwise(words)):
        if word == following and word.isalpha() and len(word) > 1 and words[at + 2 : at + 3] not in _SIGNS:
            yield at, f"{word} {word}", _TWICE


def _articles(words: list[str]) -> Iterator[tuple[int, str, str]]:
    for at, word in enumerate(words[:-2]):
        if word in {"a", "an"}:
            following = words[at + 1] if words[at + 1] != "`" else words[at + 2]
            if not following[0].isalpha() or not following[0].isascii() or following in _CALLED_BY_LETTER:
                continue
            if word == "a" and following[0] in "aeiou" and len(following) > 1 and not _A.match(following):
                yield at, f"a {following}", f"an {following}"
            if word == "an" and (not _AN.match(following) or _A.match(following)):
                yield at, f"an {following}", f"a {following}"


def _doubled_sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield sentences that stand twice in one docstring, by line."""
    line = 1
    for number, piece in enumerate(text.split('"""')):
        if number % 2:
            seen: set[str] = set()
            for sentence in _SENTENCE.split(piece):
                plain = " ".join(sentence.split())
                if plain.lower() in seen:
                    yield line, plain
                elif len(plain) >= _LEAST_SENTENCE:
                    seen.add(plain.lower())
        line += piece.count("\n")


def _lines(text: str) -> list[int]:
    """Return where each line begins."""
    return list(itertools.accumulate((len(line) + 1 for line in text.split("\n")), initial=0))


def _code(text: str) -> frozenset[int]:
    """Return where names and signs of the program begin: what begins there is no prose."""
    lines = _lines(text)
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return frozenset(lines[token.start[0] - 1] + token.start[1] for token in tokens if token.type in _CODE)


def main() -> int:
    """Print what is to be written otherwise; return 1 if there is something."""
    parser = argparse.ArgumentParser(prog="python -m tests.prose", description="Find phrases that are not plain English.")
    parser.add_argument("files", nargs="*", type=Path, help="What to read; everything without it.")
    asked = [path.resolve() for path in parser.parse_args().files]
    phrases = read_list()
    found = [
        finding
        for path in asked or files()
        for finding in findings(path.relative_to(ROOT).as_posix(), path.read_text("utf-8"), phrases)
    ]
    print(*found, sep="\n", end="\n" * bool(found))
    if found:
        print(f"{len(found)} to write otherwise; the phrases are listed in tests/prose.toml", file=sys.stderr)
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
