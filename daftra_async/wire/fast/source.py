"""The code that moves a shadow into a record, written out for each node.

For a model with two fields, one of them read by its handler, it reads like this:

    def build(s, walk):
        o = new(cls)
        issues = walk.issues
        before = len(issues)
        (o.client_id, f1) = astuple(s)
        if f1 is not ABSENT:
            if type(f1) is str:
                y = m1[f1]
                o.due_after = h1(f1, walk, 'due_after') if y is ODD else y
            elif f1 is None:
                o.due_after = None
            else:
                o.due_after = h1(f1, walk, 'due_after')
        o._extra = None
        o._issues = own(issues, before) if len(issues) > before else None
        return o

`m1` remembers what the rule of the slow tier made of a text, as "" and "0.00" come by the thousand. The code raises
`NeedsSlowTier` for what C let through and the slow tier reads in another way.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from daftra_async.wire.context import add_inner, own_issues
from daftra_async.wire.fast.c_types import FLAGS
from daftra_async.wire.fast.lines import ODD, Built, FieldWriter
from daftra_async.wire.fast.memory import Share
from daftra_async.wire.fast.node import Reading
from daftra_async.wire.fast.numbers import NOT_FINITE, read_number
from daftra_async.wire.fast.unknown import UnknownKeys
from daftra_async.wire.nesting import CONTAINERS, look_quickly

if TYPE_CHECKING:
    from collections.abc import Iterable

    from daftra_async.wire.fast.node import FieldShape, Node


class NeedsSlowTier(Exception):  # not an error: the slow tier takes over
    """A value that the slow tier has to look at."""


ABSENT: Final = msgspec.UNSET


def _is_empty(shadow: msgspec.Struct) -> bool:
    """Return whether nothing but null was sent."""
    return all(value is None or value is ABSENT for value in msgspec.structs.astuple(shadow))


_NAMES: Final[dict[str, Any]] = {
    "ABSENT": ABSENT,
    "Decimal": Decimal,
    "NeedsSlowTier": NeedsSlowTier,
    "ODD": ODD,
    "add_inner": add_inner,
    "astuple": msgspec.structs.astuple,
    "flags": FLAGS,
    "is_empty": _is_empty,
    "look": look_quickly,
    "nests": CONTAINERS,
    "new": object.__new__,
    "number": read_number,
    "own": own_issues,
}
"""What the code of every node refers to."""


class _Part(NamedTuple):
    """One key of a shadow and what becomes of its value."""

    local: str
    """Name in the shadow, and of the local variable."""
    wire: str
    always: bool
    """Every record has the key."""
    c_type: Any
    lines: list[str]
    """Code that looks at the value and stores it; none for a key that the model does not know."""
    slot: str | None = None
    """Attribute that takes the value as it is, with no look at it."""
    text: str | None = None
    """An expression for its text, where that becomes a number."""
    has_issues: bool = False


def compile_node(node: Node, share: Share | None = None) -> Built:
    """Make the shadow and the code of a node and of the nodes in it, which remember texts in a share of the memory."""
    share = share or Share()
    model = node.cls.__name__
    names: dict[str, Any] = {**_NAMES, "cls": node.cls}
    writer = FieldWriter(names, model, share)
    known: list[_Part] = []
    for at, field in enumerate(node.fields):
        inner = None if field.inner is None else compile_node(field.inner, share)
        known.append(_known(writer, field, at, inner))
    unknown = [_Part(f"x{at}", wire, always, Any, []) for at, (wire, always) in enumerate(node.extras.items())]
    names["keys"] = UnknownKeys(model, node.extras)
    # In a struct what has a default comes last.
    parts = sorted([*known, *unknown], key=lambda part: not part.always)
    may_be_empty = _test_empty(parts[0]) if parts else "True"
    text = _build_function(known, unknown, parts)
    exec(compile(text, f"<shadow of {model}>", "exec"), names)  # noqa: S102  # our own text; wire names are in it as literals only
    return Built(_shadow(model, parts), names["build"], may_be_empty, _have_issues(known))


def _known(writer: FieldWriter, field: FieldShape, at: int, inner: Built | None) -> _Part:
    """Return the part of a field that the model knows."""
    local = f"f{at}"
    code = writer.write(field, at, inner)
    lines = [line.format(x=local) for line in code.lines]
    as_it_is = field.always and lines == [f"o.{field.name} = {local}"]
    text = None
    if field.type is Decimal and field.reading is not Reading.BY_HANDLER:
        text = f"{local} or ''" if field.has_none or not field.always else local
    slot = field.name if as_it_is else None
    return _Part(local, field.wire, field.always, code.c_type, lines, slot, text, code.has_issues)


def _shadow(model: str, parts: Iterable[_Part]) -> type[msgspec.Struct]:
    fields = [(part.local, part.c_type, _struct_field(part)) for part in parts]
    return msgspec.defstruct(f"Shadow{model}", fields, kw_only=True, gc=False, forbid_unknown_fields=True)


def _struct_field(part: _Part) -> Any:
    return msgspec.field(name=part.wire) if part.always else msgspec.field(default=ABSENT, name=part.wire)


def _test_empty(part: _Part) -> str:
    """Return an expression for a shadow `{x}` that is true where nothing but null was sent for a key."""
    return f"({{x}}.{part.local} is None" + (")" if part.always else f" or {{x}}.{part.local} is ABSENT)")


def _have_issues(parts: Iterable[_Part]) -> bool:
    return any(part.has_issues for part in parts)


def _build_function(known: list[_Part], unknown: list[_Part], parts: list[_Part]) -> str:
    """Return the text of the function that makes a record of a shadow."""
    has_issues = _have_issues(known)
    lines = ["o = new(cls)"]
    if has_issues:
        lines += ["issues = walk.issues", "before = len(issues)"]
    if parts:
        # One call for all values; most go straight into their slots.
        targets = "".join(f"{f'o.{part.slot}' if part.slot else part.local}, " for part in parts)
        lines.append(f"({targets}) = astuple(s)")
    lines += _check_numbers(known)
    for part in known:
        if part.slot is None:
            lines += part.lines if part.always else _where_sent(part, part.lines)
    lines += _extra(unknown)
    lines.append(f"o._issues = {'own(issues, before) if len(issues) > before else None' if has_issues else 'None'}")
    lines.append("return o")
    return "def build(s, walk):\n" + "".join(f"    {line}\n" for line in lines)


def _where_sent(part: _Part, lines: Iterable[str]) -> list[str]:
    return [f"if {part.local} is not ABSENT:", *(f"    {line}" for line in lines)]


def _check_numbers(known: Iterable[_Part]) -> list[str]:
    """Return one look at all texts of numbers together."""
    texts = "".join(f"{{{part.text}}}" for part in known if part.text is not None)
    odd = " or ".join(f"{letter!r} in t" for letter in NOT_FINITE)
    return [f't = f"{texts}"', f"if {odd}: raise NeedsSlowTier"] if texts else []


def _extra(unknown: list[_Part]) -> list[str]:
    """Return the lines that keep the keys that the model does not know; they are counted with the page."""
    if not unknown:
        return ["o._extra = None"]
    literal = ", ".join(f"{part.wire!r}: {part.local}" for part in unknown if part.always)
    lines = [f"extra = {{{literal}}}", "walk.unknown[keys].append(extra)"]
    for part in unknown:
        if not part.always:
            lines += _where_sent(part, [f"extra[{part.wire!r}] = {part.local}"])
    return [*lines, "o._extra = extra" if literal else "o._extra = extra or None"]
