"""Types in words: `Sequence[int] | None` is a list of integers."""

from __future__ import annotations

import ast
import posixpath
import re
from typing import TYPE_CHECKING

import reference_index

if TYPE_CHECKING:
    from collections.abc import Callable

    Leads = Callable[[str], str | None]
    """Returns where a name leads to from the page, None where nothing describes it."""

_WORDS = {
    "int": "integer",
    "str": "text",
    "bool": "true or false",
    "float": "number",
    "bytes": "bytes",
    "Decimal": "`Decimal`",
    "Path": "path",
    "PathLike": "path",
    "Self": "itself",
    "date": "date",
    "datetime": "date and time",
    "object": "any value",
    "Any": "any value",
    "T": "value",
    "T_co": "item",
    "R": "record",
    "A": "result",
    "B": "body",
    "Record": "a record class",
    "OnProgress": "function",
    "OnError": "`'raise'` or `'collect'`",
    "BulkProgress": "progress",
    "EditSession": "`async with` block of a draft",
}
_PLURALS = {"integer": "integers", "text": "texts", "path": "paths", "body": "bodies", "record": "records", "date": "dates"}
_PLURALS |= {"item": "items", "value": "values", "result": "results"}
_LISTS = {"Sequence", "Iterable", "list"}
_ITERATORS = {"Iterator", "Generator", "AsyncIterator", "AsyncIterable", "AsyncGenerator"}
_SETS = {"set", "frozenset", "Set", "Collection"}
_MAPPINGS = {"Mapping", "dict", "MutableMapping"}
_FIRST = re.compile(r"^(list|mapping|tuple|set|function)\b")
_WRAPPERS = {"Awaitable", "Coroutine", "Final", "ClassVar", "Required", "NotRequired", "Unpack", "type"}
"""What says nothing about the value itself."""


def leading_from(folder: str) -> Leads:
    """Return the function that leads from the pages of a folder below docs/ to the public names."""

    def lead(name: str) -> str | None:
        place = reference_index.places().get(name)
        return place and posixpath.relpath(place, folder)

    return lead


def in_words(annotation: str, lead: Leads) -> str:
    """Return an annotation in words, with its classes as links; nothing for `None`.

    Args:
        annotation: As it stands in the source.
        lead: Tells where its names lead to.
    """
    return _one_of(_members(ast.parse(annotation, mode="eval").body, lead))


def _one_of(words: list[str]) -> str:
    known = list(dict.fromkeys(word for word in words if word))
    return " or ".join(filter(None, [", ".join(known[:-1]), *known[-1:]]))


def _members(node: ast.expr, lead: Leads) -> list[str]:
    if isinstance(node, ast.BinOp):
        return _members(node.left, lead) + _members(node.right, lead)
    if isinstance(node, ast.Constant):
        return [] if node.value is None else [f"`{node.value!r}`"]
    if isinstance(node, ast.Name):
        return _named(node.id, lead)
    if isinstance(node, ast.Attribute):
        return _named(node.attr, lead)
    if isinstance(node, ast.Subscript):
        return _generic(node, lead)
    return [f"`{ast.unparse(node)}`"]


def _named(name: str, lead: Leads) -> list[str]:
    if name in {"UnsetType", "Final", "TypeAlias"}:
        return []
    if name.endswith("Value") and lead(name.removesuffix("Value")):
        return [f"{_link(name.removesuffix('Value'), lead)} or its value"]
    return [_WORDS.get(name) or _link(name, lead)]


def _generic(node: ast.Subscript, lead: Leads) -> list[str]:
    outer = ast.unparse(node.value).rpartition(".")[2]
    inner = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    if outer == "Literal":
        return [f"`{ast.unparse(value)}`" for value in inner]
    if outer in _WRAPPERS:
        return _members(inner[-1], lead)
    if outer == "Callable":
        return ["function"]
    return [_tuple(inner, lead) if outer == "tuple" else _container(outer, inner, lead)]


def _container(outer: str, inner: list[ast.expr], lead: Leads) -> str:
    words = _plural(_one_of(_members(inner[0], lead)))
    if outer in _MAPPINGS:
        held = _plural(_one_of(_members(inner[-1], lead)))
        return "mapping" if held == _WORDS["Any"] else f"mapping of {words} to {held}"
    if outer in _ITERATORS:
        return f"{'async ' if outer.startswith('Async') else ''}iterator of {words}"
    if outer in _LISTS or outer in _SETS:
        return f"{'set' if outer in _SETS else 'list'} of {words}"
    return _WORDS[outer] if outer in _WORDS else f"{_link(outer, lead)} of {words}"


def _tuple(inner: list[ast.expr], lead: Leads) -> str:
    words = [_one_of(_members(each, lead)) for each in inner if not (isinstance(each, ast.Constant) and each.value is ...)]
    return f"tuple of {_plural(words[0])}" if len(words) < len(inner) else f"tuple of {' and '.join(words)}"


def _plural(words: str) -> str:
    return _FIRST.sub(r"\1s", " or ".join(_PLURALS.get(word, word) for word in words.split(" or ")))


def _link(name: str, lead: Leads) -> str:
    place = lead(name)
    return f"[{name}]({place})" if place else f"`{name}`"
