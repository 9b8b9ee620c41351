from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys

import pytest

from daftra_async.catalogue import operations
from daftra_async.cli.app import COMMANDS, load


def in_one_process(calls: list[dict[str, object]]) -> list[str]:
    """Run commands in one new process, and return what each printed; none of them may load what is heavy."""
    code = (
        "import contextlib, io, json, os, sys\n"
        "from daftra_async.cli import main\n"
        "printed = []\n"
        "for call in json.loads(sys.argv.pop()):\n"
        "    os.environ |= call.get('env', {})\n"
        "    sys.argv = ['daftra', *call.get('arguments', [])]\n"
        "    with contextlib.redirect_stdout(io.StringIO()) as out:\n"
        "        assert main() == 0, sys.argv\n"
        "    printed.append(out.getvalue())\n"
        "heavy = [n for n in sys.modules if n in ('aiohttp', 'daftra_async.client')]\n"
        "models = [n for n in sys.modules if n.startswith('daftra_async.models.')]\n"
        "print(json.dumps([*printed, ' '.join(heavy), ' '.join(models)]))"
    )
    env = {name: value for name, value in os.environ.items() if not name.startswith("DAFTRA_")}
    result = subprocess.run(
        [sys.executable, "-c", code, json.dumps(calls)], capture_output=True, text=True, check=False, timeout=60, env=env
    )
    assert (result.returncode, result.stderr) == (0, "")
    *printed, heavy, models = json.loads(result.stdout)
    assert heavy == ""
    assert models == "" or any("env" in call for call in calls)  # fields are those of a model
    return printed


COMPLETIONS = {
    "daftra do": ["doctor"],
    "daftra list invo": ["invoice_appointments", "invoice_payments", "invoices"],
    "daftra pdf inv": ["invoices"],
    "daftra delete work_": ["work_order_appointments", "work_orders"],
    "daftra list invoices --columns id,summary_t": ["id,summary_total"],
    "daftra list invoices --where payment_": ["payment_status="],
    "daftra create clients business_n": ["business_name="],
    "daftra list invoices --sort summary_t": ["summary_total"],
    "daftra list ": sorted({op.resource for op in operations() if op.verb == "list"}),
}


def test_names_are_completed_without_the_network_libraries() -> None:
    calls: list[dict[str, object]] = [
        {"env": {"_DAFTRA_COMPLETE": "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}}
        for line in COMPLETIONS
    ]
    found = [text.split() for text in in_one_process(calls)]
    assert dict(zip(COMPLETIONS, found, strict=True)) == COMPLETIONS


def test_help_loads_neither_network_nor_models() -> None:
    asked = [["--help"], ["--version"], ["list", "--help"], ["doctor", "--help"], ["login", "--help"]]
    assert all(in_one_process([{"arguments": each} for each in asked]))


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)], ids=str)
def test_h_is_short_for_help(shell, capfd, command) -> None:
    short, long = ((shell(*command, word).stdout or capfd.readouterr().out) for word in ("-h", "--help"))
    assert short == long
    assert "sage: daftra" in short


def test_overview_says_what_the_commands_say() -> None:
    for name, command in COMMANDS.items():
        function = getattr(importlib.import_module(f"daftra_async.cli.{command.module}"), command.function)
        assert (function.__doc__ or "").splitlines()[0] == command.help
        assert load(name).name == name


def test_exit_codes_are_in_the_help(shell) -> None:
    out = shell("--help").stdout
    assert all(f"{code} " in out for code in (0, 1, 2, 3, 4, 130))


def test_version(shell) -> None:
    from daftra_async import __version__

    assert shell("--version").stdout == f"daftra {__version__}\n"


def test_misspelt_command(shell) -> None:
    result = shell("lsit")
    assert result.exit_code == 2
    assert "Did you mean 'list'" in result.stderr


def test_a_list_loads_what_it_needs(demo_account) -> None:
    code = (
        "import contextlib, io, sys\n"
        "from daftra_async.cli import main\n"
        "with contextlib.redirect_stdout(io.StringIO()):\n"
        "    assert main(['list', 'taxes', '-n', '1']) == 0\n"
        "print(*sys.modules)"
    )
    env = os.environ | {"DAFTRA_BASE_URL": demo_account.url, "DAFTRA_API_KEY": demo_account.api_key}
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60, env=env)
    loaded = result.stdout.split()
    rooms = {".".join(name.split(".")[:2]) for name in loaded if name.startswith("daftra_async.")}
    assert "daftra_async.client" in rooms
    heavy = {"daftra_async.export", "daftra_async.sandbox", "daftra_async.writes", "daftra_async.importing", "daftra_async.prove"}
    assert not heavy & rooms
    assert not {"rich", "pyarrow", "pandas"} & set(loaded)
    assert [name for name in loaded if name.startswith("daftra_async.resources.")] == ["daftra_async.resources.taxes"]


def test_reader_that_goes_away_is_no_error(daftra, demo_account) -> None:
    line = f"{sys.executable} -m daftra_async list clients --all | head -n 1"
    env = os.environ | {"DAFTRA_BASE_URL": demo_account.url, "DAFTRA_API_KEY": demo_account.api_key}
    result = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line], capture_output=True, text=True, check=False, timeout=60, env=env
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.count("\n") == 1
