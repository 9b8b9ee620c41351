"""Which references are there: one walk over the list of a resource, for one of them or many.

Where the newest rows stand is seen from the ids and times of the first page: lists are newest first (those asked to be so,
mostly), oldest first, or in no order. Right after a create its record is among the newest rows, so reading ends at a bound. After
a bulk write it may lie as deep as the run was long: the bound grows with the run, and reaches below the smallest id that the run
is known to have made. A filter of the list helps where there is one reference, but is never believed: the server ignores filters
that it does not know and answers with everything, so every row is compared here.

"Not there" has to be sure, since it lets a create be sent again. It is sure when the whole list was read, or when it is newest
first on every page and was read to the bound; and only if no page came short, and the list did not shrink meanwhile, for then a
row may have moved past.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final, Protocol

import attrs

from daftra_async.catalogue import operations
from daftra_async.lists.completeness import Coverage
from daftra_async.operation import UNSET

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from daftra_async.lists.page import Page
    from daftra_async.lists.pager import Pager
    from daftra_async.operation import AnyOperation, Reference, UnsetType

_ROWS: Final = 100
"""Rows of a page."""
_MOST: Final = 10_000
"""Rows that are read at most of a list that is not newest first."""


class Lister(Protocol):
    """What lists: the client."""

    def paginate(
        self,
        op: Any,
        path: Mapping[str, object],
        query: Mapping[str, object],
        /,
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[Any]:
        """Prepare the walk of a list."""
        ...


@attrs.define
class Findings:
    """What a walk has found."""

    rows: dict[str, list[Any]]
    """The rows that carry each reference."""
    open: str | None = None
    """Why "not there" is not sure; None if it is."""
    number: bool = False
    """References are whole numbers."""

    def of(self, reference: str) -> list[Any]:
        """Return the rows that carry a reference."""
        return self.rows[_key(reference, number=self.number)]


@attrs.define
class _Walk:
    """How far a walk has come."""

    number: int = 1
    """Of the page to be read."""
    backwards: bool = False
    """From the last page to the first: the list is oldest first."""
    ordered: bool = True
    """The rows came newest first so far, or would have in that direction."""
    coverage: Coverage = attrs.field(factory=Coverage)
    total: int | None = None
    shrank: bool = False

    def see(self, page: Page[Any]) -> None:
        self.coverage.see(page, self.number)
        self.ordered = self.ordered and _is_sorted(page, descending=not self.backwards)
        if page.total_results is not None:
            self.shrank = self.shrank or (self.total is not None and page.total_results < self.total)
            self.total = page.total_results
        self.number += -1 if self.backwards else 1


async def find(
    client: Lister,
    op: AnyOperation,
    references: Iterable[str],
    *,
    made: int,
    oldest: int | None,
    branch: int | None,
    headers: Mapping[str, str] | None,
    most: int = _MOST,
) -> Findings:
    """Look for references in the list that shows the records of a create.

    Args:
        client: What lists.
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
    assert declared is not None, "asked for an operation that takes references"
    lookup = next(each for each in operations() if each.id == declared.lookup)
    wanted = [*references]
    query, extra = _query(lookup, declared, wanted, branch)
    found = Findings({_key(reference, number=declared.number): [] for reference in wanted}, number=declared.number)
    depth = declared.limit + made

    async def read(number: int) -> Page[Any]:
        return await client.paginate(lookup, {}, {**query, "page": number}, extra_query=extra, extra_headers=headers)

    walk = _Walk()
    page = await read(walk.number)
    if (page.page_count or 1) > 1 and not _is_sorted(page, descending=True) and _is_sorted(page, descending=False):
        walk = _Walk(number=page.page_count or 1, backwards=True, coverage=Coverage(full=len(page.data)))
        page = await read(walk.number)
    while True:
        walk.see(page)
        for row in page.data:
            carried = _key(getattr(row, declared.field, None), number=declared.number)
            if carried in found.rows:
                found.rows[carried].append(row)
        ended = walk.number < 1 if walk.backwards else not _goes_on(page)
        deep = walk.coverage.rows >= depth and _is_below(page, oldest)
        if ended or (walk.ordered and deep) or all(found.rows.values()):
            break
        if not walk.ordered and walk.coverage.rows >= max(depth, most):
            found.open = f"{walk.coverage.rows} rows of {lookup.id} were read, and there are more, in no order"
            return found
        page = await read(walk.number)
    found.open = _why_open(walk, lookup.id, ended=ended)
    return found


def _query(
    lookup: AnyOperation, declared: Reference, wanted: list[str], branch: int | None
) -> tuple[dict[str, object], dict[str, str]]:
    """Return the query of the list by Python names, and what goes with it undescribed."""
    names = {param.wire: param.name for param in lookup.query_params}
    query: dict[str, object] = {names["limit"]: min(_ROWS, declared.limit)}
    if declared.parameter is not None and len(wanted) == 1:
        query[names[declared.parameter]] = wanted[0]
    if branch is not None and "request_branch_id" in names:
        query[names["request_branch_id"]] = branch
    query.update({names[name]: value for name, value in declared.newest if name in names})
    return query, {name: value for name, value in declared.newest if name not in names}


def _why_open(walk: _Walk, name: str, *, ended: bool) -> str | None:
    """Return why a record that was not seen may be there all the same."""
    if walk.shrank:
        return f"{name} lost rows while it was read"
    gap = walk.coverage.gap or (walk.coverage.missing if ended else None)
    return None if gap is None else f"{name} came incomplete: {gap}"


def _key(value: object, *, number: bool) -> str:
    text = str(value).strip()
    return str(int(text)) if number and text.isascii() and text.isdigit() else text


def _goes_on(page: Page[Any]) -> bool:
    return page.has_next and bool(page.data) and (page.page_count is None or page.page < page.page_count)


def _is_below(page: Page[Any], oldest: int | None) -> bool:
    """Return whether the page reaches below an id, as far as its rows tell their ids."""
    ids = [row.id for row in page.data if isinstance(getattr(row, "id", None), int)]
    return oldest is None or not ids or min(ids) < oldest


def _is_sorted(page: Page[Any], *, descending: bool) -> bool:
    """Return whether the rows are in order of their ids, which the server counts up, or of their times of creation."""
    for name in ("id", "created"):
        values: list[Any] = [getattr(row, name, None) for row in page.data]
        comparable = all(isinstance(value, int if name == "id" else dt.date) for value in values)
        if comparable and values == sorted(values, reverse=descending):
            return True
    return False
