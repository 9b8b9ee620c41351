"""results.json: what each benchmark measured last, with the machine and the versions."""

from __future__ import annotations

import datetime as dt
import importlib.metadata
import json
import os
import platform
from pathlib import Path
from typing import Any, Final

FILE: Final = Path(__file__).with_name("results.json")
_PACKAGES: Final = ("aiohttp", "attrs", "cattrs", "msgspec", "orjson", "pydantic")


def target(what: str, measured: float, most: float | None = None, *, least: float | None = None) -> dict[str, Any]:
    """Return a target with what was measured and whether it is met."""
    met = (most is None or measured <= most) and (least is None or measured >= least)
    allowed = f"at most {most:g}" if most is not None else f"at least {least:g}"
    return {"what": what, "measured": round(measured, 3), "allowed": allowed, "met": met}


def print_targets(targets: list[dict[str, Any]]) -> None:
    """Print targets as a table."""
    print("\n| target | allowed | measured | met |\n|---|---|---|---|")
    for row in targets:
        print(f"| {row['what']} | {row['allowed']} | {row['measured']:.2f} | {'yes' if row['met'] else '**no**'} |")


def load() -> dict[str, Any]:
    """Return what was measured last, by benchmark."""
    return json.loads(FILE.read_text()) if FILE.exists() else {}


def save(benchmark: str, measured: dict[str, Any]) -> None:
    """Put the result of a benchmark into the file; the others stay."""
    measured = {
        "measured": dt.datetime.now(dt.UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "machine": {
            "processor": _processor(),
            "cores": os.cpu_count(),
            "system": f"{platform.system()} {platform.machine()}",
            "load": round(os.getloadavg()[0], 1),
        },
        "versions": {
            "python": f"{platform.python_implementation()} {platform.python_version()}",
            **{name: _version(name) for name in _PACKAGES},
        },
        **measured,
    }
    FILE.write_text(json.dumps({**load(), benchmark: measured}, indent=2) + "\n")


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.processor())
