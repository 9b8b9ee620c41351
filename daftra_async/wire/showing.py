"""What a record and an input show of themselves in reprs, logs and notebooks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from daftra_async.operation import UNSET
from daftra_async.redaction.shown import MASK, clean, masked

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

_LONGEST: Final = 60
_LONGEST_READ: Final = 1000
_MOST_ITEMS: Final = 10


def _shorten(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


class Shown:
    """A value in a repr, already written."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return self._text


def shown_value(value: object) -> str:
    """Return a value of a record as its repr shows it; it may be one that does not fit its field."""
    if isinstance(value, str):
        return _shorten(repr(clean(value, limit=_LONGEST_READ)))
    if isinstance(value, list | tuple):
        items = cast("Sequence[object]", value)
        parts = [shown_value(item) for item in items[:_MOST_ITEMS]] + ["..."] * (len(items) > _MOST_ITEMS)
        return _shorten(f"[{', '.join(parts)}]")
    if isinstance(value, Mapping):
        # Names only: nobody knows what undocumented values hold.
        return _shorten(repr(masked(cast("object", value))))
    return _shorten(repr(value))


def shown_fields(instance: object, extra: Mapping[str, Any] | None, without: Collection[str]) -> Iterator[tuple[str, object]]:
    """Yield what is set; of fields that the fragments mark for redaction only that they are.

    Args:
        instance: A record or an input.
        extra: Its keys that no model describes.
        without: Attributes that stand for no wire key.
    """
    for field in attrs.fields(cast("type[attrs.AttrsInstance]", type(instance))):
        value = getattr(instance, field.name, None)
        if value is not None and value is not UNSET and field.name not in without:
            yield field.name, Shown(MASK if field.metadata.get("redact") else shown_value(value))
    if extra:
        # Names only: nobody knows what undocumented values hold.
        yield "extra", Shown(shown_value(sorted(map(str, extra))))


def describe(instance: object, fields: Iterable[tuple[str, object]]) -> str:
    """Return the repr of an instance that shows these fields."""
    return f"{type(instance).__name__}({', '.join(f'{name}={value!r}' for name, value in fields)})"
