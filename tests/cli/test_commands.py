from __future__ import annotations

import json
import subprocess
import sys
import warnings

from typer.testing import CliRunner

from daftra_async._words import only_python
from daftra_async.catalogue import operations
from daftra_async.cli import main, operations_command
from daftra_async.cli.app import app
from daftra_async.errors import DateFormatWarning


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
    assert "no operation has 'zzz' in its id" in CliRunner().invoke(app, ["operations", "zzz"]).stderr


def test_ids_of_operations_stay_whole_on_a_narrow_terminal() -> None:
    shown = CliRunner().invoke(app, ["operations", "invoices"], env={"COLUMNS": "80"}).stdout
    assert all(op.id in shown for op in operations() if "invoices" in op.id)
    assert max(map(len, shown.splitlines())) <= 80
    assert " title " not in shown


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


def test_warnings_are_sentences(monkeypatch, capsys) -> None:
    def operations() -> None:
        advice = only_python(" Set it: Settings(date_format=x) without this warning")
        warnings.warn(f"written day first.{advice}", DateFormatWarning, 2)
        warnings.warn("of somebody else", UserWarning, 2)

    monkeypatch.setattr(operations_command, "operations_command", operations)
    with warnings.catch_warnings(record=True) as others:
        warnings.simplefilter("always")
        assert main(["operations"]) == 0
    assert capsys.readouterr().err == "daftra: written day first.\n"
    assert [str(other.message) for other in others] == ["of somebody else"]
