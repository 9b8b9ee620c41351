"""The memory that decoding one page takes at most, in a process that does nothing else: `decode.py` starts it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

import decoders
import orjson
import pages
import peers
import samples

from daftra_async import models
from daftra_async.resources import invoices

if TYPE_CHECKING:
    from collections.abc import Callable

    from peers import Decode

PEAKS: Final[dict[str, Callable[[], Decode]]] = {
    "json.loads, dirty": lambda: peers.dicts(json.loads, "Invoice"),
    "orjson.loads, dirty": lambda: peers.dicts(orjson.loads, "Invoice"),
    "msgspec Struct, clean": lambda: peers.struct(models.Invoice, "Invoice"),
    "pydantic, clean": lambda: peers.model(models.Invoice, "Invoice"),
    "ours, dirty": lambda: decoders.ours(invoices.LIST),
}


def peak(name: str, folder: str) -> float:
    """Return MiB that a fresh process needs at most to decode a page, beyond what it held before, its body included in that."""
    files: list[str] = []
    for count in (20, samples.RECORDS):
        body = pages.clean_page(count) if name.endswith("clean") else pages.dirty_page(count)
        files.append(str(Path(folder) / f"{count}.json"))
        Path(files[-1]).write_bytes(body)
    command = [sys.executable, __file__, name, *files]
    run = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(run.stdout)


def _print_peak(name: str, small: str, large: str) -> None:
    decode = PEAKS[name]()
    for _ in range(3):
        decode(Path(small).read_bytes())
    body = Path(large).read_bytes()
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak counts from now on
    before = _status("VmRSS")
    records = decode(body)
    print((_status("VmHWM") - before) / 1024)
    del records


def _status(key: str) -> int:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(key))


if __name__ == "__main__":
    _print_peak(*sys.argv[1:])
