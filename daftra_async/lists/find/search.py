"""Reading the lists of a look-up until its answer is sure."""

from __future__ import annotations

import asyncio
import contextlib
from collections import deque
from typing import TYPE_CHECKING, Any, Final, TypeVar

from daftra_async._text import whole
from daftra_async.errors import MultipleFoundError
from daftra_async.lists.find.criteria import read_fields
from daftra_async.lists.find.query_plan import PAGE_SIZES, requests_of
from daftra_async.operation import UNSET
from daftra_async.wire.record import id_of

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Iterable, Mapping

    from daftra_async.lists.executor import Executor
    from daftra_async.lists.find.criteria import Criterion, FindQuery
    from daftra_async.lists.find.query_plan import Query, Requests
    from daftra_async.lists.page import Page
    from daftra_async.lists.pager import Pager
    from daftra_async.operation import Operation, UnsetType

T = TypeVar("T")

_PROBE: Final = 100
"""Rows that tell whether the server knows an undocumented parameter."""


async def find_many(
    client: Executor,
    op: Operation[T],
    path: Mapping[str, object],
    fields: Mapping[str, object],
    *,
    concurrency: int = 4,
    timeout: float | UnsetType | None = UNSET,
    extra_headers: Mapping[str, str] | None = None,
) -> list[T]:
    """Return the records of a list whose fields have the given values.

    Args:
        client: What executes operations.
        op: The list operation.
        path: Its path arguments by their Python names.
        fields: Attributes of the record with a value or several values, any of which may be the one; beside them arguments of the
            list, which are sent and not compared.
        concurrency: Requests at the same time.
        timeout: Seconds for each request, or None for no limit.
        extra_headers: Headers to add.

    Returns:
        Each record once, in the order of the list. Where the values of a field are spread over several requests, the answers
        follow one another in the order of the values.

    Raises:
        TypeError: there is no such field or argument.
        ArgumentError: a value does not fit its field, or no field was given.
        APIError: the server refused.
        IncompleteListError: the list ended before what it announced.
    """
    search = Search(client, op, path, fields, "find_many", concurrency, timeout, extra_headers)
    return [row async for row in search.matches()]


async def find_one(
    client: Executor,
    op: Operation[T],
    path: Mapping[str, object],
    fields: Mapping[str, object],
    *,
    concurrency: int = 4,
    timeout: float | UnsetType | None = UNSET,
    extra_headers: Mapping[str, str] | None = None,
) -> T | None:
    """Return the record of a list whose fields have the given values, None when there is none.

    Arguments and errors are those of `find_many`.

    Raises:
        MultipleFoundError: several records fit; it names the first two.
        IncompleteListError: the list ended before what it announced, so the record may be there, or another one.
    """
    search = Search(client, op, path, fields, "find_one", concurrency, timeout, extra_headers)
    found: T | None = await search.only()
    return found


