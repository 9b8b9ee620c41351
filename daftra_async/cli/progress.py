"""Shows an export while it runs: bars on a terminal, one line for each finished resource elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, Self

from rich.progress import BarColumn, Progress, ProgressColumn, SpinnerColumn, TextColumn
from rich.text import Text

from daftra_async.cli.text import clean, count, counted, duration, rate, size

if TYPE_CHECKING:
    from types import TracebackType

    from rich.console import Console
    from rich.progress import Task, TaskID

    from daftra_async.export import ProgressEvent

ENDED: Final = frozenset({"finished", "failed", "skipped"})
"""States that end a list."""


class Display(Protocol):
    """Takes the events of an export, inside of its `with` block."""

    def __call__(self, event: ProgressEvent, /) -> None:
        """Show one event."""
        ...

    def __enter__(self) -> Self: ...
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None, /
    ) -> None: ...


def display(console: Console, resources: int) -> Display:
    """Return the display that suits the console.

    Args:
        console: Where to show it.
        resources: How many will be fetched.
    """
    return Bars(console, resources) if console.is_terminal else Lines(console)


class _Records(ProgressColumn):
    """`1,200/6,000`, or `1,200` while the total is unknown."""

    def render(self, task: Task) -> Text:
        done = count(int(task.completed))
        return Text(
            done if task.total is None else f"{done}/{count(int(task.total))}", style="progress.download", justify="right"
        )


class _Rate(ProgressColumn):
    """`5,000/s` since the start: rich forgets its own samples whenever a total changes."""

    def render(self, task: Task) -> Text:
        shown = rate(_fetched(task), task.elapsed or 0) if task.completed else ""
        return Text(shown, style="progress.data.speed", justify="right")


class _Remaining(ProgressColumn):
    """`ETA 12 s` for what is announced so far."""

    def render(self, task: Task) -> Text:
        fetched = _fetched(task)
        if task.total is None or fetched < 1 or not task.elapsed:
            return Text()
        seconds = (task.total - task.completed) * task.elapsed / fetched
        return Text(f"ETA {duration(round(seconds))}", style="progress.remaining", justify="right")


def _fetched(task: Task) -> int:
    """Return the records that came since the start, without those of before an interruption."""
    return int(task.completed) - int(task.fields.get("resumed", 0))


class Bars:
    """A bar for everything and one for each resource that is under way."""

    def __init__(self, console: Console, resources: int) -> None:
        self._progress = Progress(
            SpinnerColumn(),
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            _Records(),
            _Rate(),
            _Remaining(),
            console=console,
            transient=True,
        )
        self._resources = resources
        self._ended = 0
        self._records: dict[str, int] = {}
        self._totals: dict[str, int] = {}
        self._resumed: dict[str, int] = {}
        self._tasks: dict[str, TaskID] = {}
        self._overall = self._progress.add_task(self._title(), total=None)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        self._progress.stop()

    def __call__(self, event: ProgressEvent) -> None:
        """Show one event."""
        name = event.label
        if event.state in ENDED:
            self._ended += event.state != "skipped"
            if (task := self._tasks.pop(name, None)) is not None:
                self._progress.remove_task(task)
            if event.state == "failed":
                self._progress.console.print(Text(f"{name}: failed: {clean(event.reason or '')}", style="red"))
                # What is not coming any more must not keep the whole below 100 %.
                self._totals[name] = event.records
        else:
            if name not in self._tasks:
                self._tasks[name] = self._progress.add_task(clean(name), total=None)
            self._progress.update(self._tasks[name], total=event.total, completed=event.records, resumed=event.resumed)
            if event.total is not None:
                self._totals[name] = event.total
        self._records[name] = event.records
        self._resumed[name] = event.resumed
        self._progress.update(
            self._overall,
            resumed=sum(self._resumed.values()),
            description=self._title(),
            completed=sum(self._records.values()),
            total=sum(max(self._totals.get(key, 0), records) for key, records in self._records.items()) or None,
        )

    def _title(self) -> str:
        return f"{self._ended}/{self._resources} resources"


class Lines:
    """One line for each resource that ended."""

    def __init__(self, console: Console) -> None:
        self._console = console

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None) -> None:
        pass

    def __call__(self, event: ProgressEvent) -> None:
        """Show one event."""
        if event.state in {"failed", "skipped"}:
            line = f"{event.state}: {clean(event.reason or '')}"
        elif event.state == "finished":
            numbers = (counted(event.records, "record"), counted(event.pages, "page"), duration(event.seconds), size(event.bytes))
            line = ", ".join((*numbers, rate(event.records - event.resumed, event.seconds)))
        else:
            return
        self._console.print(Text(f"{clean(event.label)}: {line}"), soft_wrap=True)
