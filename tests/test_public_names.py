"""What the package shows."""

from __future__ import annotations

import subprocess
import sys

import pytest

import daftra_async
from daftra_async import ArgumentError, DaftraClient, models


def test_every_public_name_loads() -> None:
    for name in daftra_async.__all__:
        assert getattr(daftra_async, name) is not None
    assert {"DaftraClient", "F", "Invoice", "InvoiceInput", "WorkOrder", "structure", "unstructure", "operations"} <= set(
        daftra_async.__all__
    )
    assert set(models.__all__) <= set(daftra_async.__all__)


def test_a_star_import_gives_them_and_nothing_else() -> None:
    code = "from daftra_async import *\nprint(Invoice, DaftraClient, census)\nassert 'importlib' not in dir()"
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)


def test_unknown_names() -> None:
    with pytest.raises(AttributeError):
        _ = daftra_async.Nope
    with pytest.raises(ImportError):
        from daftra_async import Nope  # noqa: F401  # the import is what is tested


async def test_limits_out_of_range_are_refused() -> None:
    async with DaftraClient("acme", api_key="k") as daftra:
        for bad in (0, -1, True, "5", 1.5):
            with pytest.raises(ArgumentError, match="limit"):
                daftra.invoices.list(limit=bad)
        with pytest.raises(ArgumentError, match="from 1 to 1000"):
            daftra.clients.list(limit=1001)
        daftra.invoices.list(limit=5000)


async def test_the_generic_reader_takes_keys_of_workflows() -> None:
    async with DaftraClient("acme", api_key="k") as daftra:
        daftra.entities.list("le_workflow-type-entity-36")
        with pytest.raises(ArgumentError, match="entity"):
            daftra.entities.list("")
        with pytest.raises(ArgumentError, match="entity"):
            daftra.entities.list("a/../b")
