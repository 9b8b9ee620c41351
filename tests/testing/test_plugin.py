"""The pytest plugin, in runs of its own: pytest-asyncio (auto, strict), anyio, and no loop at all."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points

import pytest

pytest_plugins = ["pytester"]

SCOPE = ("-p", "asyncio", "-o", "asyncio_default_fixture_loop_scope=function")
AUTO = (*SCOPE, "-o", "asyncio_mode=auto")
STRICT = (*SCOPE, "-o", "asyncio_mode=strict")
ANYIO = ("-p", "anyio")
MODES = {
    "auto": AUTO,
    "strict": STRICT,
    "anyio": ANYIO,
    "anyio beside asyncio": (*STRICT, *ANYIO),
    "sync": (),
}
HEAD = {
    "auto": "",
    "strict": "pytestmark = pytest.mark.asyncio",
    "anyio": "pytestmark = pytest.mark.anyio",
    "anyio beside asyncio": "pytestmark = pytest.mark.anyio",
}
KNOWN_MODULES = ("-W", "ignore::pytest.PytestAssertRewriteWarning")
"""In the process of this test, the modules of plugins are imported already."""
ASYNC = [mode for mode in MODES if mode != "sync"]
BEGIN = """
import asyncio, pytest
from daftra_async import Client, ClientInput, DaftraClient, ServerError, Settings
from daftra_async.sandbox import Rule

@pytest.fixture
def anyio_backend():
    return "asyncio"
"""


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch):
    # Other plugins of this environment would take longer to load than the tests do.
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")

    def go(mode: str, program: str, *more: str, alone: bool = False) -> pytest.RunResult:
        """Run a program, in a process of its own if it is to be alone: it takes seconds to start."""
        pytester.makepyfile(f"{BEGIN}\n{HEAD.get(mode, '')}\n{program}")
        strict = ("--strict-markers", "--strict-config", "-W", "error", "-q", "-p", "no:cacheprovider")
        arguments = ("-p", "daftra", *strict, *MODES[mode], *more)
        return pytester.runpytest_subprocess(*arguments) if alone else pytester.runpytest_inprocess(*arguments, *KNOWN_MODULES)

    return go


def test_it_is_an_entry_point_and_cheap() -> None:
    (found,) = [each for each in entry_points(group="pytest11") if each.name == "daftra"]
    assert found.value == "daftra_async.testing.plugin"
    heavy = ("aiohttp", "attrs", "asyncio", "daftra_async.sandbox", "daftra_async.client")
    code = f"import sys, pytest; import {found.value}; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("mode", ASYNC)
def test_a_client_in_the_loop_of_the_test(mode: str, run) -> None:
    result = run(
        mode,
        """
@pytest.mark.parametrize("name", ["Nile", "نيل"])
async def test_one(daftra_client, daftra_sandbox, name):
    created = await daftra_client.clients.create(ClientInput(business_name=name))
    assert (await daftra_client.clients.get(created.id)).business_name == name
    assert daftra_sandbox.count("client") == 1
    assert daftra_sandbox.received() == {"clients.create": 1, "clients.get": 1}
    assert daftra_sandbox.record("client", created.id)["business_name"] == name

kept = []

async def test_two(daftra_client):
    kept.append(daftra_client)
    await daftra_client.site_info.get()
    assert daftra_client._pipeline.life.loop is asyncio.get_running_loop()

async def test_three():
    assert kept[0]._pipeline.life.closed
    assert kept[0]._pipeline.life.session.closed

