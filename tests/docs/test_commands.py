"""The `daftra` commands of the documentation, run as they stand against the sandbox.

They run in this process, which is what the installed command calls; that a shell finds and starts it is tested in
`tests/cli/test_real.py`.
"""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

import pytest

from daftra_async.cli import main
from tests.cli.conftest import Served, use

ROOT = Path(__file__).parent.parent.parent
TUTORIAL = sorted((ROOT / "docs" / "tutorial").glob("*.md"))
PAGES = [ROOT / "docs" / "cli.md", *(page for page in TUTORIAL if not page.name.endswith(".ar.md"))]
_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_ASKING = ("sandbox", "login", "logout", "--install-completion", "--show-completion")
INVOICE = {"Invoice": {"client_id": 15}, "InvoiceItem": [{"item": "Service", "unit_price": "12.50", "quantity": "2"}]}


def commands(page: Path) -> list[str]:
    lines = [line for block in _BLOCK.findall(page.read_text("utf-8")) for line in block.splitlines()]
    return [line for line in lines if line.startswith("daftra ") and line.split()[1] not in _ASKING]


def test_there_are_commands() -> None:
    assert len(commands(ROOT / "docs" / "cli.md")) > 8


@pytest.mark.parametrize("page", [page for page in PAGES if commands(page)], ids=lambda page: page.name)
def test_commands(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "invoice.json").write_text(json.dumps(INVOICE), "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("DAFTRA_ACCOUNT", "acme")
    # The tutorial exports whole accounts; how a large one is exported is tested in `tests/export`.
    with Served(seed="demo" if page.name == "cli.md" else "empty") as sandbox:
        use(sandbox, monkeypatch)
        config = tmp_path / "config" / "daftra" / "config.toml"
        config.parent.mkdir(parents=True)
        config.write_text(f'[profile.acme]\nbase_url = "{sandbox.url}"\napi_key_env = "DAFTRA_API_KEY"\n', "utf-8")
        config.chmod(0o600)
        for command in commands(page):
            _, *arguments = shlex.split(command, comments=True)
            into = Path(arguments.pop()) if ">" in arguments else None
            code = main([argument for argument in arguments if argument != ">"])
            out, err = capsys.readouterr()
            assert code == 0, (command, err)
            assert "Traceback" not in err
            assert out or "--where" in command, command
            if into is not None:
                assert all(json.loads(line) for line in out.splitlines())
