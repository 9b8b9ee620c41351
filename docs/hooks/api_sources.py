"""The Python API as griffe reads it from the source: what the pages of the reference show."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import griffe
import reference_index

ROOT = Path(__file__).parent.parent.parent


def find(path: str) -> griffe.Object:
    """Return the object that a dotted path leads to, where it is defined."""
    found = _package()[path.removeprefix("daftra_async.")]
    return found.final_target if isinstance(found, griffe.Alias) else found


@cache
def _package() -> griffe.Object | griffe.Alias:
    return griffe.load(
        "daftra_async",
        search_paths=[str(ROOT)],
        docstring_parser="google",
        docstring_options={"warn_unknown_params": False, "warn_missing_types": False, "warnings": False},
    )


def place_of(name: str, used_in: griffe.Object) -> str | None:
    """Return the page and the anchor that describe a name, None where no page does.

    Args:
        name: As it stands in an annotation.
        used_in: What has the annotation, whose imports say what the name means.
    """
    try:
        meant = used_in.resolve(name)
    except griffe.NameResolutionError:
        return None
    return _places().get(_canonical(meant)) or reference_index.models().get(name)


_NAME = re.compile(r"(?<![\w.'])[A-Z]\w+\b(?!')")


def spelled_out(annotation: str, used_in: griffe.Object) -> str:
    """Return an annotation in which the value of an alias stands in place of a name that no page describes."""

    def spell(match: re.Match[str]) -> str:
        value = None if place_of(match[0], used_in) else _alias(match[0], used_in)
        return match[0] if value is None else f"({value})"

    return _NAME.sub(spell, annotation)


def _alias(name: str, used_in: griffe.Object) -> str | None:
    """Return what a type alias of this package stands for."""
    try:
        meant = find(_canonical(used_in.resolve(name)))
    except (griffe.NameResolutionError, KeyError):
        return None
    is_alias = isinstance(meant, griffe.Attribute) and isinstance(meant.value, griffe.ExprSubscript | griffe.ExprBinOp)
    return str(meant.value) if is_alias else None  # type: ignore[union-attr]  # an attribute, as was asked


@cache
def _places() -> dict[str, str]:
    """Return the page and the anchor of each object of the reference, by where it is defined."""
    found = {}
    for path, page in reference_index.objects().items():
        described = find(path)
        found[described.path] = f"{page}#{path}"
        if described.is_module:
            found |= {f"{path}.{name}": f"{page}#{path}.{name}" for name in described.members if not name.startswith("_")}
    return found


@cache
def _canonical(path: str) -> str:
    """Return where an object is defined that a path leads to by way of imports."""
    if not path.startswith("daftra_async."):
        return path
    try:
        return find(path).path
    except (KeyError, griffe.AliasResolutionError):
        return path
