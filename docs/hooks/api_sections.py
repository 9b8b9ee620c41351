"""The section of one object of the Python API: a short signature, what it does, and one table of its arguments or attributes."""

from __future__ import annotations

import ast
import html
import posixpath
import re
import textwrap
from typing import TYPE_CHECKING

import api_sources
import griffe
import type_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SHOWN = 5
"""So many named arguments are spelled out in a signature; of more, the first two."""
_LONGEST = 60
"""Letters of a default or of a value that is shown."""
_QUERY = re.compile(r"(?<!`)\bfilter(?:\[\w+\])+=\w+")
_INDENTED = re.compile(r"(?:^    .*\n|(?<=\n)\n(?=    ))+", re.MULTILINE)
_UNNAMED = {"self", "cls"}
_VARIADIC = {griffe.ParameterKind.var_positional: "*", griffe.ParameterKind.var_keyword: "**"}


def section(path: str, page: str, *, level: int = 2, inherited: bool = False) -> Iterator[str]:
    """Return the lines that show an object.

    Args:
        path: Its dotted path, which is the anchor.
        page: The page that shows it, below docs/.
        level: Of its heading.
        inherited: Whether to show what a class inherits too.
    """
    shown = api_sources.find(path)
    yield f"{'#' * level} {_title(shown)} {{ #{path} .api }}\n"
    if isinstance(shown, griffe.Class):
        yield from _class(shown, path, page, level=level, inherited=inherited)
    elif isinstance(shown, griffe.Function):
        yield from _function(shown, page)
    elif isinstance(shown, griffe.Attribute):
        yield f"```python\n{shown.name} = {_short(shown.value)}\n```\n"
        yield from _texts(shown)


def module(path: str, page: str, *, members: bool) -> Iterator[str]:
    """Return the lines that show a module, without a heading: what it says, then everything public that it defines."""
    shown = api_sources.find(path)
    yield from _texts(shown)
    for name, member in shown.members.items() if members else ():
        is_constant = isinstance(member, griffe.Attribute) and str(member.annotation) == "Final"
        if not (name.startswith("_") or member.is_alias or is_constant) and member.docstring:
            yield from section(f"{path}.{name}", page)


def _title(shown: griffe.Object) -> str:
    is_method = isinstance(shown, griffe.Function) and isinstance(shown.parent, griffe.Class)
    return f"{shown.parent.name}.{shown.name}" if is_method else shown.name  # type: ignore[union-attr]  # a method has a parent


def _class(shown: griffe.Class, path: str, page: str, *, level: int, inherited: bool) -> Iterator[str]:
    own = shown.all_members if inherited else shown.members
    members = {name: member for name, member in own.items() if not name.startswith("_")}
    methods = {name: member for name, member in members.items() if isinstance(_target(member), griffe.Function)}
    constructor = shown.members.get("__init__")
    if isinstance(constructor, griffe.Function):
        yield f"```python\n{_call(shown.name, constructor)}\n```\n"
    bases = list(_bases(shown, page))
    if bases:
        yield f"A kind of {', '.join(bases)}.\n"
    yield from _texts(shown)
    if isinstance(constructor, griffe.Function):
        if _parsed(shown.docstring, griffe.DocstringSectionKind.parameters):
            yield from _arguments(constructor, page, shown.docstring)
        yield from _raised(constructor, page)
    yield from _attributes([_target(member) for name, member in members.items() if name not in methods], page)
    for name, method in methods.items():
        if method.docstring:
            yield f"{'#' * (level + 1)} {name} {{ #{path}.{name} .api }}\n"
            yield from _function(_target(method), page)


def _bases(shown: griffe.Class, page: str) -> Iterator[str]:
    """Return links to the classes that one is derived from; in place of a class that is not described, to those of that one."""
    for base in shown.bases:
        place = _relative(_bare(str(base)), shown, page)
        if place:
            yield f"[`{_bare(str(base))}`]({place})"
    for private in shown.resolved_bases:
        if private.name.startswith("_") and isinstance(private, griffe.Class):
            yield from _bases(private, page)


def _target(member: griffe.Object | griffe.Alias) -> griffe.Object:
    return member.final_target if isinstance(member, griffe.Alias) else member


def _bare(annotation: str) -> str:
    return annotation.partition("[")[0]


def _function(shown: griffe.Object, page: str) -> Iterator[str]:
    assert isinstance(shown, griffe.Function)
    returned = f" -> {shown.returns}" if shown.returns is not None and str(shown.returns) != "None" else ""
    waits = "await " if "async" in shown.labels and "Iterator" not in returned else ""
    is_method = isinstance(shown.parent, griffe.Class)
    called = f"{shown.parent.name}.{shown.name}" if is_method and {"classmethod", "staticmethod"} & shown.labels else shown.name
    yield f"```python\n{waits}{_call(called, shown)}{returned}\n```\n"
    yield from _texts(shown)
    yield from _arguments(shown, page, shown.docstring)
    yield from _returned(shown, page)
    yield from _raised(shown, page)


def _call(name: str, function: griffe.Function) -> str:
    given = [one for one in function.parameters if one.name not in _UNNAMED]
    named = [one for one in given if one.kind is griffe.ParameterKind.keyword_only]
    shown = [_argument(one) for one in given if one.kind in _PLACED]
    shown += [f"*{one.name}" for one in given if one.kind is griffe.ParameterKind.var_positional]
    if named:
        starred = any(one.startswith("*") for one in shown)
        shown += [] if starred else ["*"]
        shown += map(_argument, named if len(named) <= _SHOWN else named[:2])
        shown += ["..."] if len(named) > _SHOWN else []
    shown += [f"**{one.name}" for one in given if one.kind is griffe.ParameterKind.var_keyword]
    return f"{name}({', '.join(shown)})"


