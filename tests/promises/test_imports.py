"""A program pays for what it uses: importing the client leaves out what most programs do without."""

from __future__ import annotations

import subprocess
import sys

LATER = {
    "cattrs",
    "distributed",
    "dlt",
    "duckdb",
    "fsspec",
    "opentelemetry",
    "pandas",
    "polars",
    "pyarrow",
    "redis",
    "rich",
    "typer",
}
CODE = """
import sys
from daftra_async import DaftraClient
DaftraClient("acme", api_key="k").work_orders.list
print(*sys.modules)
"""


def test_the_client_leaves_optional_libraries_and_other_resources_out() -> None:
    loaded = subprocess.run([sys.executable, "-c", CODE], check=True, capture_output=True, text=True).stdout.split()
    assert LATER.isdisjoint(loaded)
    assert [name for name in loaded if name.startswith("daftra_async.resources.")] == ["daftra_async.resources.work_orders"]
    ours = {name.split(".")[1] for name in loaded if name.startswith("daftra_async.")}
    assert ours.isdisjoint({"cli", "export", "importing", "integrations", "money", "prove", "sandbox", "testing", "webhooks"})
