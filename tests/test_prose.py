"""The word list of `make check`: what it finds, and what it leaves alone."""

import pytest

from tests import prose

PHRASES = prose.read_list()


def found(name, text):
    return [(finding.line, finding.text) for finding in prose.findings(name, text, PHRASES)]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("Paid at once. Nothing says when.", 1, "nothing says"),
        ("one\ntwo: the the invoice", 2, "the the"),
        ("What a invoice holds.", 1, "a invoice"),
        ("An client.", 1, "an client"),
        ("A `int`.", 1, "a `int`"),
        ("All fields but\nfor the id.", 1, "but for"),
        ("Notes, at most 80 characters. At most 80 characters.", 1, "at most 80 characters . at most 80 characters"),
    ],
)
def test_pages(text, line, said):
    shown = said.replace("`", "")
    assert found("docs/page.md", text) == [(line, shown)]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('def f():\n    """Read it. Return what\n    stands there."""\n', 2, "what stands"),
        ("x = 1\n# Fields but\n# for the id.\n", 2, "but for"),
        ('msg = (\n    f"{name}: {value!r} was given; nothing "\n    f"says {why}"\n)\n', 2, "nothing says"),
        ('"""Return the id. Return the id of it.\n\nReturn the id of it.\n"""\n', 1, "Return the id of it."),
    ],
)
def test_programs(text, line, said):
    assert found("daftra_async/module.py", text) == [(line, said)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.py", "def f() -> None:\n    nonlocal seen\n    seen += 1\n"),
        ("a.py", 'allowed = is_open\nkinds = {"client": "client"}\n'),
        ("a.py", '"""\u0130 An hour, a user, a URL, an HTTP status, an SDK, an uninsured unit."""\nx = [a for a in a]\n'),
        ("a.py", '"""Ends with this."""\n\nthis = 1\n'),
        ("a.md", "## Limiter\n\nLimiter is a class; there is no file of tokens.\n"),
        ("a.md", "```text\nclient     client\n```\n"),
        ("a.md", "`daftra import clients clients.xlsx`"),
        ("a.md", "If a and b are missing.\n"),
    ],
)
def test_what_is_left_alone(name, text):
    assert found(name, text) == []


def test_every_kind_of_file_is_read():
    names = {path.relative_to(prose.ROOT).as_posix() for path in prose.files()}
    assert {"README.md", "codegen/ir.py", "openapi/v1/invoices.yaml", "docs/lists.md", "tests/waiting.py"} <= names
    assert not names & prose.EXEMPT


def test_every_phrase_says_what_to_write_instead():
    for phrase in PHRASES:
        assert phrase.instead, phrase.find
