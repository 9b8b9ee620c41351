"""From words on the command line to operations and their arguments."""

from __future__ import annotations

import datetime as dt
import importlib
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any, Final, NoReturn

from daftra_async._numbers import number_of
from daftra_async._suggest import choices
from daftra_async._text import refuse
from daftra_async.catalogue import operations
from daftra_async.errors import ArgumentError

if TYPE_CHECKING:
    import enum
    from collections.abc import Iterable, Sequence

    from daftra_async.operation import AnyOperation, Param

FLAGS: Final = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}


def unknown(argument: str, name: str, what: str, known: Iterable[str]) -> NoReturn:
    """Refuse a name and say which one may be meant.

    Raises:
        ArgumentError: always.
    """
    msg = f"unknown {what} {name[:60]!r}{choices(name, known)}"
    raise ArgumentError(msg, argument)


def operation(resource: str, verb: str) -> AnyOperation:
    """Return an operation.

    Raises:
        ArgumentError: there is no such resource, or it cannot do this.
    """
    mine = {op.verb: op for op in operations() if op.resource == resource}
    if not mine:
        unknown("resource", resource, "resource", (op.resource for op in operations()))
    if verb not in mine:
        refuse("resource", f"{resource} has no operation {verb!r}", ", ".join(mine))
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
        found[name] = typed(params[name], value)
    needed = [name for name, param in params.items() if name not in found and param.required and param.default is None]
    if identity is not None:
        if not needed:
            refuse("id", f"{op.id} takes none", "no id")
        name = "id" if "id" in needed else needed[-1]
        found[name] = typed(params[name], identity)
        needed.remove(name)
    if needed:
        wanted = " ".join(f"--arg {name}=..." for name in needed if name != "id") or "its id"
        refuse(needed[0], f"{op.id} needs it", wanted)
    return found


def typed(param: Param, text: str) -> object:  # noqa: C901, PLR0911  # one line for each type
    """Read the value of a parameter from its text; a member of an enumeration may be given by its name.

    Raises:
        ArgumentError: the value does not fit the parameter.
    """
    if param.enum is not None:
        members: type[enum.Enum] = getattr(importlib.import_module("daftra_async.models"), param.enum)
        for member in members:
            if text.lower() in {member.name.lower(), str(member.value).lower()}:
                return member
        if not param.open:
            listed = ", ".join(f"{member.value} ({member.name.lower()})" for member in members)
            refuse(param.name, f"{text[:60]!r} was given", listed)
    try:
        match param.type:
            case "integer":
                return number_of(int, text)
            case "decimal":
                return number_of(Decimal, text)
            case "date":
                return dt.date.fromisoformat(text)
            case "boolean":
                return FLAGS[text.lower()]
            case _:
                return text
    except (ValueError, KeyError, InvalidOperation):
        if param.open:
            return text
    refuse(param.name, f"{text[:60]!r} was given", _KINDS[param.type])
    return None


_KINDS: Final[dict[str, Any]] = {
    "integer": "a whole number",
    "decimal": "a number such as 10.50",
    "date": "a date such as 2026-01-31",
    "boolean": "yes or no",
}
