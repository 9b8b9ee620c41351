"""Values that C decoded, whose numbers with a fraction are bytes, and their JSON."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from daftra_async.wire import nesting
from daftra_async.wire.columns.arrow import pc
from daftra_async.wire.guards import is_list, is_map
from daftra_async.wire.jsontext import dumps, loads

MOST_LEVELS: Final = 16
"""Levels of a value that are surely within the bound of nesting, wherever it stands in a page."""
_SHORT: Final = 2 * MOST_LEVELS
"""Bytes of JSON that cannot have more levels."""


class OddPage(Exception):  # not an error: the record path takes over
    """A value that has to be read as part of its record."""


def check_levels(texts: Any) -> None:
    """Refuse JSON that may be nested too deeply.

    Args:
        texts: An array of it.

    Raises:
        OddPage: some of it may be.
    """
    sizes = pc.binary_length(texts)
    if (pc.max(sizes).as_py() or 0) > _SHORT:
        for text in texts.filter(pc.greater(sizes, _SHORT)).to_pylist():
            if text.count("[") + text.count("{") > MOST_LEVELS and nesting.is_deep(loads(text), MOST_LEVELS):
                raise OddPage


def json_of(value: Any) -> str:
    """Return the JSON of a value that C decoded."""
    return value.decode() if value.__class__ is bytes else dumps(_exact(value)).decode()


def _exact(value: Any) -> Any:
    """Return a value whose numbers with a fraction are written as they were sent."""
    if value.__class__ is bytes:
        return msgspec.Raw(value)
    if is_map(value):
        return {key: _exact(item) for key, item in value.items()}
    return [_exact(item) for item in value] if is_list(value) else value


def decoded(value: Any) -> Any:
    """Return a value as the rules take it.

    Raises:
        OddPage: it may be nested too deeply.
    """
    if value.__class__ is bytes:
        return loads(value)
    if value.__class__ is dict or value.__class__ is list:
        if nesting.is_deep(value, MOST_LEVELS):
            raise OddPage
        return loads(dumps(_exact(value)))
    return value
