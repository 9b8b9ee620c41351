"""What in a new state of the public names breaks programs written for an old one.

griffe finds what is gone and which arguments programs can no longer pass. It does not look at types, at what is awaited, at
values of enumerations and at fields that a body needs; the rest of this module does.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import griffe

if TYPE_CHECKING:
    from collections.abc import Iterator

_ANY = {"Any"}


def breaks(old: str, new: str) -> list[str]:
    """Return what breaks between two stubs, sorted by name; additions do not."""
    before, after = _parsed(old), _parsed(new)
    found = [f"{breakage.obj.path}: {_explained(breakage)}" for breakage in griffe.find_breaking_changes(before, after)]
    found += [f"{name}: {what}" for name, what in _more(before, after)]
    return sorted(line.removeprefix("public.") for line in found)


def _parsed(text: str) -> Any:
    return griffe.visit("public", filepath=Path("public.py"), code=text)


def _explained(breakage: griffe.Breakage) -> str:
    parameter = breakage.old_value if breakage.old_value is not None else breakage.new_value
    name = f" ({parameter.name})" if isinstance(parameter, griffe.Parameter) else ""
    return f"{breakage.kind.value}{name}"


def _more(old: Any, new: Any) -> Iterator[tuple[str, str]]:
    written = new.is_class and new.name.endswith("Input")
    for name, member in new.members.items():
        if written and name not in old.members and member.is_attribute and member.value is None:
            yield member.path, "new, and needed"
    for name, member in old.members.items():
        now = new.members.get(name)
        if now is None or now.kind is not member.kind:
            continue  # griffe says so
        if member.is_class:
            yield from _more(member, now)
        elif member.is_function:
            yield from _function(member, now)
        else:
            yield from _attribute(member, now, written=written)


def _function(old: Any, new: Any) -> Iterator[tuple[str, str]]:
    if ("async" in old.labels) != ("async" in new.labels):
        yield new.path, "has to be awaited now" if "async" in new.labels else "is not awaited any more"
    yield from _wider(new.path, old.returns, new.returns)


def _attribute(old: Any, new: Any, *, written: bool) -> Iterator[tuple[str, str]]:
    if not written:
        yield from _wider(new.path, old.annotation, new.annotation)
    elif gone := _options(old.annotation) - _options(new.annotation):
        yield new.path, f"does not take {', '.join(sorted(gone))} any more"
    if written and old.value is not None and new.value is None:
        yield new.path, "needed now"
    values = [str(value) for value in (old.value, new.value) if value is not None]
    if len(values) == 2 and values[0] != values[1] and old.annotation is None:
        yield new.path, f"is {values[1]}, was {values[0]}"


def _wider(path: str, old: Any, new: Any) -> Iterator[tuple[str, str]]:
    """Compare a type that programs read: they cope with less, not with more."""
    more = _options(new) - _options(old)
    if more and _options(old) != _ANY:
        yield path, f"may be {', '.join(sorted(more))} now"


def _options(annotation: Any) -> set[str]:
    """Return the members of a union; those inside brackets stay together."""
    parts, depth = [""], 0
    for character in "" if annotation is None else str(annotation):
        depth += (character in "[(") - (character in "])")
        if character == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += character
    return {part.strip() for part in parts}
