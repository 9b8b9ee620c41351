"""Fetch many records by their ids, several at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from daftra_async._text import refuse, whole
from daftra_async.errors import ArgumentError, DaftraError, NotFoundError
from daftra_async.http.request import build_request
from daftra_async.operation import UNSET
from daftra_async.wire.notebook import records_html
from daftra_async.writes.bulk.concurrency import breathe, each
from daftra_async.writes.bulk.outcome import drop_tracebacks

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Unpack

    from daftra_async.lists.executor import Executor
    from daftra_async.operation import Operation
    from daftra_async.options import CallOptions, OnProgress

T = TypeVar("T")
OnError = Literal["raise", "collect"]


class Fetched(list[T]):
    """The records in the order of their ids; with `on_error="collect"` without those that failed."""

    def __init__(self, records: Iterable[T] = ()) -> None:
        super().__init__(records)
        self.by_id: dict[int | str, T] = {}
        """The records by the ids that were given."""
        self.errors: dict[int | str, DaftraError] = {}
        """What went wrong, by the ids that were given."""

    def _repr_html_(self) -> str | None:
        """Return what a notebook shows: the records as a table."""
        failed = f", {len(self.errors):,} failed" if self.errors else ""
        return records_html(self, f"{len(self):,} record{'s' * (len(self) != 1)}{failed}")

    @property
    def missing(self) -> tuple[int | str, ...]:
        """Ids of which the server says that there is no such record."""
        return tuple(identity for identity, error in self.errors.items() if isinstance(error, NotFoundError))


async def get_many(
    client: Executor,
    op: Operation[T],
    ids: Iterable[int | str],
    path: Mapping[str, object],
    *,
    concurrency: int,
    on_error: OnError = "raise",
    on_progress: OnProgress | None = None,
    **options: Unpack[CallOptions],
) -> Fetched[T]:
    """Fetch many records by their ids; each id once, and nothing when there are none.

    Args:
        client: What executes operations.
        op: The read of one record.
        ids: Ids of the records; where one comes again, so does its record.
        path: Path arguments other than the id.
        concurrency: Calls under way at most; the limits of the client apply too.
        on_error: `"raise"` the first failure, which ends the other calls; or `"collect"` failures in `errors`.
        on_progress: Called after each record with how many came, see `OnProgress`; failures count.
        options: `timeout`, `extra_query` and `extra_headers` of each call.

    Raises:
        ArgumentError: an id or argument is refused; nothing was sent.
        DaftraError: the first failure, with a note that names the id.
    """
    whole("concurrency", concurrency)
    if on_error not in {"raise", "collect"}:
        refuse("on_error", f"{on_error!r:.60} was given", "'raise' or 'collect'")
    wanted = await _checked(op, ids, path, options)
    once = {str(identity): identity for identity in wanted}
    records: dict[str, T] = {}
    errors: dict[str, DaftraError] = {}

    async def fetch(identity: int | str) -> None:
        try:
            records[str(identity)] = await client.execute(op, {**path, "id": identity}, {}, **options)
        except DaftraError as error:
            error.add_note(f"id {identity!r} of {len(wanted)} that were asked for")
            if on_error == "raise":
                raise
            errors[str(identity)] = error
            drop_tracebacks(error)
        if on_progress is not None:
            on_progress(len(records) + len(errors), len(once))

    await each(once.values(), fetch, lambda: concurrency)
    fetched = Fetched(records[str(identity)] for identity in wanted if str(identity) in records)
    fetched.by_id = {identity: records[str(identity)] for identity in wanted if str(identity) in records}
    fetched.errors = {identity: errors[str(identity)] for identity in wanted if str(identity) in errors}
    return fetched


async def _checked(
    op: Operation[Any], ids: Iterable[int | str], path: Mapping[str, object], options: CallOptions
) -> list[int | str]:
    """Return the ids as a list, after making the request of each.

    Raises:
        ArgumentError: an id or argument is refused.
    """
    if isinstance(ids, str | bytes | dict) or not hasattr(ids, "__iter__"):
        given = type(cast("object", ids)).__name__
        refuse("ids", f"{given} was given", "a list of ids, or something else that gives one after the other")
    wanted = list(ids)
    tail: dict[str, Any] = {"timeout": UNSET, "extra_query": None, "extra_headers": None, **options}
    for at, identity in enumerate(wanted):
        await breathe(at)
        try:
            build_request(op, {**path, "id": identity}, {}, UNSET, suffix="", **tail)
        except ArgumentError as error:
            msg = f"ids[{at}]: {error}"
            raise ArgumentError(msg, "ids") from error
    return wanted
