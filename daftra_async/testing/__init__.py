"""Tools for tests of your own programs: a local account over real sockets, and a client without sockets.

    with LiveSandbox("demo") as sandbox:       # in a thread, for tests of every kind
        ...  # sandbox.url, sandbox.api_key

    mock = MockDaftra()
    mock.on("clients.get", id=7).returns(Client(id=7))
    await program(mock.client)

pytest finds the fixtures `daftra_sandbox`, `daftra_client` and `mock_daftra` by itself, see `daftra_async.testing.plugin`.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from daftra_async.testing.calls import MockCall as MockCall
    from daftra_async.testing.calls import UnpreparedCall as UnpreparedCall
    from daftra_async.testing.live import LiveSandbox as LiveSandbox
    from daftra_async.testing.mock import MockDaftra as MockDaftra
    from daftra_async.testing.preparation import Preparation as Preparation

# pytest loads the plugin in every run, so nothing else is imported with it.
_MODULES: Final = {
    "LiveSandbox": "live",
    "MockCall": "calls",
    "MockDaftra": "mock",
    "Preparation": "preparation",
    "UnpreparedCall": "calls",
}


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(importlib.import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_MODULES})
