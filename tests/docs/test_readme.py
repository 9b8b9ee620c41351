"""The README: its program runs as pasted, and its links work on a package index too."""

from __future__ import annotations

import asyncio
import re
import sys
import tomllib
from pathlib import Path

import pytest

from daftra_async.sandbox import Sandbox
from tests.docs.blocks import blocks

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
URLS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["urls"]
_CODE = re.compile(r"```.*?```|`[^`\n]*`|^\[[^\]\n]*\]: [^\n]*$", re.DOTALL | re.MULTILINE)
_TARGETS = re.compile(r"^\[(?P<name>[^\]]+)\]: (?P<target>\S+)$", re.MULTILINE)
_LINK = re.compile(r"(?P<image>!)?\[(?P<text>[^\]\n]+)\](?:\[(?P<name>[^\]]+)\])?(?![:(])")


async def test_program(tmp_path: Path) -> None:
    [block] = blocks(ROOT / "README.md")
    async with Sandbox("demo") as sandbox:
        script = tmp_path / "program.py"
        script.write_text(block.code.replace("http://127.0.0.1:8080", sandbox.url), "utf-8")
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-X", "dev", "-W", "error", str(script)),
            env={"PYTHONPATH": str(ROOT)},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        out, err = await process.communicate()
    assert process.returncode == 0, err.decode()
    # Development mode also writes `Executing <Task ...> took 0.2 seconds` to stderr on a busy machine, so stderr may have text.
    assert b"Warning" not in err
    assert block.shows(out.decode("utf-8"))


@pytest.mark.parametrize("name", ["README.md", "README.ar.md"])
def test_links(name: str) -> None:
    """Each is absolute, begins with the one setting in pyproject.toml, and leads to a file that exists."""
    text = (ROOT / name).read_text("utf-8")
    files = f"{URLS['Source']}/blob/main/"
    images = files.replace("github.com", "raw.githubusercontent.com").replace("/blob/", "/")
    targets = {match["name"]: match["target"] for match in _TARGETS.finditer(text)}
    links = {link["name"] or link["text"]: images if link["image"] else files for link in _LINK.finditer(_CODE.sub("", text))}
    assert len(links) > 20
    assert links.keys() == targets.keys()
    for link, beginning in links.items():
        if targets[link] not in {URLS["Source"], "https://www.daftra.com"}:
            assert targets[link].startswith(beginning), targets[link]
            assert (ROOT / targets[link].removeprefix(beginning)).is_file(), targets[link]
    assert "](" not in text, "links stand at the end of the file"


def test_urls_of_the_metadata_lead_into_the_repository() -> None:
    assert set(URLS) == {"Documentation", "Source", "Changelog", "Issues"}
    assert all(url.startswith(URLS["Source"]) for url in URLS.values())


def test_it_is_one_screen() -> None:
    assert len(README.partition("License: MIT")[0].splitlines()) < 80
