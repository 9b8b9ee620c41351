"""A page for each model: its attributes as a table, and under it the body that writes it.

The attributes come from the classes, their descriptions from the source, where each stands under its attribute.
"""

from __future__ import annotations

import ast
import enum
import inspect
import itertools
import re
from functools import cache
from typing import TYPE_CHECKING, Any

import attrs
import reference_index
import resource_pages
import type_words

import daftra_async
from daftra_async.models import MODULES
from daftra_async.wire.record import Input

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = reference_index.MODELS
_OPERATION = re.compile(r"`(?P<resource>[a-z_]+)\.(?P<method>[a-z_]+)`")


def pages() -> dict[str, str]:
    """Return the pages, by path below docs/."""
    families: dict[str, list[str]] = {}
    for name in sorted(MODULES):
        families.setdefault(reference_index.page_of(name), []).append(name)
    found = {f"{FOLDER}/{page}": "\n".join(_page(names)) for page, names in families.items()}
    found[f"{FOLDER}/index.md"] = "\n".join(_index(families))
    return found


def _page(names: list[str]) -> Iterator[str]:
    yield f"---\ntitle: {names[0]}\nhide: [toc]\n---\n"
    for name in names:
        model = getattr(daftra_async, name)
        yield f"{'#' if name == names[0] else '##'} {name} {{ #daftra_async.{name} }}\n"
        if isinstance(model, type):
            yield from _class(model, names)
        else:
            yield f"A member of `{names[0]}`, or its plain value: what arguments of calls take."
        yield ""


def _class(cls: type, names: list[str]) -> Iterator[str]:
    yield _with_links(inspect.getdoc(cls) or "") + "\n"
    if issubclass(cls, enum.Enum):
        yield from _members(cls)
        return
    if cls.__name__ == names[0] and len(names) > 1:
        yield f"Written as [{names[1]}](#daftra_async.{names[1]}).\n"
    yield from _attributes(cls)


def _index(families: dict[str, list[str]]) -> Iterator[str]:
    yield "# Models\n"
    yield "Records are what the server sends, bodies (`...Input`) are what you write. Any attribute of a record may be `None`;"
    yield "how values come about is in [what values on the wire mean](../../wire-rules.md).\n"
    yield "| model | what |\n|---|---|"
    for page, names in families.items():
        listed = ", ".join(f"[`{name}`]({page}#daftra_async.{name})" for name in names)
        yield f"| {listed} | {_summary(getattr(daftra_async, names[0]))} |"


def _summary(cls: type) -> str:
    return " ".join((inspect.getdoc(cls) or "").partition("\n\n")[0].split()).replace("|", "\\|")


def _members(cls: type[enum.Enum]) -> Iterator[str]:
    texts = _texts(cls)
    yield "| value | member | meaning |\n|---|---|---|"
    for member in cls:
        yield f"| `{member.value!r}` | `{member.name}` | {texts.get(member.name, '')} |"
    yield "\nA value that is not listed becomes a member of its own, named after it."


def _attributes(cls: type) -> Iterator[str]:
    writes = issubclass(cls, Input)
    listed = [field for field in attrs.fields(cls) if field.name != "extra"]
    if writes:  # what has to be given comes first
        listed.sort(key=lambda field: field.default is not attrs.NOTHING)
    if not listed:
        yield "It has no described attributes; what the server sends is in `extra`."
        return
    texts = {name: text for base in reversed(cls.__mro__[:-1]) for name, text in _texts(base).items()}
    written = _written(cls)
    yield '<div class="fields" markdown>\n'
    yield "| attribute | type | what it holds |\n|---|---|---|"
    for field in listed:
        wire = field.metadata.get("wire", field.name)
        named = f" On the wire `{wire}`." if wire != field.name else ""
        marks = "".join(f' <small class="mark">{mark}</small>' for mark in _marks(field, written, writes=writes))
        words = type_words.in_words(str(field.type).replace("_aliased", ""), type_words.leading_from(FOLDER))
        yield f"| `{field.name}`{marks} | {words} | {texts.get(field.name, '')}{named} |"
    yield "\n</div>"
    if not writes:
        yield "\nAny attribute may be `None`: the server leaves it out of some answers, or holds nothing."


def _written(cls: type) -> set[str] | None:
    """Return the attributes of the body that writes a record, None where there is none."""
    body = f"{cls.__name__}Input"
    return {field.name for field in attrs.fields(getattr(daftra_async, body))} if body in MODULES else None


def _marks(field: attrs.Attribute[Any], written: set[str] | None, *, writes: bool) -> Iterator[str]:
    if not writes:
        if written is not None and field.name not in written:
            yield "read-only"
        return
    if field.default is attrs.NOTHING:
        yield "required"
    if "None" in str(field.type).split(" | "):
        yield "nullable"


@cache
def _texts(cls: type) -> dict[str, str]:
    """Return the strings that stand under the attributes of a class, by attribute."""
    try:
        tree = ast.parse(inspect.getsource(inspect.getmodule(cls)))  # type: ignore[arg-type]  # a class of a file has a module
    except (OSError, TypeError):
        return {}
    [body] = [node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == cls.__name__] or [[]]
    found: dict[str, str] = {}
    for field, text in itertools.pairwise(body):
        target = field.target if isinstance(field, ast.AnnAssign) else field.targets[0] if isinstance(field, ast.Assign) else None
        if isinstance(target, ast.Name) and isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant):
            found[target.id] = _with_links(" ".join(str(text.value.value).split())).replace("|", "\\|")
    return found


@cache
def _operations() -> dict[tuple[str, str], str]:
    return {
        (name, method.__name__): "../resources/" + resource_pages.place_of(method, f"{name}.md")
        for name, resource in resource_pages.resources().items()
        for method in resource_pages.methods(resource)
    }


def _with_links(text: str) -> str:
    """Return a text in which names of operations are links to them."""

    def lead(match: re.Match[str]) -> str:
        target = _operations().get((match["resource"], match["method"]))
        return f"[{match[0]}]({target})" if target else match[0]

    return _OPERATION.sub(lead, text)
