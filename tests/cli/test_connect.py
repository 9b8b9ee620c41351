from __future__ import annotations

from typing import Any

import pytest

from daftra_async.cli import connect as module
from daftra_async.cli.connect import connect
from daftra_async.errors import ArgumentError


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Any, ...]]:
    made: list[tuple[Any, ...]] = []
    monkeypatch.setattr(module, "DaftraClient", lambda account, **rest: made.append((account, *rest.values())))
    for name in ("ACCOUNT", "API_KEY", "ACCESS_TOKEN", "BASE_URL"):
        monkeypatch.delenv(f"DAFTRA_{name}", raising=False)
    return made


def test_environment_fills_what_no_option_says(made: list[tuple[Any, ...]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAFTRA_ACCOUNT", "acme")
    monkeypatch.setenv("DAFTRA_API_KEY", "key")
    connect()
    connect(base_url="https://erp.example.com")
    connect("other", access_token="token")
    assert made == [
        ("acme", "key", None, None),
        ("acme", "key", None, "https://erp.example.com"),
        ("other", None, "token", None),
    ]


def test_empty_variables_are_none(made: list[tuple[Any, ...]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAFTRA_ACCOUNT", "")
    with pytest.raises(ArgumentError, match="DAFTRA_ACCOUNT"):
        connect(api_key="key")
    with pytest.raises(ArgumentError, match="DAFTRA_API_KEY"):
        connect("acme")
    assert made == []
