"""The lines of code that store the value of one field, by how the field is read.

In a line, `{x}` stands for the value, `o` is the record, and `ODD` marks a text that the rule of the slow tier does not read.
"""

from __future__ import annotations

import datetime as dt
import enum
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

from daftra_async.wire import census
from daftra_async.wire.context import CensusKey
from daftra_async.wire.fast.memory import Memo
from daftra_async.wire.fast.node import Reading
from daftra_async.wire.fast.numbers import MOST_PRECISE
from daftra_async.wire.handlers import rule_of

if TYPE_CHECKING:
    from collections.abc import Callable

    import msgspec

    from daftra_async.wire.fast.memory import Share
    from daftra_async.wire.fast.node import FieldShape


class Built(NamedTuple):
    """A compiled node."""

    shadow: type[msgspec.Struct]
    build: Callable[[Any, Any], Any]
    """Makes a record of a shadow."""
    may_be_empty: str
    """An expression for a shadow `{x}` that is false for most records that hold something; it saves a call."""
    has_issues: bool
    """Values of it can become issues."""


class FieldCode(NamedTuple):
    """How the C decoder takes a field, and the lines that store it."""

    c_type: Any
    lines: list[str]
    has_issues: bool = False


ODD: Final = object()
"""What a memo gives for a text that its rule does not read."""
LOOK: Final = "if {x} is not None and type({x}) in nests: look({x})"
"""C decodes the content of a value of any type without a bound on its nesting."""
_USUAL: Final[dict[Any, str]] = {
    int: "int({{x}}) if {{x}}.isdecimal() and {{x}}.isascii() and len({{x}}) < 19 else {memo}",
    Decimal: f"number({{{{x}}}}) if {{{{x}}}}.replace('.', '', 1).isdecimal() and len({{{{x}}}}) <= {MOST_PRECISE} else {{memo}}",
}
"""How the usual text of a number is read, as the slow tier reads it too; other texts, such as "", are few and come often."""
_EXACT: Final = 2**63


class FieldWriter:
    """Writes the code of the fields of one node.

    Args:
        names: What the code of the node refers to; each field adds its own, numbered by its position.
        model: Name of the model.
        share: Where texts are remembered.
    """

    def __init__(self, names: dict[str, Any], model: str, share: Share) -> None:
        self._names = names
        self._model = model
        self._share = share

    def write(self, field: FieldShape, at: int, inner: Built | None) -> FieldCode:
        """Return the code of a field.

        Args:
            field: The field.
            at: Its position.
            inner: The compiled node of the records in it, while C reads them.
        """
        target = f"o.{field.name}"
        if field.reading is Reading.BY_HANDLER:
            return FieldCode(Any, self._by_handler(field, at, target), has_issues=True)
        if inner is not None:
            write = self._many if field.kind == "many" else self._one
            return write(field, at, inner, target)
        if field.kind == "any":
            return FieldCode(Any, [LOOK, f"{target} = {{x}}"])
        if field.type is Decimal:
            read = "number({x}) if {x} else None" if field.has_none else "number({x})"
            return FieldCode(str | None, [f"{target} = {read}"])
        if field.type is bool:
            return FieldCode(Any, [f"{target} = {{x}} if {{x}} is None or {{x}} is True or {{x}} is False else flags[{{x}}]"])
        blank = field.reading is Reading.IN_PART
        c_type = field.c_type | Literal[""] if blank else field.c_type
        lines = ["if type({x}) is str: {x} = None"] if blank else []
        return FieldCode(c_type | None, [*lines, *self._check(field, at), f"{target} = {{x}}"])

    def _by_handler(self, field: FieldShape, at: int, target: str) -> list[str]:
        """Return the lines for a value of any type: usual texts at once or from memory, others by the slow tier's handler."""
        self._names[f"h{at}"] = field.handler
        read = f"h{at}({{x}}, walk, {literal(field.wire)})"
        rule = rule_of(field.type)
        if rule is None:
            return [f"{target} = None if {{x}} is None else {read}"]
        memo = f"m{at}"
        self._names[memo] = Memo(rule, ODD, self._share)
        usual = _USUAL.get(field.type, "{memo}").format(memo=f"{memo}[{{x}}]")
        lines = ["if type({x}) is str:", f"    y = {usual}", f"    {target} = {read} if y is ODD else y"]
        lines += ["elif {x} is None:", f"    {target} = None"]
        if field.type is Decimal:
            # Where a Decimal is not text it is a number most of the time.
            lines = ["if type({x}) is Decimal:", f"    {target} = {{x}}", f"el{lines[0]}", *lines[1:]]
            lines += [f"elif type({{x}}) is int and -{_EXACT} < {{x}} < {_EXACT}:", f"    {target} = Decimal({{x}})"]
        return [*lines, "else:", f"    {target} = {read}"]

    def _check(self, field: FieldShape, at: int) -> list[str]:
        """Return the line that looks at what C made of a value, where C knows less than the slow tier."""
        if field.type is dt.datetime:
            # Fractions of a microsecond are rounded in C.
            return ["if {x} is not None and {x}.microsecond: raise NeedsSlowTier"]
        if isinstance(field.type, type) and issubclass(field.type, enum.Enum):
            # By value: the hash of a member is worked out in Python.
            self._names[f"k{at}"] = frozenset(member.value for member in field.type.__members__.values())
            self._names[f"c{at}"] = CensusKey(self._model, field.wire)
            self._names["unknown"] = census.unknown_value
            return [f"if {{x}} is not None and {{x}}._value_ not in k{at}: walk.count(unknown({{x}}), c{at})"]
        return []

    def _many(self, field: FieldShape, at: int, inner: Built, target: str) -> FieldCode:
        self._names[f"b{at}"] = inner.build
        lines = [f"{target} = y = {{x}} and [b{at}(i, walk) for i in {{x}}]"]
        if inner.has_issues:
            add = f"if i._issues: add_inner(walk, i, {literal(field.wire)}, j)"
            lines += ["if y:", "    for j, i in enumerate(y):", f"        {add}"]
        return FieldCode(list[inner.shadow] | None, lines, inner.has_issues)  # type: ignore[name-defined]  # a type made at run time

    def _one(self, field: FieldShape, at: int, inner: Built, target: str) -> FieldCode:
        self._names[f"b{at}"] = inner.build
        wire = literal(field.wire)
        c_type: Any = inner.shadow | None
        lines = ["if {x} is None:", f"    {target} = None"]
        in_part = field.reading is Reading.IN_PART
        if in_part:
            self._names |= {f"h{at}": field.handler, f"s{at}": inner.shadow}
            c_type = inner.shadow | list[Any] | str | None
            lines += [f"elif type({{x}}) is not s{at}:", f"    {target} = h{at}({{x}}, walk, {wire})"]
        lines += [f"elif {inner.may_be_empty} and is_empty({{x}}):", "    raise NeedsSlowTier"]
        lines += ["else:", f"    {target} = y = b{at}({{x}}, walk)"]
        if inner.has_issues:
            lines.append(f"    if y._issues: add_inner(walk, y, {wire})")
        return FieldCode(c_type, lines, inner.has_issues or in_part)


def literal(wire: str) -> str:
    """Return a wire name as a Python literal that `str.format` leaves alone."""
    return repr(wire).replace("{", "{{").replace("}", "}}")
