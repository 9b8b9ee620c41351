"""Mutants of a module: mutmut says what to change; this makes the new source and puts its code into the running functions."""

from __future__ import annotations

import ast
import gc
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

import attrs
import libcst as cst
from mutmut.mutation.file_mutation import create_mutations, deep_replace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class NotApplicableError(Exception):
    """The mutant cannot be put into the running function."""


@attrs.frozen
class Mutant:
    """One change of one function."""

    module: str
    function: str
    """Qualified name."""
    was: str
    """Lines that are replaced, without indentation."""
    now: str
    lines: range = range(0)
    """Lines of the statement that is changed."""
    source: str = attrs.field(default="", repr=False)
    """The whole module with the change."""


def mutants(path: Path, module: str) -> list[Mutant]:
    """Return the mutants of a module, those that change nothing and those that equal another one left out."""
    source = path.read_text(encoding="utf-8")
    tree, mutations, _, _ = create_mutations(str(path), source)
    statements = _statements(ast.parse(source))
    found: dict[str, Mutant] = {}
    for function, name, replace in _functions(tree):
        for mutation in mutations:
            if mutation.contained_by_top_level_function is not function:
                continue
            changed = deep_replace(function, mutation.original_node, mutation.mutated_node)
            text = replace(changed)
            if text == source or text in found:
                continue
            found[text] = _mutant(module, name, source, text, statements)
    return list(found.values())


def _functions(tree: cst.Module) -> Iterator[tuple[cst.CSTNode, str, Any]]:
    """Yield the functions and methods of a module, their names, and what makes the source with another one in their place."""
    for place, statement in enumerate(tree.body):
        if isinstance(statement, cst.FunctionDef):
            yield statement, statement.name.value, lambda new, place=place: _with(tree, place, new)
        elif isinstance(statement, cst.ClassDef) and isinstance(statement.body, cst.IndentedBlock):
            for inner, method in enumerate(statement.body.body):
                if isinstance(method, cst.FunctionDef):

                    def replace(new: Any, place: int = place, inner: int = inner, owner: cst.ClassDef = statement) -> str:
                        members = [*owner.body.body[:inner], new, *owner.body.body[inner + 1 :]]
                        return _with(tree, place, owner.with_changes(body=owner.body.with_changes(body=members)))

                    yield method, f"{statement.name.value}.{method.name.value}", replace


def _with(tree: cst.Module, place: int, statement: Any) -> str:
    return tree.with_changes(body=[*tree.body[:place], statement, *tree.body[place + 1 :]]).code


def _mutant(module: str, function: str, old: str, new: str, statements: list[range]) -> Mutant:
    before, after = old.splitlines(), new.splitlines()
    least = min(len(before), len(after))
    head = next((place for place in range(least) if before[place] != after[place]), least)
    tail = next((place for place in range(least - head) if before[-1 - place] != after[-1 - place]), least - head)
    was, now = before[head : len(before) - tail], after[head : len(after) - tail]
    first, last = head + 1, max(head + 1, len(before) - tail)
    around = min((lines for lines in statements if first in lines and last in lines), key=len)
    return Mutant(module, function, *(" ".join(line.strip() for line in lines) for lines in (was, now)), around, new)


def _statements(tree: ast.Module) -> list[range]:
    """Return the lines of each statement; of one with a body, also those of its head alone."""
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt | ast.match_case | ast.ExceptHandler):
            first = node.pattern.lineno if isinstance(node, ast.match_case) else node.lineno
            body: Any = getattr(node, "body", None)
            last = body[-1].end_lineno if isinstance(node, ast.match_case) else node.end_lineno
            found.append(range(first, last + 1))
            # The head of a function runs when it is defined; its defaults matter wherever the body does.
            if body and not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                found.append(range(first, max(first + 1, body[0].lineno)))
    return found


def running(path: Path) -> dict[str, list[FunctionType]]:
    """Return the functions of a module that are in memory, by qualified name; classes that attrs rebuilt hold the same ones."""
    found: dict[str, list[FunctionType]] = {}
    for function in gc.get_objects():
        if type(function) is FunctionType and function.__code__.co_filename == str(path):
            found.setdefault(function.__code__.co_qualname, []).append(function)
    return found


def apply(mutant: Mutant, functions: list[FunctionType]) -> None:
    """Replace the code of a function by the mutant's.

    Raises:
        NotApplicableError: the function is not in memory, or the mutant is not Python, or has other variables of outer functions.
    """
    if not functions:
        raise NotApplicableError
    try:
        code = _code_of(compile(mutant.source, functions[0].__code__.co_filename, "exec"), mutant.function)
    except SyntaxError as error:
        raise NotApplicableError from error
    if code is None:
        raise NotApplicableError
    arguments = _arguments(ast.parse(mutant.source), mutant.function)
    for function in functions:
        try:
            function.__code__ = code
        except ValueError as error:
            raise NotApplicableError from error
        _set_defaults(function, arguments)


def _code_of(code: CodeType, name: str) -> CodeType | None:
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            found = constant if constant.co_qualname == name else _code_of(constant, name)
            if found is not None:
                return found
    return None


def _arguments(tree: ast.Module, name: str) -> ast.arguments:
    body: list[Any] = tree.body
    *outer, last = name.split(".")
    for owner in outer:
        body = next(each.body for each in body if isinstance(each, ast.ClassDef) and each.name == owner)
    *_, found = (each for each in body if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef) and each.name == last)
    return found.args


def _set_defaults(function: FunctionType, arguments: ast.arguments) -> None:
    """Set the defaults that are literals; mutmut changes no others."""
    if function.__defaults__ is not None:
        pairs = zip(arguments.defaults, function.__defaults__, strict=True)
        function.__defaults__ = tuple(new.value if isinstance(new, ast.Constant) else old for new, old in pairs)
    for argument, new in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        if isinstance(new, ast.Constant) and function.__kwdefaults__ is not None:
            function.__kwdefaults__[argument.arg] = new.value
