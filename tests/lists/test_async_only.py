"""Forgetting `async` or `await` raises an error with what to write instead."""

from __future__ import annotations

import operator
from typing import TYPE_CHECKING, Any

import pytest

from daftra_async import DaftraClient
from tests.lists.pages import page

if TYPE_CHECKING:
    from collections.abc import Callable

COLLECT = r"use 'async for'.*\.collect\(\)"


@pytest.fixture
def daftra() -> Any:
    """Return a client that is never used: what is tested says so before anything is sent."""
    return DaftraClient("acme", api_key="key")


@pytest.mark.parametrize("made", [lambda pager: pager, lambda pager: pager.limit(3), lambda pager: pager.filter(bool).chunk(2)])
@pytest.mark.parametrize(
    ("use", "told"),
    [
        (list, COLLECT),
        (lambda records: [*records], COLLECT),
        (lambda records: records[0], r"'\(await pager\)\[0\]'.*\.collect\(\)'"),
        (lambda records: records[:5], r"'\(await pager\)\[0\]'"),
        (len, r"'\(await pager\)\.total_results'"),
    ],
)
def test_records_are_walked_with_async_for(daftra: Any, made: Callable[[Any], Any], use: Callable[[Any], Any], told: str) -> None:
    records = made(daftra.invoices.list())
    with pytest.raises(TypeError, match=told):
        use(records)
    assert records  # a condition asks for no length


async def test_only_a_list_has_a_first_page(daftra: Any) -> None:
    with pytest.raises(TypeError, match=f"no first page to await: {COLLECT}"):
        await daftra.invoices.list().limit(3)


@pytest.mark.parametrize("name", ["", "invoices.list", "invoices.edit"])
def test_a_plain_with_is_told_to_be_async(daftra: Any, name: str) -> None:
    made = operator.attrgetter(name)(daftra) if name else None
    block = daftra if made is None else made() if name.endswith("list") else made(1)
    with pytest.raises(TypeError, match="use 'async with'"), block:
        pass


async def test_a_page_is_walked_with_a_plain_for() -> None:
    found: Any = page([1, 2])
    with pytest.raises(TypeError, match="a plain 'for' walks it; for all records leave 'await' out"):
        _ = [record async for record in found]
