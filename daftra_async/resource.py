"""Base class of the generated resources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from daftra_async._unset import UNSET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async._unset import UnsetType
    from daftra_async.operation import Operation
    from daftra_async.pagination import Pager

T = TypeVar("T")


class Executor(Protocol):
    """What executes operations: the client."""

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
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[T]:
        """Prepare the walk of a list."""
        ...


class Resource:
    """A group of operations, as an attribute of the client."""

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
        timeout: float | UnsetType | None,
        extra_query: Mapping[str, object] | None,
        extra_headers: Mapping[str, str] | None,
    ) -> Pager[T]:
        """Prepare the walk of a list; arguments are checked now, pages are fetched when they are used."""
        return self._client.paginate(op, path, query, timeout=timeout, extra_query=extra_query, extra_headers=extra_headers)
