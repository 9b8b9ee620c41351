"""Batches of creates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from daftra_async.resource.base import Resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Unpack

    from daftra_async.options import CallOptions
    from daftra_async.writes.bulk import BulkProgress, BulkResult
    from daftra_async.writes.lock import Lock

B = TypeVar("B")
"""An input."""
A = TypeVar("A")
"""What a write answers."""


class CreatesMany(Resource, Generic[B, A]):
    """Creates many records."""

    __slots__ = ()

    async def create_many(
        self,
        items: Iterable[B | Mapping[str, object]],
        *,
        concurrency: int = 8,
        on_progress: Callable[[BulkProgress], None] | None = None,
        **options: Unpack[CallOptions],
    ) -> BulkResult[A]:
        """Create many records and report what became of each.

        All items are checked before anything is sent. A create whose answer was lost is never sent again by itself.

        Args:
            items: The records to write, or mappings in wire names with the relations beside the fields.
            concurrency: Requests at a time at most; fewer while the server asks for it or fails.
            on_progress: Called after each step with the numbers so far.
            **options: See `CallOptions`; `timeout` is for each record.

        Returns:
            Successful, failed, unknown and skipped entries, each with its input.

        Raises:
            ArgumentError: An item or an argument is wrong; nothing was sent.
        """
        return await self._create_many({}, items, options, concurrency=concurrency, on_progress=on_progress)


class CreatesManyReferenced(Resource, Generic[B, A]):
    """Creates many records that carry the caller's own references."""

    __slots__ = ()

    async def create_many(
        self,
        items: Iterable[B | Mapping[str, object]],
        *,
        concurrency: int = 8,
        references: Sequence[str] | None = None,
        lock: Lock | None = None,
        on_progress: Callable[[BulkProgress], None] | None = None,
        **options: Unpack[CallOptions],
    ) -> BulkResult[A]:
        """Create many records and report what became of each.

        All items are checked before anything is sent. A create whose answer was lost is never sent again by itself.

        Args:
            items: The records to write, or mappings in wire names with the relations beside the fields.
            concurrency: Requests at a time at most; fewer while the server asks for it or fails.
            references: Your own name for each record, as `reference=` of `create`; `reconcile` of the result then finds out what
                became of those whose answer was lost.
            lock: Keeps programs that create the same records apart, such as `FileLock("orders.lock")`: while it is held, the list
                is searched for the references, and only records that are not there are created. Needs `references`.
            on_progress: Called after each step with the numbers so far.
            **options: See `CallOptions`; `timeout` is for each record.

        Returns:
            Successful, failed, unknown and skipped entries, each with its input.

        Raises:
            ArgumentError: An item or an argument is wrong; nothing was sent.
        """
        how = {"concurrency": concurrency, "references": references, "lock": lock, "on_progress": on_progress}
        return await self._create_many({}, items, options, **how)


class CreatesManyInChunks(Resource, Generic[B]):
    """Creates many records, several in one request."""

    __slots__ = ()

    async def create_many(
        self,
        items: Iterable[B | Mapping[str, object]],
        *,
        concurrency: int = 8,
        references: Sequence[str] | None = None,
        chunk_size: int = 50,
        lock: Lock | None = None,
        on_progress: Callable[[BulkProgress], None] | None = None,
        **options: Unpack[CallOptions],
    ) -> BulkResult[Any]:
        """Create many records, `chunk_size` in one request, and report what became of each.

        All items are checked before anything is sent. A chunk whose answer was lost is never sent again by itself.

        Args:
            items: The records to write, or mappings in wire names with the relations beside the fields.
            concurrency: Requests at a time at most; fewer while the server asks for it or fails.
            references: Your own name for each record, as `reference=` of `create`; `reconcile` of the result then finds out what
                became of those whose answer was lost.
            chunk_size: Records in one request.
            lock: Keeps programs that create the same records apart, such as `FileLock("orders.lock")`: while it is held, the list
                is searched for the references, and only records that are not there are created. Needs `references`.
            on_progress: Called after each step with the numbers so far.
            **options: See `CallOptions`; `timeout` is for each request.

        Returns:
            Successful, failed, unknown and skipped entries, each with its input.

        Raises:
            ArgumentError: An item or an argument is wrong; nothing was sent.
        """
        how = {"concurrency": concurrency, "references": references, "lock": lock, "on_progress": on_progress}
        return await self._create_many({}, items, options, bulk=self._ops["bulk_create"], chunk_size=chunk_size, **how)
