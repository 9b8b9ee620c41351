"""Huge lists on a cluster of this process: the same files as those of one process."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from daftra_async import DaftraClient
from daftra_async.errors import ArgumentError
from daftra_async.export import AccountSpec, export
from daftra_async.sandbox import Sandbox
from tests.integrations.dask.test_accounts import scheduler, spec_of

pytest.importorskip("distributed")

from daftra_async.export import windows
from daftra_async.integrations.dask import export_accounts

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["scheduler"]
FEW = "workflow_records:workflow_id=36"


async def test_huge_lists_are_written_by_one_worker_and_fetched_by_all(
    tmp_path: Path, scheduler: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(windows, "FEW", 50)
    async with Sandbox() as sandbox:
        # As many as the cluster has places: all of them write, and others fetch.
        specs = [spec_of(sandbox, tmp_path, f"a{number}") for number in range(3)]
        names = ["brands", FEW]
        report = await export_accounts(specs, tmp_path / "out", scheduler=scheduler, resources=names, split=100)
        async with DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra:
            await export(daftra, resources=names, to=tmp_path / "whole")
    assert report.ok
    assert [(each.account, each.resource, each.split) for each in report.resources] == [
        (spec.name, name, None if name == "brands" else "5 windows") for spec in specs for name in names
    ]
    for file in (tmp_path / "whole").glob("*.jsonl"):
        whole = Counter(file.read_bytes().splitlines())
        assert all(Counter((tmp_path / "out" / spec.name / file.name).read_bytes().splitlines()) == whole for spec in specs)


async def test_split_is_a_number_of_records(tmp_path: Path) -> None:
    spec = AccountSpec(account="acme", api_key_env="NOBODY")
    with pytest.raises(ArgumentError, match="split"):
        await export_accounts([spec], tmp_path, workers=1, split=0)
