"""A bar of rich for reads of many records, on a terminal and in notebooks; rich comes with the extra `cli`.

with progress_bar("invoices") as on_progress:
    invoices = await daftra.invoices.list(limit=1000).collect(concurrency=8, on_progress=on_progress)
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

if TYPE_CHECKING:
    from collections.abc import Generator

    from rich.console import Console

    from daftra_async.options import OnProgress


@contextmanager
def progress_bar(label: str, *, console: Console | None = None) -> Generator[OnProgress]:
    """Show a bar, and give what moves it: `on_progress` of `collect`, `to_arrow` and `get_many`.

    Args:
        label: Text before the bar.
        console: Where to show it; by default stdout, or the notebook.
    """
    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console) as bars:
        task = bars.add_task(label, total=None)

        def move(done: int, total: int | None) -> None:
            bars.update(task, completed=done, total=total)

        yield move
