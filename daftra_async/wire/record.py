"""Base classes of the generated models.

A `Record` is what the server sent. Its attributes follow the wire: a key that was not sent leaves its slot empty, which reads as
None and is left out again by `unstructure`. Keys that the model does not know are kept in `extra`, values that do not fit their
type are kept as sent and named in `issues`.

An `Input` is what the user writes. Its attributes default to `UNSET`, so a request carries only what was written.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, cast

import attrs

from daftra_async.operation import UNSET
from daftra_async.redaction.shown import MASK
from daftra_async.wire.keywords import explained_init
from daftra_async.wire.showing import Shown, describe, shown_fields, shown_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ABSENT: Final[Any] = UNSET
"""Default of a record's attributes, typed so that it fits every annotation; `Record.__attrs_post_init__` empties such slots."""

_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
EXTRA_SIBLINGS: Final = "extra_siblings"
UNDESCRIBED: Final = frozenset({"extra", EXTRA_SIBLINGS})
"""Attributes of inputs that stand for no wire key."""
_NAMES: Final[dict[type, frozenset[str]]] = {}


def _spellings(cls: type) -> dict[str, str]:
    """Return the attribute names of a model class, by themselves and by their names on the wire."""
    fields = attrs.fields(cast("type[attrs.AttrsInstance]", cls))
    return {field.metadata.get("wire", field.name): field.name for field in fields} | {field.name: field.name for field in fields}


@attrs.frozen(repr=False)
class Issue:
    """A value that fits no rule of its field and was kept exactly as sent."""

    path: str
    """Where it stands in the record, in wire names: `InvoiceItem[2].quantity`."""
    expected: str
    """What the field holds by its description: `decimal`, `date`, ..."""
    value: object
    """The value as the server sent it."""
    redact: bool = attrs.field(default=False, kw_only=True, eq=False)
    """Whether the field is marked as personal or secret, so that the value does not show in the repr."""

    def __repr__(self) -> str:
        shown = "".join(f", {name}={value!r}" for name, value in self.__rich_repr__())
        return f"{type(self).__name__}({shown[2:]})"

    def __rich_repr__(self) -> Iterator[tuple[str, object]]:
        """Yield what may be shown; rich would show every attribute otherwise."""
        yield "path", self.path
        yield "expected", self.expected
        yield "value", Shown(f"'{MASK}'" if self.redact else shown_value(self.value))


def field_names(cls: type) -> frozenset[str]:
    """Return the attribute names of a model class."""
    names = _NAMES.get(cls)
    if names is None:
        names = _NAMES[cls] = frozenset(field.name for field in attrs.fields(cast("type[attrs.AttrsInstance]", cls)))
    return names


