"""Look records up by the v2 twin of a v1 list that cannot filter.

The twin names the ids, and each record is fetched from v1 and compared. An answer is believed when rows come and all of them have
the values that were asked for, and when the twin holds as many records as the list. No rows prove nothing: the list is walked.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Final

from daftra_async.catalogue import operation_of
from daftra_async.errors import DaftraError
from daftra_async.lists.find.query_plan import twin_condition
from daftra_async.lists.prefetch import Prefetcher
from daftra_async.wire.identity import id_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from daftra_async.lists.find.criteria import Criterion
    from daftra_async.lists.twin import TwinList
    from daftra_async.models import Entity
    from daftra_async.operation import AnyOperation

_MOST: Final = 20
"""Records that are fetched one by one; for more of them, pages of the list are quicker."""


async def find_by_twin(
    entity: TwinList, op: AnyOperation, criteria: Sequence[Criterion], *, total: int, concurrency: int
) -> list[Any]:
    """Return the records of a v1 list that its twin names.

    Args:
        entity: The twin.
        op: The list.
        criteria: What the twin is asked for.
        total: Records of the list.
        concurrency: Requests at the same time.

    Raises:
        TwinError: the twin cannot be relied on.
    """
    rows = await entity.rows(twin_condition(criteria), most=_MOST)
    if not rows:
        entity.refuse("names no record, which proves nothing")
    shown = [_as_record(row, criteria) for row in rows]
    if not all(criterion.nearly_fits(each) for each in shown for criterion in criteria):
        entity.refuse(f"ignores the filter of {', '.join(criterion.wire for criterion in criteria)}")
    await entity.require(total)
    try:
        records = await _get(entity, op, [id_of(row) for row in rows], concurrency)
    except DaftraError as error:
        entity.refuse(f"names a record that cannot be fetched ({type(error).__name__})", error)
    for each, record in zip(shown, records, strict=True):
        if [criterion.fits(each) for criterion in criteria] != [criterion.fits(record) for criterion in criteria]:
            entity.refuse("holds other values than the list")
    return records


def _as_record(row: Entity, criteria: Sequence[Criterion]) -> SimpleNamespace:
    """Return what a row of the twin shows of the fields that are compared."""
    return SimpleNamespace(**{each.name: id_of(row) if each.name == "id" else row.extra.get(each.wire) for each in criteria})


async def _get(entity: TwinList, op: AnyOperation, ids: Sequence[object], concurrency: int) -> list[Any]:
    get = operation_of(f"{op.resource}.get")

    async def fetch(number: int) -> Any:
        return await entity.client.execute(get, {"id": ids[number]}, {}, **entity.options)

    records: list[Any] = []
    async with Prefetcher(fetch, concurrency, set()) as ahead:
        for number in range(len(ids)):
            ahead.top_up(number - 1, len(ids) - 1)
            records.append(await ahead.get(number))
    return records
