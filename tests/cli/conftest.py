"""A sandbox behind a real socket, in a thread of its own: the commands bring their own event loop."""

from __future__ import annotations

import asyncio
import threading
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from daftra_async.cli.app import app
from daftra_async.sandbox import Sandbox

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def _wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Show tables as in a file: workers of a parallel run name a narrow terminal."""
    monkeypatch.delenv("COLUMNS", raising=False)


class Served:
    """A sandbox that runs until the end of the test."""

    def __init__(self, **options: Any) -> None:
        self.sandbox = Sandbox(**options)
        self._ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def __enter__(self) -> Sandbox:
        self._thread.start()
        assert self._ready.wait(60)
        return self.sandbox

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self.sandbox.stop(), self._loop).result(10)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)
        self._loop.close()

    def _serve(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_until_complete(self.sandbox.start())
        self._ready.set()
        self._loop.run_forever()


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., Any]:
    """Run commands in this process; no variable and no file of the user's plays a part."""
    for name in ("ACCOUNT", "API_KEY", "ACCESS_TOKEN", "BASE_URL", "CLIENT_SECRET"):
        monkeypatch.delenv(f"DAFTRA_{name}", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "config"))

    def run(*arguments: object, stdin: str | None = None) -> Any:
        result = CliRunner().invoke(app, [str(each) for each in arguments], input=stdin)
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        assert "Traceback" not in result.output
        return result

    return run


@pytest.fixture(scope="session")
def demo_account() -> Iterator[Sandbox]:
    """A filled account that tests only read."""
    with Served(seed="demo") as sandbox:
        yield sandbox


@pytest.fixture
def own_account() -> Iterator[Sandbox]:
    """An empty account of the test's own."""
    with Served(seed="empty") as sandbox:
        yield sandbox


@pytest.fixture
def daftra(shell: Callable[..., Any], demo_account: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Run commands on the filled account."""
    use(demo_account, monkeypatch)
    return shell


@pytest.fixture
def daftra_own(shell: Callable[..., Any], own_account: Sandbox, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Any]:
    """Run commands on the test's own account."""
    use(own_account, monkeypatch)
    return shell


def use(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DAFTRA_BASE_URL", sandbox.url)
    monkeypatch.setenv("DAFTRA_API_KEY", sandbox.api_key)
