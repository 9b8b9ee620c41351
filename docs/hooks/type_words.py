"""Types in words: `Sequence[int] | None` is a list of integers."""

from __future__ import annotations

import ast
import posixpath

import reference_index

_WORDS = {
    "int": "integer",
    "str": "text",
    "bool": "true or false",
    "float": "number",
    "Decimal": "`Decimal`",
    "date": "date",
    "datetime": "date and time",
    "object": "any value",
    "Any": "any value",
    "Record": "a record class",
    "OnProgress": "function",
    "OnError": "`'raise'` or `'collect'`",
    "BulkProgress": "progress",
    "EditSession": "`async with` block of a draft",
}
_PLURALS = {"integer": "integers", "text": "texts"}
_LISTS = {"Sequence", "Iterable", "list"}
_MAPPINGS = {"Mapping", "dict"}


def in_words(annotation: str, folder: str) -> str:
    """Return an annotation in words, with its classes as links.

    Args:
        annotation: As it stands in the source.
        folder: Folder of the page that shows it, below docs/.
    """
    return _one_of(_members(ast.parse(annotation, mode="eval").body, folder))


def _one_of(words: list[str]) -> str:
    known = list(dict.fromkeys(word for word in words if word))
    return " or ".join(filter(None, [", ".join(known[:-1]), known[-1]]))


def _members(node: ast.expr, folder: str) -> list[str]:
    if isinstance(node, ast.BinOp):
        return _members(node.left, folder) + _members(node.right, folder)
    if isinstance(node, ast.Constant):
        return [] if node.value is None else [f"`{node.value!r}`"]
    if isinstance(node, ast.Name):
        return _named(node.id, folder)
    if isinstance(node, ast.Subscript):
        return [_generic(node, folder)]
    return [f"`{ast.unparse(node)}`"]


def _named(name: str, folder: str) -> list[str]:
    if name == "UnsetType":
        return []
    if name.endswith("Value") and name.removesuffix("Value") in reference_index.places():
        return [f"{_link(name.removesuffix('Value'), folder)} or its value"]
    return [_WORDS.get(name) or _link(name, folder)]


def _generic(node: ast.Subscript, folder: str) -> str:
    outer = ast.unparse(node.value)
    inner = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
    if outer == "tuple":
        return "pairs of id and body"
    if outer in _LISTS:
        return "list of " + _one_of([_PLURALS.get(word, word) for word in _members(inner[0], folder)])
    if outer in _MAPPINGS:
        return "mapping"
    if outer == "Callable":
        return "function"
    words = _one_of(_members(inner[0], folder))
    if outer == "type":
        return words
    return _WORDS[outer] if outer in _WORDS else f"{_link(outer, folder)} of {words}"


def _link(name: str, folder: str) -> str:
    place = reference_index.places().get(name)
    if place is None:
        return f"`{name}`"
    return f"[{name}]({posixpath.relpath(place, folder)})"
