"""Accounts by name: what the file may say, and what takes precedence."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async.cli import profiles

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SECRET = "k3y-that-nobody-may-see"


@pytest.fixture
def config(shell: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Write the file."""
    monkeypatch.delenv("DAFTRA_PROFILE", raising=False)

    def write(text: str, mode: int = 0o600) -> Path:
        path = tmp_path / "config" / "daftra" / "config.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        path.chmod(mode)
        return path

    return write


@pytest.fixture
def sandbox_profile(config: Callable[[str], Path], demo_account: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    config(f'[profile.acme]\nbase_url = "{demo_account.url}"\napi_key_env = "ACME_KEY"\n')
    monkeypatch.setenv("ACME_KEY", demo_account.api_key)


@pytest.mark.usefixtures("sandbox_profile")
def test_a_profile_names_account_and_key(shell, monkeypatch) -> None:
    assert shell("list", "taxes", "-n", 1, "--profile", "acme").exit_code == 0
    assert shell("list", "taxes", "-n", 1).exit_code == 2  # it is not remembered
    monkeypatch.setenv("DAFTRA_PROFILE", "acme")
    assert shell("list", "taxes", "-n", 1).exit_code == 0
    out = shell("doctor").stdout
    assert "(profile acme)" in out
    assert "API key (ACME_KEY, profile acme)" in out


@pytest.mark.usefixtures("sandbox_profile")
def test_variables_are_not_mixed_into_a_profile(shell, demo_account, monkeypatch) -> None:
    monkeypatch.setenv("DAFTRA_API_KEY", SECRET)
    monkeypatch.setenv("DAFTRA_BASE_URL", "http://127.0.0.1:9")
    assert shell("list", "taxes", "-n", 1, "--profile", "acme").exit_code == 0
    assert SECRET not in str([request.headers for request in demo_account.requests])
    monkeypatch.setenv("DAFTRA_PROFILE", "acme")
    both = shell("list", "taxes")
    assert both.exit_code == 2
    assert "DAFTRA_PROFILE and DAFTRA_BASE_URL are both set" in both.stderr
    given = shell("list", "taxes", "--base-url", demo_account.url, "--api-key", demo_account.api_key, "-n", 1)
    assert given.exit_code == 0, given.output  # options take the place of DAFTRA_PROFILE


@pytest.mark.usefixtures("sandbox_profile")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("list", "taxes", "--profile", "acne"), "; did you mean acme?"),
        (("list", "taxes", "--profile", "acme", "--account", "other"), "--profile: --account, --base-url,"),
        (("export", "taxes", "--profile", "acme", "--accounts", "a.toml"), "either the file or these"),
        (("logout", "--profile", "acne"), "; did you mean acme?"),
    ],
)
def test_refused(shell, arguments, told) -> None:
    result = shell(*arguments)
    assert result.exit_code == 2
    assert told in result.stderr


@pytest.mark.usefixtures("sandbox_profile")
def test_a_variable_that_is_not_set(shell, monkeypatch) -> None:
    monkeypatch.delenv("ACME_KEY")
    assert "ACME_KEY, which is not set" in shell("list", "taxes", "--profile", "acme").stderr
    assert "ACME_KEY, which is not set" in shell("doctor", "--profile", "acme").stdout


def test_without_a_credential_it_is_the_login(shell, config) -> None:
    config('[profile.acme]\naccount = "acme"\n')
    assert "run `daftra login --profile acme`" in shell("list", "taxes", "--profile", "acme").stderr
    assert shell("logout", "--profile", "acme").stdout == "there was no login\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f'[profile.acme]\naccount = "acme"\napi_key = "{SECRET}"', "api_key stands in the file"),
        (f'[profile.acme]\naccount = "acme"\napi_key = "{SECRET}', "is not valid TOML"),
        ('[profile.acme]\napi_key_env = "KEY"', "it names no account"),
        ('[profile.acme]\naccount = "a"\nkeyring = true\napi_key_env = "KEY"', "it names several credentials"),
        ("[profile.acme]\naccount = 7", "account is empty or of the wrong type"),
        ('[profile.acme]\naccount = "a"\nkeyring = "yes"', "keyring is empty or of the wrong type"),
        ('[profile.acme]\naccuont = "a"', "profile acme: unknown setting 'accuont'; did you mean account"),
        ('[profile]\nacme = "a"', "this is not a table"),
        ('[acme]\naccount = "a"', "holds something else than profiles"),
        ("", "unknown profile 'acme' in "),
    ],
)
def test_what_the_file_may_not_say(shell, config, text, told) -> None:
    config(text)
    result = shell("list", "taxes", "--profile", "acme")
    assert result.exit_code == 2
    assert told in result.stderr
    assert SECRET not in result.output
    assert len(result.stderr.splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="modes of other systems")
def test_a_file_that_others_can_write(shell, config) -> None:
    path = config('[profile.acme]\naccount = "acme"\n')
    path.chmod(0o620)
    assert "others can write it (mode 0620)" in shell("list", "taxes", "--profile", "acme").stderr
    assert profiles.names() == []
    path.chmod(0o644)  # it holds no secret
    assert profiles.names() == ["acme"]
