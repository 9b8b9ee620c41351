"""The programs of the README run as pasted, against the sandbox."""

from __future__ import annotations

import asyncio
import re
import sys
import textwrap
from pathlib import Path

import pytest

from daftra_async.sandbox import Sandbox

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


def test_there_are_programs() -> None:
    assert len(BLOCKS) >= 2
    assert "asyncio.run(main())" in BLOCKS[0]


@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
async def test_program(block: str, tmp_path: Path) -> None:
    program = block
    if "asyncio.run" not in block:
        body = textwrap.indent(block, "    ")
        program = f"import asyncio\n\nasync def main() -> None:\n{body}\n\nasyncio.run(main())\n"
    async with Sandbox("demo") as sandbox:
        script = tmp_path / "program.py"
        script.write_text(program.replace("http://127.0.0.1:8080", sandbox.url), "utf-8")
        environment = {"DAFTRA_ACCOUNT": "acme", "DAFTRA_API_KEY": sandbox.api_key, "DAFTRA_BASE_URL": sandbox.url}
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-X", "dev", "-W", "error", str(script)),
            env={**environment, "PYTHONPATH": str(Path(__file__).parents[2])},
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
        )
        out, err = await process.communicate()
    assert process.returncode == 0, err.decode()
    # Development mode also writes `Executing <Task ...> took 0.2 seconds` to stderr on a busy machine, so stderr may have text.
    assert b"Warning" not in err
    assert out.strip()
