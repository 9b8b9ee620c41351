"""What the lenient rules met since the start of the process, so that drift of the real API shows.

Counted are keys the models do not know, enumeration values the fragments do not list, values that fit no rule, and every
conversion from one JSON type to another, each by model and field. For the first two it is also remembered what was sent: a rule
may have a detail after a colon, `unknown field: text` or `unknown enum value: 21`. `census()` adds details up; `snapshot()`, and
with it the `census.json` of an export, has them.
"""

from __future__ import annotations

import contextlib
import json
import threading
from contextvars import ContextVar
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

Entry = tuple[str, str, str]
"""Rule, model and field (its wire name)."""

Tally = dict[str, dict[str, dict[str, int]]]
"""Counts as `{rule: {model: {field: count}}}`."""

UNKNOWN_FIELD: Final = "unknown field"
UNKNOWN_VALUE: Final = "unknown enum value"
KEPT: Final = "kept as sent"
"""A value that fits no rule: one of the record's issues."""
DETAIL: Final = ": "
"""Between a rule and its detail."""

MOST_ENTRIES: Final = 10_000
"""Distinct entries kept; what comes later is counted under the field `...`, so that dynamic keys cannot fill the memory."""
MOST_VALUES: Final = 32
"""Distinct unknown values kept of one enumeration field; later ones are counted without their value."""
_MOST_TEXT: Final = 60
"""Characters of an unknown value; longer ones are counted without it."""
_LONGEST_FIELD: Final = 100
"""Characters of a field's name; longer ones are counted under the field `...`."""

_COUNTS: Final[dict[Entry, int]] = {}
_VALUES: Final[dict[tuple[str, str], int]] = {}
"""Distinct unknown values kept by model and field."""
_LOCK: Final = threading.Lock()
_ALSO: Final[ContextVar[dict[Entry, int] | None]] = ContextVar("daftra_async census", default=None)

_FIELD_RULES: Final[dict[type[Any], str]] = {
    cls: f"{UNKNOWN_FIELD}{DETAIL}{title}"
    for cls, title in (
        (str, "text"),
        (int, "integer"),
        (Decimal, "decimal"),
        (float, "decimal"),
        (bool, "boolean"),
        (type(None), "null"),
        (list, "list"),
        (dict, "object"),
    )
}


def unknown_field(value: object) -> str:
    """Return the rule that counts a key no model knows, with the JSON type of its value."""
    return _FIELD_RULES.get(value.__class__, UNKNOWN_FIELD)


def unknown_value(value: object) -> str:
    """Return the rule that counts a value no enumeration lists, with the value as JSON when it is short."""
    plain = getattr(value, "value", value)
    text = json.dumps(plain, ensure_ascii=False) if isinstance(plain, (int, str)) else ""
    return f"{UNKNOWN_VALUE}{DETAIL}{text}" if 0 < len(text) <= _MOST_TEXT else UNKNOWN_VALUE


def add(total: dict[Entry, int], counts: Mapping[Entry, int]) -> None:
    """Add counts to a total."""
    for entry, count in counts.items():
        total[entry] = total.get(entry, 0) + count


def record(rule: str, model: str, field: str) -> None:
    """Count one application of a rule."""
    record_all({(rule, model, field): 1})


def record_all(counts: Mapping[Entry, int]) -> None:
    """Count many at once: a record is counted as a whole, which takes the lock once."""
    also = _ALSO.get()
    with _LOCK:
        for entry, count in counts.items():
            kept = entry if entry in _COUNTS else _admit(entry)
            _COUNTS[kept] = _COUNTS.get(kept, 0) + count
            if also is not None:
                also[kept] = also.get(kept, 0) + count


@contextlib.contextmanager
def counting(into: dict[Entry, int]) -> Generator[None]:
    """Count what this task and its children meet in `into` too."""
    token = _ALSO.set(into)
    try:
        yield
    finally:
        _ALSO.reset(token)


def _admit(entry: Entry) -> Entry:
    """Return the entry that a new one is counted under, within the bounds."""
    rule, model, field = entry
    if len(field) > _LONGEST_FIELD:
        return _admit((rule, model, "..."))
    if rule.startswith(UNKNOWN_VALUE + DETAIL):
        values = _VALUES.get((model, field), 0)
        if values >= MOST_VALUES:
            return _admit((UNKNOWN_VALUE, model, field))
        if len(_COUNTS) < MOST_ENTRIES:
            _VALUES[model, field] = values + 1
    return entry if entry in _COUNTS or len(_COUNTS) < MOST_ENTRIES else (rule.partition(DETAIL)[0], model, "...")


def snapshot() -> dict[Entry, int]:
    """Return a copy of the counts so far, details kept apart."""
    with _LOCK:
        return dict(_COUNTS)


def since(before: Mapping[Entry, int]) -> dict[Entry, int]:
    """Return what was counted after a snapshot."""
    return {entry: count - before.get(entry, 0) for entry, count in snapshot().items() if count > before.get(entry, 0)}


def tally(counts: Mapping[Entry, int], *, details: bool = False) -> Tally:
    """Return counts as `{rule: {model: {field: count}}}` in sorted order.

    Args:
        counts: what `snapshot` or `since` gives.
        details: also the rules with a detail, beside the rule that adds them up.
    """
    sums: dict[Entry, int] = {}
    for (rule, model, field), count in counts.items():
        plain = rule.partition(DETAIL)[0]
        for kept in {plain, rule} if details else {plain}:
            sums[kept, model, field] = sums.get((kept, model, field), 0) + count
    result: Tally = {}
    for (rule, model, field), count in sorted(sums.items()):
        result.setdefault(rule, {}).setdefault(model, {})[field] = count
    return result


def census() -> Tally:
    """Return the counts since the start of the process as `{rule: {model: {field: count}}}`, a copy in sorted order.

    Rules: `unknown field` (a key that the model does not know), `unknown enum value` (one that the fragments do not list),
    `kept as sent` (an issue: a value that fits no rule), `absent relation`, `map for list`, and one for each conversion, such as
    `text to integer`. Models and fields have their wire names; `daftra census` prints those of an export.
    """
    return tally(snapshot())


def reset() -> None:
    """Forget all counts."""
    with _LOCK:
        _COUNTS.clear()
        _VALUES.clear()
