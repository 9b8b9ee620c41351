"""Refusals on the command line offer what the command line has: its options, and nothing of Python."""

from __future__ import annotations

import contextvars
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async._words import ANY, WORDS, given, only_python
from daftra_async.cli.app import COMMANDS, load
from daftra_async.cli.option_words import words_of
from daftra_async.errors import ArgumentError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from daftra_async.sandbox import Sandbox

WORKFLOW = "list", "workflow_records", "--arg", "workflow_id=36"
CLIENTS = "list", "clients", "--where"
PYTHON = re.compile(
    r"""\b\w+=(?:True|False|None|['"\[{(])|\w=[,;)\s]|\bF\(|(?<![\w/])\.\w+\(|\bDecimal\b|\bNone\b|async with|\bUNSET\b"""
)
"""What a shell does not take."""

REFUSED = [
    ((*WORKFLOW, "--where", "staff.nme~a"), "--where: StaffEntity has no field 'nme' in 'staff.nme'; did you mean 'name'?"),
    ((*WORKFLOW, "--sort", "staff.nme"), "--sort: StaffEntity has no field 'nme'"),
    ((*WORKFLOW, "--where", "created>=soon"), "--where: created: 'soon' is not a date"),
    ((*CLIENTS, "credit_limit=abc"), "--where: credit_limit=abc was given; expected a number such as 10.50"),
    ((*CLIENTS, "birth_date=soon"), "expected a date such as 2026-01-31"),
    ((*CLIENTS, "type=foo"), "expected 2 (individual), 3 (business)"),
    (("create", "brands", "name=x", "--reference", "r"), "expected an operation that takes one"),
    (("export", "clients:limit=5000"), "limit: 5000 is out of range; expected a whole number from 1 to 1000"),
    (("export", "workflow_records:workflow_id=36,sort=created"), "an export takes neither conditions nor an order"),
    (("export", "clients:foo=1"), "unknown argument 'foo' of clients; known are branch, limit, page"),
    (("export", "clients", "--csv-safe"), "--csv-safe: the format is jsonl; expected --format csv"),
    (("export", "clients", "--incomplete", "foo"), "--incomplete: 'foo' was given"),
    (("import", "clients", "headers.csv"), "Map a column (--map 'HEADER=field'), or leave it out (--ignore HEADER)"),
    (("import", "clients", "numbers.csv"), "(--map 'HEADER=client_number'), name another field (--key phone1), or import"),
    (("import", "clients", "numbers.csv", "--key", "email"), "or import without one (--no-key)"),
    (("import", "clients", "numbers.csv", "--no-key", "--dry-run", "--table"), "it is one with --decimal-comma"),
    (("import", "clients", "numbers.csv", "--no-key", "--dry-run", "--json"), "it is one with --decimal-comma"),
    (("import", "clients", "odd.csv", "--encoding", "utf-8"), "say its encoding (--encoding)"),
    (("report", "--from", "nowhere"), "--from: nowhere is not a folder; expected the folder of an export, or duckdb:///FILE"),
    (("list", "taxes", "--access-token", "two"), "expected exactly one of --api-key and --access-token"),
    (("list", "taxes", "--base-url", "http://erp.example.com"), "URL of the account: plain http would show the credentials"),
]  # fmt: skip


@pytest.fixture
def refusing(
    shell: Callable[..., Any], demo_account: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Any]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DAFTRA_BASE_URL", demo_account.url)
    (tmp_path / "headers.csv").write_text("Nummer;Kunde\n1;Acme\n", "utf-8")
    (tmp_path / "numbers.csv").write_text("Company;Phone;Credit limit\nAcme;0500000001;1,5\n", "utf-8")
    (tmp_path / "odd.csv").write_bytes("Company;Phone\nشركة;0500000001\n".encode("cp1256"))
    return lambda *arguments: shell(*arguments, "--api-key", demo_account.api_key)


@pytest.mark.parametrize(
    ("arguments", "told"), REFUSED, ids=lambda value: " ".join(value)[:50] if isinstance(value, tuple) else ""
)
def test_refusals_name_options(refusing, arguments, told) -> None:
    result = refusing(*arguments)
    assert result.exit_code != 0
    plain = " ".join(result.output.split())
    assert told in plain
    assert not PYTHON.search(plain), PYTHON.search(plain)


@pytest.mark.parametrize(
    ("command", "argument", "value", "said"),
    [
        ("export", "incomplete", "keep:clients", "--incomplete keep:clients"),
        ("export", "csv_safe", True, "--csv-safe"),
        ("export", "resume", False, "--no-resume"),
        ("export", "page_size", ANY, "--page-size"),
        ("import", "key", None, "--no-key"),
        ("import", "columns", {"HEADER": "name"}, "--map 'HEADER=name'"),
        ("import", "ignore", ["HEADER"], "--ignore HEADER"),
        ("get", "resume", False, "resume=False"),
        ("get", "since", "last", "since='last'"),
    ],
)
def test_arguments_are_given_as_options(command: str, argument: str, value: object, said: str) -> None:
    assert words_of(load(command).params).given(argument, value) == said


def test_messages_begin_with_the_option_they_are_about() -> None:
    words = words_of(load("export").params)
    assert [words.label(name) for name in ("since_by", "to", "reference")] == ["--since-by", "--to", "reference"]
    assert words.label("account") == "account"  # it may have come from a variable
    assert words_of(load("report").params).label("source") == "--from"


def test_python_is_told_in_its_own_words_after_a_command(refusing) -> None:
    assert "--since: 'soon' was given" in refusing("export", "taxes", "--since", "soon").output
    error = ArgumentError("since: 'soon' was given", "since")
    assert (str(error), given("resume", value=False)) == ("since: 'soon' was given", "resume=False")


def test_what_an_import_writes_down_names_options() -> None:
    """Result files and reports hold the texts of errors."""

    def refused() -> str:
        WORDS.set(words_of(load("import").params))
        return f"{ArgumentError('decimal_comma: 7 was given', 'decimal_comma')}; {given('encoding')}{only_python('; or another')}"

    assert contextvars.Context().run(refused) == "--decimal-comma: 7 was given; --encoding"


@pytest.mark.parametrize("condition", ["type=business", "type=3", "suspend=no"])
def test_values_that_are_compared_here_are_spelled_as_in_filters(refusing, condition) -> None:
    result = refusing(*CLIENTS, condition, "-n", 1)
    assert result.exit_code == 0
    [record] = [json.loads(line) for line in result.stdout.splitlines()]
    assert str(record["type"]) == "3" or condition.startswith("suspend")


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "sandbox"])
def test_help_has_the_words_of_the_documentation(command) -> None:
    built = load(command)
    told = " ".join([built.help, *(param.help or "" for param in built.params)])
    assert not re.search(r"\bwire\b|\bpager\b|\bkeyword\b|\b\w+=(?:True|None)\b", told)
    options = {option for param in built.params for option in param.opts if option.startswith("--")}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", told)) <= options
