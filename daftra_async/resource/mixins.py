"""What resources inherit beyond their operations: batches, edits and look-ups, typed once.

    class BrandsResource(ReadsManyAtLevel["Brand"], CreatesMany["BrandInput", "Created"], Edits["BrandDraft"]): ...

A resource inherits what its operations allow. Where the path of its operations takes an argument of its own, the generated class
has the method itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from daftra_async.resource.base import Resource

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
    from datetime import date
    from typing import Unpack

    from daftra_async.lists.stream import Stream
    from daftra_async.models import DataLevelValue
    from daftra_async.operation import Ack
    from daftra_async.options import CallOptions, FindOptions, SendOptions
    from daftra_async.writes.bulk import BulkProgress, BulkResult, Fetched, OnError
    from daftra_async.writes.edit import EditSession
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

R = TypeVar("R")
"""A record."""
B = TypeVar("B")
"""An input."""
A = TypeVar("A")
"""What a write answers."""
D = TypeVar("D")
"""A draft."""


class ReadsMany(Resource, Generic[R]):
    """Reads many records by their ids."""

    __slots__ = ()

    async def get_many(
        self, ids: Iterable[int | str], *, concurrency: int = 8, on_error: OnError = "raise", **options: Unpack[CallOptions]
    ) -> Fetched[R]:
        """Get many records by id, several at a time, in the order of the ids.

        Args:
            ids: Ids of the records; an id that comes twice is fetched once.
            concurrency: Requests at a time; the client's own limit applies too.
            on_error: `"raise"` stops at the first error, `"collect"` keeps the errors in `errors` of the result.
            **options: See `CallOptions`; `timeout` is for each record.

        Returns:
            A list of the records, with `errors`, `missing` and `by_id`.

        Raises:
            DaftraError: A record could not be read, with `on_error="raise"`.
        """
        return await self._get_many({}, ids, concurrency, on_error, options)


class ReadsManyAtLevel(Resource, Generic[R]):
    """Reads many v2 records by their ids."""

    __slots__ = ()

    async def get_many(
        self,
        ids: Iterable[int | str],
        level: DataLevelValue = 1,
        *,
        concurrency: int = 8,
        on_error: OnError = "raise",
        **options: Unpack[CallOptions],
    ) -> Fetched[R]:
        """Get many records by id, several at a time, in the order of the ids.

        Args:
            ids: Ids of the records; an id that comes twice is fetched once.
            level: How much related data each record carries, from 1 (the record) to 4 (deep relations).
            concurrency: Requests at a time; the client's own limit applies too.
            on_error: `"raise"` stops at the first error, `"collect"` keeps the errors in `errors` of the result.
            **options: See `CallOptions`; `timeout` is for each record.

        Returns:
            A list of the records, with `errors`, `missing` and `by_id`.

        Raises:
            DaftraError: A record could not be read, with `on_error="raise"`.
        """
        return await self._get_many({"level": level}, ids, concurrency, on_error, options)


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


class Finds(Resource, Generic[R]):
    """Finds records by what they hold. The generated classes say for type checkers which fields there are."""

    __slots__ = ()

    def find_one(self, *arguments: Any, **fields: Any) -> Awaitable[R | None]:
        """Find the one record whose fields have these values, such as `find_one(id=7)`.

        The values are sent as filters, and every row is still compared: the server ignores filters that it does not know.

        Args:
            *arguments: Path arguments of `list`.
            **fields: Values by the attribute names of the record; arguments of `list` and `FindOptions` may stand beside them.

        Returns:
            The record as the list shows it, None when there is none.

        Raises:
            MultipleFoundError: Several records fit.
            TypeError: There is no such attribute or argument.
            ArgumentError: A value is refused, or none was given.
            DaftraError: The list could not be read.
        """
        return self._find("find_one", arguments, fields)

    def find_many(self, *arguments: Any, **fields: Any) -> Awaitable[list[R]]:
        """Find all records whose fields have these values; a list, tuple or set stands for any of its values.

        Compares every row, as `find_one` does.

        Args:
            *arguments: Path arguments of `list`.
            **fields: Values by the attribute names of the record; arguments of `list` and `FindOptions` may stand beside them.

        Returns:
            The records in the order of the list.

        Raises:
            TypeError: There is no such attribute or argument.
            ArgumentError: A value is refused, or none was given.
            DaftraError: The list could not be read.
        """
        return self._find("find_many", arguments, fields)


class FindsOpen(Resource, Generic[R]):
    """Finds invoices that are not paid in full."""

    __slots__ = ()

    def open(
        self,
        client_id: int | None = None,
        *,
        older_than: int | None = None,
        today: date | None = None,
        **options: Unpack[FindOptions],
    ) -> Stream[R]:
        """Give the invoices that are not paid in full, overdue ones first, each once; `summary_unpaid` is what is open.

            async for invoice in daftra.invoices.open(older_than=30):
                print(invoice.no, invoice.summary_unpaid, invoice.currency_code)

        The lists of overdue, due and partly paid invoices are read, and every row is compared: the server ignores filters that it
        does not know. Drafts are left out. An invoice that is paid meanwhile may still come.

        Args:
            client_id: Only invoices of this client.
            older_than: Only invoices whose payment was due more than so many days ago: 0 for all that are overdue. Payment is
                due `due_after` days after `issue_date`, or after `date` where there is no issue date; invoices without either are
                left out then.
            today: The day that these days are counted from; today by the clock of this machine, when left out. The account may
                be in another time zone.
            **options: See `FindOptions`; `timeout` is for each page.

        Returns:
            The invoices as the list shows them: iterate it, or use `limit`, `filter` and `collect`.

        Raises:
            ArgumentError: An argument is wrong; nothing was sent.
            DaftraError: While it is iterated: a list could not be read.
        """
        return self._open_invoices(options, client_id=client_id, older_than=older_than, today=today)


class FindsOrCreates(Finds[R]):
    """Finds records by what they hold, or creates them."""

    __slots__ = ()

    def find_or_create(self, *arguments: Any, **fields: Any) -> Awaitable[Found[R]]:
        """Find the one record whose fields have these values, or create it from the body.

        Not atomic on the server: two programs that do it at the same time may both create, unless both take the same `lock=`.
        Within one program, calls for the same values wait for each other.

        Args:
            *arguments: The body: the record to create, or a mapping in wire names; fields that are looked for are put into it.
                Required path arguments stand before it.
            **fields: Values by the attribute names of the record; `FindOptions` may stand beside them, and `lock`: a `FileLock`,
                or another `Lock`, which is held from the look-up to the create.

        Returns:
            The id, whether it was created, and the record that was found.

        Raises:
            MultipleFoundError: Several records fit.
            TypeError: There is no such attribute.
            ArgumentError: A value is refused, none was given, or the body says something else.
            OutcomeUnknown: It is not known whether the record was created.
            DaftraError: The list could not be read, or the server refused.
        """
        return self._find_or_create(arguments, fields)
