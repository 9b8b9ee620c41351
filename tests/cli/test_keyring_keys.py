"""Keys of profiles in the keyring of the system, here one that lies in memory."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LIST = "list", "taxes", "-n", 1, "--profile", "acme"


class InMemory(KeyringBackend):
    """What a desktop has, without one."""

    priority = 1
    locked = False

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        if self.locked:
            msg = "text of the backend, with /home/somebody in it"
            raise KeyringLocked(msg)
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


@pytest.fixture
def backend() -> Iterator[InMemory]:
    before, mine = keyring.get_keyring(), InMemory()
    keyring.set_keyring(mine)
    yield mine
    keyring.set_keyring(before)


@pytest.fixture(autouse=True)
def _profile(shell, demo_account, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DAFTRA_PROFILE", raising=False)
    path = tmp_path / "config" / "daftra" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text(f'[profile.acme]\nbase_url = "{demo_account.url}"\nkeyring = true\n', "utf-8")
    path.chmod(0o600)


def test_a_key_is_taken_from_the_keyring(shell, backend, demo_account) -> None:
    keyring.set_password("daftra", "acme", demo_account.api_key)  # what `keyring set daftra acme` does
    assert shell(*LIST).exit_code == 0
    assert "API key (keyring, profile acme)" in shell("doctor", "--profile", "acme").stdout


@pytest.mark.usefixtures("backend")
def test_a_key_that_is_missing(shell) -> None:
    result = shell(*LIST)
    assert result.exit_code == 2
    assert "the keyring has no key of acme; expected `keyring set daftra acme`" in result.stderr


def test_a_keyring_that_is_locked(shell, backend) -> None:
    backend.locked = True
    result = shell(*LIST)
    assert result.exit_code == 2
    assert "the keyring cannot be read for acme (KeyringLocked)" in result.stderr
    assert "/home/somebody" not in result.output


def test_without_the_library(shell, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert "pip install 'daftra-async[keyring]'" in shell(*LIST).stderr
