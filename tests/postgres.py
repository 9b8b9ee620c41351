"""Runs the tests of SQL and dlt against a PostgreSQL server of their own: `python -m tests.postgres [arguments of pytest]`.

The server comes from Debian's package (installed when it is missing and we may), lives in a temporary folder, listens on a free
port of 127.0.0.1 with a password made for it, runs as an ordinary user, and ends with this process, however that ends.
"""

from __future__ import annotations

import contextlib
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests import servers

if TYPE_CHECKING:
    from collections.abc import Iterator

VARIABLE = "DAFTRA_TEST_POSTGRES"
"""Names the server to the tests, which are skipped without it."""
_WHOLE = "test_the_demo_account_is_the_same_again"
TESTS = [
    "tests/export/test_sql.py",
    "tests/export/test_postgres.py",
    "tests/export/test_nights.py",
    "tests/export/test_kills.py",
    "tests/export/test_short.py",
    "tests/integrations/dlt",
    # With a server there is time for the whole account: into every target, and row by row.
    f"tests/export/test_csvfiles.py::{_WHOLE}",
    f"tests/export/test_parquet.py::{_WHOLE}",
    f"tests/export/test_duckdb.py::{_WHOLE}",
    "tests/promises/test_demo_account.py",
    "tests/money/test_account.py",
]
_USER = "daftra"
_START_SECONDS = 60
_PORTS = 5
"""How many ports are tried: another process may take one before the server does."""


def binaries() -> Path:
    """Return the folder with initdb and postgres, after installing them if need be."""
    return servers.installed("postgresql", _look)


def _look() -> Path | None:
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: float(folder.parent.name), reverse=True)
    # On other systems the commands are on the path.
    folders += [Path(which).resolve().parent for which in [shutil.which("initdb")] if which]
    return next((folder for folder in folders if (folder / "initdb").exists() and (folder / "postgres").exists()), None)


def _ordinary_user() -> dict[str, Any]:
    """Return whom the server runs as: it refuses root."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            return {"user": entry.pw_uid, "group": entry.pw_gid, "extra_groups": []}
    sys.exit("PostgreSQL does not run as root, and there is no user postgres or nobody")


@contextlib.contextmanager
def server() -> Iterator[str]:
    """Start a server, and stop it and remove its files at the end; gives its URL."""
    commands, user = binaries(), _ordinary_user()
    folder = Path(tempfile.mkdtemp(prefix="daftra-postgres-"))
    try:
        password, secret = secrets.token_urlsafe(24), folder / "password"
        secret.write_text(password)
        secret.chmod(0o600)
        if user:
            os.chown(folder, user["user"], user["group"])
            os.chown(secret, user["user"], user["group"])
        common: dict[str, Any] = {"cwd": folder, "env": {"PATH": os.defpath, "LC_ALL": "C.UTF-8"}, **user}
        initdb = [commands / "initdb", "-D", folder / "data", "-U", _USER, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"]
        subprocess.run([*initdb, "--auth=scram-sha-256", f"--pwfile={secret}"], check=True, stdout=subprocess.DEVNULL, **common)
        secret.unlink()
        with _running(commands, folder, common) as port:
            yield f"postgresql+asyncpg://{_USER}:{password}@127.0.0.1:{port}/postgres"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextlib.contextmanager
def _running(commands: Path, folder: Path, common: dict[str, Any]) -> Iterator[int]:
    """Run the server of a folder, and give its port."""
    log = folder / "log"
    for _ in range(_PORTS):
        port = _free_port()
        options = {"port": port, "listen_addresses": "127.0.0.1", "unix_socket_directories": "", "max_connections": 60}
        settings = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        command = [commands / "postgres", "-D", folder / "data", *settings]
        with log.open("wb") as told:
            process = subprocess.Popen(command, stdout=told, stderr=told, **servers.of_its_own(), **common)
        try:
            if _accepts(process, commands, port):
                yield port
                return
        finally:
            servers.stop(process)
    sys.exit(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}")


def _free_port() -> int:
    """Return a port that is free now; until the server takes it, another process may."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _accepts(process: subprocess.Popen[bytes], commands: Path, port: int) -> bool:
    """Wait until the server takes connections; return False if it ended, or takes too long."""
    ask = [commands / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]
    ends = time.monotonic() + _START_SECONDS
    while time.monotonic() < ends and process.poll() is None:
        if subprocess.run(ask, check=False).returncode == 0:
            return process.poll() is None
        time.sleep(0.1)
    return False


def main() -> int:
    """Run pytest and return its exit code."""
    servers.end_by_signal()
    with server() as url:
        command = [sys.executable, "-m", "pytest", *(sys.argv[1:] or ["-n", "auto", *TESTS])]
        return subprocess.run(command, env={**os.environ, VARIABLE: url}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
