"""Ask the v2 twin of a v1 list for the ids of records.

v1 lists filter and sort by little. Most of their records are those of a v2 entity too, whose list filters by every field. A twin
gives ids only: the records come from v1, so that they have one shape however they were found.

Nothing that a twin says is taken for granted. It may be refused (no permission, a plugin that is off), ignore the filter, or hold
other records than the list, such as those of one branch. `TwinError` says why an answer proves nothing; the list is walked then.
"""

from __future__ import annotations

from contextlib import aclosing
from typing import TYPE_CHECKING, Final, NoReturn

import attrs

from daftra_async.catalogue import operation_of
from daftra_async.errors import DaftraError
from daftra_async.http.filters import F
from daftra_async.lists.executor import Executor
from daftra_async.operation import Twin
from daftra_async.options import SendOptions
from daftra_async.wire.identity import id_of

if TYPE_CHECKING:
    from daftra_async.http.filters import Filter
    from daftra_async.lists.pager import Pager
    from daftra_async.models import Entity

_LIST: Final = "entities.list"
_ROWS: Final = 200
"""Rows of a page; no largest value is documented."""


class TwinError(Exception):  # internal; the caller walks the v1 list
    """The answer of the twin cannot be relied on; the text says why."""


@attrs.frozen
class TwinList:
    """The list of a v2 entity that holds the records of a v1 list.

    Args:
        client: What executes operations.
        twin: The entity.
        branch: The branch that is looked at; None for that of the client.
        options: What goes with each request.
    """

    client: Executor
    twin: Twin
    branch: int | None = None
    options: SendOptions = attrs.field(factory=SendOptions)

    async def rows(self, condition: Filter, *, sort: str | None = None, most: int) -> list[Entity]:
        """Return all records that meet a condition, as far as the server says; none of them comes twice.

        Args:
            condition: What is asked for.
            sort: The order that is asked for.
            most: Records that are worth their requests.

        Raises:
            TwinError: it is refused or incomplete, or names more records, or one without an id.
        """
        found: dict[str, Entity] = {}
        total: int | None = None
        pages = self._list(condition, _ROWS, sort).checked(on_drift="raise").pages()
        try:
            async with aclosing(pages):
                async for page in pages:
                    total = page.total_results
                    if total is None or total > most:
                        self.refuse(
                            "announces no number of records"
                            if total is None
                            else f"names {total} records, more than are worth asking for"
                        )
                    found |= {str(id_of(row)): row for row in page.data}
        except DaftraError as error:
            self.refuse(f"cannot be read ({type(error).__name__})", error)
        if "None" in found or len(found) != total:
            self.refuse(f"announced {total} records and named {len(found)}")
        return list(found.values())

    async def require(self, records: int) -> None:
        """Compare the number of all records with that of the list.

        Raises:
            TwinError: they differ, so that the twin holds or hides what the list does not.
        """
        try:
            page = await self._list(None, 1)
        except DaftraError as error:
            self.refuse(f"cannot be read ({type(error).__name__})", error)
        if page.total_results != records:
            self.refuse(f"holds {page.total_results} records and the list {records}")

    def refuse(self, reason: str, error: Exception | None = None) -> NoReturn:
        """Say why the twin cannot be relied on."""
        msg = f"v2 {self.twin.entity} {reason}"
        raise TwinError(msg) from error

    def _list(self, condition: Filter | None, rows: int, sort: str | None = None) -> Pager[Entity]:
        for field, value in self.twin.without:
            other = F(field).not_equal(value)
            condition = other if condition is None else condition & other
        query = {"filters": condition, "per_page": rows, "sort": sort, "branch": self.branch}
        return self.client.paginate(operation_of(_LIST), {"entity": self.twin.entity, "level": 1}, query, **self.options)
