"""The pytest plugin: fixtures for programs that use this package.

| fixture | |
|---|---|
| `daftra_sandbox` | a `LiveSandbox` of the test's own: a local account on loopback |
| `daftra_client` | a `DaftraClient` of it, in the event loop of the test, closed afterwards |
| `mock_daftra` | a `MockDaftra`; calls that nobody prepared fail the test |
| `daftra_sandbox_session` | one `LiveSandbox` for the whole run |
| `daftra_sandbox_factory` | makes more of them, which run until the end of the run |
| `daftra_settings` | the `Settings` of `daftra_client`, to be overridden |

`@pytest.mark.daftra_sandbox(seed=, records=, faults=, behaviours=, shared=)` says what the account of a test holds,
`daftra_sandbox_seed` in the configuration which seed tests without it get. Sandboxes run in threads of their own, so they serve
tests of pytest-asyncio, of anyio and without a loop alike.

pytest imports this module in every run: what the fixtures need is imported when they are used.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, cast

import pytest

from daftra_async.testing.served_client import OTHER_LOOP, serve_client

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from daftra_async.client import DaftraClient
    from daftra_async.settings import Settings
    from daftra_async.testing.live import LiveSandbox
    from daftra_async.testing.mock import MockDaftra

Seed = Literal["demo", "empty", "large"]
_INI: Final = "daftra_sandbox_seed"
_MARK: Final = "daftra_sandbox"
_MARKER: Final = (
    "daftra_sandbox(seed='empty'|'demo'|'large', records=None, faults=(), behaviours=(), shared=False): what the account of"
    " `daftra_sandbox` and `daftra_client` holds: records by resource (or a coroutine function that gets a client and makes"
    " them), which requests go wrong, and what it does where the documents leave it open ('discount=unit'); with shared=True"
    " one account for all tests that only read."
)
_ARGUMENTS: Final = frozenset({"seed", "records", "faults", "behaviours", "shared"})
_TWO_LOOPS: Final = (
    "daftra_client: anyio runs the fixtures of this test and pytest-asyncio the test, each in its own loop: set asyncio_mode ="
    " strict, or drop the marker anyio"
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option of the configuration file."""
    parser.addini(_INI, "What `daftra_sandbox` holds where no marker says it: 'empty', 'demo' or 'large'.", default="empty")


def pytest_configure(config: pytest.Config) -> None:
    """Describe the marker, and add the fixtures that need pytest-asyncio if it is there."""
    config.addinivalue_line("markers", _MARKER)
    if config.pluginmanager.has_plugin("asyncio"):
        from daftra_async.testing import asyncio_fixtures  # noqa: PLC0415  # plugins load fast  # it imports pytest-asyncio

        config.pluginmanager.register(asyncio_fixtures, "daftra-asyncio")


@pytest.fixture(scope="session", name="_daftra_demo_file")
def daftra_demo_file() -> Iterator[Path]:
    """A demo account on disk, made at its first use; each sandbox starts with a copy, which is much faster."""
    from daftra_async.sandbox import spec, usual_columns  # noqa: PLC0415  # plugins load fast
    from daftra_async.sandbox.account import Account  # noqa: PLC0415  # plugins load fast
    from daftra_async.sandbox.seed import fill  # noqa: PLC0415  # plugins load fast
    from daftra_async.sandbox.store import Store  # noqa: PLC0415  # plugins load fast

    with tempfile.TemporaryDirectory(prefix="daftra-") as folder:
        path = Path(folder) / "demo.db"
        store = Store(str(path))
        fill(Account(spec.load(), store), demo=True, value=1)
        usual_columns.prepare(store)
        store.close()
        yield path


@pytest.fixture(scope="session")
def daftra_sandbox_factory(request: pytest.FixtureRequest) -> Iterator[Callable[..., LiveSandbox]]:
    """Make sandboxes that run until the end of the run; arguments are those of `LiveSandbox`."""
    made: list[LiveSandbox] = []

    def make(seed: Seed = "empty", **options: Any) -> LiveSandbox:
        made.append(_sandbox(request, seed, options).start())
        return made[-1]

    yield make
    for sandbox in made:
        sandbox.stop()


@pytest.fixture(scope="session")
def daftra_sandbox_session(request: pytest.FixtureRequest, daftra_sandbox_factory: Callable[..., LiveSandbox]) -> LiveSandbox:
    """One sandbox for the whole run, of the seed that the configuration says; tests see what others wrote."""
    return daftra_sandbox_factory(_default_seed(request.config))


