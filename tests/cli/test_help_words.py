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


def test_values_have_a_word() -> None:
    told = CliRunner().invoke(app, ["list", "-h"]).stdout
    assert "-n, --limit N" in told
    assert "--account TEXT" in told
    assert re.search(r"^  RESOURCE  ", told, re.MULTILINE)