@pytest.mark.daftra_sandbox(
    records={"clients": [ClientInput(business_name="Nile"), {"business_name": "Delta"}]},
    faults=[Rule("502", operation="clients.list", times=1)],
)
class TestFaults:
    @pytest.mark.daftra_sandbox(faults=Rule("503", operation="clients.get", times=1))
    async def test_records(self, daftra_client, daftra_sandbox):
        assert daftra_sandbox.created == {"clients": [1, 2]}
        assert daftra_sandbox.requests == daftra_sandbox.writes == []
        assert (await daftra_client.clients.get(2)).business_name == "Delta"
        assert daftra_sandbox.faults_met == {"503": 1}

    async def test_again(self, daftra_client, daftra_sandbox):
        daftra_sandbox.fail("500", operation="clients.list")
        assert daftra_sandbox.received() == {}
        with pytest.raises(ServerError):
            await daftra_client.with_settings(max_attempts=1).clients.list()
        daftra_sandbox.heal()
        assert len(await daftra_client.clients.list()) == 2
        assert daftra_sandbox.faults_met == {"500": 1}
""",
        alone=mode == "auto",
    )
    result.assert_outcomes(passed=6)


@pytest.mark.parametrize("mode", ["auto", "anyio"])
def test_the_mock(mode: str, run) -> None:
    result = run(
        mode,
        """
async def test_good(mock_daftra):
    mock_daftra.on("clients.get", id=1).returns(Client(id=1))
    assert (await mock_daftra.client.clients.get(1)).id == 1

async def test_swallowed(mock_daftra):
    try:
        await mock_daftra.client.clients.get(1)
    except BaseException:
        pass

async def test_shown_once(mock_daftra):
    await mock_daftra.client.clients.get(1)
""",
    )
    result.assert_outcomes(passed=2, failed=1, errors=1)
    result.stdout.fnmatch_lines(["*calls without a prepared answer: clients.get(id=1)*"])


def test_tests_without_a_loop(run) -> None:
    result = run(
        "sync",
        """
import json, os, subprocess, sys, urllib.request

def test_program(daftra_sandbox, monkeypatch):
    for name, value in daftra_sandbox.environment.items():
        monkeypatch.setenv(name, value)
    async def main():
        async with DaftraClient.from_env() as daftra:
            return (await daftra.clients.create({"business_name": "Nile"})).id
    assert asyncio.run(main()) == 1
    assert [write.operation for write in daftra_sandbox.ledger] == ["clients.create"]

def test_client(daftra_client):
    async def main():
        async with daftra_client:
            return await daftra_client.clients.list()
    assert len(asyncio.run(main())) == 0

def test_unused(daftra_client):
    pass

@pytest.mark.daftra_sandbox(seed="demo")
def test_demo(daftra_sandbox):
    assert daftra_sandbox.count("clients.list") > 2000
    daftra_sandbox._ask(lambda sandbox: sandbox.account.store.delete("client", 1))
    assert daftra_sandbox.record("client", 1) is None

@pytest.mark.daftra_sandbox(seed="demo")
def test_demo_is_new(daftra_sandbox):
    assert daftra_sandbox.record("client", 1) is not None
    assert daftra_sandbox.count("clients.list") > 2000

@pytest.mark.parametrize("at", [1, 2])
@pytest.mark.daftra_sandbox(shared=True)
def test_shared(daftra_sandbox, daftra_sandbox_session, at):
    urls.add(daftra_sandbox.url)
    others.add(daftra_sandbox_session.url)
    assert len(urls) == len(others) == 1

urls, others = set(), set()

def test_factory(daftra_sandbox_factory):
    one, two = daftra_sandbox_factory(), daftra_sandbox_factory(records={"clients": [{"business_name": "Nile"}]})
    assert one.count("client") == 0 and two.count("client") == 1

def test_threads_are_gone():
    import threading
    assert sum(thread.name == "daftra-sandbox" for thread in threading.enumerate()) == 4
""",
        alone=True,
    )
    result.assert_outcomes(passed=9)


def test_a_client_left_open_in_another_loop(run) -> None:
    program = """
def test_one(daftra_client):
    async def main():
        await daftra_client.clients.list()
        await daftra_client._pipeline.life.session.close()
    asyncio.run(main())
"""
    for mode in ("sync", "auto"):
        result = run(mode, program)
        result.assert_outcomes(passed=1, errors=1)
        result.stdout.fnmatch_lines(["*daftra_client was used in another event loop*"])


def test_wider_loops(run) -> None:
    program = "".join(
        f"""
