"""The code that moves a shadow into a record, written out for each node.

For a model with two fields, one of them at level 2, it reads like this:

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

import datetime as dt
import enum
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from daftra_async.wire import census
from daftra_async.wire.context import CensusKey as Place
from daftra_async.wire.context import add_inner, own_issues
from daftra_async.wire.fast.memory import Memo, Share
from daftra_async.wire.fast.node import FLAGS
from daftra_async.wire.fast.numbers import MOST_PRECISE, NOT_FINITE, read_number
from daftra_async.wire.nesting import CONTAINERS, look_quickly
from daftra_async.wire.reading import rule_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async.wire.fast.node import FieldShape, Node


class NeedsSlowTier(Exception):  # not an error: the slow tier takes over
    """A value that the slow tier has to look at."""


ABSENT: Final = msgspec.UNSET
ODD: Final = object()
"""What a memo gives for a text that its rule does not read."""
_PLAIN: Final[dict[Any, str]] = {
    int: "(int({{x}}) if {{x}}.isdecimal() and {{x}}.isascii() and len({{x}}) < 19 else {memo})",
    Decimal: (
        f"(number({{{{x}}}}) if {{{{x}}}}.replace('.', '', 1).isdecimal() and len({{{{x}}}}) <= {MOST_PRECISE} else {{memo}})"
    ),
}
"""How the usual text of a number is read, as the slow tier reads it too."""
_LOOK: Final = "if {x} is not None and type({x}) in nests: look({x})"
"""C decodes the content of a value of any type without a bound on its nesting."""
_EXACT: Final = 2**63


class Built(NamedTuple):
    """A compiled node."""

    shadow: type[msgspec.Struct]
    build: Callable[[Any, Any], Any]
    """Makes a record of a shadow."""
    is_empty: Callable[[Any], bool]
    """Whether nothing but null was sent."""
    may_be_empty: str
    """An expression for a shadow `{x}` that is false for most records that hold something; it saves a call."""
    rules: bool
    """Values of it can become issues."""


def compile_node(node: Node, share: Share | None = None) -> Built:
    """Make the shadow and the code of a node and of the nodes in it, which remember texts in a share of the memory."""
    names: dict[str, Any] = {"cls": node.cls, "new": object.__new__, "astuple": msgspec.structs.astuple, "Decimal": Decimal}
    names |= {"look": look_quickly, "nests": CONTAINERS}
    names |= {"flags": FLAGS, "number": read_number, "share": share or Share()}
    names |= {"ABSENT": ABSENT, "NeedsSlowTier": NeedsSlowTier, "ODD": ODD, "add_inner": add_inner, "own": own_issues}
    parts = [_Part.of_spot(spot, at, node.cls.__name__, names) for at, spot in enumerate(node.spots)]
    unknown = [_Part.of_extra(wire, at, required=needed) for at, (wire, needed) in enumerate(node.extras.items())]
    # In a struct what has a default comes last.
    parts_in_order = sorted([*parts, *unknown], key=lambda part: not part.required)
    shadow = msgspec.defstruct(
        f"Shadow{node.cls.__name__}",
        [part.field for part in parts_in_order],
        kw_only=True,
        gc=False,
        forbid_unknown_fields=True,
    )
    rules = any(part.rules for part in parts)
    for part in unknown:
        names[f"c_{part.local}"] = _Entries(node.cls.__name__, part.wire)
    text = _function(parts, unknown, parts_in_order, rules=rules)
    tests = [
        f"{{x}}.{part.local} is None" + ("" if part.required else f" or {{x}}.{part.local} is ABSENT") for part in parts_in_order
    ]
    tests = [f"({test})" for test in tests] or ["True"]
    text += f"def is_empty(s):\n    return {' and '.join(tests).format(x='s')}\n"
    exec(compile(text, f"<shadow of {node.cls.__name__}>", "exec"), names)  # noqa: S102  # our own text; wire names are in it as literals only
    return Built(shadow, names["build"], names["is_empty"], tests[0], rules)


class _Entries(dict[type, census.Entry]):
    """What the census counts for an unknown key, by the type of its value."""

    __slots__ = ("_place",)

    def __init__(self, model: str, wire: str) -> None:
        super().__init__()
        self._place = (model, wire)

    def __missing__(self, cls: type) -> census.Entry:
        entry = self[cls] = (census.unknown_field(cls()), *self._place)
        return entry


class _Part(NamedTuple):
    """One field of a shadow and what becomes of it."""

    local: str
    """Name in the shadow, and of the local variable."""
    wire: str
    required: bool
    field: tuple[str, Any, Any]
    slot: str | None
    """Attribute that takes the value as it is, with no look at it."""
    lines: list[str]
    """Code that looks at the value and stores it."""
    rules: bool
    text: str | None = None
    """An expression for its text, where that becomes a number."""

    @classmethod
    def of_spot(cls, spot: FieldShape, at: int, owner: str, names: dict[str, Any]) -> _Part:
        local = f"f{at}"
        c_type, lines, rules = _spot(spot, at, owner, names)
        lines = [line.format(x=local) for line in lines]
        plain = spot.required and lines == [f"o.{spot.name} = {local}"]
        field = _field(local, c_type, spot.wire, required=spot.required)
        text = None
        if spot.type is Decimal and spot.level == 0:
            text = local if spot.required and not spot.nullable else f"{local} or ''"
        return cls(local, spot.wire, spot.required, field, spot.name if plain else None, lines, rules, text)

    @classmethod
    def of_extra(cls, wire: str, at: int, *, required: bool) -> _Part:
        local = f"x{at}"
        return cls(local, wire, required, _field(local, Any, wire, required=required), None, [], rules=False)


def _field(local: str, c_type: Any, wire: str, *, required: bool) -> tuple[str, Any, Any]:
    return local, c_type, msgspec.field(name=wire) if required else msgspec.field(default=ABSENT, name=wire)


def _function(parts: list[_Part], unknown: list[_Part], in_order: list[_Part], *, rules: bool) -> str:
    lines = ["o = new(cls)"]
    if rules:
        lines += ["issues = walk.issues", "before = len(issues)"]
    if in_order:
        # One call for all values; most go straight into their slots.
        targets = "".join(f"{f'o.{part.slot}' if part.slot else part.local}, " for part in in_order)
        lines.append(f"({targets}) = astuple(s)")
    if texts := "".join(f"{{{part.text}}}" for part in parts if part.text is not None):
        # One look at all texts of numbers together.
        lines += [f't = f"{texts}"', f"if {' or '.join(f'{letter!r} in t' for letter in NOT_FINITE)}: raise NeedsSlowTier"]
    for part in parts:
        if part.slot is None:
            lines += part.lines if part.required else [f"if {part.local} is not ABSENT:", *[f"    {line}" for line in part.lines]]
    lines += _extra(unknown)
    lines.append(f"o._issues = {'own(issues, before) if len(issues) > before else None' if rules else 'None'}")
    lines.append("return o")
    return "def build(s, walk):\n" + "".join(f"    {line}\n" for line in lines)


def _extra(unknown: list[_Part]) -> list[str]:
    if not unknown:
        return ["o._extra = None"]
    literal = ", ".join(f"{part.wire!r}: {part.local}" for part in unknown if part.required)
    lines = ["counts = walk.counts", f"extra = {{{literal}}}"]
    for part in unknown:
        count = [f"c = c_{part.local}[type({part.local})]; counts[c] = counts.get(c, 0) + 1", _LOOK.format(x=part.local)]
        if part.required:
            lines += count
        else:
            lines += [
                f"if {part.local} is not ABSENT:",
                *(f"    {line}" for line in (f"extra[{part.wire!r}] = {part.local}", *count)),
            ]
    return [*lines, "o._extra = extra" if literal else "o._extra = extra or None"]


def _spot(spot: FieldShape, at: int, owner: str, names: dict[str, Any]) -> tuple[Any, list[str], bool]:
    """Return the C type of a field, the lines that store its value `{x}`, and whether it can make issues."""
    target = f"o.{spot.name}"
    if spot.level == 2:
        return Any, _by_handler(spot, at, names, target), True
    if spot.kind == "any":
        return Any, [_LOOK, f"{target} = {{x}}"], False
    if spot.node is not None:
        return _relation(spot, at, names, target)
    if spot.type is Decimal:
        read = "None if {x} is None else number({x})" if spot.nullable else "number({x})"
        return str | None, [f"{target} = {read}"], False
    if spot.type is bool:
        return Any, [f"{target} = {{x}} if {{x}} is None or {{x}} is True or {{x}} is False else flags[{{x}}]"], False
    check = _check(spot, at, owner, names)
    return spot.c_type | None, [*check, f"{target} = {{x}}"], False


def _by_handler(spot: FieldShape, at: int, names: dict[str, Any], target: str) -> list[str]:
    """Return the lines for a value of any type: usual texts at once or from memory, others by the slow tier's handler."""
    names[f"h{at}"] = spot.handler
    read = f"h{at}({{x}}, walk, {_literal(spot.wire)})"
    rule = rule_of(spot.type)
    if rule is None:
        return [f"{target} = None if {{x}} is None else {read}"]
    names[f"m{at}"] = Memo(rule, ODD, names["share"])
    # Plain digits need no memory; other texts, such as "", are few and come often.
    plain = _PLAIN.get(spot.type, "{memo}").format(memo=f"m{at}[{{x}}]")
    lines = ["if type({x}) is str:", f"    y = {plain}", f"    {target} = {read} if y is ODD else y"]
    lines += ["elif {x} is None:", f"    {target} = None"]
    if spot.type is Decimal:
        lines += [
            "elif type({x}) is Decimal:",
            f"    {target} = {{x}}",
            f"elif type({{x}}) is int and -{_EXACT} < {{x}} < {_EXACT}:",
            f"    {target} = Decimal({{x}})",
        ]
    return [*lines, "else:", f"    {target} = {read}"]


