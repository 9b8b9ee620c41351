"""Types of a model's attributes.

Models import each other only for type checkers, so a name that their module does not hold at run time is looked up among the
models, where loading is lazy.
"""

from __future__ import annotations

import importlib
import types
import typing
from typing import Any, Final

import attrs

from daftra_async.operation import UnsetType
from daftra_async.wire.record import UNDESCRIBED, Input, Record

if typing.TYPE_CHECKING:
    from daftra_async.operation import AnyOperation

_HINTS: Final[dict[type, dict[str, Any]]] = {}
_NO_VALUE: Final = frozenset({type(None), UnsetType})


def model(name: str) -> type[Any]:
    """Return a generated model by its name.

    Raises:
        AttributeError: there is no such model.
    """
    found: type[Any] = getattr(importlib.import_module("daftra_async.models"), name)
    return found


def record_class(op: AnyOperation) -> type[Any] | None:
    """Return the class of the records that an operation answers with, None where the answer is plain JSON."""
    return None if op.response.model is None else model(op.response.model)


def hints_of(cls: type) -> dict[str, Any]:
    """Return the resolved type hints of a model class, resolved once.

    Raises:
        NameError: a hint names something that is neither in the model's module nor a model.
    """
    known = _HINTS.get(cls)
    if known is None:
        known = _HINTS.setdefault(cls, _resolve(cls))
    return known


def _resolve(cls: type) -> dict[str, Any]:
    names: dict[str, Any] = {}
    while True:
        try:
            return typing.get_type_hints(cls, localns=names)
        except NameError as error:
            name = error.name or ""
            if name in names:
                raise
            try:
                names[name] = model(name)
            except (AttributeError, ImportError):
                raise error from None


def alternatives(hint: Any) -> tuple[Any, ...]:
    """Return the types that a hint allows besides None and UNSET."""
    members = typing.get_args(hint) if typing.get_origin(hint) in {typing.Union, types.UnionType} else (hint,)
    return tuple(member for member in members if member not in _NO_VALUE)


def single(hint: Any) -> Any:
    """Return the one type that a hint allows besides None and UNSET, or Any when there are several."""
    members = alternatives(hint)
    return members[0] if len(members) == 1 else Any


def item_of(hint: Any) -> tuple[Any, Any]:
    """Split a container into its kind (`list`, `dict` or None) and the type of its items."""
    kind = typing.get_origin(hint) or hint
    if kind is list:
        return list, single((*typing.get_args(hint), Any)[0])
    if kind is dict:
        return dict, single((*typing.get_args(hint), Any, Any)[1])
    return None, hint


def is_model(hint: Any) -> bool:
    """Return whether a type is a record or an input."""
    return isinstance(hint, type) and issubclass(hint, (Record, Input))


def fields_of(cls: type[Any]) -> tuple[attrs.Attribute[Any], ...]:
    """Return the attributes of a model that stand for wire keys."""
    fields: tuple[attrs.Attribute[Any], ...] = attrs.fields(cls)
    return tuple(field for field in fields if not (field.name in UNDESCRIBED and issubclass(cls, Input)))


def wire_name(field: attrs.Attribute[Any]) -> str:
    """Return the wire key of an attribute."""
    name: str = field.metadata.get("wire", field.name)
    return name
