"""Walks over pages that are not decoded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

from daftra_async import wire
from daftra_async.lists.page import raw_page_of

if TYPE_CHECKING:
    from daftra_async.lists.page import Page, RawPage
    from daftra_async.lists.walk import WalkPlan


def as_raw(plan: WalkPlan[Any]) -> WalkPlan[bytes]:
    """Return the plan of the same walk over pages that are not decoded; records that came as such are encoded."""
    if plan.raw is not None:
        return plan.raw()

    async def fetch(page: int | None) -> Page[bytes]:
        return raw_of(await plan.fetch(page))

    return attrs.evolve(plan, fetch=fetch)


def raw_of(page: Page[Any]) -> RawPage:
    """Return a page with the JSON of its records, which are encoded again."""
    return raw_page_of(page, [wire.dumps(wire.unstructure(row), whole=True) for row in page.data])
