from __future__ import annotations

import json
import subprocess
import sys

from typer.testing import CliRunner

from daftra_async.catalogue import operations
from daftra_async.cli import main
from daftra_async.cli.app import app


def daftra(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "daftra_async", *arguments], capture_output=True, text=True, check=False, timeout=60
    )


def test_operations_lists_the_catalogue() -> None:
    result = CliRunner().invoke(app, ["operations"])
    assert result.exit_code == 0
    assert all(op.id in result.stdout for op in operations())
    assert f"{len(operations())} operations" in result.stdout


def test_operations_as_json() -> None:
    rows = json.loads(CliRunner().invoke(app, ["operations", "--json"]).stdout)
    assert [row["id"] for row in rows] == [op.id for op in operations()]
    row = next(row for row in rows if row["id"] == "workflow_records.list")
    assert (row["method"], row["list"], row["path_arguments"][0]) == ("GET", True, "workflow_id")


def test_operations_can_be_searched() -> None:
    rows = json.loads(CliRunner().invoke(app, ["operations", "invoices", "delete", "--json"]).stdout)
    assert "invoices.delete" in {row["id"] for row in rows}
    assert len(rows) < 10


def test_module_is_the_command() -> None:
    result = daftra("--help")
    assert result.returncode == 0
    assert all(name in result.stdout for name in ("export", "operations", "sandbox"))
    assert "Traceback" not in result.stderr


def test_main_returns_exit_codes(capsys) -> None:
    assert main(["operations", "zzz"]) == 0
    assert main(["no-such-command"]) == 2
    assert main(["export"]) == 2
    capsys.readouterr()


def test_missing_libraries_are_one_clear_line() -> None:
    code = (
        "import sys; sys.modules.update(typer=None, rich=None); from daftra_async.cli import main; sys.exit(main(['operations']))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert result.returncode == 2
    assert result.stderr == "daftra: the command line needs typer and rich: pip install 'daftra-async[cli]'\n"


def test_export_library_needs_no_command_line_libraries() -> None:
    code = "import sys, daftra_async.export; sys.exit(bool({'typer', 'rich'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
