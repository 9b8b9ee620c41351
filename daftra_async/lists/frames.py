"""Tables and data frames of whole lists."""

from __future__ import annotations

import importlib
from contextlib import aclosing, contextmanager
from typing import TYPE_CHECKING, Any, cast

from daftra_async.errors import ArgumentError
from daftra_async.wire.columns.arrow import pa
from daftra_async.wire.columns.batches import MAIN, empty
from daftra_async.wire.columns.keys import Keys

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable, Generator

    from daftra_async.lists.columns import ColumnPage
    from daftra_async.wire.columns.layout import Table


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
    """Return the function that turns a table into a DataFrame of polars.

    Raises:
        ArgumentError: polars is not installed.
    """
    with _needs("polars"):
        polars: Any = importlib.import_module("polars")
    return cast("Callable[[Any], Any]", polars.from_arrow)


def pandas_frame() -> Callable[[Any], Any]:
    """Return the function that turns a table into a DataFrame of pandas, with the types of Arrow: those of pandas round integers.

    Raises:
        ArgumentError: pandas is not installed.
    """
    with _needs("pandas"):
        pandas: Any = importlib.import_module("pandas")

    def kind(type_: Any) -> Any:
        return None if pa.types.is_dictionary(type_) else pandas.ArrowDtype(type_)

    def frame(table: Any) -> Any:
        return table.to_pandas(types_mapper=kind)

    return frame


@contextmanager
def _needs(name: str) -> Generator[None]:
    try:
        yield
    except ImportError:
        msg = f"{name} is not installed; run: pip install {name}"
        raise ArgumentError(msg, name) from None
