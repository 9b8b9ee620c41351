"""The table in the page about `daftra prove` shows what the command finds."""

from __future__ import annotations

import re
from pathlib import Path

from daftra_async import DaftraClient
from daftra_async.prove import prove
from daftra_async.sandbox import Behaviours, Sandbox

PAGE = Path(__file__).parents[2] / "docs" / "howto" / "prove.md"
_TABLE = re.compile(r"```text\n   question +answer +evidence\n(.*?)^✓ as the package", re.DOTALL | re.MULTILINE)
_STATES = {"✓": "confirmed", "≠": "differs", "•": "found"}


def rows() -> list[tuple[str, str, str]]:
    """Return state, question and answer of each row; lines without a mark continue the question above them."""
    match = _TABLE.search(PAGE.read_text("utf-8"))
    assert match is not None
    found: list[tuple[str, str, str]] = []
    for line in match[1].splitlines():
        mark, question, answer = line[0], line[3:47].strip(), line[47:65].strip()
        if mark in _STATES:
            found.append((_STATES[mark], question, answer))
        else:
            state, begun, kept = found.pop()
            found.append((state, f"{begun} {question}".strip(), kept))
    return found


async def test_the_table_is_what_is_found() -> None:
    async with (
        Sandbox("empty", behaviours=Behaviours(discount="unit")) as sandbox,
        DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra,
    ):
        proof = await prove(daftra, write=True)
    found = {(finding.state, finding.question, finding.answer) for finding in proof.findings}
    assert len(rows()) == 12
    assert [row for row in rows() if row not in found] == []
