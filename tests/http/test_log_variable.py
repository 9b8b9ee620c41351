"""What `DAFTRA_LOG` shows, and where."""

from __future__ import annotations

import logging
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from daftra_async import ArgumentError, DaftraClient
from daftra_async.http.log_variable import follow_variable
from tests.conftest import http

if TYPE_CHECKING:
    from collections.abc import Iterator

LOG = logging.getLogger("daftra_async")
KEY = "a-key-that-nobody-may-see"


@contextmanager
def alone() -> Iterator[None]:
    """Let no handler of the test runner take the lines, and take ours away again."""
    before = LOG.level
    with pytest.MonkeyPatch.context() as patch:  # ends in the test, since the runner takes its own handlers away after it
        patch.setattr(logging.getLogger(), "handlers", [])
        patch.setattr(LOG, "handlers", [])
        yield
    LOG.setLevel(before)


async def test_debug_shows_requests_without_secrets(server, monkeypatch, capsys) -> None:
    monkeypatch.setenv("DAFTRA_LOG", "Debug")
    server.default = http(body={"a": 1})
    with alone():
        async with DaftraClient("acme", api_key=KEY, base_url=server.url) as daftra:
            await daftra.request("GET", "/api2/x", query={"page": 2, "email": "who@example.com"})
            DaftraClient("acme", api_key=KEY)  # a second client shows nothing twice
    first, second = capsys.readouterr().err.splitlines()
    assert re.fullmatch(r"\d\d:\d\d:\d\d\.\d{3} daftra_async DEBUG GET /api2/x\?page=2&… \(request, attempt 1\)", first)
    assert second.endswith(" s")
    assert KEY not in first + second
    assert "example.com" not in first + second


@pytest.mark.parametrize("value", [None, ""])
def test_nothing_is_configured_unless_asked(value, monkeypatch) -> None:
    monkeypatch.delenv("DAFTRA_LOG", raising=False)
    if value is not None:
        monkeypatch.setenv("DAFTRA_LOG", value)
    with alone():
        follow_variable()
        assert LOG.handlers == []


def test_lines_below_the_level_are_left_out(monkeypatch, capsys) -> None:
    monkeypatch.setenv("DAFTRA_LOG", "info")
    with alone():
        follow_variable()
        LOG.debug("left out")
        LOG.info("shown")
    assert "left out" not in (err := capsys.readouterr().err)
    assert "daftra_async INFO shown\n" in err


def test_handlers_of_the_program_take_the_lines(monkeypatch, capsys) -> None:
    monkeypatch.setenv("DAFTRA_LOG", "debug")
    taken: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: taken.append(record.getMessage())
    with alone():
        follow_variable()
        logging.getLogger().addHandler(handler)  # set up after the client was made
        LOG.debug("once")
    assert taken == ["once"]
    assert capsys.readouterr().err == ""


def test_a_level_that_does_not_exist(monkeypatch) -> None:
    monkeypatch.setenv("DAFTRA_LOG", "verbose")
    with pytest.raises(ArgumentError, match="DAFTRA_LOG: 'verbose' is not a level; expected debug, info, warning, error"):
        DaftraClient("acme", api_key=KEY)
