"""Drafts: records that are being edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from daftra_async._suggest import did_you_mean
from daftra_async.wire.record import Record, field_names

if TYPE_CHECKING:
    from collections.abc import Mapping

    from daftra_async.writes.edit.changes import Change
    from daftra_async.writes.edit.session import EditState

R = TypeVar("R", bound=Record)
_CLASSES: Final[dict[type[Record], type[Any]]] = {}
_FIXED: Final = frozenset({"id"})


class Draft:
    """What a record that is being edited can do beside holding its values.

    Attributes that the server refuses are read-only here, and misspelt ones are refused, when they are set.
    """

    __slots__ = ()
    if TYPE_CHECKING:
        _sheet: EditState

    def diff(self) -> dict[str, Change]:
        """Return what was changed so far, by attribute path: `notes`, `invoice_item[0].quantity`; empty if nothing was."""
        return self._sheet.diff()

    def write(self, **values: object) -> None:
        """Add what can only be written, such as a password: no record shows it, so an edit does not send it by itself.

        Args:
            values: By the attribute names of the input model.

        Raises:
            TypeError: the update has no such field, or the record has it: set the attribute then.
        """
        self._sheet.write_only(values)

    @property
    def unsent(self) -> tuple[str, ...]:
        """Wire keys that were read, are not described, and are not sent; the `carry` argument of `edit` sends them."""
        return self._sheet.unsent

    if not TYPE_CHECKING:  # or else type checkers would take any name

        def __setattr__(self, name: str, value: object) -> None:
            if not name.startswith("_"):
                self._sheet.check(name)
            object.__setattr__(self, name, value)


def draft_of(record: R, sheet: EditState) -> R:
    """Return the draft of a record: an instance of its class that is a `Draft` too."""
    model = type(record)
    cls = _CLASSES.get(model)
    if cls is None:
        namespace = {
            "__slots__": ("_sheet",),
            "__doc__": f"{model.__name__} that is being edited.",
            "__module__": model.__module__,
        }
        cls = _CLASSES.setdefault(model, type(f"{model.__name__}Draft", (Draft, model), namespace))
    draft: Any = object.__new__(cls)
    object.__setattr__(draft, "_sheet", sheet)
    state: Mapping[str, Any] = cast("Any", record).__getstate__()
    for name, value in state.items():
        object.__setattr__(draft, name, value)
    return cast("R", draft)


def refuse_name(model: type[Record], attributes: frozenset[str], name: str) -> None:
    """Refuse to set an attribute that is not there or cannot be written.

    Raises:
        AttributeError: it is refused.
    """
    known = field_names(model)
    if name in attributes and name not in _FIXED:
        return
    if name in known:
        msg = f"{model.__name__}.{name} is read-only: an update does not take it"
    else:
        msg = f"{model.__name__} has no attribute {name!r}{did_you_mean(name, attributes)}"
    raise AttributeError(msg, name=name)
