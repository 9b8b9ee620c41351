from __future__ import annotations

import re

import pytest
from typer.testing import CliRunner

from daftra_async.cli.app import COMMANDS, app


@pytest.mark.parametrize("command", sorted(COMMANDS.keys() - {"sandbox"}))
def test_help_names_no_types_of_python(command: str) -> None:
    told = CliRunner().invoke(app, [command, "-h"]).stdout
    assert not re.findall(r"<(?:str|int|float|file|dir|path|list)\b[^<>\n]*>", told)
    assert re.search(r"^  -h, --help ", told, re.MULTILINE)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("list",), "Missing argument 'RESOURCE'. Such as invoices; `daftra operations` lists them."),
        (("list", "taxes", "-n", "ten"), "Invalid value for '--limit' / '-n': it should be a valid integer"),
        (("report", "--format", "pdf"), "Invalid value for '--format': 'pdf' is not one of 'html', 'table', 'json'."),
    ],
)
def test_refused_arguments_are_explained_in_words_of_people(arguments: tuple[str, ...], told: str) -> None:
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == f"Error: {told}"


def test_values_have_a_word() -> None:
    told = CliRunner().invoke(app, ["list", "-h"]).stdout
    assert "-n, --limit N" in told
    assert "--account TEXT" in told
    assert re.search(r"^  RESOURCE  ", told, re.MULTILINE)
