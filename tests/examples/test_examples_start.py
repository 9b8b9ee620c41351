"""Each example is started by one command, as its first lines say, with warnings as errors.

Most of them run in this process, as `python NAME` runs them: another one takes seconds to import and to fill the demo account.
"""

from __future__ import annotations

import asyncio
import importlib.util
import os
import runpy
import signal
import sys
from pathlib import Path

import aiohttp
import pytest

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
_OLD = ("-W", "ignore:'audioop' is deprecated:DeprecationWarning")
"""discord.py imports it for voices."""
TOLD = (EXAMPLES / "README.md").read_text("utf-8")


async def start(*arguments: str, cwd: Path) -> asyncio.subprocess.Process:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DAFTRA_")}
    return await asyncio.create_subprocess_exec(
        *(sys.executable, "-W", "error", *_OLD, "-u", *arguments),
        cwd=cwd,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )


def run_here(name: str) -> object:
    """Run a program in this process, and return what it exits with."""
    try:
        runpy.run_path(str(EXAMPLES / name), run_name="__main__")
    except SystemExit as ended:
        return ended.code
    return None


@pytest.mark.parametrize(
    ("library", "name", "arguments", "said"),
    [
        ("aiogram", "telegram_bot.py", ["--demo"], "Noted on"),
        ("slack_bolt", "slack_bot.py", ["--demo"], "Noted on"),
        ("discord", "discord_bot.py", ["--demo"], "Noted on"),
        ("apscheduler", "nightly_export.py", ["--sandbox", "--now", "--resources", "taxes"], "records in"),
        ("aiohttp", "check_amounts.py", ["--sandbox", "--from", "2026-06-01"], "\n0 of "),
        ("aiohttp", "price_list.py", ["--sandbox"], ", as was said"),
        ("aiohttp", "papers.py", ["papers", "--sandbox"], "5 invoices saved"),
        ("aiohttp", "shop_sync.py", [str(EXAMPLES / "orders.jsonl"), "--sandbox"], "12 orders are invoiced and paid"),
        ("python_calamine", "spreadsheets.py", ["--sandbox"], "again, of invoices: 0 created, 0 changed, 2 as they were"),
    ],
)
def test_runs_by_itself(
    library: str,
    name: str,
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
) -> None:
    if importlib.util.find_spec(library) is None:
        pytest.skip(f"needs {library}")
    for variable in [found for found in os.environ if found.startswith("DAFTRA_")]:
        monkeypatch.delenv(variable)
    caplog.set_level("INFO")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", [name, *arguments])
    assert not run_here(name)
    out, err = capsys.readouterr()
    text = out + err + caplog.text
    assert said in text
    assert "Traceback" not in text
    assert "Unclosed" not in text


async def test_runs_in_a_process_of_its_own(tmp_path: Path) -> None:
    process = await start(str(EXAMPLES / "reconcile.py"), cwd=tmp_path)
    async with asyncio.timeout(60):
        out, _ = await process.communicate()
    text = out.decode("utf-8")
    assert process.returncode == 0, text
    assert "lost answers: 1" in text
    assert "Traceback" not in text
    assert "Unclosed" not in text


async def test_fastapi_starts_and_ends(tmp_path: Path) -> None:
    pytest.importorskip("uvicorn")
    process = await start(str(EXAMPLES / "fastapi_service.py"), "--sandbox", "--port", "0", cwd=tmp_path)
    assert process.stdout is not None
    async with asyncio.timeout(60):
        line = ""
        while "running on " not in line:
            line = (await process.stdout.readline()).decode()
            assert line, "it ended"
        url = line.partition("running on ")[2].split()[0]
        async with aiohttp.ClientSession() as session, session.get(f"{url}/health") as response:
            assert (await response.json())["ok"] is True
        process.send_signal(signal.SIGINT)
        out, _ = await process.communicate()
    assert "Unclosed" not in out.decode()
    assert "shutdown complete" in out.decode()


def test_readme_lists_every_program() -> None:
    programs = {path.name for path in EXAMPLES.glob("*.py") if "__main__" in path.read_text("utf-8")}
    assert {name for name in programs if f"({name})" not in TOLD} == set()
