"""Three nights of every target: the first fetches everything, the next ones what has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from daftra_async.export import export
from tests.export.server import row, rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async import DaftraClient
    from tests.export.places import Place
    from tests.export.server import Lists


async def night(daftra: DaftraClient, place: Place, **options: Any) -> dict[str, Any]:
    report = await export(
        daftra, resources=["brands", "suppliers"], **place.options, **{"since": "last", "page_size": 10, **options}
    )
    assert report.ok, report.failed
    return {each.resource: (each.records, each.held, (each.incremental or "")[:4]) for each in report.resources}


async def test_three_nights(lists: Lists, client: Callable[..., DaftraClient], place: Place) -> None:
    daftra = client()
    lists.rows = {"brand": rows(25), "suppliers": rows(12)}
    assert await night(daftra, place) == {"brands": (25, 25, "full"), "suppliers": (12, 12, "full")}
    assert await place.ids("brands") == [*range(1, 26)]

    lists.rows["brand"][3] |= {"name": "renamed", "modified": "2026-04-05 00:00:00"}
    lists.rows["brand"].append(row(26, "2026-04-06 00:00:00"))
    assert await night(daftra, place) == {"brands": (3, 26, "modi"), "suppliers": (12, 12, "full")}
    found = {each.id: each.name for each in await place.read("brands")}
    assert sorted(found) == [*range(1, 27)]
    assert found[4] == "renamed"

    # Nothing new: only the row whose change is the watermark comes again.
    assert await night(daftra, place) == {"brands": (1, 26, "modi"), "suppliers": (12, 12, "full")}
    assert {each.id: each.name for each in await place.read("brands")} == found
    # With a time instead of the watermark, and nothing that is newer.
    assert (await night(daftra, place, since="2026-05-01"))["brands"] == (0, 26, "modi")
    assert await place.ids("brands") == [*range(1, 27)]


async def test_a_list_that_fails_keeps_its_watermark_while_the_others_go_on(
    lists: Lists, client: Callable[..., DaftraClient], place: Place
) -> None:
    daftra = client(settings={"max_attempts": 1})
    lists.rows = {"brand": rows(5), "storage": rows(5)}
    options: dict[str, Any] = {"resources": ["brands", "storages"], "since": "last", **place.options}
    assert (await export(daftra, **options)).ok
    for name in ("brand", "storage"):
        lists.rows[name].append(row(6, "2026-04-05 00:00:00"))
    lists.broken = {"brand"}
    second = await export(daftra, **options)
    assert [(each.resource, each.error is None, each.held) for each in second.resources] == [
        ("brands", False, None),
        ("storages", True, 6),
    ]
    assert await place.ids("brands") == [1, 2, 3, 4, 5]
    lists.broken = set()
    for name in ("brand", "storage"):
        lists.rows[name].append(row(7, "2026-04-06 00:00:00"))
    third = await export(daftra, **options)
    assert [(each.resource, each.records, each.held) for each in third.resources] == [("brands", 3, 7), ("storages", 2, 7)]


async def test_a_record_that_is_nested_too_deep_ends_no_other_list(
    lists: Lists, client: Callable[..., DaftraClient], place: Place
) -> None:
    deep: Any = "bottom"
    for _ in range(600):
        deep = [{"a": deep}]
    lists.rows = {"brand": [*rows(3), row(4, odd=deep)], "storage": rows(3)}
    report = await export(client(), resources=["brands", "storages"], **place.options)
    assert [each.resource for each in report.failed] in ([], ["brands"])
    assert await place.ids("storages") == [1, 2, 3]
    assert await place.ids("brands") in ([], [1, 2, 3], [1, 2, 3, 4])
