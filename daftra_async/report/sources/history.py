"""What an export noted beside its records: the account, when it ran, and how complete its lists were."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from daftra_async.export.files import reopen
from daftra_async.export.folder import MANIFEST
from daftra_async.export.manifest import Done, Manifest
from daftra_async.report.sources.held import WANTED, Shortfall
from daftra_async.wire.census_report import FILE_NAME
from daftra_async.wire.census_report import Report as Census

if TYPE_CHECKING:
    from pathlib import Path


_NOTHING: Final[Mapping[str, Done]] = {}


@attrs.frozen
class History:
    """What is known of the last run."""

    identity: str | None = None
    """The account; None where no manifest says it."""
    read_at: dt.datetime | None = None
    done: Mapping[str, Done] = _NOTHING
    census: Census | None = None

    @property
    def short(self) -> tuple[Shortfall, ...]:
        """Lists that came short and were kept, or changed while they were read."""
        found: list[Shortfall] = []
        for name in WANTED:
            done = self.done.get(name)
            if done is not None and (done.incomplete or done.changed):
                part = done.incomplete is not None
                found.append(Shortfall(resource=name, received=done.received, announced=done.announced, changed=not part))
        return tuple(found)


def history_of(folder: Path, census: Path | None = None) -> History:
    """Return what the manifest and the census of an export say; missing and damaged files are left out.

    Args:
        folder: The folder of the account.
        census: The folder of the census, where it is another one.
    """
    try:
        with reopen(folder / MANIFEST) as file:
            data: Any = json.load(file)
    except (OSError, ValueError, RecursionError):
        data = None
    manifest = Manifest.read(cast("dict[str, Any]", data)) if isinstance(data, dict) else None
    counted = _census(folder if census is None else census)
    if manifest is None:
        return History(census=counted)
    return History(manifest.identity, dt.datetime.fromisoformat(manifest.began), manifest.done, counted)


def _census(folder: Path) -> Census | None:
    try:
        return Census.read(folder / FILE_NAME)
    except (OSError, ValueError):
        return None
