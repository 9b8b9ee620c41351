"""The dashboards of an export against sums of what the account itself holds, worked out without the client and without SQL."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from daftra_async import DaftraClient
from daftra_async.export import export
from daftra_async.sandbox import Sandbox
from tests.ledger import TODAY, cash, fill, receivables, sales

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ledger import Sums

duckdb = pytest.importorskip("duckdb")


async def test_figures_are_those_of_the_account(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import dashboards

    async with Sandbox("empty") as sandbox, DaftraClient("acme", api_key=sandbox.api_key, base_url=sandbox.url) as daftra:
        await fill(daftra)
        assert (await export(daftra, resources=dashboards.RESOURCES, to=tmp_path, format="parquet")).ok
        owed, sold, received = receivables(sandbox), sales(sandbox), cash(sandbox)
    with dashboards.opened(tmp_path) as database:
        rows = database.execute(dashboards.RECEIVABLES, {"today": TODAY}).fetchall()
        assert {(client, currency): ranges for client, _, currency, *ranges, _ in rows} == owed
        assert all(sum(ranges) == total for _, _, _, *ranges, total in rows)
        assert all(any(ranges[at] for ranges in owed.values()) for at in range(5)), "every range is met"
        lines: Sums = defaultdict(Decimal)
        for month, product, _, currency, _, net in database.execute(dashboards.SALES).fetchall():
            lines[month, product, currency] += net
        assert lines == sold
        taken = database.execute(dashboards.CASH).fetchall()
        assert {(treasury, currency): amount for treasury, _, currency, _, amount in taken} == received
    assert len({currency for _, currency in received}) > 1
    monkeypatch.setattr("sys.argv", ["dashboards.py", str(tmp_path)])
    await dashboards.main()
    assert "Main Treasury" in capsys.readouterr().out


def test_each_is_at_most_15_lines() -> None:
    import dashboards

    for query in (dashboards.RECEIVABLES, dashboards.SALES, dashboards.CASH):
        assert len(query.strip().splitlines()) <= 15
