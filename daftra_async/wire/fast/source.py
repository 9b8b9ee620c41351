"""The code that moves a shadow into a record, written out for each node.

For a model with two fields, one of them at level 2, it reads like this:

    def build(s, walk):
        o = new(cls)
        issues = walk.issues
        before = len(issues)
        o.client_id = s.f0
        x = s.f1
        if x is not ABSENT:
            y = m1[x] if x.__class__ is str else ODD
            o.due_after = h1(x, walk, 'due_after') if y is ODD else y
        o._extra = None
        o._issues = own(issues, before) if len(issues) > before else None
        return o

`m1` remembers what the rule of the slow tier made of a text, as "" and "0.00" come by the thousand. The code raises `Odd` for
what C let through and the slow tier reads in another way.
"""

from __future__ import annotations

import datetime as dt
import enum
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import msgspec

from daftra_async.wire.reading import rule_of
from daftra_async.wire.walk import Spot as Place
from daftra_async.wire.walk import add_inner, own_issues

if TYPE_CHECKING:
    from collections.abc import Callable

    from daftra_async.wire.fast.node import Node, Spot
    from daftra_async.wire.scalars import Result


class Odd(Exception):  # noqa: N818  # not an error: the slow tier takes over
    """A value that the slow tier has to look at."""


ABSENT: Final = msgspec.UNSET
ODD: Final = object()
"""What a memo gives for a text that its rule does not read."""
_MOST_TEXTS: Final = 4096


class _Memo(dict[str, Any]):
    """What a rule makes of texts, remembered up to a bound."""

    __slots__ = ("_rule",)

    def __init__(self, rule: Callable[[Any], Result]) -> None:
        super().__init__()
        self._rule = rule

    def __missing__(self, text: str) -> Any:
        value, ok = self._rule(text)
        if not ok:
            return ODD
        if len(self) < _MOST_TEXTS:
            self[text] = value
        return value


class Built(NamedTuple):
    """A compiled node."""

    shadow: type[msgspec.Struct]
    build: Callable[[Any, Any], Any]
    """Makes a record of a shadow."""
    is_empty: Callable[[Any], bool]
    """Whether nothing but null was sent."""
    rules: bool
    """Values of it can become issues."""


def compile_node(node: Node) -> Built:
    """Make the shadow and the code of a node and of the nodes in it."""
    names: dict[str, Any] = {"cls": node.cls, "new": object.__new__, "ABSENT": ABSENT, "Odd": Odd, "ODD": ODD}
    names |= {"add_inner": add_inner, "own": own_issues}
    needed: list[tuple[str, Any, Any]] = []
    others: list[tuple[str, Any, Any]] = []
    body: list[str] = []
    empty: list[str] = []
    rules = False
    for at, spot in enumerate(node.spots):
        c_type, lines, has_rules = _spot(spot, at, node.cls.__name__, names)
        rules |= has_rules
        if spot.required:
            needed.append((f"f{at}", c_type, msgspec.field(name=spot.wire)))
        else:
            others.append((f"f{at}", c_type, msgspec.field(default=ABSENT, name=spot.wire)))
        if spot.required:
            body += [line.format(x=f"s.f{at}") for line in lines] if len(lines) == 1 else [f"x = s.f{at}", *_with_x(lines)]
        else:
            body += [f"x = s.f{at}", "if x is not ABSENT:", *[f"    {line}" for line in _with_x(lines)]]
        empty.append(f"s.f{at} is None" if spot.required else f"(s.f{at} is None or s.f{at} is ABSENT)")
    extras = [f"x{at}" for at in range(len(node.extras))]
    for name, wire in zip(extras, node.extras, strict=True):
        others.append((name, Any, msgspec.field(default=ABSENT, name=wire)))
        empty.append(f"(s.{name} is None or s.{name} is ABSENT)")
    shadow = msgspec.defstruct(
        f"Shadow{node.cls.__name__}", [*needed, *others], kw_only=True, gc=False, forbid_unknown_fields=True
    )
    for name, wire in zip(extras, node.extras, strict=True):
        names[f"c_{name}"] = ("unknown field", node.cls.__name__, wire)
    text = _function(body, list(zip(extras, node.extras, strict=True)), rules=rules)
    text += f"def is_empty(s):\n    return {' and '.join(empty) or 'True'}\n"
    exec(compile(text, f"<shadow of {node.cls.__name__}>", "exec"), names)  # noqa: S102  # our own text; wire names are in it as literals only
    return Built(shadow, names["build"], names["is_empty"], rules)


