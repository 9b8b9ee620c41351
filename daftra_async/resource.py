"""Base class of the generated resources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from daftra_async._unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from daftra_async._unset import UnsetType
    from daftra_async.bulk import BulkProgress, BulkResult, Fetched, OnError
    from daftra_async.edit import Draft, EditSession
    from daftra_async.find import Found
    from daftra_async.operation import AnyOperation, Operation
    from daftra_async.pagination import Pager
    from daftra_async.turns import Turns

T = TypeVar("T")
D = TypeVar("D", bound="Draft")


class Executor(Protocol):
    """What executes operations: the client."""

    @property
    def date_format(self) -> str | None:
        """The account's own date format, as a `strptime` pattern."""
        ...

    @property
    def turns(self) -> Turns:
        """Who works on which record now; shared by all views of a client."""
        ...

    async def execute(  # the tail of every method
        self,
        op: Operation[T],
        path: Mapping[str, object],
        query: Mapping[str, object],
        body: object = UNSET,
        /,
        *,
        reference: str | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> T:
        """Execute an operation that answers once."""
        ...

    def paginate(
        self,
        op: Operation[T],
        path: Mapping[str, object],
        query: Mapping[str, object],
        /,
        *,
        resume: str | UnsetType | None = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[T]:
        """Prepare the walk of a list."""
        ...


class Resource:
    """A group of operations, as an attribute of the client.

    What goes beyond one request (batches, edits, look-ups) is loaded when it is first used.
    """

    __slots__ = ("_client",)

    def __init__(self, client: Executor) -> None:
        self._client = client

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client!r}>"

    async def _call(
        self,
        op: Operation[T],
        path: Mapping[str, object],
        query: Mapping[str, object],
        body: object = UNSET,
        *,
        reference: str | UnsetType = UNSET,
        timeout: float | UnsetType | None,  # it bounds all attempts and is part of every signature
        extra_query: Mapping[str, object] | None,
        extra_headers: Mapping[str, str] | None,
    ) -> T:
        """Execute an operation; arguments are by their Python names, UNSET where left out."""
        return await self._client.execute(
            op, path, query, body, reference=reference, timeout=timeout, extra_query=extra_query, extra_headers=extra_headers
        )

    def _list(
        self,
        op: Operation[T],
        path: Mapping[str, object],
        query: Mapping[str, object],
        *,
        resume: str | UnsetType | None,
        timeout: float | UnsetType | None,
        extra_query: Mapping[str, object] | None,
        extra_headers: Mapping[str, str] | None,
    ) -> Pager[T]:
        """Prepare the walk of a list; arguments are checked now, pages are fetched when they are used."""
        return self._client.paginate(
            op, path, query, resume=resume, timeout=timeout, extra_query=extra_query, extra_headers=extra_headers
        )

    async def _get_many(
        self,
        op: Operation[T],
        ids: Iterable[int | str],
        path: Mapping[str, object],
        *,
        concurrency: int,
        on_error: OnError,
        timeout: float | UnsetType | None,
        extra_query: Mapping[str, object] | None,
        extra_headers: Mapping[str, str] | None,
    ) -> Fetched[T]:
        """Get many records; `path` holds the path arguments other than the id."""
        from daftra_async.bulk.reads import get_many

        return await get_many(
            self._client,
            op,
            ids,
            path,
            concurrency=concurrency,
            on_error=on_error,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def _create_many(
        self,
        op: Operation[T],
        items: Iterable[Any],
        path: Mapping[str, object],
        *,
        concurrency: int,
        references: Sequence[str] | None = None,
        bulk: AnyOperation | None = None,
        chunk_size: int = 50,
        on_progress: Callable[[BulkProgress], None] | None,
        timeout: float | UnsetType | None,
        extra_query: Mapping[str, object] | None,
        extra_headers: Mapping[str, str] | None,
    ) -> BulkResult[T]:
        """Create many records, with an operation on many at once where there is one (`bulk`)."""
        from daftra_async.bulk.writes import create_many

        return await create_many(
            self._client,
            op,
            items,
            path,
            concurrency=concurrency,
            references=references,
            bulk=bulk,
            chunk_size=chunk_size,
            on_progress=on_progress,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def _update_many(
        self,
        op: Operation[T],
        items: Mapping[Any, Any] | Iterable[tuple[Any, Any]],
        path: Mapping[str, object],
        *,
        concurrency: int,
        on_progress: Callable[[BulkProgress], None] | None,
        timeout: float | UnsetType | None,
        extra_query: Mapping[str, object] | None,
        extra_headers: Mapping[str, str] | None,
    ) -> BulkResult[T]:
        """Replace many records."""
        from daftra_async.bulk.writes import update_many

        return await update_many(
            self._client,
            op,
            items,
            path,
            concurrency=concurrency,
            on_progress=on_progress,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def _delete_many(
        self,
        op: Operation[T],
        ids: Iterable[int | str],
        path: Mapping[str, object],
        *,
        concurrency: int,
        on_progress: Callable[[BulkProgress], None] | None,
        timeout: float | UnsetType | None,
        extra_query: Mapping[str, object] | None,
        extra_headers: Mapping[str, str] | None,
    ) -> BulkResult[T]:
        """Delete many records."""
        from daftra_async.bulk.writes import delete_many

        return await delete_many(
            self._client,
            op,
            ids,
            path,
            concurrency=concurrency,
            on_progress=on_progress,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    def _edit(
        self,
        get: AnyOperation,
        update: AnyOperation,
        path: Mapping[str, object],
        *,
        carry: Iterable[str],
        timeout: float | UnsetType | None,
        extra_headers: Mapping[str, str] | None,
    ) -> EditSession[Any]:
        """Prepare an edit; nothing is sent before it is entered."""
        from daftra_async.edit import EditSession

        return EditSession(self._client, get, update, path, carry=carry, timeout=timeout, extra_headers=extra_headers)

    async def _find_one(
        self,
        op: Operation[T],
        path: Mapping[str, object],
        fields: Mapping[str, object],
        *,
        concurrency: int,
        timeout: float | UnsetType | None,
        extra_headers: Mapping[str, str] | None,
    ) -> T | None:
        """Find the record that fits."""
        from daftra_async.find import find_one

        return await find_one(
            self._client, op, path, fields, concurrency=concurrency, timeout=timeout, extra_headers=extra_headers
        )

    async def _find_many(
        self,
        op: Operation[T],
        path: Mapping[str, object],
        fields: Mapping[str, object],
        *,
        concurrency: int,
        timeout: float | UnsetType | None,
        extra_headers: Mapping[str, str] | None,
    ) -> list[T]:
        """Find the records that fit."""
        from daftra_async.find import find_many

        return await find_many(
            self._client, op, path, fields, concurrency=concurrency, timeout=timeout, extra_headers=extra_headers
        )

    async def _find_or_create(
        self,
        op: Operation[T],
        create: AnyOperation,
        path: Mapping[str, object],
        create_path: Mapping[str, object],
        body: object,
        fields: Mapping[str, object],
        *,
        concurrency: int,
        timeout: float | UnsetType | None,
        extra_headers: Mapping[str, str] | None,
    ) -> Found[T]:
        """Find the record that fits, or create it."""
        from daftra_async.find import find_or_create

        return await find_or_create(
            self._client,
            op,
            create,
            path,
            create_path,
            body,
            fields,
            concurrency=concurrency,
            timeout=timeout,
            extra_headers=extra_headers,
        )
