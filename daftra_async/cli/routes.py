"""Turns words of the command line into operations, arguments and fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from daftra_async._suggest import choices
from daftra_async._text import refuse
from daftra_async.catalogue import operations, operations_of
from daftra_async.errors import ArgumentError
from daftra_async.http.from_text import read_parameter
from daftra_async.wire import hints

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from daftra_async.operation import AnyOperation


def unknown(argument: str, name: str, what: str, known: Iterable[str]) -> NoReturn:
    """Refuse an unknown name and suggest known ones: `unknown field 'emial' of clients; did you mean email?`.

    Raises:
        ArgumentError: always.
    """
    noun, of, owner = what.partition(" of ")
    msg = f"unknown {noun} {name[:60]!r}{of}{owner}{choices(name, known)}"
    raise ArgumentError(msg, argument)


def operation(resource: str, verb: str) -> AnyOperation:
    """Return an operation.

    Raises:
        ArgumentError: there is no such resource, or it cannot do this.
    """
    mine = {op.verb: op for op in operations_of(resource) if op.resource == resource}
    if not mine:
        unknown("resource", resource, "resource", (op.resource for op in operations()))
    if verb not in mine:
        msg = f"{resource} has no operation {verb!r}; it has {', '.join(mine)}"
        raise ArgumentError(msg, "resource")
    return mine[verb]


def pair(text: str, argument: str) -> tuple[str, str]:
    """Split `name=value`.

    Raises:
        ArgumentError: it is something else.
    """
    name, equals, value = text.partition("=")
    if not equals or not name:
        refuse(argument, f"{text[:60]!r} was given", "name=value")
    return name, value


def path_arguments(op: AnyOperation, given: Sequence[str], identity: str | None = None) -> dict[str, object]:
    """Return the arguments of the path: those that were named, and the id for the last one that is needed.

    Raises:
        ArgumentError: one is unknown, missing or malformed, or the id belongs nowhere.
    """
    params = {param.name: param for param in op.positional if param.fixed is None and param.wire != "format"}
    found: dict[str, object] = {}
    for text in given:
        name, value = pair(text, "--arg")
        if name not in params:
            unknown("--arg", name, f"argument of {op.id}", params)
        found[name] = read_parameter(params[name], value)
    needed = [name for name, param in params.items() if name not in found and param.required and param.default is None]
    if identity is not None:
        if not needed:
            refuse("id", f"{op.id} takes no id", "only the resource")
        name = "id" if "id" in needed else needed[-1]
        found[name] = read_parameter(params[name], identity)
        needed.remove(name)
    if needed:
        named = [f"--arg {name}=..." for name in needed if name != "id"]
        msg = f"{op.id} needs {' '.join(named) or f'an id: daftra {op.verb} {op.resource} ID'}"
        raise ArgumentError(msg, needed[0])
    return found


def wire_names(model: type[Any]) -> dict[str, str]:
    """Return the fields of a model: the name on the wire by that of the attribute."""
    return {field.name: hints.wire_name(field) for field in hints.fields_of(model)}


def pdf_field(op: AnyOperation) -> str | None:
    """Return the attribute of a record that holds the link to its PDF; None where it has none."""
    model = hints.record_class(op)
    return None if model is None else next((name for name in wire_names(model) if name.endswith("pdf_url")), None)


def attribute_of(model: type[Any], name: str) -> str | None:
    """Return the attribute of a field, found by its name in Python or on the wire; None for an unknown field."""
    names = wire_names(model)
    return name if name in names else next((attribute for attribute, wire in names.items() if wire == name), None)
