"""A census as a report: what `census.json` holds, undocumented fields and values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypeGuard, cast

import attrs

from daftra_async.wire.census import DETAIL, KEPT, UNKNOWN_FIELD, UNKNOWN_VALUE, Entry, tally

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from daftra_async.wire.census import Tally

FILE_NAME: Final = "census.json"
"""Name of the report beside the files of an export."""


@attrs.frozen(kw_only=True)
class Unknown:
    """A field that its model does not know, or one with values that its enumeration does not list."""

    model: str
    field: str
    """Wire name; `...` stands for all fields past the bound."""
    count: int
    """Records that had it."""
    details: tuple[str, ...] = ()
    """JSON types (`text`, `integer`, `decimal`, `boolean`, `null`, `list`, `object`) of an unknown field, or unknown values as
    JSON (`21`, `"gold"`), as far as they are known; sorted."""


@attrs.frozen
class Report:
    """Counts of a time or of an export."""

    counts: Mapping[Entry, int]
    """By rule (with its detail), model and field."""

    @property
    def unknown_fields(self) -> tuple[Unknown, ...]:
        """Keys that the models do not know, by model and field."""
        return tuple(self._unknown(UNKNOWN_FIELD))

    @property
    def unknown_values(self) -> tuple[Unknown, ...]:
        """Fields with values that the enumerations do not list, by model and field."""
        return tuple(self._unknown(UNKNOWN_VALUE))

    @property
    def issues(self) -> int:
        """Values that fit no rule and were kept as sent."""
        return sum(count for (rule, _, _), count in self.counts.items() if rule == KEPT)

    def _unknown(self, rule: str) -> Iterator[Unknown]:
        details: dict[tuple[str, str], set[str]] = {}
        for name, model, field in self.counts:
            plain, _, detail = name.partition(DETAIL)
            if plain == rule:
                details.setdefault((model, field), set()).update([detail] if detail else [])
        counts = tally(self.counts)
        for model, field in sorted(details):
            count = counts[rule][model][field]
            yield Unknown(model=model, field=field, count=count, details=tuple(sorted(details[model, field])))

    def to_dict(self) -> Tally:
        """Return the report as `census.json` holds it: `{rule: {model: {field: count}}}`, details beside their sums."""
        return tally(self.counts, details=True)

    @classmethod
    def from_dict(cls, data: object) -> Report:
        """Read what `to_dict` or `census()` gave.

        Raises:
            ValueError: it is not a census.
        """
        if not _is_object(data):
            msg = "a census is an object of rules"
            raise ValueError(msg)
        counts: dict[Entry, int] = {}
        for rule, models in data.items():
            for model, fields in _object(rule, models).items():
                for field, count in _object(f"{rule} of {model}", fields).items():
                    if not isinstance(count, int) or isinstance(count, bool) or count < 0:
                        msg = f"{rule} of {model}.{field} is no count"
                        raise ValueError(msg)
                    counts[rule, model, field] = count
        # A sum holds what its details hold; only what is more than those is a count of its own.
        for (rule, model, field), count in tuple(counts.items()):
            plain, _, detail = rule.partition(DETAIL)
            if detail and (plain, model, field) in counts:
                counts[plain, model, field] = max(0, counts[plain, model, field] - count)
        return cls({entry: count for entry, count in counts.items() if count})

    @classmethod
    def read(cls, path: Path) -> Report:
        """Read a `census.json`, or the one in a folder.

        Raises:
            OSError: there is none.
            ValueError: it is not a census.
        """
        file = path / FILE_NAME if path.is_dir() else path
        try:
            return cls.from_dict(cast("object", json.loads(file.read_bytes())))
        except (ValueError, RecursionError) as error:
            msg = f"{file} is not a census ({error}); expected the {FILE_NAME} of an export, or its folder"
            raise ValueError(msg) from None


def _is_object(data: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(data, dict)


def _object(what: str, data: object) -> dict[str, Any]:
    if not _is_object(data):
        msg = f"{what} is not an object"
        raise ValueError(msg)
    return data


def census_of(data: Mapping[str, Any]) -> Mapping[Entry, int]:
    """Return the counts of what `Report.to_dict` gave; damaged data counts as nothing."""
    try:
        return Report.from_dict(data).counts
    except ValueError:
        return {}
