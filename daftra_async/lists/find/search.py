"""Search a list for the records that fit: ask for as few rows as the server allows, and compare each one."""

from __future__ import annotations

import logging
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Final, TypeVar

from daftra_async._text import whole
from daftra_async._words import only_python
from daftra_async.errors import IncompleteListError, MultipleFoundError
from daftra_async.lists.find.by_twin import find_by_twin
from daftra_async.lists.find.criteria import read_fields
from daftra_async.lists.find.matches import Matches
from daftra_async.lists.find.query_plan import PAGE_SIZES, requests_of
from daftra_async.lists.prefetch import Prefetcher
from daftra_async.lists.twin import TwinError, TwinList
from daftra_async.wire.identity import id_of

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Mapping, Sequence
    from typing import Unpack

    from daftra_async.lists.executor import Executor
    from daftra_async.lists.find.criteria import Criterion, FindQuery
    from daftra_async.lists.find.query_plan import Query, Requests
    from daftra_async.lists.page import Page
    from daftra_async.lists.pager import Pager
    from daftra_async.operation import Operation
    from daftra_async.options import FindOptions, SendOptions

T = TypeVar("T")

_LOG: Final = logging.getLogger("daftra_async")
_CONCURRENCY: Final = 4
"""Requests at the same time, where nothing else was said."""
_PROBE: Final = 100
"""Rows that tell whether the server knows an undocumented parameter."""


async def find_many(
    client: Executor, op: Operation[T], path: Mapping[str, object], fields: Mapping[str, object], **options: Unpack[FindOptions]
) -> list[T]:
    """Return the records of a list whose fields have the given values.

    Args:
        client: What executes operations.
        op: The list operation.
        path: Its path arguments by their Python names.
        fields: Attributes of the record with a value or several values, any of which may be the one; beside them arguments of the
            list, which are sent and not compared.
        options: `concurrency`, `timeout` and `extra_headers` of the requests.

    Returns:
        Each record once, in the order of the list. Where the values of a field are spread over several requests, the answers
        follow one another in the order of the values.

    Raises:
        TypeError: there is no such field or argument.
        ArgumentError: a value does not fit its field, or no field was given.
        APIError: the server refused.
        IncompleteListError: the list ended before what it announced, so records may be missing.
    """
    return [row async for row in Search(client, op, path, fields, "find_many", **options).matches()]


async def find_one(
    client: Executor, op: Operation[T], path: Mapping[str, object], fields: Mapping[str, object], **options: Unpack[FindOptions]
) -> T | None:
    """Return the record of a list whose fields have the given values, None when there is none.

    Arguments and errors are those of `find_many`.

    Raises:
        MultipleFoundError: several records fit; it names the first two.
        IncompleteListError: the list ended before what it announced, so the record may be there, or another one.
    """
    found: T | None = await Search(client, op, path, fields, "find_one", **options).only()
    return found


