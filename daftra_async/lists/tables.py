"""What lists give as tables: pages and data frames.

pyarrow, polars and pandas are optional, so what needs them (`columns`, `frames`) is imported when a table is asked for.
"""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast, overload

from daftra_async.lists.stream import Stream
from daftra_async.lists.told import told

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from daftra_async.lists.columns import ColumnPage
    from daftra_async.options import OnProgress
    from daftra_async.wire.columns.layout import Table

T_co = TypeVar("T_co", covariant=True)


class TablesOf(Stream[T_co]):
    """A list that can be had as tables."""

    __slots__ = ()

    @property
    @abstractmethod
    def total(self) -> int | None:
        """Records of the list by the page read last."""

    def column_pages(self, *, lines: bool = True, concurrency: int | None = None) -> AsyncGenerator[ColumnPage, None]:
        """Walk the pages in order, as columns: for programs that keep the token of each page beside its tables.

        Args:
            lines: Whether lines have tables of their own; otherwise the main table holds how many there are.
            concurrency: Pages in flight or waiting at most, see `prefetch`, whose number is the default (1 without it).

        Raises:
            ArgumentError: the concurrency is below 1, or pyarrow is not installed.
        """
        return self._columns(lines=lines, concurrency=concurrency)[0]

    def arrow(self, *, lines: bool = True, concurrency: int | None = None) -> AsyncGenerator[dict[str, Any], None]:
        """Walk the pages in order, each as tables of Arrow: `{"": Table, "invoice_item": Table, ...}`.

        Columns are named as the attributes of the records, and their types follow from the model alone. What a column cannot hold
        exactly is null there, and in the JSON of `_extra` by wire name. `_parent` of a line is the `_id` of its record.

        Args:
            lines: Whether lines have tables of their own; otherwise the main table holds how many there are.
            concurrency: Pages in flight or waiting at most, see `prefetch`, whose number is the default (1 without it).

        Raises:
            ArgumentError: the concurrency is below 1, or pyarrow is not installed.
        """
        pages = self.column_pages(lines=lines, concurrency=concurrency)
        return cast("AsyncGenerator[dict[str, Any], None]", _frames().page_tables(pages))

    @overload
    async def to_arrow(
        self, *, lines: Literal[False] = False, concurrency: int | None = None, on_progress: OnProgress | None = None
    ) -> Any: ...

    @overload
    async def to_arrow(
        self, *, lines: Literal[True], concurrency: int | None = None, on_progress: OnProgress | None = None
    ) -> dict[str, Any]: ...

    async def to_arrow(
        self, *, lines: bool = False, concurrency: int | None = None, on_progress: OnProgress | None = None
    ) -> Any:
        """Return all records of the list as a table of Arrow, see `arrow`.

            table = await daftra.invoices.list(limit=1000).to_arrow()
            tables = await daftra.invoices.list(limit=1000).to_arrow(lines=True)  # {"": Table, "invoice_item": Table, ...}

        Args:
            lines: Whether to return a dictionary with the tables of the lines, too; the main one is `""`.
            concurrency: Pages fetched at the same time, see `prefetch`, whose number is the default (1 without it).
            on_progress: Called after each page with the records that came and how many there are, see `OnProgress`.

        Raises:
            ArgumentError: the concurrency is below 1, or pyarrow is not installed.
        """
        return await self._whole(lines=lines, concurrency=concurrency, on_progress=on_progress)

    @overload
    async def to_polars(
        self, *, lines: Literal[False] = False, concurrency: int | None = None, on_progress: OnProgress | None = None
    ) -> Any: ...

    @overload
    async def to_polars(
        self, *, lines: Literal[True], concurrency: int | None = None, on_progress: OnProgress | None = None
    ) -> dict[str, Any]: ...

    async def to_polars(
        self, *, lines: bool = False, concurrency: int | None = None, on_progress: OnProgress | None = None
    ) -> Any:
        """Return all records of the list as a DataFrame of polars; arguments and columns as for `to_arrow`.

        Raises:
            ArgumentError: the concurrency is below 1, or pyarrow or polars is not installed.
        """
        return await self._whole(_frames().polars_frame(), lines=lines, concurrency=concurrency, on_progress=on_progress)

    @overload
    async def to_pandas(
        self, *, lines: Literal[False] = False, concurrency: int | None = None, on_progress: OnProgress | None = None
    ) -> Any: ...

    @overload
    async def to_pandas(
        self, *, lines: Literal[True], concurrency: int | None = None, on_progress: OnProgress | None = None
    ) -> dict[str, Any]: ...

    async def to_pandas(
        self, *, lines: bool = False, concurrency: int | None = None, on_progress: OnProgress | None = None
    ) -> Any:
        """Return all records of the list as a DataFrame of pandas; arguments and columns as for `to_arrow`.

        Columns have the types of Arrow (`pandas.ArrowDtype`), so that integers and decimals stay exact; enumerations are
        categories.

        Raises:
            ArgumentError: the concurrency is below 1, or pyarrow or pandas is not installed.
        """
        return await self._whole(_frames().pandas_frame(), lines=lines, concurrency=concurrency, on_progress=on_progress)

    @abstractmethod
    def _columns(self, *, lines: bool, concurrency: int | None) -> tuple[AsyncGenerator[ColumnPage, None], Table]:
        """Return the pages of the list as columns, and their layout."""

    async def _whole(
        self,
        frame: Callable[[Any], Any] | None = None,
        *,
        lines: bool,
        concurrency: int | None,
        on_progress: OnProgress | None,
    ) -> Any:
        """Return the tables of all pages, or the frames that are made of them."""
        pages, table = self._columns(lines=lines, concurrency=concurrency)
        tables = await _frames().whole_tables(told(pages, on_progress, lambda: self.total), table, lines=lines)
        made = tables if frame is None else {name: frame(each) for name, each in tables.items()}
        return made if lines else made[""]


def _frames() -> Any:
    from daftra_async.lists import frames  # noqa: PLC0415  # its library is optional

    return frames
