"""Create, update and delete many records; all are checked before the first is sent."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, cast

from daftra_async._text import refuse, whole
from daftra_async.operation import UNSET
from daftra_async.wire.record import Input
from daftra_async.writes.bulk.bodies import Bodies, written_body
from daftra_async.writes.bulk.concurrency import breathe
from daftra_async.writes.bulk.outcome import BulkEntry
from daftra_async.writes.bulk.result import run
from daftra_async.writes.bulk.sending import Work
from daftra_async.writes.lock import check_lock
from daftra_async.writes.losses import meant

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from daftra_async.lists.executor import Executor
    from daftra_async.operation import AnyOperation
    from daftra_async.options import CallOptions
    from daftra_async.writes.bulk.result import BulkResult
    from daftra_async.writes.bulk.sending import OnProgress
    from daftra_async.writes.lock import Lock

_AS_MANY: Final = "as many as there are items, all different"


async def create_many(
    client: Executor,
    op: AnyOperation,
    items: Iterable[object],
    path: Mapping[str, object],
    *,
    concurrency: int,
    references: Sequence[str] | None = None,
    bulk: AnyOperation | None = None,
    chunk_size: int = 50,
    lock: Lock | None = None,
    on_progress: OnProgress | None = None,
    **options: Unpack[CallOptions],
) -> BulkResult[Any]:
    """Create many records; nothing is sent unless all of them can be written.

    Args:
        client: What executes operations.
        op: The create of one record.
        items: The records: inputs, or mappings in wire names.
        path: Path arguments by their Python names.
        concurrency: Calls under way at most.
        references: A name of the caller's own for each record, all different, as `reference=` of the single create.
        bulk: The operation that creates several records in one call; with it, `op` only says where references go.
        chunk_size: Records in such a call.
        lock: Held from the look for records that carry a reference already to the last create.
        on_progress: Called after each call with a `BulkProgress`.
        options: `timeout`, `extra_query` and `extra_headers` of each call.

    Raises:
        ArgumentError: a record or argument is refused; nothing was sent.
        DaftraError: with a lock, when it was not given or the list could not be read; nothing was sent.
        CancelledError: it was cancelled; `partial_result` gets what was done out of it.
    """
    _check_lock(lock, references)
    size = 1 if bulk is None else whole("chunk_size", chunk_size)
    work = _work(client, op, path, concurrency, on_progress, options, bulk=bulk, chunk_size=size, lock=lock)
    names = None if references is None else _references(op, references)
    waiting: list[BulkEntry[Any]] = []
    bodies = Bodies(work)
    # Written as they come: a generator may give the same mapping, changed, again and again.
    for at, item in enumerate(_iterable("items", items)):
        await breathe(at)
        if names is not None and at >= len(names):
            refuse("references", f"{len(names)} were given for more items", _AS_MANY)
        name = UNSET if names is None else names[at]
        written = bodies.write(at, work.path, item, name)
        waiting.append(BulkEntry(index=at, input=item, body=written, reference=name or None))
    if names is not None and len(names) > len(waiting):
        refuse("references", f"{len(names)} were given for {len(waiting)} items", _AS_MANY)
    waiting = await bodies.settle(waiting)
    return await run(work, waiting, waiting)


async def update_many(
    client: Executor,
    op: AnyOperation,
    items: Mapping[int | str, Any] | Iterable[tuple[int | str, Any]],
    path: Mapping[str, object],
    *,
    concurrency: int,
    replace: bool = False,
    on_progress: OnProgress | None = None,
    **options: Unpack[CallOptions],
) -> BulkResult[Any]:
    """Update many records; nothing is sent unless all of them can be written.

    Args:
        client: What executes operations.
        op: The update of one record.
        items: The bodies by id, or pairs of id and body; an id may come once.
        path: Path arguments other than the id.
        concurrency: Calls under way at most.
        replace: Send bodies that leave out what the records lose by it, too.
        on_progress: Called after each call with a `BulkProgress`.
        options: `timeout`, `extra_query` and `extra_headers` of each call.

    Raises:
        ArgumentError: a record or argument is refused; nothing was sent.
        CancelledError: it was cancelled; `partial_result` gets what was done out of it.
    """
    work = _work(client, op, path, concurrency, on_progress, options, by_id=True, replace=meant(replace))
    given: Any = items
    pairs: Iterable[object] = given.items() if isinstance(items, Mapping) else _iterable("items", given)
    waiting: list[BulkEntry[Any]] = []
    bodies = Bodies(work)
    places: dict[str, int] = {}
    for at, pair in enumerate(pairs):
        await breathe(at)
        where = f"items[{at}]"
        identity, item = _pair(where, pair)
        first = places.setdefault(str(identity), at)
        if first != at:
            refuse(
                where,
                f"the id {identity!r:.60} stands at items[{first}] too",
                "each id once: the order of the two would be left to chance",
            )
        written = bodies.write(at, {**work.path, "id": identity}, item, UNSET)
        waiting.append(BulkEntry(index=at, id=identity, input=item, body=written))
    waiting = await bodies.settle(waiting)
    return await run(work, waiting, waiting)


async def delete_many(
    client: Executor,
    op: AnyOperation,
    ids: Iterable[int | str],
    path: Mapping[str, object],
    *,
    concurrency: int,
    on_progress: OnProgress | None = None,
    **options: Unpack[CallOptions],
) -> BulkResult[Any]:
    """Delete many records; an id that comes again is deleted once and has one entry.

    Args:
        client: What executes operations.
        op: The delete of one record.
        ids: Ids of the records.
        path: Path arguments other than the id.
        concurrency: Calls under way at most.
        on_progress: Called after each call with a `BulkProgress`.
        options: `timeout`, `extra_query` and `extra_headers` of each call.

    Raises:
        ArgumentError: an id or argument is refused; nothing was sent.
        CancelledError: it was cancelled; `partial_result` gets what was done out of it.
    """
    work = _work(client, op, path, concurrency, on_progress, options, by_id=True)
    waiting: dict[str, BulkEntry[Any]] = {}
    for at, identity in enumerate(_iterable("ids", ids)):
        await breathe(at)
        written_body(work, f"ids[{at}]", {**work.path, "id": identity}, UNSET, UNSET)
        waiting.setdefault(str(identity), BulkEntry(index=at, id=cast("int | str", identity)))
    entries = list(waiting.values())
    return await run(work, entries, entries)


def _work(
    client: Executor,
    op: AnyOperation,
    path: Mapping[str, object],
    concurrency: int,
    on_progress: OnProgress | None,
    options: CallOptions,
    **kind: Any,
) -> Work:
    """Check what all bulk writes are given."""
    given: Any = on_progress
    if given is not None and (not callable(given) or inspect.iscoroutinefunction(given)):
        refuse("on_progress", f"{type(given).__name__} was given", "a plain function of one argument")
    width = whole("concurrency", concurrency)
    return Work(client=client, op=op, path=dict(path), options=options, concurrency=width, on_progress=on_progress, **kind)


def _check_lock(lock: object, references: object) -> None:
    if lock is None:
        return
    check_lock(lock)
    if references is None:
        refuse("lock", "there are no references to look for", "references= beside it, a name of your own for each record")


def _pair(where: str, pair: Any) -> tuple[int | str, Any]:
    if not isinstance(pair, tuple | list) or len(cast("Sequence[object]", pair)) != 2:
        refuse(where, f"{type(cast('object', pair)).__name__} was given", "a pair of id and body")
    return cast("tuple[int | str, Any]", tuple(cast("Sequence[object]", pair)))


def _references(op: AnyOperation, references: Sequence[str]) -> Sequence[str]:
    if isinstance(references, str):
        refuse("references", "text was given", _AS_MANY)
    names = list(references)
    places: dict[object, int] = {}
    for at, name in enumerate(names):
        key = str(name).strip()
        number = op.reference is not None and op.reference.number and key.isascii() and key.isdigit()
        first = places.setdefault(int(key) if number else key, at)
        if first != at:
            refuse(f"references[{at}]", f"{name!r:.60} stands at references[{first}] too", _AS_MANY)
    return names


def _iterable(name: str, values: object) -> Iterable[object]:
    shown = type(values).__name__
    if isinstance(values, str | bytes | Mapping | Input) or not isinstance(values, Iterable):
        refuse(name, f"{shown} was given", "a list, or something else that gives one after the other")
    return cast("Iterable[object]", values)
