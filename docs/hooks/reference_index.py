"""Where the reference describes a public name."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import daftra_async
from daftra_async import errors
from daftra_async.models import MODULES

MODELS = "reference/models"
_REFERENCE = Path(__file__).parent.parent / "reference"
_OBJECT = re.compile(r"^::: (?P<path>\S+)$", re.MULTILINE)


def page_of(model: str) -> str:
    """Return the page of a model, without its folder: a body stands on the page of its record."""
    record = model.removesuffix("Input")
    return f"{MODULES[record if record in MODULES else model]}.md"


@cache
def places() -> dict[str, str]:
    """Return the page and the anchor of each public name, by the name."""
    found = {path.rpartition(".")[2]: f"{page}#{path}" for path, page in objects().items()}
    found = {name: place for name, place in found.items() if name in daftra_async.__all__ or name.endswith("Options")}
    found |= {name: f"reference/errors.md#{errors.__name__}.{name}" for name in daftra_async.__all__ if name in vars(errors)}
    return found | models()


@cache
def objects() -> dict[str, str]:
    """Return the page of each object that a page of the reference names, by its dotted path."""
    return {
        match["path"]: f"reference/{page.name}"
        for page in sorted(_REFERENCE.glob("*.md"))
        for match in _OBJECT.finditer(page.read_text("utf-8"))
    }


@cache
def models() -> dict[str, str]:
    """Return the page and the anchor of each model."""
    return {name: f"{MODELS}/{page_of(name)}#daftra_async.{name}" for name in MODULES}
