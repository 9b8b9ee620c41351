"""`python examples/demo.py`: exports a whole sandbox account with the real command, then checks every count.

With `--seed large` the account has 100 000 invoices; the sandbox makes it once, in about a minute, and keeps it for later runs.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from rich.text import Text

from daftra_async.catalogue import operations
from daftra_async.cli.tables import console, table
from daftra_async.cli.text import count
from daftra_async.export import plan

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping
    from types import FrameType

    from rich.table import Table

_START_SECONDS: Final = 600
_STOP_SECONDS: Final = 10
_URL: Final = re.compile(r"http://[0-9.]+:\d+")
_COUNTS: Final = "/_sandbox/counts"
_KEY: Final = "demo-key"


def main(out: Path = Path("out"), seed: str = "demo") -> int:
    """Run the demo and return its exit code: 0 when all counts are equal."""
    output = console()
    try:
        output.print(f"Starting a sandbox with the account '{seed}' ...")
        with _sandbox(seed) as url:
            output.print(f"It answers on {url}. Exporting all of it into {out}/:", soft_wrap=True)
            code = _export(url, out)
            counts = _counts(url)
    except KeyboardInterrupt:
        return 130
    except (OSError, RuntimeError) as error:
        console(stderr=True).print(Text(f"demo: {error}"), soft_wrap=True)
        return 1
    result, equal, records = _compare(counts, out)
    output.print("Lines in the files beside what the sandbox holds:")
    output.print(result)
    if code == 0 and equal:
        output.print(f"All counts are equal: {count(records)} records.")
        return 0
    output.print("Counts differ." if not equal else f"The export ended with code {code}.")
    return 1


def _terminated(_signal: int, _frame: FrameType | None) -> None:
    sys.exit(143)  # an ordinary exit, so that the sandbox is stopped


@contextlib.contextmanager
def _sandbox(seed: str) -> Generator[str]:
    """Run a sandbox on a free port and give its URL; stop it in the end, whatever happens."""
    command = [sys.executable, "-m", "daftra_async.sandbox", "--port", "0", "--seed", seed, "--api-key", _KEY]
    process = subprocess.Popen(  # noqa: S603  # our own module
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    )
    assert process.stdout is not None
    late = threading.Timer(_START_SECONDS, process.kill)
    late.daemon = True
    reader: threading.Thread | None = None
    late.start()
    try:
        url = _url(process.stdout)
        late.cancel()
        # What it says later must not fill the pipe.
        reader = threading.Thread(target=_drain, args=(process.stdout,), daemon=True)
        reader.start()
        yield url
    finally:
        late.cancel()
        _stop(process)
        if reader is not None:
            reader.join(_STOP_SECONDS)
        process.stdout.close()


def _stop(process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
    """End a process that may have ended already, gently if it lets us."""
    process.terminate()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _url(lines: IO[str]) -> str:
    for line in lines:
        if found := _URL.search(line):
            return found.group()
    msg = "the sandbox did not start"
    raise RuntimeError(msg)


def _drain(lines: IO[str]) -> None:
    with contextlib.suppress(ValueError):  # closed meanwhile
        for _ in lines:
            pass


def _export(url: str, out: Path) -> int:
    """Run `daftra export` as a shell would, on this terminal, and return its exit code."""
    settings = {key: value for key, value in os.environ.items() if not key.startswith("DAFTRA_")}
    settings |= {"DAFTRA_ACCOUNT": "demo", "DAFTRA_BASE_URL": url, "DAFTRA_API_KEY": _KEY}
    command = [sys.executable, "-m", "daftra_async", "export", "--all", "--out", str(out)]
    sys.stdout.flush()
    process = subprocess.Popen(command, env=settings)  # noqa: S603  # our own module
    try:
        return process.wait()
    finally:
        _stop(process)


def _counts(url: str) -> dict[str, int]:
    """Ask the sandbox how many records each list holds, by operation id."""
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with direct.open(f"{url}{_COUNTS}", timeout=60) as answer:
        counts: dict[str, int] = json.load(answer)
    return counts


def _compare(counts: Mapping[str, int], out: Path) -> tuple[Table, bool, int]:
    """Return the table, whether all counts are equal, and the lines of all files."""
    result = table("resource", "lines", "sandbox", "ok", right=frozenset({"lines", "sandbox"}), footer=True)
    equal, records = True, 0
    for target in plan(operations()):
        if target.skip_reason:
            result.add_row(target.name, "-", "-", f"skipped: {target.skip_reason}", style="dim")
            continue
        lines, held = _lines(out / target.file_name), counts.get(target.operation.id)
        fits = lines is not None and lines == held
        equal &= fits
        records += lines or 0
        result.add_row(target.name, *("none" if n is None else count(n) for n in (lines, held)), _mark(fits=fits))
    equal &= records > 0  # an empty account proves nothing
    for column, text in zip(result.columns, (Text(), Text(count(records)), Text(), _mark(fits=equal)), strict=True):
        column.footer = text
    return result, equal, records


def _mark(*, fits: bool) -> Text:
    return Text("yes", style="green") if fits else Text("NO", style="bold red")


def _lines(path: Path) -> int | None:
    """Return the lines of a file, None if there is none."""
    try:
        with path.open("rb") as file:
            return sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
    except FileNotFoundError:
        return None


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _terminated)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", choices=("demo", "large"), default="demo")
    sys.exit(main(seed=parser.parse_args().seed))