@pytest.mark.asyncio(loop_scope="{scope}")
class Test{scope.title()}:
    async def test_one(self, daftra_client):
        await daftra_client.site_info.get()

    async def test_two(self, daftra_client):
        await daftra_client.site_info.get()
"""
        for scope in ("class", "module", "package", "session")
    )
    run("auto", program).assert_outcomes(passed=8)


def test_the_default_scope_of_tests_counts(run) -> None:
    program = "async def test_one(daftra_client):\n    await daftra_client.site_info.get()\n"
    run("auto", program, "-o", "asyncio_default_test_loop_scope=session").assert_outcomes(passed=1)


def test_fixtures_of_the_user(run) -> None:
    program = """
@pytest.fixture
def daftra_settings():
    return Settings(max_attempts=1)

@pytest.fixture
async def client_id(daftra_client):
    created = await daftra_client.clients.create({"business_name": "Nile"})
    yield created.id
    await daftra_client.clients.delete(created.id)

async def test_one(client_id, daftra_client, daftra_sandbox):
    assert (await daftra_client.clients.get(client_id)).business_name == "Nile"
    daftra_sandbox.fail("503", operation="clients.list", times=1)
    with pytest.raises(ServerError):
        await daftra_client.clients.list()
"""
    for mode in ("auto", "anyio"):
        run(mode, program).assert_outcomes(passed=1)


def test_the_seed_of_the_configuration(run) -> None:
    program = """
from daftra_async.testing import LiveSandbox

@pytest.fixture(scope="session", name="_daftra_demo_file")
def a_small_demo_account(tmp_path_factory):
    path = tmp_path_factory.mktemp("demo") / "demo.db"
    with LiveSandbox(db=str(path), records={"clients": [{"business_name": "Nile"}]}):
        pass
    return path

def test_one(daftra_sandbox, daftra_sandbox_session):
    assert daftra_sandbox.count("clients.list") == daftra_sandbox_session.count("clients.list") == 1
"""
    run("sync", program, "-o", "daftra_sandbox_seed=demo").assert_outcomes(passed=1)


BAD_MARKERS = {
    "'demo'": "unknown arguments of the marker",
    "seeds='demo'": "unknown arguments of the marker",
    "seed='full'": "seed: 'full' was given",
    "shared=True, faults='503'": "shared=True allows no faults",
    "faults='boom'": "unknown fault 'boom'",
    "behaviours='discount=boom'": "behaviour discount: 'boom' was given",
    "records={'client': []}": "did you mean 'clients.create'",
    "records={'workflow_records': []}": "workflow_records.create needs workflow_id too",
    "records={'invoices': [{'client_id': object()}]}": "JSON form",
}


def test_bad_markers(run) -> None:
    program = "\n".join(
        f"@pytest.mark.daftra_sandbox({marker})\ndef test_{at}(daftra_sandbox):\n    pass\n"
        for at, marker in enumerate(BAD_MARKERS)
    )
    result = run("sync", program)
    result.assert_outcomes(errors=len(BAD_MARKERS))
    for at, message in enumerate(BAD_MARKERS.values()):
        assert [line for line in result.outlines if line.startswith("ERROR") and f"::test_{at} " in line]
        assert [line for line in result.outlines if message in line], message


def test_trio_is_refused(run) -> None:
    program = """
@pytest.fixture
def anyio_backend_name():
    return "trio"

async def test_one(daftra_client):
    pass
"""
    result = run("anyio", program)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*daftra_client needs asyncio, not trio*"])


def test_two_plugins_that_want_the_test_are_refused(run) -> None:
    program = "pytestmark = pytest.mark.anyio\n\nasync def test_one(daftra_client):\n    pass\n"
    result = run("auto", program, *ANYIO)
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*set asyncio_mode = strict*"])


def test_help_tells_of_it(run) -> None:
    result = run("sync", "", "--markers")
    result.stdout.fnmatch_lines(["@pytest.mark.daftra_sandbox(seed=*"])
