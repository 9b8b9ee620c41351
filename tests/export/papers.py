"""What the tests of targets with columns share: jobs, records, and when two of them are equal."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from daftra_async import structure, unstructure
from daftra_async.catalogue import operations
from daftra_async.export.protocols import Checkpoint, Job
from daftra_async.export.tabular.pages import StoredPage, write_pages
from daftra_async.export.targets import Target, plan
from daftra_async.wire import hints
from daftra_async.wire.columns.encoder import batches_of
from daftra_async.wire.columns.layout import table_of
from tests.wire.sample import Paper, operation

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from daftra_async.export.protocols import Store


def drop(value: Any) -> Any:
    """Leave out what is null."""
    if isinstance(value, dict):
        return {key: drop(item) for key, item in value.items() if item is not None}
    return [drop(item) for item in value] if isinstance(value, list) else value


def plain(record: Any) -> Any:
    """Return a record without nulls, as a reload should give it.

    An object of nulls in place of a record is read as none at all, which makes a null: leaving those out ends after some rounds.
    """
    written = drop(unstructure(record))
    while True:
        record = structure(type(record), written)
        again = drop(unstructure(record))
        if again == written:
            return record
        written = again


def same(ours: Iterable[Any], theirs: Iterable[Any]) -> bool:
    """Return whether both hold equal records, nulls aside, in whatever order."""
    return same_plain(ours, map(plain, theirs))


def same_plain(ours: Iterable[Any], expected: Iterable[Any]) -> bool:
    """Return whether both hold equal records, in whatever order; those expected are plain already."""
    by_id: dict[str, list[Any]] = {}
    for record in expected:
        by_id.setdefault(_id(record), []).append(record)
    for record in ours:
        found = record if record in by_id.get(_id(record), ()) else plain(record)
        group = by_id.get(_id(found), [])
        if found not in group:
            return False
        group.remove(found)
    return not any(by_id.values())


def _id(record: Any) -> str:
    return repr(getattr(record, "id", None) or record.extra.get("id"))


def papers(payloads: Iterable[Any]) -> list[Paper]:
    return [structure(Paper, payload) for payload in payloads]


def paper_job(**options: Any) -> Job:
    target = Target(name="papers", operation=operation("v1-list", verb="list"), named={}, arguments={})
    return Job(**{"account": "", "target": target, "model": Paper, "run": "run 1", "incremental": False, **options})


def into_a_database(names: Iterable[str]) -> list[str]:
    """Return those of the lists that a whole account in a database is tested with.

    Each table takes a while to make, so these are the lists whose records have lines; `make test-postgres` takes all of them.
    """
    return [name for name in names if os.environ.get("DAFTRA_TEST_POSTGRES") or table_of(job_of(name).model).lines]


def job_of(name: str, **options: Any) -> Job:
    target = plan(operations(), [name])[0]
    assert target.operation.response.model
    model = hints.model(target.operation.response.model)
    return Job(**{"account": "", "target": target, "model": model, "run": "run 1", "incremental": False, **options})


def spool(folder: Path, records: Iterable[Any], model: type[Any] = Paper) -> Path:
    """Return a spool of columns."""
    path = folder / "spool"
    with path.open("wb") as file:
        write_pages(file, [StoredPage.of(batches_of(table_of(model), records))])
    return path


def at(page: int, records: int, **more: Any) -> Checkpoint:
    return Checkpoint(page=page, records=records, **more)


async def write_ten_pages(store: Store) -> int:
    """Export 210 papers, or what an earlier run that was killed has left of them; return how many there are now."""
    sink = store.sink(paper_job())
    found = await sink.begin(None)
    for page in range(found.page if found else 0, 10):
        records = [{"id": n, "total": f"{n}.10", "Line": [{"id": n}, {"id": -n}]} for n in range(page * 20, page * 20 + 20)]
        await sink.write(papers([*records, {"no": "no id"}]), at(page + 1, (page + 1) * 21))
    return (await sink.finish()).records
