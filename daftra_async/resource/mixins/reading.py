"""Reads by id."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from daftra_async.resource.base import Resource

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Unpack

    from daftra_async.models import DataLevelValue
    from daftra_async.options import CallOptions, OnProgress
    from daftra_async.writes.bulk import Fetched, OnError

R = TypeVar("R")
"""A record."""


class ReadsMany(Resource, Generic[R]):
    """Reads many records by their ids."""

    __slots__ = ()

    async def get_many(
        self,
        ids: Iterable[int | str],
        *,
        concurrency: int = 8,
        on_error: OnError = "raise",
        on_progress: OnProgress | None = None,
        **options: Unpack[CallOptions],
    ) -> Fetched[R]:
        """Get many records by id, several at a time, in the order of the ids.

        Args:
            ids: Ids of the records; an id that comes twice is fetched once.
            concurrency: Requests at a time; the client's own limit applies too.
            on_error: `"raise"` stops at the first error, `"collect"` keeps the errors in `errors` of the result.
            on_progress: Called after each record with how many came, and how many were asked for; see `OnProgress`.
            **options: See `CallOptions`; `timeout` is for each record.

        Returns:
            A list of the records, with `errors`, `missing` and `by_id`.

        Raises:
            DaftraError: A record could not be read, with `on_error="raise"`.
        """
        return await self._get_many({}, ids, concurrency, on_error, on_progress, options)


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
        on_progress: OnProgress | None = None,
        **options: Unpack[CallOptions],
    ) -> Fetched[R]:
        """Get many records by id, several at a time, in the order of the ids.

        Args:
            ids: Ids of the records; an id that comes twice is fetched once.
            level: How much related data each record carries, from 1 (the record) to 4 (deep relations).
            concurrency: Requests at a time; the client's own limit applies too.
            on_error: `"raise"` stops at the first error, `"collect"` keeps the errors in `errors` of the result.
            on_progress: Called after each record with how many came, and how many were asked for; see `OnProgress`.
            **options: See `CallOptions`; `timeout` is for each record.

        Returns:
            A list of the records, with `errors`, `missing` and `by_id`.

        Raises:
            DaftraError: A record could not be read, with `on_error="raise"`.
        """
        return await self._get_many({"level": level}, ids, concurrency, on_error, on_progress, options)
