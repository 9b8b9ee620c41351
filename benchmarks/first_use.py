"""What the first use of one resource costs, in fresh processes: the least CPU time of many, in milliseconds.

python benchmarks/first_use.py [runs]
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

import pages
import results

RUNS: Final = 15
_STEPS: Final = {
    "attribute": "attribute of the client: its module is imported",
    "models": "models of the records are imported",
    "slow": "hooks of the slow tier are built",
    "fast": "first page of 20 dirty invoices, beyond a later one: learned and compiled",
    "write": "hooks for writing are built",
}
_CODE: Final = """
import json, sys, time
from pathlib import Path
body = Path(sys.argv[1]).read_bytes()
from daftra_async import DaftraClient
from daftra_async.wire import fast, reading, writing  # importing them is no part of it
client = DaftraClient("acme", api_key="k")
clock, steps = time.process_time, []
steps.append(clock())
client.invoices.list
steps.append(clock())
from daftra_async.models import Client, Invoice, InvoiceInput, InvoiceItem, InvoicePayment
steps.append(clock())
for cls in (Invoice, InvoiceItem, InvoicePayment):
    reading.plan_of(cls)
steps.append(clock())
from daftra_async.resources import invoices
decoder = fast.decoder_of(invoices.LIST)
assert decoder.read(body) is not None
steps.append(clock())
later = []
for _ in range(5):
    began = clock()
    decoder.read(body)
    later.append(clock() - began)
steps.append(clock())
for cls in (Invoice, InvoiceItem, InvoicePayment, InvoiceInput):
    writing.plan_of(cls)
steps.append(clock())
spent = [1000 * (after - before) for before, after in zip(steps, steps[1:])]
print(json.dumps({
    "attribute": spent[0], "models": spent[1], "slow": spent[2], "fast": spent[3] - 1000 * min(later), "write": spent[5],
}))
"""


def main() -> None:
    """Print the table."""
    runs = int(sys.argv[1]) if sys.argv[1:] else RUNS
    measured: list[dict[str, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.json"
        page.write_bytes(pages.dirty_page(20))
        for _ in range(runs):
            run = subprocess.run([sys.executable, "-c", _CODE, str(page)], check=True, capture_output=True, text=True)
            measured.append(json.loads(run.stdout))
    least = {step: min(run[step] for run in measured) for step in _STEPS}
    # The steps of one run belong together, so their sum is taken run by run.
    hooks = min(run["slow"] + run["fast"] for run in measured)
    rows: list[dict[str, Any]] = [{"step": text, "ms": round(least[step], 2)} for step, text in _STEPS.items()]
    print("| first use of `client.invoices` | ms |\n|---|---|")
    for row in rows:
        print(f"| {row['step']} | {row['ms']} |")
    targets = [results.target("hooks for reading invoices, ms", hooks, 15)]
    results.print_targets(targets)
    results.save("first_use", {"runs": runs, "rows": rows, "targets": targets})


if __name__ == "__main__":
    main()
