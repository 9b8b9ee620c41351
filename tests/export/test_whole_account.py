"""The main job: a whole account, over real sockets, counted on both sides."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from daftra_async import models, structure, unstructure
from daftra_async.catalogue import operations
from daftra_async.export import plan

if TYPE_CHECKING:
    from tests.export.conftest import WholeAccount


def test_whole_account(whole_account: WholeAccount) -> None:
    report, folder, held = whole_account.report, whole_account.folder, whole_account.held
    assert [(r.resource, r.error) for r in report.failed] == []
    assert [(r.resource, r.records, r.announced) for r in report.drifted] == []
    assert {r.resource for r in report.skipped} == {"entities", "follow_up_actions"}
    written = {t.operation.id: (folder / t.file_name).read_bytes() for t in plan(operations()) if not t.skip_reason}
    written["workflow_records.list"] = (folder / "workflow_records.workflow_id=36.jsonl").read_bytes()
    assert {name: data.count(b"\n") for name, data in written.items()} == {name: held[name] for name in written}
    assert sum(r.records for r in report.resources) > 20_000

    invoices = [json.loads(line) for line in written["invoices.list"].splitlines()]
    assert len({row["id"] for row in invoices}) == len(invoices)
    assert any(row["InvoiceItem"] for row in invoices)
    assert unstructure(structure(models.Invoice, invoices[0])) == invoices[0]