_PLACED = {griffe.ParameterKind.positional_or_keyword, griffe.ParameterKind.positional_only}


def _argument(given: griffe.Parameter) -> str:
    return given.name if given.default is None else f"{given.name}={_short(given.default)}"


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= _LONGEST else "..."


def _texts(shown: griffe.Object) -> Iterator[str]:
    for part in _parsed(shown.docstring, griffe.DocstringSectionKind.text):
        yield _INDENTED.sub(_fenced, _QUERY.sub(r"`\g<0>`", f"{part}\n")) + "\n"


def _fenced(block: re.Match[str]) -> str:
    """Show an indented block as Python where it is Python."""
    code = textwrap.dedent(block[0]).strip("\n")
    try:
        compile(code, "docstring", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT | ast.PyCF_ONLY_AST)
    except SyntaxError:
        return f"\n```text\n{code}\n```\n"
    return f"\n```python\n{code}\n```\n"


def _parsed(docstring: griffe.Docstring | None, kind: griffe.DocstringSectionKind) -> Sequence[object]:
    parts = [part.value for part in docstring.parsed if part.kind is kind] if docstring is not None else []
    return [each for value in parts for each in value] if kind is not griffe.DocstringSectionKind.text else parts


def _arguments(function: griffe.Function, page: str, docstring: griffe.Docstring | None) -> Iterator[str]:
    described = {each.name.lstrip("*"): each.description for each in _parsed(docstring, griffe.DocstringSectionKind.parameters)}
    rows = []
    for one in function.parameters:
        if one.name not in _UNNAMED:
            required = one.default is None and one.kind not in _VARIADIC
            name = f"`{_VARIADIC.get(one.kind, '')}{one.name}`" + _mark("required", when=required)
            default = None if one.kind in _VARIADIC else one.default
            rows.append((name, _words(one.annotation, function, page), described.get(one.name, ""), _value(default)))
    yield from _table("argument", rows)


def _attributes(shown: list[griffe.Object], page: str) -> Iterator[str]:
    rows = [
        (f"`{one.name}`", _words(one.annotation, one, page), one.docstring.value if one.docstring else "", _default(one))
        for one in shown
        if isinstance(one, griffe.Attribute)
    ]
    yield from _table("attribute", rows)


def _table(first: str, rows: list[tuple[str, str, str, str]]) -> Iterator[str]:
    """Return a table without the columns of meanings and defaults where all of their cells are empty."""
    if not rows:
        return
    columns = [number for number in range(4) if number < 2 or any(row[number] for row in rows)]
    yield '<div class="fields defaults" markdown>\n'
    yield f"| {' | '.join((first, 'type', 'meaning', 'default')[number] for number in columns)} |"
    yield "|" + "---|" * len(columns)
    for row in rows:
        name, words, meaning, default = row
        cells = (name, words, " ".join(_QUERY.sub(r"`\g<0>`", meaning).split()).replace("|", "\\|"), default)
        yield f"| {' | '.join(cells[number] for number in columns)} |"
    yield "\n</div>\n"


def _default(shown: griffe.Attribute) -> str:
    """Return the value of an attribute as code; of `attrs.field(default=60.0, ...)` the 60.0."""
    value = shown.value
    if isinstance(value, griffe.ExprCall) and value.function.canonical_path == "attrs.field":
        named = [given for given in value.arguments if isinstance(given, griffe.ExprKeyword) and given.name == "default"]
        value = named[0].value if named else None
    return _value(value)


def _value(value: object) -> str:
    """Return a default as code; nothing for None, which every argument takes that may be left out."""
    text = _short(value)
    shown = html.escape(text, quote=False).replace("|", "&#124;").replace(".", ".<wbr>")
    return "" if text == "None" else f"<code>{shown}</code>"


def _mark(word: str, *, when: bool) -> str:
    return f' <small class="mark">{word}</small>' if when else ""


def _returned(function: griffe.Function, page: str) -> Iterator[str]:
    words = _words(function.returns, function, page)
    said = " ".join(each.description for each in _parsed(function.docstring, griffe.DocstringSectionKind.returns))
    if words and str(function.returns) != "Self":
        yield f"**Returns** {words}{': ' if said else '.'}{said[:1].lower() + said[1:] if said else ''}\n"


def _raised(function: griffe.Function, page: str) -> Iterator[str]:
    errors = _parsed(function.docstring, griffe.DocstringSectionKind.raises)
    if errors:
        yield "**Raises**\n"
        for each in errors:
            yield f"- {_linked(str(each.annotation), function, page)}: {' '.join(each.description.split())}"
        yield ""


def _words(annotation: object, shown: griffe.Object, page: str) -> str:
    if annotation is None:
        return ""
    return type_words.in_words(api_sources.spelled_out(str(annotation), shown), lambda name: _relative(name, shown, page))


def _relative(name: str, shown: griffe.Object, page: str) -> str | None:
    place = api_sources.place_of(name, shown)
    return place and posixpath.relpath(place, posixpath.dirname(page))


def _linked(annotation: str, shown: griffe.Object, page: str) -> str:
    name = _bare(annotation)
    place = _relative(name, shown, page)
    return f"[`{name}`]({place})" if place else f"`{name}`"