class Search:
    """One look-up; arguments are those of `find_many`, and the name of the method that the user called."""

    def __init__(
        self,
        client: Executor,
        op: Operation[Any],
        path: Mapping[str, object],
        fields: Mapping[str, object],
        method: str,
        **options: Unpack[FindOptions],
    ) -> None:
        self._client = client
        self._op = op
        self._path = path
        self._where = f"{op.resource}.{method}"
        self._concurrency = whole("concurrency", options.pop("concurrency", _CONCURRENCY))
        self.options: SendOptions = options
        """What goes with each request."""
        self.asked: FindQuery = read_fields(op, fields, client.date_format, method)
        self._requests: Requests = requests_of(op, path, self.asked)

    async def only(self) -> Any:
        """Return the record that fits, None when there is none.

        Raises:
            MultipleFoundError: several fit.
        """
        found: list[Any] = []
        async with aclosing(self.matches()) as matches:
            async for row in matches:
                found.append(row)
                if len(found) > 1:
                    raise self._several(found)
        return found[0] if found else None

    async def matches(self) -> AsyncGenerator[Any, None]:
        """Give the records that fit, each once."""
        criteria = self.asked.criteria
        if not all(criterion.values for criterion in criteria):
            return  # no value is one of none
        matches = Matches(criteria, [criterion for criterion in criteria if criterion.name == "id"])
        try:
            async with aclosing(self._pages()) as pages:
                async for rows in pages:
                    for row in matches.among(rows):
                        yield row
                    if matches.complete:
                        return
        except IncompleteListError as error:
            raise self._unsure(error) from error

    def _several(self, found: Sequence[Any]) -> MultipleFoundError:
        ids = tuple(identity for row in found if (identity := id_of(row)) is not None)
        names = ", ".join(criterion.name for criterion in self.asked.criteria)
        msg = f"{self._where}: several records have this {names}: ids {', '.join(map(str, ids))}, maybe more"
        return MultipleFoundError(msg, self._op.id, ids)

    def _unsure(self, error: IncompleteListError) -> IncompleteListError:
        """Make the error of a list that came short: what was not seen may be there."""
        message = (
            f"the list ended early, after {error.received} of {error.announced} announced records, so {self._where}() cannot know"
            " whether other records fit; call it again."
        ) + only_python(
            " If this account always announces more than it shows, search what it"
            f' shows: {self._op.id}().checked(incomplete="warn").filter(...)'
        )
        told = IncompleteListError(error.status, None, message, None, error.operation, error.method, error.url)
        told.announced, told.received, told.token = error.announced, error.received, error.token
        return told

    async def _pages(self) -> AsyncGenerator[list[Any], None]:
        asked, extra = self._requests, None
        if asked.extra or asked.by_twin:
            sizes = {name: _PROBE for name in PAGE_SIZES if name in asked.whole}
            async with aclosing(self._pager({**asked.whole, **sizes}, asked.extra).pages()) as probe:
                page = await anext(probe)
                selected = bool(asked.extra) and self._is_selected(page)
                if selected:
                    extra = asked.extra
                if (selected or not asked.extra) and not page.has_next:
                    yield page.data
                    async for rest in probe:  # its end says whether that was all
                        yield rest.data
                    return
            found = None if selected else await self._by_twin(page.total_results)
            if found is not None:
                yield found
                return
        walk = self._walk(asked.whole, extra) if asked.divided is None else self._parts(asked.divided)
        async with aclosing(walk) as pages:
            async for rows in pages:
                yield rows

    async def _by_twin(self, total: int | None) -> list[Any] | None:
        """Return the records that the v2 twin names, None where the list has to be walked."""
        criteria, twin = self._requests.by_twin, self._op.twin
        if not criteria or twin is None or total is None or total <= PAGE_SIZES["limit"]:
            return None
        branch = self._requests.whole.get("branch")
        entity = TwinList(self._client, twin, branch if isinstance(branch, int) else None, self.options)
        try:
            return await find_by_twin(entity, self._op, criteria, total=total, concurrency=self._concurrency)
        except TwinError as error:
            _LOG.info("%s: %s, so the list is walked", self._where, error)
            return None

    def _is_selected(self, page: Page[Any]) -> bool:
        """Return whether a page shows that the server selects by the undocumented parameters.

        Only rows show that: when none come, or one that does not fit, the parameters may be ignored or mean something else.
        """
        return bool(page.data) and all(criterion.fits(row) for row in page.data for criterion in self._requests.tried)

    async def _parts(self, divided: Criterion) -> AsyncGenerator[list[Any], None]:
        """Ask for the parts; the first page shows whether the server divides at all."""
        first, *others = self._requests.queries
        async with aclosing(self._walk(first)) as pages:
            ignored = None
            async for rows in pages:
                if ignored is None:
                    ignored = not all(divided.nearly_fits(row) for row in rows)
                if ignored:
                    break
                yield rows
        rest = self._walk(self._requests.whole) if ignored else self._side_by_side(others)
        async with aclosing(rest) as pages:
            async for rows in pages:
                yield rows

    async def _side_by_side(self, queries: Sequence[Query]) -> AsyncGenerator[list[Any], None]:
        """Walk several lists at the same time; their rows come in the order of the queries."""

        async def fetch(number: int) -> list[Any]:
            return await self._matching(queries[number])

        async with Prefetcher(fetch, self._concurrency, set()) as ahead:
            for number in range(len(queries)):
                ahead.top_up(number - 1, len(queries) - 1)
                yield await ahead.get(number) or []

    async def _matching(self, query: Query) -> list[Any]:
        async with aclosing(self._pager(query).pages()) as pages:
            return [row async for page in pages for row in page.data if self.asked.fits(row)]

    async def _walk(self, query: Query, extra: Mapping[str, str] | None = None) -> AsyncGenerator[list[Any], None]:
        async with aclosing(self._pager(query, extra).pages(concurrency=self._concurrency)) as pages:
            async for page in pages:
                yield page.data

    def _pager(self, query: Query, extra: Mapping[str, str] | None = None) -> Pager[Any]:
        return self._client.paginate(self._op, self._path, query, extra_query=extra, **self.options)
