"""The walk that looks for references, over lists in every order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest

from daftra_async.catalogue import operations
from daftra_async.lists.find.references import find_references, query_of
from daftra_async.lists.page import Page
from daftra_async.resources import clients, suppliers

if TYPE_CHECKING:
    from daftra_async.lists.find.references import Findings


@attrs.define
class Row:
    id: int
    client_number: str


@attrs.define
class Lists:
    """Stands for a client whose list is these rows."""

    rows: list[Row]
    asked: list[int] = attrs.field(factory=list)
    shrinks: bool = False
    ignores: bool = False

    async def _page(self, number: int) -> Page[Row]:
        self.asked.append(number)
        pages = max(1, -(-len(self.rows) // 100))
        total = len(self.rows) - (len(self.asked) if self.shrinks else 0)
        return Page(
            data=self.rows[(number - 1) * 100 : number * 100],
            page=number,
            page_count=pages,
            total_results=total,
            has_next=number < pages,
            next_page=number + 1,
        )

    def paginate(self, op: Any, path: Any, query: Any, **more: Any) -> Any:
        assert op.id == "clients.list"
        assert query["limit"] == 100
        return self._page(query["page"])


def rows(ids: Any) -> list[Row]:
    return [Row(each, f"C-{each}") for each in ids]


async def look(lists: Any, references: list[str], made: int = 0, oldest: int | None = None) -> Findings:
    return await find_references(lists, clients.CREATE, references, made=made, oldest=oldest)


def ids(found: Findings, reference: str) -> list[int]:
    return [row.id for row in found.of(reference)]


async def test_newest_first_stops_when_all_are_found() -> None:
    lists = Lists(rows(range(3000, 0, -1)))
    found = await look(lists, ["C-2999", "C-2850"])
    assert (ids(found, "C-2999"), ids(found, "C-2850"), found.open) == ([2999], [2850], None)
    assert lists.asked == [1, 2]


@pytest.mark.parametrize(("made", "oldest", "pages"), [(0, None, 5), (700, None, 12), (0, 1000, 21), (0, 2990, 5)])
async def test_newest_first_reads_as_deep_as_the_run_may_reach(made: int, oldest: int | None, pages: int) -> None:
    lists = Lists(rows(range(3000, 0, -1)))
    found = await look(lists, ["C-none"], made, oldest)
    assert (ids(found, "C-none"), found.open) == ([], None)
    assert lists.asked == list(range(1, pages + 1))


async def test_oldest_first_is_read_from_its_end() -> None:
    lists = Lists(rows(range(1, 3001)))
    found = await look(lists, ["C-2999", "C-2850"])
    assert (ids(found, "C-2999"), ids(found, "C-2850")) == ([2999], [2850])
    assert lists.asked == [1, 30, 29]
    assert (await look(Lists(rows(range(1, 3001))), ["C-none"])).open is None


async def test_oldest_first_to_its_begin() -> None:
    lists = Lists(rows(range(1, 251)))
    found = await look(lists, ["C-1", "C-none"])
    assert (ids(found, "C-1"), ids(found, "C-none"), found.open) == ([1], [], None)
    assert lists.asked == [1, 3, 2, 1]


async def test_in_no_order_the_whole_list_has_to_be_read() -> None:
    mixed = [at * 7919 % 20011 for at in range(1, 9000)]
    found = await look(Lists(rows(mixed)), ["C-none"])
    assert found.open is None
    longer = [at * 7919 % 20011 for at in range(1, 12000)]
    found = await look(Lists(rows(longer)), ["C-none"])
    assert found.open is not None
    assert "in no order" in found.open


async def test_list_that_shrinks_leaves_it_open() -> None:
    found = await look(Lists(rows(range(300, 0, -1)), shrinks=True), ["C-none", "C-250"])
    assert found.open is not None
    assert "lost rows" in found.open
    assert ids(found, "C-250") == [250]


async def test_empty_list_and_several_of_one_reference() -> None:
    assert (await look(Lists([]), ["C-1"])).open is None
    found = await look(Lists([Row(2, "C-1"), Row(1, " C-1 ")]), ["C-1"])
    assert ids(found, "C-1") == [2, 1]


async def test_a_later_page_out_of_order_ends_the_trust_in_the_order() -> None:
    """The first page is newest first; a row of the second one shows that the list is not."""
    ids_in_no_order = [*range(3000, 2890, -1), 1, *range(2890, 1, -1)]
    lists = Lists([*rows(ids_in_no_order), Row(4000, "C-late")])
    found = await look(lists, ["C-late"])
    assert (ids(found, "C-late"), found.open) == ([4000], None)
    assert lists.asked == list(range(1, 32))


async def test_a_last_page_out_of_order_read_backwards_is_noticed_too() -> None:
    lists = Lists([Row(4000, "C-early"), *rows([*range(1, 100)])])
    lists.rows = [*rows(range(1, 101)), Row(4000, "C-early"), *rows(range(101, 2850)), Row(2, "x"), Row(1, "y")]
    found = await look(lists, ["C-early"])
    assert (ids(found, "C-early"), found.open) == ([4000], None)
    assert lists.asked == [1, *range(29, 1, -1)]


@attrs.define
class Supplier:
    id: int
    supplier_number: int | str


async def test_numbers_are_compared_as_numbers() -> None:
    class Suppliers(Lists):
        def paginate(self, op: Any, path: Any, query: Any, **more: Any) -> Any:
            return self._page(query["page"])

    listed: Any = [Supplier(3, 17), Supplier(2, "0018"), Supplier(1, "x")]
    client: Any = Suppliers(listed)
    found = await find_references(client, suppliers.CREATE, ["017", "18", "19"])
    assert [ids(found, each) for each in ("017", "18", "19")] == [[3], [2], []]


REFERENCED = [op for op in operations() if op.reference is not None]


@pytest.mark.parametrize("op", REFERENCED, ids=lambda op: op.id)
def test_what_the_list_is_asked(op: Any) -> None:
    listing = next(each for each in operations() if each.id == op.reference.lookup)
    names = {param.name for param in listing.query_params}
    known = {param.wire for param in listing.query_params}
    for branch in (None, 3):
        query, extra = query_of(listing, op.reference, ["mine"], branch)
        assert query.get("request_branch_id") == (3 if branch and "request_branch_id" in names else None)
        assert query.keys() <= names
        assert query["limit" if "limit" in names else "per_page"] == min(100, op.reference.limit)
        assert not extra.keys() & known
    assert (op.reference.parameter is None) == ("mine" not in query.values())
    several, _ = query_of(listing, op.reference, ["mine", "other"], None)
    assert "mine" not in several.values()
