"""The main job: a whole account, over real sockets, counted on both sides."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from daftra_async import DaftraClient, models, structure, unstructure
from daftra_async.catalogue import operations
from daftra_async.export import EVERYTHING, export, plan
from daftra_async.sandbox import Sandbox

if TYPE_CHECKING:
    from pathlib import Path


async def test_whole_account(tmp_path: Path) -> None:
    async with Sandbox("demo") as sandbox, DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as client:
        report = await export(client, resources=[EVERYTHING, "workflow_records:workflow_id=36"], out=tmp_path)
        held = sandbox.counts()
        held["workflow_records.list"] = sandbox.count("workflow_records.list", workflow_id=36)

    assert [(r.resource, r.error) for r in report.failed] == []
    assert [(r.resource, r.records, r.announced) for r in report.drifted] == []
    assert {r.resource for r in report.skipped} == {"entities", "follow_up_actions"}
    written = {t.operation.id: (tmp_path / t.file_name).read_bytes() for t in plan(operations()) if not t.skip_reason}
    written["workflow_records.list"] = (tmp_path / "workflow_records.workflow_id=36.jsonl").read_bytes()
    assert {name: data.count(b"\n") for name, data in written.items()} == {name: held[name] for name in written}
    assert sum(r.records for r in report.resources) > 20_000

    invoices = [json.loads(line) for line in written["invoices.list"].splitlines()]
    assert len({row["id"] for row in invoices}) == len(invoices)
    assert any(row["InvoiceItem"] for row in invoices)
    assert unstructure(structure(models.Invoice, invoices[0])) == invoices[0]
