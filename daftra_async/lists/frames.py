"""Tables and data frames of whole lists."""

from __future__ import annotations

import importlib
from contextlib import aclosing
from typing import TYPE_CHECKING, Any, Final, cast

from daftra_async.errors import ArgumentError
from daftra_async.wire.columns.arrow import pa
from daftra_async.wire.columns.batches import MAIN, empty
from daftra_async.wire.columns.keys import Keys

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from daftra_async.lists.columns import ColumnPage
    from daftra_async.wire.columns.layout import Table

_POLARS: Final = "polars"
_PANDAS: Final = "pandas"


async def page_tables(pages: AsyncGenerator[ColumnPage]) -> AsyncGenerator[dict[str, Any]]:
    """Yield the tables of each page."""
    keys = Keys()
    async with aclosing(pages):
        async for page in pages:
            yield {name: pa.Table.from_batches([batch]) for name, batch in page.tables(keys).items()}


async def whole_tables(pages: AsyncGenerator[ColumnPage], table: Table, *, lines: bool) -> dict[str, Any]:
    """Return the tables of all pages."""
    found: dict[str, list[Any]] = {name: [one] for name, one in empty(table).items() if lines or name == MAIN}
    async with aclosing(page_tables(pages)) as parts:
        async for tables in parts:
            for name, one in tables.items():
                found[name].append(one)
    return {name: pa.concat_tables(some).unify_dictionaries() for name, some in found.items()}


def polars_frame() -> Callable[[Any], Any]:
    """Return what makes a DataFrame of polars of a table.

    Raises:
        ArgumentError: polars is not installed.
    """
    try:
        polars: Any = importlib.import_module("polars")
    except ImportError:
        raise _missing(_POLARS) from None
    return cast("Callable[[Any], Any]", polars.from_arrow)


def pandas_frame() -> Callable[[Any], Any]:
    """Return what makes a DataFrame of pandas of a table, with the types of Arrow: those of pandas would round some integers.

    Raises:
        ArgumentError: pandas is not installed.
    """
    try:
        pandas: Any = importlib.import_module("pandas")
    except ImportError:
        raise _missing(_PANDAS) from None

    def kind(type_: Any) -> Any:
        return None if pa.types.is_dictionary(type_) else pandas.ArrowDtype(type_)

    def frame(table: Any) -> Any:
        return table.to_pandas(types_mapper=kind)

    return frame


def _missing(name: str) -> ArgumentError:
    return ArgumentError(f"{name} is not installed; run: pip install {name}", name)