@pytest.fixture(scope="session", name="_daftra_shared_sandboxes")
def daftra_shared_sandboxes(daftra_sandbox_factory: Callable[..., LiveSandbox]) -> Callable[[Seed], LiveSandbox]:
    """Give the one sandbox of a seed that tests marked with `shared=True` use."""
    made: dict[Seed, LiveSandbox] = {}

    def shared(seed: Seed) -> LiveSandbox:
        if seed not in made:
            made[seed] = daftra_sandbox_factory(seed)
        return made[seed]

    return shared


@pytest.fixture
def daftra_sandbox(request: pytest.FixtureRequest) -> Iterator[LiveSandbox]:
    """A local Daftra account of the test's own, see the marker `daftra_sandbox`."""
    given = _marked(request)
    seed = cast("Seed", given.pop("seed", _default_seed(request.config)))
    if given.pop("shared", False):
        if given:
            msg = f"daftra_sandbox: shared=True allows no {' and no '.join(sorted(given))}: others would see it"
            raise pytest.UsageError(msg)
        yield request.getfixturevalue("_daftra_shared_sandboxes")(seed)
        return
    with _sandbox(request, seed, given) as sandbox:
        yield sandbox


@pytest.fixture
def daftra_settings() -> Settings:
    """Settings of `daftra_client`: those of the package, with pauses between attempts that are fit for tests."""
    from daftra_async.settings import Settings  # noqa: PLC0415  # plugins load fast

    return Settings(backoff_base=0.01, backoff_cap=0.1)


@pytest.fixture
def daftra_client(request: pytest.FixtureRequest) -> DaftraClient:
    """A client of `daftra_sandbox`, in the event loop of the test, closed afterwards."""
    client: DaftraClient = request.getfixturevalue(_holder(request))
    return client


@pytest.fixture(name="_daftra_client_anyio")
async def daftra_client_anyio(
    anyio_backend_name: str, daftra_sandbox: LiveSandbox, daftra_settings: Settings
) -> AsyncIterator[DaftraClient]:
    """The client of a test that anyio runs."""
    if anyio_backend_name != "asyncio":
        msg = f"daftra_client needs asyncio, not {anyio_backend_name}: let the fixture anyio_backend return 'asyncio'"
        raise pytest.UsageError(msg)
    async for client in serve_client(daftra_sandbox, daftra_settings):
        yield client


@pytest.fixture(name="_daftra_client_plain")
def daftra_client_plain(daftra_sandbox: LiveSandbox, daftra_settings: Settings) -> Iterator[DaftraClient]:
    """The client of a test that runs without an event loop plugin."""
    client = daftra_sandbox.client(settings=daftra_settings)
    yield client
    if not client._pipeline.life.closed and client._pipeline.life.loop is not None:  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]  # of the same package
        pytest.fail(OTHER_LOOP)


@pytest.fixture
def mock_daftra(request: pytest.FixtureRequest) -> Iterator[MockDaftra]:
    """A `MockDaftra`; the test fails if a call was not prepared, even if the program caught the error."""
    from daftra_async.testing.mock import MockDaftra  # noqa: PLC0415  # plugins load fast

    failed = request.session.testsfailed
    mock = MockDaftra()
    yield mock
    if mock.unprepared and request.session.testsfailed == failed:
        pytest.fail(f"calls without a prepared answer: {'; '.join(mock.unprepared)}")


def _sandbox(request: pytest.FixtureRequest, seed: Seed, options: dict[str, Any]) -> LiveSandbox:
    from daftra_async.testing.live import LiveSandbox  # noqa: PLC0415  # plugins load fast

    if seed == "demo" and "snapshot" not in options:
        options = {**options, "snapshot": request.getfixturevalue("_daftra_demo_file")}
    return LiveSandbox(seed, **options)


def _holder(request: pytest.FixtureRequest) -> str:
    """Return the fixture that makes the client in the loop of the test."""
    marker = request.node.get_closest_marker("asyncio")
    if "anyio_backend" in request.fixturenames:
        if marker is not None:
            raise pytest.UsageError(_TWO_LOOPS)
        return "_daftra_client_anyio"
    if not request.config.pluginmanager.has_plugin("daftra-asyncio"):
        return "_daftra_client_plain"
    scope: object = marker.kwargs.get("loop_scope") if marker is not None else None
    return f"_daftra_client_{scope or request.config.getini('asyncio_default_test_loop_scope') or 'function'}"


def _marked(request: pytest.FixtureRequest) -> dict[str, Any]:
    """Return what the markers of a test say; those of the function go before those of its class and module."""
    given: dict[str, Any] = {}
    for marker in request.node.iter_markers(_MARK):
        if marker.args or not marker.kwargs.keys() <= _ARGUMENTS:
            msg = f"unknown arguments of the marker; it is {_MARKER}"
            raise pytest.UsageError(msg)
        given = {**marker.kwargs, **given}
    return given


def _default_seed(config: pytest.Config) -> Seed:
    return cast("Seed", config.getini(_INI))
