"""A task that its system repeats: the same run, so only what is missing is fetched."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from daftra_async.export import export
from tests.export.server import rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from daftra_async import DaftraClient
    from daftra_async.export import ExportReport
    from tests.export.server import Lists


async def test_only_lists_that_failed_are_fetched_again(
    tmp_path: Path, lists: Lists, client: Callable[..., DaftraClient]
) -> None:
    daftra = client(settings={"max_attempts": 1})
    lists.rows = {"brand": rows(5, surprise=1), "storage": rows(5)}
    lists.broken = {"storage"}

    async def run(**options: Any) -> ExportReport:
        lists.seen.clear()
        return await export(daftra, resources=["brands", "storages"], to=tmp_path, **options)

    first = await run(run="task 7")
    assert [each.resource for each in first.failed] == ["storages"]
    lists.broken = set()
    second = await run(run="task 7")
    assert second.ok
    assert [(each.resource, each.records, each.resumed) for each in second.resources] == [
        ("brands", 5, "done"),
        ("storages", 5, None),
    ]
    assert {name for name, *_ in lists.seen} == {"storage"}
    assert first.census.counts.items() <= second.census.counts.items()
    assert any("surprise" in entry for entry in first.census.counts)
    assert (await run(run="task 7")).census == second.census
    assert not lists.seen

    assert not (await run(run="task 8")).resumed
    assert {name for name, *_ in lists.seen} == {"brand", "storage"}
    assert not (await run()).resumed
