"""The public names of the package as one stub: a line a name, so that a diff reads like a list of changes.

`make api` writes it to `tests/api/public.txt`. The file is Python, so that two states of it can be compared by griffe. Arguments
stand without their types, which would make lines of a kilobyte; fields and results stand with them.
"""

from __future__ import annotations

import ast
import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import griffe

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).parent.parent.parent
SNAPSHOT: Final = Path(__file__).with_name("public.txt")
PACKAGE: Final = "daftra_async"
MODULES: Final = (
    "export",
    "importing",
    "integrations.dask",
    "integrations.dlt",
    "integrations.redis",
    "money",
    "prove",
    "sandbox",
    "testing",
    "webhooks",
)
"""Modules of the package whose names are a promise too."""

_PROTOCOLS: Final = frozenset(
    f"__{name}__"
    for name in (
        *("init", "call", "aenter", "aexit", "enter", "exit", "await", "aiter", "anext", "iter", "next"),
        *("len", "getitem", "contains", "and", "or", "invert"),
    )
)
_MARKS: Final = {
    griffe.ParameterKind.var_positional: "*",
    griffe.ParameterKind.var_keyword: "**",
}


def stub() -> str:
    """Return the public names of the package as it is now."""
    package = griffe.load(PACKAGE, search_paths=[ROOT])
    index = package["models"]
    names = _public(package)
    names |= {name: index[f"{module}.{name}"] for name, module in _literal(index["MODULES"].value).items()}
    declared = [member for module in package["resources"].modules.values() for member in module.members.values()]
    resources = [member for member in declared if not member.is_alias and member.name.endswith("Resource")]
    shown = {target.path for target in names.values()}
    lines = [line for name in sorted(names) for line in _lines(name, names[name], shown)]
    # The attributes of the client are those of its base, one for each resource.
    lines += _lines("Resources", package["resources.Resources"], shown)
    lines += [line for resource in sorted(resources, key=lambda one: one.name) for line in _lines(resource.name, resource, shown)]
    for module in MODULES:
        targets = _public(package[module])
        lines += [f"class {module.replace('.', '_')}:"]
        lines += [f"    {line}" for name in sorted(targets) for line in _lines(name, targets[name], shown)]
    return "\n".join(lines) + "\n"


def _public(module: Any) -> dict[str, Any]:
    """Return what a module promises: by `__all__`, or by the map of those that load their names lazily."""
    if "_MODULES" in module.members:
        return {name: _final(module[f"{part}.{name}"]) for name, part in _literal(module["_MODULES"].value).items()}
    return {str(name): _final(module[str(name)]) for name in module.exports}


def _literal(node: Any) -> dict[str, str]:
    found: dict[str, str] = ast.literal_eval(str(node))
    return found


def _final(member: Any) -> Any:
    return member.final_target if member.is_alias else member


def _lines(name: str, member: Any, shown: set[str]) -> Iterator[str]:
    if member.is_function:
        yield from _function(name, member)
    elif member.is_class:
        bases = ", ".join(str(base) for base in member.bases)
        members = list(_members(member, shown))
        yield f"class {name}({bases}):" if bases else f"class {name}:"
        yield from (f"    {line}" for line in members or ["..."])
    else:
        yield _attribute(name, member)


def _members(owner: Any, shown: set[str]) -> Iterator[str]:
    """Yield the lines of a class; what it has from bases that are not shown themselves counts as its own."""
    found = {name: (member, dict[str, str]()) for name, member in owner.members.items()}
    filled = dict(map(_filled, owner.bases))
    for base in owner.mro():
        if base.path.startswith(PACKAGE) and base.path not in shown and base.name not in {"Resource", "Resources"}:
            variables = [variable for one in base.bases for variable in _filled(one)[1]]
            types = dict(zip(variables, filled.get(base.name, ()), strict=False))
            found = {**{name: (member, types) for name, member in base.members.items()}, **found}
    for name, (member, types) in sorted(found.items()):
        if name in _PROTOCOLS or not name.startswith("_"):
            for line in _lines(name, _final(member), shown):
                yield re.sub(r"\b[A-Z]\b", partial(_of_variable, types), line)


def _of_variable(types: dict[str, str], variable: re.Match[str]) -> str:
    return types.get(variable[0], variable[0])


def _filled(base: Any) -> tuple[str, list[str]]:
    """Return the name of a base class and the types that it is filled with, its type variables for `Generic[...]`."""
    name, _, inner = str(base).partition("[")
    return name, [part.strip(" '\"") for part in inner.removesuffix("]").split(",") if part]


def _function(name: str, function: Any) -> Iterator[str]:
    yield from (f"@{label}" for label in ("classmethod", "staticmethod") if label in function.labels)
    start = "async def" if "async" in function.labels else "def"
    result = f" -> {function.returns}" if function.returns is not None else ""
    yield f"{start} {name}({', '.join(_parameters(function.parameters))}){result}: ..."


def _parameters(parameters: Any) -> Iterator[str]:
    kinds = griffe.ParameterKind
    before = None
    for parameter in parameters:
        if before is kinds.positional_only and parameter.kind is not before:
            yield "/"
        if parameter.kind is kinds.keyword_only and before not in {kinds.keyword_only, kinds.var_positional}:
            yield "*"
        default = f"={parameter.default}" if parameter.default is not None and parameter.kind not in _MARKS else ""
        yield f"{_MARKS.get(parameter.kind, '')}{parameter.name}{default}"
        before = parameter.kind
    if before is kinds.positional_only:
        yield "/"


def _attribute(name: str, attribute: Any) -> str:
    annotation = "" if attribute.annotation is None else f": {attribute.annotation}"
    value = "" if attribute.value is None else str(attribute.value)
    if attribute.parent.is_class and any(str(base).endswith("Enum") for base in attribute.parent.bases):
        return f"{name} = {value}"
    optional = value and (not value.startswith("attrs.field(") or "default=" in value or "factory=" in value)
    if "property" in attribute.labels or not optional:
        return f"{name}{annotation or ': ...'}"
    return f"{name}{annotation} = ..."


if __name__ == "__main__":
    SNAPSHOT.write_text(stub(), "utf-8")
