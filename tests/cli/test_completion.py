from __future__ import annotations

import importlib
import os
import subprocess
import sys

import pytest

from daftra_async.catalogue import operations
from daftra_async.cli.app import COMMANDS, load


def python(code: str, **variables: str) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("DAFTRA_")} | variables
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60, env=env)


def complete(line: str) -> list[str]:
    code = (
        "import sys; sys.argv = ['daftra']\n"
        "from daftra_async.cli import main\n"
        "import atexit; atexit.register(lambda: sys.stderr.write('heavy' if 'aiohttp' in sys.modules else ''))\n"
        "sys.exit(main())"
    )
    words = line.split(" ")
    result = python(code, _DAFTRA_COMPLETE="complete_bash", COMP_WORDS=line, COMP_CWORD=str(len(words) - 1))
    assert result.stderr == "", result.stderr
    return result.stdout.split()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("daftra do", ["doctor"]),
        ("daftra list invo", ["invoice_appointments", "invoice_payments", "invoices"]),
        ("daftra delete work_", ["work_order_appointments", "work_orders"]),
        ("daftra list invoices --columns id,summary_t", ["id,summary_total"]),
        ("daftra list invoices --where payment_", ["payment_status="]),
        ("daftra create clients business_n", ["business_name="]),
        ("daftra list invoices --sort summary_t", ["summary_total"]),
    ],
)
def test_names_are_completed_without_the_network_libraries(line: str, found: list[str]) -> None:
    assert complete(line) == found


def test_every_resource_is_completed() -> None:
    assert set(complete("daftra list ")) == {op.resource for op in operations() if op.verb == "list"}


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["list", "--help"], ["doctor", "--help"], ["login", "--help"]])
def test_help_loads_neither_network_nor_models(arguments: list[str]) -> None:
    code = (
        f"import sys; from daftra_async.cli import main; code = main({arguments!r})\n"
        "heavy = [n for n in sys.modules if n in ('aiohttp', 'daftra_async.client') or n.startswith('daftra_async.models.')]\n"
        "sys.exit(repr(heavy) if heavy else code)"
    )
    result = python(code)
    assert result.returncode == 0, result.stderr


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


def test_reader_that_goes_away_is_no_error(daftra, demo_account) -> None:
    line = f"{sys.executable} -m daftra_async list clients --all | head -n 1"
    env = os.environ | {"DAFTRA_BASE_URL": demo_account.url, "DAFTRA_API_KEY": demo_account.api_key}
    result = subprocess.run(
        ["bash", "-o", "pipefail", "-c", line], capture_output=True, text=True, check=False, timeout=60, env=env
    )
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.count("\n") == 1