class Record:
    """A record that the server sent."""

    __slots__ = ("_extra", "_issues")
    _extra: dict[str, Any] | None
    _issues: tuple[Issue, ...] | None

    def __attrs_post_init__(self) -> None:
        self._extra = None
        self._issues = None
        for name in field_names(type(self)):
            if getattr(self, name) is UNSET:
                delattr(self, name)

    @property
    def extra(self) -> Mapping[str, Any]:
        """Keys that the server sent and the model does not know, by wire name (read-only)."""
        return MappingProxyType(self._extra) if self._extra else _NOTHING

    @property
    def issues(self) -> tuple[Issue, ...]:
        """Values of this record and of the records in it that were kept as sent because they did not fit."""
        return self._issues or ()

    @property
    def custom_values(self) -> Mapping[str, Any]:
        """Values of the record's custom fields by label (of custom data: by key), in every form that the API shows them in.

        Empty where there are none, or the answer did not show them: rows of lists do not. Of two fields with the same label the
        first one is taken; the others are in the attribute that holds them, such as `invoice_custom_field`.
        """
        from daftra_async.wire.custom_fields import values_of  # noqa: PLC0415  # it reads records

        return MappingProxyType(values_of(self))

    def custom(self, label: str, default: Any = None) -> Any:
        """Return the value of the custom field with this label, as it was sent, or the default where there is none.

        order = invoice.custom("Order ID")
        """
        return self.custom_values.get(label, default)

    def to_dict(self, *, native: bool = False) -> dict[str, Any]:
        """Return the record as a dictionary in wire names, `extra` included; keys that were not sent are left out.

        Args:
            native: Whether values stay as the attributes hold them (`Decimal`, dates, enumerations). Otherwise they are ready for
                JSON, as `unstructure` writes them.

        Raises:
            ValueError: a number is not finite.
            TypeError: a value has no JSON form.
        """
        if native:
            from daftra_async.wire.native import to_native  # noqa: PLC0415  # it is built on records

            return to_native(self)
        from daftra_async.wire.writing import plan_of  # noqa: PLC0415  # as above

        written: dict[str, Any] = plan_of(type(self)).write(self)
        return written

    def to_json(self) -> str:
        """Return the record as JSON in wire names: what `to_dict` returns, as text.

        Raises:
            ValueError: a number is not finite.
            TypeError: a value has no JSON form.
        """
        from daftra_async.wire.jsontext import dumps  # noqa: PLC0415  # as above

        return dumps(self.to_dict()).decode()

    if not TYPE_CHECKING:
        # Called only for an empty slot, so reading what was sent costs nothing.
        def __getattr__(self, name: str) -> Any:
            if name in field_names(type(self)):
                return None
            msg = f"{type(self).__name__!r} object has no attribute {name!r}"
            raise AttributeError(msg, name=name, obj=self)

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        mine, theirs = self.__getstate__(), other.__getstate__()
        return mine == theirs

    __hash__ = None  # type: ignore[assignment]  # records are mutable; the checker wants a callable here

    def __repr__(self) -> str:
        return describe(self, self.__rich_repr__())

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the fields of the repr as a table."""
        from daftra_async.wire.notebook import record_html  # noqa: PLC0415  # notebooks alone need it

        return record_html(self)

    def __rich_repr__(self) -> Iterator[tuple[str, object]]:
        """Yield what the repr shows: rich would read every attribute otherwise, the marked ones too."""
        # One that is just being made has none yet.
        return shown_fields(self, slot(self, "_extra", None), UNDESCRIBED)

    def __getstate__(self) -> dict[str, Any]:
        """Return what is set: slots that were never filled stay empty through copy and pickle."""
        cls = type(self)
        state = {name: value for name in sorted(field_names(cls)) if (value := slot(self, name)) is not UNSET}
        state["_extra"] = self._extra
        state["_issues"] = self._issues
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        for name, value in state.items():
            object.__setattr__(self, name, value)


def slot(record: Record, name: str, default: Any = UNSET) -> Any:
    """Return what an attribute holds, UNSET (or the default) where the server did not send its key."""
    try:
        return object.__getattribute__(record, name)
    except AttributeError:
        return default


def sent_values(record: Record) -> Iterator[tuple[str, Any]]:
    """Yield what the server sent, by wire name; undescribed keys last."""
    for field in attrs.fields(cast("type[attrs.AttrsInstance]", type(record))):
        value = slot(record, field.name)
        if value is not UNSET:
            yield field.metadata.get("wire", field.name), value
    yield from record.extra.items()


def is_sent(record: Record, name: str) -> bool:
    """Return whether the server sent the key behind this attribute, be it as null.

    Raises:
        AttributeError: the record has no such attribute.
    """
    if name not in field_names(type(record)):
        msg = f"{type(record).__name__!r} object has no attribute {name!r}"
        raise AttributeError(msg)
    return slot(record, name) is not UNSET


@attrs.define(kw_only=True, repr=False)
class Input:
    """A record to write."""

    extra: dict[str, Any] = attrs.field(factory=dict[str, Any])
    """Keys the fragments do not know, by wire name, sent as they are beside the described fields (custom data, for example)."""
    extra_siblings: dict[str, Any] = attrs.field(factory=dict[str, Any])
    """What the fragments do not know and stands beside the record in the body, not in it: `{"CostCenter": [...]}`. Only for
    records that are written under a key of their own, such as documents."""

    def __init_subclass__(cls) -> None:
        if "__init__" in cls.__dict__:  # attrs makes a class twice, the second time with its methods
            explained_init(cls, lambda: _spellings(cls))

    def __repr__(self) -> str:
        return describe(self, self.__rich_repr__())

    def __rich_repr__(self) -> Iterator[tuple[str, object]]:
        """Yield what the repr shows: rich would read every attribute otherwise, the marked ones too."""
        yield from shown_fields(self, getattr(self, "extra", None), UNDESCRIBED)
        if siblings := getattr(self, EXTRA_SIBLINGS, None):
            yield EXTRA_SIBLINGS, Shown(shown_value(sorted(map(str, siblings))))
