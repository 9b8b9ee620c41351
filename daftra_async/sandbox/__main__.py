"""`python -m daftra_async.sandbox`: serve the sandbox until interrupted."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import errno
import math
import os
import shlex
import signal
import socket
import sqlite3
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from daftra_async._os_errors import sentence
from daftra_async.redaction.printable import one_line
from daftra_async.sandbox import fault_file
from daftra_async.sandbox.behaviours import Behaviours
from daftra_async.sandbox.large import cache_folder, large_file, path_of
from daftra_async.sandbox.server import Sandbox

if TYPE_CHECKING:
    from collections.abc import Sequence

_LAST_PORT: Final = 65535
_PORTS_TRIED: Final = 100


def main(argv: Sequence[str] | None = None) -> int:
    """Serve; prints one line with the address and the key when it is ready, ends on SIGINT and SIGTERM."""
    parser = argparse.ArgumentParser(prog="daftra sandbox", description="A local Daftra account.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (keep it on loopback)")
    parser.add_argument("--port", type=_port, default=0, help="port to listen on; 0 takes a free one")
    parser.add_argument(
        "--seed",
        choices=("demo", "empty", "large"),
        default="demo",
        help="what the account holds; large has 100 000 invoices and is made once",
    )
    parser.add_argument("--seed-value", type=int, default=1, help="the same value makes the same account")
    parser.add_argument("--api-key", default="sandbox-key", help="key the account accepts")
    parser.add_argument("--access-token", default="sandbox-token", help="bearer token the account accepts")
    parser.add_argument("--db", default=":memory:", help="database file that keeps the account between runs")
    parser.add_argument("--cache", metavar="FOLDER", help="where the large account is kept (default: daftra in the user's cache)")
    parser.add_argument("--delay-ms", type=_pause, default=0.0, help="milliseconds to wait before each answer")
    parser.add_argument("--faults", metavar="FILE", help="rules of what goes wrong (JSON; YAML where pyyaml is installed)")
    parser.add_argument(
        "--behaviour",
        metavar="SWITCH=VALUE",
        action="append",
        default=[],
        help="what the account does where the documents leave it open, such as discount=unit; can be given several times",
    )
    options = parser.parse_args(argv)
    try:
        behaviours = Behaviours.parse(options.behaviour)
    except ValueError as error:
        parser.error(f"--behaviour: {one_line(str(error))}")
    try:
        faults = fault_file.load(options.faults) if options.faults else None
    except OSError as error:
        parser.error(f"--faults: {sentence(error)}")
    except RecursionError:
        parser.error("--faults: it is nested too deeply")
    except ValueError as error:
        parser.error(f"--faults: {one_line(str(error))}")
    folder = Path(options.cache) if options.cache else cache_folder()
    try:
        if options.seed == "large" and options.db == ":memory:":
            _make_large(options.seed_value, folder)
    except (OSError, sqlite3.Error) as error:
        return _failed(parser, f"--cache {folder}: the large account cannot be kept there ({error}); name another folder")
    sandbox = Sandbox(
        options.seed,
        seed_value=options.seed_value,
        api_key=options.api_key,
        access_token=options.access_token,
        host=options.host,
        port=options.port,
        db=options.db,
        cache=folder,
        delay=options.delay_ms / 1000,
        faults=faults,
        behaviours=behaviours,
    )
    try:
        asyncio.run(_serve(sandbox))
    except sqlite3.Error as error:
        return _failed(parser, f"--db {options.db}: it cannot be used as a database ({error}); name another file")
    except OSError as error:
        told = _in_use(options.host, options.port) if error.errno == errno.EADDRINUSE else sentence(error)
        return _failed(parser, f"port {options.port} on {options.host}: {told}")
    return 0


def _port(text: str) -> int:
    number = int(text)
    if not 0 <= number <= _LAST_PORT:
        raise ValueError
    return number


def _in_use(host: str, port: int) -> str:
    """Say that a port is taken, and which of the next ones is free."""
    for other in range(port + 1, min(port + _PORTS_TRIED, _LAST_PORT) + 1):
        with contextlib.suppress(OSError), socket.create_server((host, other)):
            return f"it is in use; {other} is free: --port {other}"
    return "it is in use; name another one, or 0 for any that is free"


def _pause(text: str) -> float:
    milliseconds = float(text)
    if not (math.isfinite(milliseconds) and milliseconds >= 0):
        raise ValueError
    return milliseconds


# What argparse calls them in its errors.
_port.__name__, _pause.__name__ = "port (0 to 65535)", "number of milliseconds"


def _make_large(value: int, folder: Path) -> None:
    if not path_of(value, folder).exists():
        sys.stderr.write("Making the large account, which is done once and takes about a minute ...\n")
        large_file(value, folder)


def _failed(parser: argparse.ArgumentParser, told: str) -> int:
    sys.stderr.write(f"{parser.prog}: {one_line(told)}\n")
    return 1


async def _serve(sandbox: Sandbox) -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, stopped.set)
        except NotImplementedError:  # pragma: no cover - event loops without signals, as on Windows
            signal.signal(number, lambda _number, _frame: _stop(loop, stopped))
    async with sandbox:
        said = f"Daftra sandbox: {sandbox.url}  apikey: {sandbox.api_key}\n{_next_step(str(sandbox.url), sandbox.api_key)}\n"
        # At once: a reader of the first line may go away after it.
        sys.stdout.write(said)
        sys.stdout.flush()
        await stopped.wait()


def _next_step(url: str, api_key: str) -> str:
    """Return what a second terminal has to be told for commands and programs to find the sandbox."""
    say = "set" if os.name == "nt" else "export"
    lines = [f"  {say} {name}={shlex.quote(value)}" for name, value in (("DAFTRA_BASE_URL", url), ("DAFTRA_API_KEY", api_key))]
    return "\n".join(["In another terminal, for `daftra list invoices` and the like:", *lines, "Ctrl-C ends it."])


def _stop(loop: asyncio.AbstractEventLoop, stopped: asyncio.Event) -> None:
    loop.call_soon_threadsafe(stopped.set)


if __name__ == "__main__":
    sys.exit(main())
