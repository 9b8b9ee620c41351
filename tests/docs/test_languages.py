"""Pages in Arabic beside those in English."""

from __future__ import annotations

import ast
import importlib
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "docs" / "hooks"))

languages = importlib.import_module("languages")

PAGES = {"index.md", "index.ar.md", "lists.md", "export.md", "export.ar.md", "tutorial/1.md", "tutorial/1.ar.md", "adr/README.md"}
ARABIC = sorted(path for path in (*ROOT.glob("*.ar.md"), *ROOT.glob("docs/**/*.ar.md")))
_BLOCK = re.compile(r"^ *```(?P<language>\w+)[^\n]*\n(?P<code>.*?)^ *```$", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize(
    ("page", "written", "shown"),
    [
        ("index.ar.md", "[التصدير](export.md#a)", "[التصدير](export.md#a)"),
        ("index.ar.md", "[التصدير](export.ar.md)", "[التصدير](export.ar.md)"),
        ("index.md", "[lists](lists.md)", "[lists](lists.md)"),
        ("index.ar.md", "[x](https://example.com/lists.md)", "[x](https://example.com/lists.md)"),
        ("index.ar.md", "![x](lists.md)", "![x](lists.md)"),
        ("index.ar.md", "[x](missing.md)", "[x](missing.md)"),  # has no page, so the build complains
        ("index.ar.md", "```md\n[x](lists.md)\n```", "```md\n[x](lists.md)\n```"),
    ],
)
def test_links_within_a_language_stay(page: str, written: str, shown: str) -> None:
    assert languages.mark_foreign_links(written, page, PAGES) == shown


@pytest.mark.parametrize(
    ("page", "written", "href", "mark"),
    [
        ("index.ar.md", "[القوائم](lists.md#a)", "../lists.html#a", "EN"),
        ("tutorial/1.ar.md", "[القوائم](../lists.md)", "../../lists.html", "EN"),
        ("tutorial/1.ar.md", "[القرارات](../adr/README.md){ .md-button }", "../../adr/index.html", "EN"),
        ("tutorial/1.md", "[العربية](../index.ar.md)", "../ar/index.html", "AR"),
    ],
)
def test_links_to_the_other_language_say_so(page: str, written: str, href: str, mark: str) -> None:
    shown = languages.mark_foreign_links(f"انظر {written}.", page, PAGES)
    assert re.fullmatch(rf'انظر <a href="{href}" hreflang="\w\w" title="[^"]+">\w+&nbsp;<sup lang="en">{mark}</sup></a>\.', shown)


def test_the_switch_leads_to_the_page_or_to_the_home_of_the_language() -> None:
    assert languages.alternates("tutorial/1.md", PAGES) == {"en": "tutorial/1.html", "ar": "ar/tutorial/1.html"}
    assert languages.alternates("tutorial/1.ar.md", PAGES) == {"en": "tutorial/1.html", "ar": "ar/tutorial/1.html"}
    assert languages.alternates("lists.md", PAGES) == {"en": "lists.html", "ar": "ar/index.html"}


def test_the_navigation_in_arabic_has_the_pages_that_exist() -> None:
    nav = [{"Home": "index.md"}, {"How-to": ["export.md", {"More": ["lists.md"]}]}, {"Tutorial": ["tutorial/1.md"]}, "lists.md"]
    assert languages.translated(nav, PAGES) == [
        {"Home": "index.ar.md"},
        {"How-to": ["export.ar.md"]},
        {"Tutorial": ["tutorial/1.ar.md"]},
    ]


def _programs(page: Path) -> list[tuple[str, str]]:
    """The blocks of a page; of Python what it does, since comments may be translated."""
    found = []
    for match in _BLOCK.finditer(page.read_text("utf-8")):
        code = match["code"]
        if match["language"] in {"python", "py"}:
            code = ast.dump(compile(code, str(page), "exec", ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT))
        found.append((match["language"], code))
    return found


@pytest.mark.parametrize("page", ARABIC, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_programs_and_their_outputs_are_those_of_the_english_page(page: Path) -> None:
    """So running the blocks of the English pages is enough."""
    assert _programs(page) == _programs(page.with_name(page.name.replace(".ar.md", ".md")))
