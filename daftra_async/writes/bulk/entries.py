"""What became of each record of a bulk write, and of how many so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Generic, Literal, TypeVar

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterable

R = TypeVar("R")
Bucket = Literal["successful", "failed", "unknown", "skipped"]
BUCKETS: Final[tuple[Bucket, ...]] = ("successful", "failed", "unknown", "skipped")


def _kind(error: Exception | None) -> str:
    return type(error).__name__


@attrs.frozen(kw_only=True, eq=False)
class BulkEntry(Generic[R]):
    """One record of a bulk write. Its repr shows nothing of what the record holds."""

    index: int
    """Place in what was given, from 0."""
    bucket: Bucket = "skipped"
    """`successful`; `failed`: refused, or surely not done; `unknown`: it may have been done or not; `skipped`: not tried."""
    id: int | str | None = None
    """Id of the record to update or delete; of a create, the id of the new record once it is known."""
    input: Any = attrs.field(default=None, repr=False)
    """What was given for it; None for a delete."""
    result: R | None = attrs.field(default=None, repr=False)
    """What the single call returns; the row of the list where `reconcile` found the record."""
    error: Exception | None = attrs.field(default=None, repr=_kind)
    """Why it did not succeed; for a skipped one what stopped the run, None if that was a cancellation."""
    reference: str | None = None
    """The caller's own name of a new record."""
    body: Any = attrs.field(default=None, repr=False)
    """The body in wire names as it is sent, the reference in it; None for a delete. It is written before anything is sent: a
    change of `input` after that changes nothing."""


def count(entries: Iterable[BulkEntry[Any]]) -> dict[Bucket, int]:
    """Count the entries of each bucket."""
    counts = dict.fromkeys(BUCKETS, 0)
    for entry in entries:
        counts[entry.bucket] += 1
    return counts


@attrs.frozen(kw_only=True)
class BulkProgress:
    """How far a bulk write has come; of `retry_failed`, how far that pass has come."""

    done: int
    """Records whose outcome stands, be it unknown; at the end of a run that was stopped, the skipped ones too."""
    total: int
    successful: int = 0
    failed: int = 0
    unknown: int = 0
    skipped: int = 0
