"""A Redis server for tests, and `python -m tests.redis_server [arguments of pytest]`, which runs the tests that need one.

The server comes from Debian's package (installed by that command when it is missing and we may), keeps nothing on disk, listens
on a socket in a temporary folder with a password made for it, and ends with this process, however that ends.
"""

from __future__ import annotations

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Self

from tests import servers

VARIABLE = "DAFTRA_TEST_REDIS"
"""Set, it asks for the tests that take seconds: rates, and leases of killed processes."""
TESTS = ["tests/integrations/redis"]


def binary() -> str | None:
    """Return the command, None if it is not installed."""
    return shutil.which("redis-server")


class RedisServer:
    """A server; started again, it has forgotten everything."""

    def __init__(self) -> None:
        # The path of a socket has about a hundred characters at most, so pytest's folders may be too deep.
        self._folder = Path(tempfile.mkdtemp(prefix="daftra-redis-"))
        self._socket = self._folder / "socket"
        self.password = secrets.token_urlsafe(24)
        self.url = f"unix://:{self.password}@{self._socket}"
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        shutil.rmtree(self._folder, ignore_errors=True)

    def start(self) -> None:
        """Start it, and wait until it takes connections."""
        settings = {
            "port": "0",
            "unixsocket": self._socket,
            "unixsocketperm": "700",
            "requirepass": self.password,
            "save": '""',
            "dir": self._folder,
        }
        command = [binary() or "redis-server", "-"]
        process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env={"PATH": os.defpath}, **servers.of_its_own()
        )
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write("".join(f"{name} {value}\n" for name, value in settings.items()))
        process.stdin.close()
        told: list[str] = []
        for line in process.stdout:
            told.append(line)
            if "ready to accept connections" in line.lower():
                self._process = process
                return
        sys.exit("redis-server did not start:\n" + "".join(told))

    def stop(self) -> None:
        """Stop it, as a crash does: it says goodbye to nobody."""
        if self._process is not None:
            self._process.kill()
            assert self._process.stdout is not None
            self._process.stdout.close()
            self._process.wait()
            self._process = None


def main() -> int:
    """Run pytest and return its exit code."""
    servers.end_by_signal()
    servers.installed("redis-server", binary)
    command = [sys.executable, "-m", "pytest", *(sys.argv[1:] or ["-v", *TESTS])]
    return subprocess.run(command, env={**os.environ, VARIABLE: "1"}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
