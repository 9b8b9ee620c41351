"""What an editor or a shell offers after `daftra.invoices.`."""

from __future__ import annotations

from daftra_async import DaftraClient
from daftra_async.resources import NAMES


def test_a_client_completes_resources_and_its_methods() -> None:
    offered = set(dir(DaftraClient("acme", api_key="key")))
    assert {"invoices", "work_orders", "request", "close", "with_settings"} <= offered
    assert set(NAMES) <= offered
    assert not [name for name in offered if name.startswith("_")]


def test_resources_complete_operations_only() -> None:
    daftra = DaftraClient("acme", api_key="key")
    offered = dir(daftra.invoices)
    assert {"list", "get", "create", "open", "get_many"} <= set(offered)
    assert not [name for name in offered if name.startswith("_")]
    assert all(callable(getattr(daftra.invoices, name)) for name in offered)
