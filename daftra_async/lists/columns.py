"""Walks over pages that become tables of Arrow instead of records.

A walk looks at its rows for their ids and times; a `Row` shows these out of the columns of its page.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.lists.page import Page, page_of
from daftra_async.wire import envelopes, hints
from daftra_async.wire.asked import check_kind
from daftra_async.wire.columns.batches import Batches
from daftra_async.wire.columns.decoder import decoder_of
from daftra_async.wire.columns.encoder import batches_of
from daftra_async.wire.columns.layout import EXTRA, table_of
from daftra_async.wire.identity import read_id
from daftra_async.wire.jsontext import loads

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Self

    from daftra_async.http.error_response import Context
    from daftra_async.http.transport import Answer
    from daftra_async.lists.answers import ReadPage
    from daftra_async.lists.walk import WalkPlan
    from daftra_async.operation import AnyOperation
    from daftra_async.wire.columns.keys import Keys
    from daftra_async.wire.columns.layout import Table


_ID: Final = "id"


class _Values:
    """The columns of one page, as lists of their values."""

    __slots__ = ("_batches", "_known")

    def __init__(self, batches: Batches) -> None:
        self._batches = batches
        self._known: dict[str, list[Any]] = {}

    def of(self, name: str) -> list[Any]:
        """Return the values of a column."""
        known = self._known.get(name)
        if known is None:
            known = self._known[name] = self._batches.values(name)
        return known


class Row:
    """One record of a page of columns; attributes are the values of its columns.

    `id` is that of the record also where its column cannot hold it, so that duplicates are noticed.
    """

    __slots__ = ("_at", "_values")

    def __init__(self, values: _Values, at: int) -> None:
        self._values = values
        self._at = at

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        return self._values.of(name)[self._at]

    @property
    def id(self) -> Any:
        """The id; one that its column cannot hold stands in `_extra`."""
        held = self._values.of(_ID)[self._at]
        return read_id(self.sent(_ID)) if held is None else held

    def sent(self, wire: str) -> Any:
        """Return the value of a key in `_extra`, None without it."""
        extra = self._values.of(EXTRA)[self._at]
        return None if extra is None else loads(extra).get(wire)


@attrs.frozen(kw_only=True)
class ColumnPage(Page[Row]):
    """One page of a list as columns."""

    batches: Batches = attrs.field(repr=False, eq=False)

    def tables(self, keys: Keys) -> dict[str, Any]:
        """Return the record batches of the page: `{"": main, "invoice_item": lines, ...}`.

        Args:
            keys: Gives records without an id their keys. They depend on the pages before, so all pages of a walk take the same,
                in order; a walk that goes on where another one stopped takes `Keys(those_that_were_given)`.
        """
        return self.batches.with_keys(keys)

    def take(self, places: Sequence[int]) -> Self:
        """Return the page with some of its records, given their positions."""
        return attrs.evolve(super().take(places), batches=self.batches.take(places))


def column_page(page: Page[Any], batches: Batches) -> ColumnPage:
    """Return a page with columns in place of its records."""
    shown = _Values(batches)
    values: dict[str, Any] = {field.name: getattr(page, field.name) for field in attrs.fields(Page)}
    values["data"] = [Row(shown, at) for at in range(batches.size)]
    return ColumnPage(**values, batches=batches)


def as_columns(plan: WalkPlan[Any], *, lines: bool) -> tuple[WalkPlan[Row], Table]:
    """Return the plan of the same walk over pages of columns, and their layout.

    Args:
        plan: How the list is walked.
        lines: Whether the lines have tables of their own; otherwise they are counted.
    """
    model = hints.model(plan.model) if isinstance(plan.model, str) else plan.model
    table = table_of(model)
    if plan.columns is not None:
        return plan.columns(lines), table

    async def fetch(page: int | None) -> Page[Row]:
        return _of_records(await plan.fetch(page), table, lines=lines)

    return attrs.evolve(plan, fetch=fetch), table


def column_reader(op: AnyOperation, typed: ReadPage, *, lines: bool) -> Callable[..., ColumnPage]:
    """Return what reads the answers of an operation as pages of columns.

    Args:
        op: The list.
        typed: Reads an answer as a page of records.
        lines: Whether the lines have tables of their own.
    """
    table = table_of(hints.record_class(op))
    return partial(_read, op, typed, table, lines=lines)


def _read(
    op: AnyOperation, typed: ReadPage, table: Table, answer: Answer, context: Context, *, lines: bool, **rest: Any
) -> ColumnPage:
    decoder = decoder_of(op, with_lines=lines) if 200 <= answer.status < 300 else None
    found = None if decoder is None else decoder.read(answer.body)
    if found is None:
        return _of_records(typed(answer, context, **rest), table, lines=lines)
    page = column_page(page_of(found[0], []), found[1])
    if op.response.fixed and not _are_of_kind(op, page, table):
        typed(answer, context, **rest)  # it says what is wrong
    return page


def _of_records(page: Page[Any], table: Table, *, lines: bool) -> ColumnPage:
    return column_page(page, batches_of(table, page.data, with_lines=lines))


def _are_of_kind(op: AnyOperation, page: ColumnPage, table: Table) -> bool:
    """Return whether all records are of the kind of the operation, where one route serves several."""
    names = {column.wire: column.name for column in table.columns}
    try:
        for row in page.data:
            held = {wire: getattr(row, names[wire]) if wire in names else None for wire, _ in op.response.fixed}
            check_kind(op, {wire: row.sent(wire) if value is None else value for wire, value in held.items()})
    except envelopes.WireMismatch:
        return False
    return True
