"""What is known of earlier runs: which resources are done, and how far the others came.

A manifest belongs to one account in one place. A run that ended is history: what it says of a resource is the base of the next
incremental run. A run that was cut off (killed, interrupted, without connection) is continued by the next one that asks for the
same, if that comes soon enough: what was fetched meanwhile grows old. So is a run that ended, by one of the same name: a task
that is repeated does not know how far it had come.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import TYPE_CHECKING, Any, Final, Self, cast

import attrs
import msgspec

from daftra_async.export.protocols import Checkpoint

if TYPE_CHECKING:
    from collections.abc import Mapping

VERSION: Final = 1
FRESH: Final = dt.timedelta(hours=12)
"""A run that began longer ago is not continued."""


def fingerprint(*parts: object) -> str:
    """Return a digest of plain values."""
    return hashlib.sha256(repr(parts).encode("utf-8", "backslashreplace")).hexdigest()[:32]


@attrs.frozen(kw_only=True)
class Done:
    """A resource that was fetched completely."""

    run: str
    file: str
    """File, or table."""
    records: int
    """Records of the run, fetched and kept."""
    held: int
    """Records in the file after it."""
    bytes: int
    pages: int
    announced: int | None
    received: int
    changed: bool
    newest: str | None
    """Latest change of a record, as ISO text without a zone."""
    seconds: float
    """From the first page to the last, pauses of an interrupted run included."""
    incremental: str | None
    base: bool
    """A later run can be merged into it."""
    whole: bool = True
    """No record can have been missed, even if others were deleted during the walk."""
    incomplete: str | None = None
    """For a list that came short and was kept: `80 of 300 announced`."""
    census: dict[str, Any] = attrs.field(factory=dict[str, Any])
    """Counts of what no model describes; kept until the run is complete."""


@attrs.define(kw_only=True)
class Running:
    """A resource that is being fetched."""

    began: str
    """UTC, as ISO text."""
    start: str | None
    """Where an incremental run starts."""
    checkpoint: Checkpoint | None = None


@attrs.define(kw_only=True)
class Manifest:
    """What is known of one account in one place."""

    identity: str
    """The account, by its URL: rows of one account are not merged with those of another."""
    run: str
    began: str
    """When the run began, UTC, as ISO text."""
    fingerprint: str
    """What the run was asked for."""
    name: str | None = None
    """Name that the caller gave to the run."""
    resumed: bool = False
    """The run is the continuation of an interrupted one."""
    complete: bool = False
    done: dict[str, Done] = attrs.field(factory=dict[str, Done])
    running: dict[str, Running] = attrs.field(factory=dict[str, Running])

    @classmethod
    def follow(
        cls,
        data: dict[str, Any] | None,
        *,
        identity: str,
        fingerprint: str,
        now: dt.datetime,
        resume: bool = True,
        name: str | None = None,
    ) -> Self:
        """Return the manifest of a run that begins, after what earlier runs left.

        Args:
            data: What `to_dict` returned; None when there was no run. Anything else counts as None.
            identity: The account.
            fingerprint: What is asked for now.
            now: UTC.
            resume: Whether an interrupted run may be continued.
            name: Name of the run; one of the same name is continued even when it had ended.
        """
        fresh = cls(identity=identity, run=f"{now:%Y%m%dT%H%M%S.%f}Z", began=now.isoformat(), fingerprint=fingerprint, name=name)
        old = None if data is None else cls.read(data)
        if old is None or old.identity != identity:
            return fresh
        fresh.done = old.done
        ended = old.complete and (name is None or old.name != name)
        if not resume or ended or old.fingerprint != fingerprint:
            return fresh
        if not dt.timedelta() <= now - dt.datetime.fromisoformat(old.began) <= FRESH:
            return fresh
        old.resumed, old.complete, old.name = True, False, name
        return old

    @classmethod
    def read(cls, data: dict[str, Any]) -> Self | None:
        """Return the manifest that `to_dict` wrote; None when the data is damaged or of another version."""
        try:
            if data["version"] != VERSION:
                return None
            found = cls(
                identity=data["identity"],
                run=data["run"],
                began=data["began"],
                fingerprint=data["fingerprint"],
                name=data["name"],
                complete=data["complete"],
            )
            if dt.datetime.fromisoformat(found.began).tzinfo is None:
                return None
            for name, entry in cast("dict[str, dict[str, Any]]", data["resources"]).items():
                if entry.get("done") is not None:
                    found.done[name] = _done(entry["done"])
                if entry.get("running") is not None:
                    found.running[name] = _running(entry["running"])
        except (KeyError, TypeError, ValueError, OverflowError, AttributeError):
            return None  # of another version, or damaged: as if there had been no run
        return found

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready data."""
        names = sorted({*self.done, *self.running})
        return {
            "version": VERSION,
            "identity": self.identity,
            "run": self.run,
            "began": self.began,
            "fingerprint": self.fingerprint,
            "name": self.name,
            "complete": self.complete,
            "resources": {
                name: {
                    "done": attrs.asdict(self.done[name]) if name in self.done else None,
                    "running": attrs.asdict(self.running[name]) if name in self.running else None,
                }
                for name in names
            },
        }

    def finished(self, name: str) -> Done | None:
        """Return the resource if this run had finished it before it was interrupted."""
        done = self.done.get(name)
        return done if done is not None and done.run == self.run else None

    def forget_censuses(self) -> None:
        """Drop the censuses, which only a continued run needs."""
        self.done = {name: attrs.evolve(done, census={}) for name, done in self.done.items()}

    def end(self, name: str, done: Done) -> None:
        """Note that a resource is done."""
        self.done[name] = done
        self.running.pop(name, None)


def _done(data: object) -> Done:
    """Read a finished resource, its types checked: a store may give back other numbers than it got.

    Raises:
        ValueError: it is not one.
    """
    done = msgspec.convert(data, Done)
    if done.newest is not None:
        _ = dt.datetime.fromisoformat(done.newest) - dt.timedelta(seconds=done.seconds)
    return done


def _running(data: Mapping[str, Any]) -> Running:
    """Read a resource that was being fetched.

    Raises:
        ValueError: it is not one.
    """
    at = data["checkpoint"]
    running = msgspec.convert({**data, "checkpoint": None}, Running)
    for moment in (running.began, running.start):
        if moment is not None:
            dt.datetime.fromisoformat(moment)
    running.checkpoint = None if at is None else Checkpoint.from_dict(at)
    return running
