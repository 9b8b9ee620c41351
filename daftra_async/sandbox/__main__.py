"""`python -m daftra_async.sandbox`: serve the sandbox until interrupted."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from typing import TYPE_CHECKING

from daftra_async.sandbox import fault_file
from daftra_async.sandbox.server import Sandbox

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Serve; prints one line with the address and the key when it is ready, ends on SIGINT and SIGTERM."""
    parser = argparse.ArgumentParser(prog="daftra sandbox", description="A local Daftra account.")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (keep it on loopback)")
    parser.add_argument("--port", type=int, default=0, help="port to listen on; 0 takes a free one")
    parser.add_argument("--seed", choices=("demo", "empty"), default="demo", help="what the account holds")
    parser.add_argument("--seed-value", type=int, default=1, help="the same value makes the same account")
    parser.add_argument("--api-key", default="sandbox-key", help="key the account accepts")
    parser.add_argument("--access-token", default="sandbox-token", help="bearer token the account accepts")
    parser.add_argument("--db", default=":memory:", help="database file that keeps the account between runs")
    parser.add_argument("--delay-ms", type=float, default=0.0, help="milliseconds to wait before each answer")
    parser.add_argument("--faults", metavar="FILE", help="rules of what goes wrong (JSON; YAML where pyyaml is installed)")
    options = parser.parse_args(argv)
    try:
        faults = fault_file.load(options.faults) if options.faults else None
    except (OSError, ValueError) as error:
        parser.error(f"--faults: {error}")
    sandbox = Sandbox(
        options.seed,
        seed_value=options.seed_value,
        api_key=options.api_key,
        access_token=options.access_token,
        host=options.host,
        port=options.port,
        db=options.db,
        delay=options.delay_ms / 1000,
        faults=faults,
    )
    asyncio.run(_serve(sandbox))
    return 0


async def _serve(sandbox: Sandbox) -> None:
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, stopped.set)
        except NotImplementedError:  # pragma: no cover - event loops without signals, as on Windows
            signal.signal(number, lambda _number, _frame: _stop(loop, stopped))
    async with sandbox:
        print(f"Daftra sandbox: {sandbox.url}  apikey: {sandbox.api_key}", flush=True)
        await stopped.wait()


def _stop(loop: asyncio.AbstractEventLoop, stopped: asyncio.Event) -> None:
    loop.call_soon_threadsafe(stopped.set)


if __name__ == "__main__":
    sys.exit(main())