def _with_x(lines: list[str]) -> list[str]:
    return [line.format(x="x") for line in lines]


def _function(body: list[str], extras: list[tuple[str, str]], *, rules: bool) -> str:
    lines = ["o = new(cls)"]
    if rules:
        lines += ["issues = walk.issues", "before = len(issues)"]
    lines += body
    if extras:
        lines += ["ex = {}", "counts = walk.counts"]
        for name, wire in extras:
            lines += [
                f"x = s.{name}",
                "if x is not ABSENT:",
                f"    ex[{wire!r}] = x",
                f"    counts[c_{name}] = counts.get(c_{name}, 0) + 1",
            ]
    lines.append(f"o._extra = {'ex or None' if extras else 'None'}")
    lines.append(f"o._issues = {'own(issues, before) if len(issues) > before else None' if rules else 'None'}")
    lines.append("return o")
    return "def build(s, walk):\n" + "".join(f"    {line}\n" for line in lines)


def _spot(spot: Spot, at: int, owner: str, names: dict[str, Any]) -> tuple[Any, list[str], bool]:
    """Return the C type of a field, the lines that store its value `{x}`, and whether it can make issues."""
    target = f"o.{spot.name}"
    if spot.level == 2:
        names[f"h{at}"] = spot.handler
        read = f"h{at}({{x}}, walk, {_literal(spot.wire)})"
        rule = rule_of(spot.type)
        if rule is None:
            return Any, [f"{target} = {read}"], True
        names[f"m{at}"] = _Memo(rule)
        return Any, [f"y = m{at}[{{x}}] if {{x}}.__class__ is str else ODD", f"{target} = {read} if y is ODD else y"], True
    if spot.kind == "any":
        return Any, [f"{target} = {{x}}"], False
    if spot.node is not None:
        return _relation(spot, at, names, target)
    check = _check(spot, at, owner, names)
    return spot.c_type | None, [*check, f"{target} = {{x}}"], False


def _check(spot: Spot, at: int, owner: str, names: dict[str, Any]) -> list[str]:
    """Return the line that looks at what C made of a value, where C knows less than the slow tier."""
    if spot.type is Decimal:
        return ["if {x} is not None and not {x}.is_finite(): raise Odd"]
    if spot.type is dt.datetime:
        # Numbers become moments with a zone in C, and fractions of a microsecond are rounded.
        return ["if {x} is not None and ({x}.tzinfo is not None or {x}.microsecond): raise Odd"]
    if isinstance(spot.type, type) and issubclass(spot.type, enum.Enum):
        names[f"k{at}"] = frozenset(spot.type.__members__.values())
        names[f"c{at}"] = Place(owner, spot.wire)
        return [f"if {{x}} is not None and {{x}} not in k{at}: walk.count('unknown enum value', c{at})"]
    return []


def _relation(spot: Spot, at: int, names: dict[str, Any], target: str) -> tuple[Any, list[str], bool]:
    assert spot.node is not None
    inner = compile_node(spot.node)
    names[f"b{at}"], names[f"e{at}"], names[f"s{at}"] = inner.build, inner.is_empty, inner.shadow
    wire = _literal(spot.wire)
    if spot.kind == "many":
        lines = [f"{target} = y = None if {{x}} is None else [b{at}(i, walk) for i in {{x}}]"]
        if inner.rules:
            lines += ["if y:", "    for j, i in enumerate(y):", f"        if i._issues: add_inner(walk, i, {wire}, j)"]
        return list[inner.shadow] | None, lines, inner.rules  # type: ignore[name-defined]
    lines = ["if {x} is None:", f"    {target} = None"]
    c_type: Any = inner.shadow | None
    if spot.level == 1:
        names[f"h{at}"] = spot.handler
        c_type = inner.shadow | list[Any] | str | None
        lines += [f"elif {{x}}.__class__ is not s{at}:", f"    {target} = h{at}({{x}}, walk, {wire})"]
    lines += [f"elif e{at}({{x}}):", "    raise Odd", "else:", f"    {target} = y = b{at}({{x}}, walk)"]
    if inner.rules:
        lines.append(f"    if y._issues: add_inner(walk, y, {wire})")
    return c_type, lines, inner.rules or spot.level == 1


def _literal(wire: str) -> str:
    """Return a wire name as a Python literal that `str.format` leaves alone."""
    return repr(wire).replace("{", "{{").replace("}", "}}")
