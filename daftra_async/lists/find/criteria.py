"""The keyword arguments of a look-up: fields to compare, and arguments of the list that are only sent."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from daftra_async._suggest import did_you_mean
from daftra_async._text import refuse
from daftra_async.lists.find.comparing import keys_of, kind_of, wanted
from daftra_async.operation import UNSET
from daftra_async.options import FIND
from daftra_async.wire import hints

if TYPE_CHECKING:
    from daftra_async.operation import AnyOperation, Param

PAGING: Final = frozenset({"limit", "page", "per_page"})
"""Arguments of lists that make no sense here: all pages are read."""


@attrs.frozen(kw_only=True)
class Criterion:
    """A field of the record, and the values it may have."""

    name: str
    """The attribute."""
    wire: str
    kind: type
    enumeration: str | None
    """Name of the field's enumeration."""
    values: tuple[Any, ...] = attrs.field(repr=False)
    """In the form of `comparing`, in the order they were given."""
    redact: bool
    """The field holds personal data."""
    date_format: str | None = None
    _wanted: frozenset[Any] = attrs.field(
        init=False, repr=False, default=attrs.Factory(lambda self: frozenset(self.values), takes_self=True)
    )

    def keys(self, row: Any) -> tuple[object, ...]:
        """Return the forms that the value of a record can be looked for in."""
        return keys_of(self.kind, getattr(row, self.name), self.date_format)

    def fits(self, row: Any) -> bool:
        """Return whether a record has one of the values."""
        return any(key in self._wanted for key in self.keys(row))

    def accepts(self, value: object) -> bool:
        """Return whether a value is one of them."""
        return any(key in self._wanted for key in keys_of(self.kind, value, self.date_format))

    def nearly_fits(self, row: Any) -> bool:
        """Return whether the server may take a record for one that fits: its databases ignore case."""
        folded = {key.casefold() for key in self._wanted if isinstance(key, str)}
        return self.fits(row) or any(isinstance(key, str) and key.casefold() in folded for key in self.keys(row))


@attrs.frozen(kw_only=True)
class FindQuery:
    """What a look-up was called with."""

    criteria: tuple[Criterion, ...]
    arguments: Mapping[str, object]
    """Arguments of the list, sent as they are and not compared with anything."""

    def fits(self, row: Any) -> bool:
        """Return whether a record is one that is looked for."""
        return all(criterion.fits(row) for criterion in self.criteria)


def read_fields(op: AnyOperation, fields: Mapping[str, object], date_format: str | None, method: str) -> FindQuery:
    """Sort keyword arguments into fields to compare and arguments of the list.

    Args:
        op: The list operation.
        fields: What was given, UNSET for what was not.
        date_format: The account's date format, as a `strptime` pattern.
        method: Name of the method, for errors.

    Raises:
        TypeError: there is no such field or argument.
        ArgumentError: a field holds no plain value, a value does not fit it, or none was given.
    """
    where = f"{op.resource}.{method}"
    model = hints.model(op.response.model or "Entity")
    types = hints.hints_of(model)
    names = [field.name for field in hints.fields_of(model)]
    kinds = {name: kind for name in names if (kind := kind_of(types[name])) is not None}
    params = {param.name: param for param in op.query_params if param.fixed is None and param.name not in PAGING}
    criteria: list[Criterion] = []
    arguments: dict[str, object] = {}
    for name, value in fields.items():
        if value is UNSET:
            continue
        if name in params and (name not in kinds or _means_the_list(params[name], _enumeration(types[name]), value)):
            if value is not None:  # which leaves an argument of the list out
                arguments[name] = value
        elif name in kinds:
            criteria.append(criterion_of(model, name, _items(value), date_format))
        elif name in names:
            refuse(name, "it holds other records, a list or a map, which cannot be compared", "a field with a plain value")
        else:
            _refuse_name(where, name, [*kinds, *params, *FIND])
    if not criteria:
        refuse("fields", f"{where} was given no field of a record to compare", f"one or more, or {op.id}() for all records")
    return FindQuery(criteria=tuple(criteria), arguments=arguments)


def criterion_of(model: type[Any], name: str, values: Iterable[Any], date_format: str | None = None) -> Criterion:
    """Return the condition that a field of a record has one of these values.

    Raises:
        ArgumentError: a value does not fit the field.
    """
    field = next(field for field in hints.fields_of(model) if field.name == name)
    hint = hints.hints_of(model)[name]
    kind, enumeration, hidden = kind_of(hint), _enumeration(hint), bool(field.metadata.get("redact"))
    assert kind is not None, "asked for fields with plain values"
    found = [wanted(kind, value, name, date_format=date_format, hidden=hidden) for value in values]
    return Criterion(
        name=name,
        wire=hints.wire_name(field),
        kind=kind,
        enumeration=None if enumeration is None else enumeration.__name__,
        values=tuple(dict.fromkeys(found)),
        redact=hidden,
        date_format=date_format,
    )


def _items(value: Any) -> tuple[Any, ...]:
    single = isinstance(value, str | bytes | Mapping) or not isinstance(value, Iterable)
    return tuple(cast("Iterable[Any]", (value,) if single else value))


def _enumeration(hint: Any) -> type[enum.Enum] | None:
    found = hints.single(hint)
    return found if isinstance(found, type) and issubclass(found, enum.Enum) else None


def _means_the_list(param: Param, enumeration: type[enum.Enum] | None, value: object) -> bool:
    """Return whether a value is one of the list's own, and none that a record can have: "overdue", for example."""
    if param.enum is None or enumeration is None or param.enum == enumeration.__name__:
        return False
    own: type[enum.Enum] = hints.model(param.enum)
    if isinstance(value, enum.Enum):
        return isinstance(value, own)
    return value in [member.value for member in own] and value not in [member.value for member in enumeration]


def _refuse_name(where: str, name: str, known: list[str]) -> None:
    if name in PAGING:
        msg = f"{where}() takes no {name!r}: it reads all pages it needs"
        raise TypeError(msg)
    msg = f"{where}() got an unexpected keyword argument {name!r}{did_you_mean(name, known)}"
    raise TypeError(msg)
