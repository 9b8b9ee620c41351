"""Send progress events from the workers to the client, by a topic of Dask.

Lists that take less than a second send nothing, the others one event a second, so ten thousand accounts send few.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.export.report import ProgressEvent

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from daftra_async.export.setup import Listener

_TOPIC: Final = "daftra-export"
"""One topic for all exports, since a scheduler never forgets a topic."""
_EVERY: Final = 1.0
"""Seconds between two events of a list."""


class Sender:
    """Sends the progress of the lists of one account, at most one event a second for each list.

    Args:
        run: The export to which it belongs.
        log_event: The method of the worker.
        clock: Returns seconds.
    """

    def __init__(self, run: str, log_event: Callable[[str, Any], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._run = run
        self._log_event = log_event
        self._clock = clock
        self._last: dict[str, float] = {}
        self._shown: set[str] = set()

    def __call__(self, event: ProgressEvent) -> None:
        """Send an event, unless the last one of this list is less than a second old."""
        now, name = self._clock(), event.resource
        if event.state in {"started", "page"}:
            if now - self._last.setdefault(name, now) < _EVERY:
                return
            self._last[name] = now
            self._shown.add(name)
        elif name not in self._shown:
            return
        self._log_event(_TOPIC, {"run": self._run, "event": attrs.asdict(event)})


@contextmanager
def received(client: Any, run: str, progress: Listener | None) -> Generator[None]:
    """Call `progress` with the events of an export, in the event loop of the client."""
    if progress is None:
        yield
        return

    def handle(logged: tuple[float, Any]) -> None:
        _, message = logged
        if message["run"] == run:
            progress(ProgressEvent(**message["event"]))

    client.subscribe_topic(_TOPIC, handle)
    try:
        yield
    finally:
        client.unsubscribe_topic(_TOPIC)
