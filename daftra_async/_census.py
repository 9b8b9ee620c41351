"""What the lenient rules met since the start of the process, so that drift of the real API shows.

Counted are keys the models do not know, enumeration values the fragments do not list, values that fit no rule, and every
conversion from one JSON type to another, each by model and field.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

Entry = tuple[str, str, str]
"""Rule, model and field (its wire name)."""

MOST_ENTRIES: Final = 10_000
"""Distinct entries kept; what comes later is counted under the field `...`, so that dynamic keys cannot fill the memory."""

_COUNTS: Final[dict[Entry, int]] = {}
_LOCK: Final = threading.Lock()


def record(rule: str, model: str, field: str) -> None:
    """Count one application of a rule."""
    record_all({(rule, model, field): 1})


def record_all(counts: Mapping[Entry, int]) -> None:
    """Count many at once: a record is counted as a whole, which takes the lock once."""
    with _LOCK:
        for entry, count in counts.items():
            kept = entry if entry in _COUNTS or len(_COUNTS) < MOST_ENTRIES else (entry[0], entry[1], "...")
            _COUNTS[kept] = _COUNTS.get(kept, 0) + count


def census() -> dict[str, dict[str, dict[str, int]]]:
    """Return the counts so far as `{rule: {model: {field: count}}}`, a copy in sorted order."""
    with _LOCK:
        entries = sorted(_COUNTS.items())
    result: dict[str, dict[str, dict[str, int]]] = {}
    for (rule, model, field), count in entries:
        result.setdefault(rule, {}).setdefault(model, {})[field] = count
    return result


def reset() -> None:
    """Forget all counts."""
    with _LOCK:
        _COUNTS.clear()
