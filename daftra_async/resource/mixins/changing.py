"""Changes of stored records: replacing, editing, deleting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from daftra_async.resource.base import Resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Unpack

    from daftra_async.operation import Ack
    from daftra_async.options import CallOptions, SendOptions
    from daftra_async.writes.bulk import BulkProgress, BulkResult
    from daftra_async.writes.edit import EditSession

B = TypeVar("B")
"""An input."""
A = TypeVar("A")
"""What a write answers."""
D = TypeVar("D")
"""A draft."""


class Replaces(Resource, Generic[B, A]):
    """Puts records in place of stored ones."""

    __slots__ = ()

    async def replace(self, id: int | str, body: B | Mapping[str, object], **options: Unpack[CallOptions]) -> A:
        """Put a record in place of the stored one: `update(..., replace=True)` under a name that says what it does.

        What the body leaves out is lost: lines, dates (they fall back to 1970) and the number (a new one is issued). To change
        some fields and keep the rest, use `edit`.

        Args:
            id: Id of the stored record.
            body: The whole record, or a mapping in wire names with the relations beside the fields.
            **options: See `CallOptions`.
        """
        answer: A = await self._replace({"id": id}, body, options)
        return answer

    async def update_many(
        self,
        items: Mapping[int, B | Mapping[str, object]]
        | Mapping[str, B | Mapping[str, object]]
        | Iterable[tuple[int | str, B | Mapping[str, object]]],
        *,
        concurrency: int = 8,
        replace: bool = False,
        on_progress: Callable[[BulkProgress], None] | None = None,
        **options: Unpack[CallOptions],
    ) -> BulkResult[A]:
        """Replace many records and report what became of each; what a body leaves out is lost, see `replace`.

        Args:
            items: The new records by id.
            concurrency: Requests at a time at most; fewer while the server asks for it or fails.
            replace: True to send bodies without the number, dates or lines, as `update` takes it; they are refused otherwise.
            on_progress: Called after each step with the numbers so far.
            **options: See `CallOptions`; `timeout` is for each record.

        Returns:
            Successful, failed, unknown and skipped entries, each with its id and input.

        Raises:
            ArgumentError: An item or an argument is wrong; nothing was sent.
        """
        return await self._update_many({}, items, options, concurrency=concurrency, replace=replace, on_progress=on_progress)


class DeletesMany(Resource):
    """Deletes many records."""

    __slots__ = ()

    async def delete_many(
        self,
        ids: Iterable[int | str],
        *,
        concurrency: int = 8,
        on_progress: Callable[[BulkProgress], None] | None = None,
        **options: Unpack[CallOptions],
    ) -> BulkResult[Ack]:
        """Delete many records and report what became of each.

        Args:
            ids: Ids of the records.
            concurrency: Requests at a time at most; fewer while the server asks for it or fails.
            on_progress: Called after each step with the numbers so far.
            **options: See `CallOptions`; `timeout` is for each record.

        Returns:
            Successful, failed, unknown and skipped entries, each with its id.

        Raises:
            ArgumentError: An argument is wrong; nothing was sent.
        """
        return await self._delete_many({}, ids, options, concurrency=concurrency, on_progress=on_progress)


class Edits(Resource, Generic[D]):
    """Edits records without losing the rest of them."""

    __slots__ = ()

    def edit(self, id: int | str, *, carry: Iterable[str] = (), **options: Unpack[SendOptions]) -> EditSession[D]:
        """Edit a record without losing the rest of it: `async with ...edit(id) as draft: draft.field = value`.

        Entering reads the record. Leaving sends everything that can be written, what was not changed exactly as it was read; if
        nothing was changed, or the block raised, nothing is sent. Before it is sent the record is read once more.

        Args:
            id: Id of the record.
            carry: Wire keys that are not described and are to be sent back too; `draft.unsent` names those there are.
            **options: See `SendOptions`; `timeout` is for each request.

        Returns:
            The edit; entering it gives the draft, a record with `diff()`.

        Raises:
            ConflictError: On leaving: the record was changed by someone else; nothing was written.
            ArgumentError: On leaving: something was changed that cannot be written; nothing was written.
            OutcomeUnknown: On leaving: the answer to the write was lost.
            DaftraError: The record could not be read or written.
        """
        return self._edit({"id": id}, carry, options)