class Search:
    """One look-up."""

    def __init__(
        self,
        client: Executor,
        op: Operation[Any],
        path: Mapping[str, object],
        fields: Mapping[str, object],
        method: str,
        concurrency: int,
        timeout: float | UnsetType | None,
        extra_headers: Mapping[str, str] | None,
    ) -> None:
        self._client = client
        self._op = op
        self._path = path
        self._tail: dict[str, Any] = {"timeout": timeout, "extra_headers": extra_headers}
        self._method = method
        self._concurrency = whole("concurrency", concurrency)
        self.asked: FindQuery = read_fields(op, fields, client.date_format, method)
        self._requests: Requests = requests_of(op, path, self.asked)

    async def only(self) -> Any:
        """Return the record that fits."""
        found: list[Any] = []
        async with contextlib.aclosing(self.matches()) as matches:
            async for row in matches:
                found.append(row)
                if len(found) > 1:
                    break
        if len(found) < 2:
            return found[0] if found else None
        ids = tuple(identity for row in found if (identity := id_of(row)) is not None)
        names = ", ".join(criterion.name for criterion in self.asked.criteria)
        msg = f"{self._op.resource}.{self._method}: several records have this {names}: ids {', '.join(map(str, ids))}, maybe more"
        raise MultipleFoundError(msg, self._op.id, ids)

    async def matches(self) -> AsyncGenerator[Any, None]:
        """Give the records that fit, each once."""
        if not all(criterion.values for criterion in self.asked.criteria):
            return  # none of no values is the one
        # Ids are given once, so when each of those asked for has come there is no more to find.
        missing = {value for one in self.asked.criteria if one.name == "id" for value in one.values}
        by_id = bool(missing)
        seen: set[int | str] = set()
        async with contextlib.aclosing(self._pages()) as pages:
            async for rows in pages:
                for row in rows:
                    identity = id_of(row)
                    missing.discard(identity)
                    if identity is not None:
                        if identity in seen:
                            continue
                        seen.add(identity)
                    if self.asked.fits(row):
                        yield row
                if by_id and not missing:
                    return

    async def _pages(self) -> AsyncGenerator[list[Any], None]:
        asked = self._requests
        honoured, rows = await self._probe() if asked.extra else (False, None)
        if rows is not None:
            yield rows
            return
        if honoured:
            walk = self._walk(asked.whole, asked.extra)
        elif asked.divided is not None:
            walk = self._parts(asked.divided)
        else:
            walk = self._walk(asked.whole)
        async with contextlib.aclosing(walk) as pages:
            async for rows in pages:
                yield rows

    async def _probe(self) -> tuple[bool, list[Any] | None]:
        """Return whether the server selects by the undocumented parameters, and the rows if one page holds them all.

        Only rows show that: when none come, or one that does not fit, the parameters may be ignored or mean something else.
        """
        sizes = {name: _PROBE for name in PAGE_SIZES if name in self._requests.whole}
        async with contextlib.aclosing(self._pager({**self._requests.whole, **sizes}, self._requests.extra).pages()) as pages:
            page: Page[Any] = await anext(pages)
            if not page.data or not all(criterion.fits(row) for row in page.data for criterion in self._requests.tried):
                return False, None
            if page.has_next:
                return True, None
            # The end of the walk says whether that was all.
            return True, [*page.data, *[row async for other in pages for row in other.data]]

    async def _parts(self, divided: Criterion) -> AsyncGenerator[list[Any], None]:
        """Ask for the parts; the first page shows whether the server divides at all."""
        first, *others = self._requests.queries
        async with contextlib.aclosing(self._walk(first)) as pages:
            ignored = None
            async for rows in pages:
                if ignored is None:
                    ignored = not all(divided.nearly_fits(row) for row in rows)
                if ignored:
                    break
                yield rows
        rest = self._walk(self._requests.whole) if ignored else self._side_by_side(others)
        async with contextlib.aclosing(rest) as pages:
            async for rows in pages:
                yield rows

    async def _side_by_side(self, queries: Iterable[Query]) -> AsyncGenerator[list[Any], None]:
        """Walk several lists at the same time; their rows come in the order of the queries."""
        waiting = deque(queries)
        ahead: deque[asyncio.Task[list[Any]]] = deque()
        try:
            while waiting or ahead:
                while waiting and len(ahead) < self._concurrency:
                    ahead.append(asyncio.create_task(self._matching(waiting.popleft())))
                yield await ahead[0]
                ahead.popleft()
        finally:
            for task in ahead:
                task.cancel()
            if ahead:
                await asyncio.gather(*ahead, return_exceptions=True)

    async def _matching(self, query: Query) -> list[Any]:
        async with contextlib.aclosing(self._pager(query).pages()) as pages:
            return [row async for page in pages for row in page.data if self.asked.fits(row)]

    async def _walk(self, query: Query, extra: Mapping[str, str] | None = None) -> AsyncGenerator[list[Any], None]:
        async with contextlib.aclosing(self._pager(query, extra).pages(concurrency=self._concurrency)) as pages:
            async for page in pages:
                yield page.data

    def _pager(self, query: Query, extra: Mapping[str, str] | None = None) -> Pager[Any]:
        return self._client.paginate(self._op, self._path, query, extra_query=extra, **self._tail)
