"""The `daftra` commands of the documentation, run as they stand against the sandbox."""

from __future__ import annotations

import asyncio
import json
import os
import re
import sys
from pathlib import Path

import pytest

from daftra_async.sandbox import Sandbox

ROOT = Path(__file__).parent.parent.parent
PAGES = [ROOT / "docs" / "cli.md", *sorted((ROOT / "docs" / "tutorial").glob("*.md"))]
_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_ASKING = ("sandbox", "login", "logout", "--install-completion", "--show-completion")
INVOICE = {"Invoice": {"client_id": 15}, "InvoiceItem": [{"item": "Service", "unit_price": "12.50", "quantity": "2"}]}


def commands(page: Path) -> list[str]:
    lines = [line for block in _BLOCK.findall(page.read_text("utf-8")) for line in block.splitlines()]
    return [line for line in lines if line.startswith("daftra ") and line.split()[1] not in _ASKING]


def test_there_are_commands() -> None:
    assert len(commands(ROOT / "docs" / "cli.md")) > 8


@pytest.mark.parametrize("page", [page for page in PAGES if commands(page)], ids=lambda page: page.name)
async def test_commands(page: Path, tmp_path: Path) -> None:
    (tmp_path / "invoice.json").write_text(json.dumps(INVOICE), "utf-8")
    async with Sandbox("demo") as sandbox:
        environment = {
            "DAFTRA_ACCOUNT": "acme",
            "DAFTRA_API_KEY": sandbox.api_key,
            "DAFTRA_BASE_URL": sandbox.url,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "HOME": str(tmp_path),
        }
        for command in commands(page):
            process = await asyncio.create_subprocess_exec(
                *("bash", "-c", command),
                cwd=tmp_path,
                env=environment,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                stderr=asyncio.subprocess.PIPE,
            )
            out, err = await asyncio.wait_for(process.communicate(), 60)
            assert process.returncode == 0, (command, err.decode())
            assert b"Traceback" not in err
            assert out or ">" in command, command
