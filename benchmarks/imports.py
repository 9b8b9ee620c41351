"""What importing the package costs beside importing aiohttp, in fresh interpreters, as a ratio.

python benchmarks/imports.py
"""

from __future__ import annotations

import statistics
import subprocess
import sys

import results

RUNS = 15
_TIME = "import time; began = time.perf_counter(); {}; print(time.perf_counter() - began)"
_MODULES = """
import sys
from daftra_async import DaftraClient
client = DaftraClient("acme", api_key="k")
client.work_orders.list
models = sorted(name for name in sys.modules if name.startswith("daftra_async.models."))
resources = sorted(name for name in sys.modules if name.startswith("daftra_async.resources."))
print(len(models), *resources)
"""


def run(code: str) -> str:
    """Run code in a fresh interpreter and return what it prints."""
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()


def seconds(statement: str, before: str = "pass") -> float:
    """Return the median time of a statement."""
    code = f"{before}; {_TIME.format(statement)}" if before != "pass" else _TIME.format(statement)
    return statistics.median(float(run(code)) for _ in range(RUNS))


def main() -> None:
    """Print the table."""
    aiohttp = seconds("import aiohttp")
    package = seconds("import daftra_async", "import aiohttp")
    client = seconds("from daftra_async import DaftraClient", "import aiohttp")
    print("| import | seconds | of aiohttp |\n|---|---|---|")
    rows: list[dict[str, object]] = []
    for name, value in (("aiohttp", aiohttp), ("daftra_async, after it", package), ("DaftraClient, after it", client)):
        rows.append({"import": name, "seconds": round(value, 4), "of_aiohttp": round(value / aiohttp, 3)})
        print(f"| {name} | {value:.4f} | {value / aiohttp:.3f} |")
    count, *resources = run(_MODULES).split()
    print(
        f"\nAfter touching `client.work_orders`: {count} models and {len(resources)} resource module(s) are loaded: {resources}"
    )
    results.save("imports", {"rows": rows, "models": int(count), "resources": len(resources)})


if __name__ == "__main__":
    main()
