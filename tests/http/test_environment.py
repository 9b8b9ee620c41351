"""What `python -m daftra_async` tells, and what it never does."""

from __future__ import annotations

import asyncio
import os
import platform
import subprocess
import sys
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

import daftra_async
from daftra_async.http import environment as module
from daftra_async.http.environment import environment, report
from tests.conftest import http

if TYPE_CHECKING:
    import pytest

ROOT = Path(__file__).parents[2]
SECRETS = {
    "DAFTRA_API_KEY": "key-Zx81",
    "DAFTRA_ACCOUNT": "acme-Zx82",
    "daftra_base_url": "https://Zx83.example",
    "HTTPS_PROXY": "http://user:Zx84@proxy",
    "no_proxy": "Zx85.local",
    "SSL_CERT_FILE": "/home/Zx86/ca.pem",
    "SSLKEYLOGFILE": "/home/Zx87/keys",
}


def run(*arguments: str, path: Path | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.upper().endswith("_PROXY")}
    command = [sys.executable, "-X", "dev", "-W", "error", "-m", "daftra_async", *arguments]
    return subprocess.run(command, env=kept | variables, cwd=path, capture_output=True, text=True, check=False)


def test_it_names_versions_and_extras() -> None:
    facts = environment({})
    assert facts["daftra_async"].startswith(f"{daftra_async.__version__} (installed")
    assert facts["python"].startswith(f"{platform.python_implementation()} {platform.python_version()}")
    for name in ("aiohttp", "attrs", "cattrs", "msgspec"):
        assert facts[name] == metadata.version(name)
    assert f"rich {metadata.version('rich')}" in facts["extra cli"]
    assert {name for name in facts if name.startswith("extra ")} >= {"extra cli", "extra otel", "extra parquet", "extra sql"}
    assert facts["settings"] == facts["proxies"] == facts["certificates"] == "none"


def test_variables_are_named_and_their_values_kept() -> None:
    facts = environment({**SECRETS, "PATH": "/bin", "MY_DAFTRA": "Zx88"})
    assert facts["settings"] == "DAFTRA_ACCOUNT, DAFTRA_API_KEY, daftra_base_url (values not shown)"
    assert facts["proxies"] == "HTTPS_PROXY, no_proxy (values not shown)"
    assert facts["certificates"] == "SSLKEYLOGFILE, SSL_CERT_FILE (values not shown)"
    assert "Zx8" not in str(facts)


def test_the_module_prints_it(tmp_path: Path) -> None:
    done = run(path=tmp_path, **SECRETS)
    assert (done.returncode, done.stderr) == (0, "")
    assert "DAFTRA_API_KEY" in done.stdout
    # A file of keys that cannot be written breaks TLS, and with it the import of aiohttp: the rest still comes out.
    assert "aiohttp cannot be imported: FileNotFoundError" in done.stdout
    assert "Zx8" not in done.stdout
    assert done.stdout.splitlines()[0].split()[:2] == ["daftra_async", daftra_async.__version__]


def test_with_arguments_it_is_the_command() -> None:
    done = run("operations", "--help")
    assert done.returncode == 0, done.stderr
    assert "Usage: daftra operations" in done.stdout
    assert run("no-such-command").returncode == 2


def test_it_needs_no_extra_and_no_installation(tmp_path: Path) -> None:
    """A report must come out where something is broken; here neither typer nor the metadata can be found."""
    code = (
        "import sys, importlib.metadata as m\n"
        "sys.modules['typer'] = sys.modules['rich'] = None\n"
        "known = m.distribution\n"
        "def distribution(name):\n"
        "    if name in {'daftra-async', 'typer', 'rich'}: raise m.PackageNotFoundError(name)\n"
        "    return known(name)\n"
        "m.distribution = distribution\n"
        "sys.argv = ['daftra_async']\n"
        "import runpy; runpy.run_module('daftra_async', run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{daftra_async.__version__} (run from its sources, not installed)" in done.stdout
    assert "extra" not in done.stdout


def test_the_loop_is_that_of_the_policy(monkeypatch: pytest.MonkeyPatch) -> None:
    class Loop(asyncio.SelectorEventLoop):
        pass

    made: list[Loop] = []

    def new() -> Loop:
        made.append(Loop())
        return made[-1]

    monkeypatch.setattr(module.asyncio, "new_event_loop", new)
    assert environment({})["event loop"].endswith("Loop")
    assert made[0].is_closed()


def test_lines_are_aligned() -> None:
    lines = report().splitlines()
    facts = environment()
    width = max(map(len, facts))
    assert len(lines) == len(facts)
    assert all(line[:width].rstrip() == name and line[width : width + 2] == "  " for line, name in zip(lines, facts, strict=True))


async def test_proxies_and_netrc_of_the_environment_are_not_used(server, client, monkeypatch, tmp_path: Path) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("default login Zx89 password Zx90\n", "utf-8")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    server.default = http(body={}, headers={"Set-Cookie": "PHPSESSID=Zx91; Path=/"})
    daftra = client()
    for _ in range(2):
        await daftra.request("GET", "/api2/x")
    assert [seen.target.partition("?")[0] for seen in server.seen] == ["/api2/x", "/api2/x"]
    assert all("authorization" not in seen.headers and "cookie" not in seen.headers for seen in server.seen)
