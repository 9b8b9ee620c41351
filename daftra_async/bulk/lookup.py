"""Which of many references are there: one walk over a list for all of them.

`OutcomeUnknown.reconcile` looks for one record right after its create, so it reads the newest rows up to a bound. In a bulk write
the record may lie as deep as the run was long. Here the bound grows with the run, and reaches below the smallest id that the run
is known to have made. The list's filter, where it has one, is not used: the server ignores filters that it does not know, and one
walk serves for all.

"Not there" has to be sure, since it lets a create be sent again. It is sure when the whole list was read, or when it is newest
first on every page and was read to the bound; and only if the list did not shrink meanwhile, for then a row may have moved past.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.catalogue import operations

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from daftra_async.operation import AnyOperation
    from daftra_async.pagination import Page
    from daftra_async.resource import Executor

_ROWS: Final = 100
"""Rows of a page."""
_MOST: Final = 10_000
"""Rows that are read at most of a list that is not newest first."""


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
    seen: int = 0
    total: int | None = None
    shrank: bool = False

    def see(self, page: Page[Any]) -> None:
        self.seen += len(page.data)
        self.ordered = self.ordered and _is_sorted(page, descending=not self.backwards)
        if page.total_results is not None:
            self.shrank = self.shrank or (self.total is not None and page.total_results < self.total)
            self.total = page.total_results
        self.number += -1 if self.backwards else 1


async def find(
    client: Executor,
    op: AnyOperation,
    references: Iterable[str],
    *,
    made: int,
    oldest: int | None,
    branch: int | None,
    headers: Mapping[str, str] | None,
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

    Raises:
        DaftraError: the list could not be read.
    """
    declared = op.reference
    assert declared is not None, "asked for an operation that takes references"
    lookup = next(each for each in operations() if each.id == declared.lookup)
    names = {param.wire: param.name for param in lookup.query_params}
    query: dict[str, object] = {names["limit"]: _ROWS, **{names[name]: value for name, value in declared.newest if name in names}}
    extra = {name: value for name, value in declared.newest if name not in names}
    if branch is not None and "request_branch_id" in names:
        query[names["request_branch_id"]] = branch
    found = Findings({_key(reference, number=declared.number): [] for reference in references}, number=declared.number)
    depth = declared.limit + made

    async def read(number: int) -> Page[Any]:
        return await client.paginate(lookup, {}, {**query, names["page"]: number}, extra_query=extra, extra_headers=headers)

    walk = _Walk()
    page = await read(walk.number)
    if (page.page_count or 1) > 1 and not _is_sorted(page, descending=True) and _is_sorted(page, descending=False):
        walk = _Walk(number=page.page_count or 1, backwards=True)
        page = await read(walk.number)
    while True:
        walk.see(page)
        for row in page.data:
            carried = _key(getattr(row, declared.field, None), number=declared.number)
            if carried in found.rows:
                found.rows[carried].append(row)
        ended = walk.number < 1 if walk.backwards else not _goes_on(page)
        deep = walk.seen >= depth and _is_below(page, oldest)
        if ended or (walk.ordered and deep) or all(found.rows.values()):
            break
        if not walk.ordered and walk.seen >= max(depth, _MOST):
            found.open = f"{walk.seen} rows of {lookup.id} were read, and there are more, in no order"
            return found
        page = await read(walk.number)
    if walk.shrank:
        found.open = f"{lookup.id} lost rows while it was read"
    return found


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