def _check(spot: FieldShape, at: int, owner: str, names: dict[str, Any]) -> list[str]:
    """Return the line that looks at what C made of a value, where C knows less than the slow tier."""
    if spot.type is dt.datetime:
        # Numbers become moments with a zone in C, and fractions of a microsecond are rounded.
        return ["if {x} is not None and ({x}.tzinfo is not None or {x}.microsecond): raise NeedsSlowTier"]
    if isinstance(spot.type, type) and issubclass(spot.type, enum.Enum):
        # By value: the hash of a member is worked out in Python.
        names[f"k{at}"] = frozenset(member.value for member in spot.type.__members__.values())
        names[f"c{at}"] = Place(owner, spot.wire)
        names["unknown"] = census.unknown_value
        return [f"if {{x}} is not None and {{x}}._value_ not in k{at}: walk.count(unknown({{x}}), c{at})"]
    return []


def _relation(spot: FieldShape, at: int, names: dict[str, Any], target: str) -> tuple[Any, list[str], bool]:
    assert spot.node is not None
    inner = compile_node(spot.node, names["share"])
    names[f"b{at}"], names[f"e{at}"], names[f"s{at}"] = inner.build, inner.is_empty, inner.shadow
    wire = _literal(spot.wire)
    if spot.kind == "many":
        lines = [f"{target} = y = {{x}} and [b{at}(i, walk) for i in {{x}}]"]
        if inner.rules:
            lines += ["if y:", "    for j, i in enumerate(y):", f"        if i._issues: add_inner(walk, i, {wire}, j)"]
        return list[inner.shadow] | None, lines, inner.rules  # type: ignore[name-defined]  # a type made at run time
    lines = ["if {x} is None:", f"    {target} = None"]
    c_type: Any = inner.shadow | None
    if spot.level == 1:
        names[f"h{at}"] = spot.handler
        c_type = inner.shadow | list[Any] | str | None
        lines += [f"elif type({{x}}) is not s{at}:", f"    {target} = h{at}({{x}}, walk, {wire})"]
    lines += [
        f"elif {inner.may_be_empty} and e{at}({{x}}):",
        "    raise NeedsSlowTier",
        "else:",
        f"    {target} = y = b{at}({{x}}, walk)",
    ]
    if inner.rules:
        lines.append(f"    if y._issues: add_inner(walk, y, {wire})")
    return c_type, lines, inner.rules or spot.level == 1


def _literal(wire: str) -> str:
    """Return a wire name as a Python literal that `str.format` leaves alone."""
    return repr(wire).replace("{", "{{").replace("}", "}}")
