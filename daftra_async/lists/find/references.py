"""Search a list for new records by the caller's references, from the newest record on.

Right after a create its record is among the newest rows, so reading ends at a bound. After a bulk write it may lie as deep as the
run was long: the bound grows with the run, and reaches below the smallest id that the run is known to have made.

"Not there" lets a create be sent again, so it has to be sure. A walk ends in one of these ways:

    first page -- oldest first, and more pages follow --> read from the last page back to the first
        |                                                     |
        otherwise: read page after page                       |
        v                                                     v
    every page: compare its rows
        every reference was seen               --> found
        the list ends                          --> the rest is not there, unless a page came short
        newest first so far, and at the bound  --> the rest is not there, unless a page came short
        in no order, and too many rows read    --> open

A list that lost rows meanwhile leaves it open too: a row may have moved to a page that was read before.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.catalogue import operation_of
from daftra_async.errors import ReconcileError
from daftra_async.lists.completeness import Coverage
from daftra_async.lists.find.comparing import wanted
from daftra_async.lists.find.criteria import Criterion, criterion_of
from daftra_async.lists.find.matches import Matches
from daftra_async.lists.page import goes_on
from daftra_async.operation import AnyOperation
from daftra_async.wire import hints

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable

    from daftra_async.lists.executor import Executor
    from daftra_async.lists.page import Page
    from daftra_async.operation import Reference

_ROWS: Final = 100
"""Rows of a page."""
_MOST: Final = 10_000
"""Rows that are read at most of a list that is not newest first."""


@attrs.frozen
class Findings:
    """What a search has found."""

    op: AnyOperation
    """The create."""
    criterion: Criterion
    rows: Mapping[object, Sequence[Any]]
    """The rows that carry one of the references, by the forms in which they are compared."""
    open: str | None
    """Why "not there" is not sure; None if it is."""

    def of(self, reference: str) -> Sequence[Any]:
        """Return the rows that carry a reference."""
        return self.rows.get(wanted(self.criterion.kind, reference, self.criterion.name), ())

    def only(self, reference: str) -> Any:
        """Return the row that carries a reference, None when it is surely not there.

        Raises:
            ReconcileError: several carry it, or whether it is there cannot be told.
        """
        rows, carried = self.of(reference), f"{self.criterion.name} {reference!r}"
        if len(rows) > 1:
            listing = "" if self.op.reference is None else f" of {self.op.reference.lookup}"
            msg = f"{self.op.id}: {len(rows)} records{listing} carry {carried}; a reference names one record"
            raise ReconcileError(msg)
        if not rows and self.open is not None:
            msg = f"{self.op.id}: no record with {carried} was seen, but {self.open}: search the list yourself"
            raise ReconcileError(msg)
        return rows[0] if rows else None


async def find_references(
    client: Executor,
    op: AnyOperation,
    references: Sequence[str],
    *,
    made: int = 0,
    oldest: int | None = None,
    branch: int | None = None,
    headers: Mapping[str, str] | None = None,
    most: int = _MOST,
) -> Findings:
    """Search the list that shows the records of a create.

    Args:
        client: What executes operations.
        op: The create, which has a field for references.
        references: What is looked for.
        made: Records that the run may have made.
        oldest: The smallest id that it is known to have made.
        branch: Branch of the records: lists show one at a time.
        headers: Headers to add.
        most: Rows that are read at most of a list that is not newest first.

    Raises:
        DaftraError: the list could not be read.
    """
    declared = op.reference
    assert declared is not None, "asked for operations that take references"
    listing = operation_of(declared.lookup)
    assert listing.response.model is not None
    criterion = criterion_of(hints.model(listing.response.model), declared.field, references)
    query, extra = query_of(listing, declared, references, branch)

    async def read(number: int) -> Page[Any]:
        return await client.paginate(listing, {}, {**query, "page": number}, extra_query=extra, extra_headers=headers)

    matches = Matches([criterion], unique=[criterion])
    walk = _NewestFirst(read, listing.id, declared.limit + made, oldest, most)
    rows: defaultdict[object, list[Any]] = defaultdict(list)
    async with aclosing(walk.pages()) as pages:
        async for page in pages:
            for row in matches.among(page.data):
                for key in criterion.keys(row):
                    rows[key].append(row)
            if matches.complete:
                break
    return Findings(op, criterion, rows, walk.doubt)


def query_of(
    listing: AnyOperation, declared: Reference, references: Sequence[str], branch: int | None
) -> tuple[dict[str, object], dict[str, str]]:
    """Return the query of the list by Python names, and its undescribed parameters."""
    names = {param.wire: param.name for param in listing.query_params}
    query: dict[str, object] = {names.get("limit") or names["per_page"]: min(_ROWS, declared.limit)}
    if declared.parameter is not None and len(references) == 1:
        query[names[declared.parameter]] = references[0]
    if branch is not None and "request_branch_id" in names:
        query[names["request_branch_id"]] = branch
    query.update({names[name]: value for name, value in declared.newest if name in names})
    return query, {name: value for name, value in declared.newest if name not in names}


class _NewestFirst:
    """The pages of a list from its newest row to the bound.

    Args:
        read: Reads a page by its number.
        name: The list, for texts.
        depth: Rows to read at least.
        oldest: An id below which to read.
        most: Rows that are read at most of a list in no order.
    """

    __slots__ = (
        "_backwards",
        "_coverage",
        "_depth",
        "_ended",
        "_most",
        "_name",
        "_oldest",
        "_ordered",
        "_read",
        "_shrank",
        "_total",
    )

    def __init__(self, read: Callable[[int], Awaitable[Page[Any]]], name: str, depth: int, oldest: int | None, most: int) -> None:
        self._read = read
        self._name = name
        self._depth = depth
        self._oldest = oldest
        self._most = max(depth, most)
        self._coverage = Coverage()
        self._backwards = False
        self._ordered = True
        """The rows came newest first so far, or would have in the other direction."""
        self._total: int | None = None
        self._shrank = False
        self._ended = False

    async def pages(self) -> AsyncGenerator[Page[Any], None]:
        """Read the pages."""
        number = 1
        page = await self._read(number)
        if (page.page_count or 1) > 1 and not _is_sorted(page, descending=True) and _is_sorted(page, descending=False):
            self._backwards, self._coverage.full = True, len(page.data)
            number = page.page_count or 1
            page = await self._read(number)
        while True:
            self._note(page, number)
            yield page
            if self._ended or self._is_deep(page) or self._is_lost:
                return
            number += -1 if self._backwards else 1
            page = await self._read(number)

    @property
    def doubt(self) -> str | None:
        """Why a record that was not seen may be there anyway."""
        if self._is_lost:
            return f"{self._coverage.rows} rows of {self._name} were read, and there are more, in no order"
        if self._shrank:
            return f"{self._name} lost rows while it was read"
        gap = self._coverage.gap or (self._coverage.missing if self._ended else None)
        return None if gap is None else f"{self._name} came incomplete: {gap}"

    @property
    def _is_lost(self) -> bool:
        return not self._ended and not self._ordered and self._coverage.rows >= self._most

    def _note(self, page: Page[Any], number: int) -> None:
        self._coverage.see(page, number)
        self._ordered = self._ordered and _is_sorted(page, descending=not self._backwards)
        if page.total_results is not None:
            self._shrank = self._shrank or (self._total is not None and page.total_results < self._total)
            self._total = page.total_results
        self._ended = number == 1 if self._backwards else not goes_on(page, number)

    def _is_deep(self, page: Page[Any]) -> bool:
        """Return whether no record of the run can stand beyond this page, as far as its rows tell their ids."""
        if not self._ordered or self._coverage.rows < self._depth:
            return False
        ids = [row.id for row in page.data if isinstance(getattr(row, "id", None), int)]
        return self._oldest is None or not ids or min(ids) < self._oldest


def _is_sorted(page: Page[Any], *, descending: bool) -> bool:
    """Return whether the rows are in order of their ids, which the server counts up, or of their times of creation."""
    for name in ("id", "created"):
        values: list[Any] = [getattr(row, name, None) for row in page.data]
        comparable = all(isinstance(value, int if name == "id" else dt.date) for value in values)
        if comparable and values == sorted(values, reverse=descending):
            return True
    return False
