"""Pages that are cut short, met by the client: a walk never takes what is left for the whole list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import pytest_asyncio

from daftra_async import DaftraClient
from daftra_async.errors import IncompleteListError
from daftra_async.sandbox import Faults, Rule, Sandbox
from daftra_async.sandbox.faults import HEADER
from daftra_async.sandbox.truncation import TRUNCATIONS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

pytestmark = pytest.mark.asyncio(loop_scope="module")

LISTS: dict[str, dict[str, Any]] = {"suppliers": {"limit": 4}, "brands": {"per_page": 4}, "employee_assets": {"per_page": 4}}
"""A list of v1, one of v2 and one in a payload, each read in pages of four."""
ROWS = 14
LEFT = {"empty-page": 0, "short-page": ROWS - 2, "no-next": 4, "few-pages": 4}
"""Rows that come when the first page is cut."""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def sandbox() -> AsyncIterator[Sandbox]:
    async with Sandbox("empty") as running:
        async with DaftraClient(base_url=running.url, api_key=running.api_key) as daftra:
            for number in range(ROWS):
                await daftra.suppliers.create({"Supplier": {"business_name": f"S{number}"}})
                await daftra.brands.create({"name": f"B{number}"})
                await daftra.employee_assets.create({"name": f"A{number}", "asset_type_id": 1, "used_by": "not_assigned"})
        yield running


@pytest.mark.parametrize("concurrency", [1, 3])
@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("kind", TRUNCATIONS)
@pytest.mark.parametrize("resource", LISTS)
async def test_a_walk_ends_in_an_error(sandbox: Sandbox, resource: str, kind: str, place: int, concurrency: int) -> None:
    async with DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra:
        listing = getattr(daftra, resource).list
        whole = [record.id for record in await listing(**LISTS[resource]).collect()]
        assert len(whole) == ROWS
        sandbox.faults = Faults([Rule("none", times=place), Rule(kind, operation=f"{resource}.list", times=1)])
        with pytest.raises(IncompleteListError) as caught:
            await listing(**LISTS[resource]).collect(concurrency=concurrency)
        sandbox.faults = Faults()
    assert (caught.value.received, caught.value.announced) == (LEFT[kind] + (0 if kind == "short-page" else 4 * place), ROWS)


async def test_what_is_no_page_stays_whole(sandbox: Sandbox) -> None:
    async with DaftraClient(base_url=sandbox.url, api_key=sandbox.api_key) as daftra:
        for kind in TRUNCATIONS:
            asked: Any = {"extra_headers": {HEADER: kind}}
            assert (await daftra.suppliers.get(1, **asked)).id == 1
            assert (await daftra.site_info.get(**asked)).id is not None
