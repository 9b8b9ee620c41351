"""Plans and models that `DaftraClient.warmup` builds ahead."""

from __future__ import annotations

import subprocess
import sys

import pytest

from daftra_async import ArgumentError, DaftraClient

CODE = """
import sys
from daftra_async import DaftraClient
DaftraClient.warmup("brands")
print(*sorted(name.rpartition(".")[2] for name in sys.modules if name.startswith("daftra_async.models.")))
"""


def test_it_loads_the_models_of_what_is_named_and_no_others() -> None:
    loaded = subprocess.run([sys.executable, "-c", CODE], check=True, capture_output=True, text=True).stdout.split()
    assert loaded == ["brand", "brand_input"]


def test_it_prepares_everything() -> None:
    DaftraClient.warmup()


def test_an_unknown_resource() -> None:
    with pytest.raises(ArgumentError, match="'invoises' is not a resource"):
        DaftraClient.warmup("invoises")
