"""Runs that are killed lose nothing and double nothing."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from daftra_async.integrations.dlt import source
from tests.integrations.dlt.conftest import POSTGRES
from tests.integrations.dlt.test_load import invoice, sums_of_rows, sums_of_tables

if TYPE_CHECKING:
    from daftra_async.export import AccountSpec
    from tests.export.server import Lists
    from tests.integrations.dlt.conftest import Warehouse

CHILD = """
import os, signal, sys
from pathlib import Path
from dlt.load.load import Load
from daftra_async.export import AccountSpec
from daftra_async.integrations.dlt import source
from tests.integrations.dlt.conftest import Warehouse

moment, kind, folder, dataset, url = sys.argv[1:]
pipeline = Warehouse(kind, Path(folder), dataset).pipeline
accounts = AccountSpec(name="acme", base_url=url, api_key_env="ACME_KEY")
if moment == "merged":
    Load.complete_package = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
made = source(accounts, resources=["invoices"], page_size=4)
if moment == "fetched":
    pipeline.extract(made)
    os.kill(os.getpid(), signal.SIGKILL)
pipeline.run(made)
"""


async def killed(moment: str, warehouse: Warehouse, lists: Lists, url: str) -> None:
    """Run the pipeline in a process of its own that is killed at a moment."""
    root = Path(__file__).parents[3]
    arguments = (moment, warehouse.kind, str(warehouse.folder), warehouse.dataset, url)
    environment = {**os.environ, "PYTHONPATH": str(root)}
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", CHILD, *arguments, cwd=root, env=environment)
    if moment == "fetching":
        ended, held = asyncio.ensure_future(process.wait()), asyncio.ensure_future(lists.all_held.wait())
        await asyncio.wait([ended, held], return_when=asyncio.FIRST_COMPLETED)
        assert held.done(), "it ended before it was killed"
        process.send_signal(signal.SIGKILL)
    assert await process.wait() == -signal.SIGKILL


@pytest.mark.filterwarnings("ignore:The 'warn' method is deprecated:DeprecationWarning")  # dlt calls it
@pytest.mark.parametrize("moment", ["fetching", "fetched", "merged"])
async def test_the_next_run_goes_on(moment: str, warehouse: Warehouse, lists: Lists, spec: AccountSpec) -> None:
    if warehouse.kind == "duckdb" and moment != "merged" and POSTGRES not in os.environ:
        pytest.skip("takes seconds: make test-postgres")
    lists.rows["invoices"] = [invoice(number, number % 4) for number in range(1, 10)]
    if moment == "fetching":
        lists.hold_at(3, "invoices")
    assert spec.base_url is not None
    await killed(moment, warehouse, lists, spec.base_url)
    assert lists.pages("invoices") == [1, 2, 3]
    lists.hold_at(0)
    lists.seen.clear()
    await warehouse.run(source(spec, resources=["invoices"], page_size=4))
    # What was on its way into the warehouse is loaded; what was not, is fetched, once.
    assert lists.pages("invoices") == ([] if moment == "merged" else [1, 2, 3])
    assert await sums_of_tables(warehouse) == sums_of_rows(lists.rows["invoices"])
