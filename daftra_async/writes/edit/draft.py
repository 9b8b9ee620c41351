"""Drafts: records that are being edited, and what is known of them.

A `Draft` is what the user holds. Its `EditState` keeps the record as it was read, and knows what may be changed, what was changed
and what is to be sent.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from daftra_async import wire
from daftra_async._suggest import did_you_mean
from daftra_async._text import refuse
from daftra_async.errors import ArgumentError
from daftra_async.wire import hints
from daftra_async.wire.record import Record, field_names
from daftra_async.wire.refusals import CUSTOM_DATA, Refusal
from daftra_async.writes.edit.body import BodyWriter, uncarried
from daftra_async.writes.edit.changes import changes, read_only
from daftra_async.writes.edit.source_index import SourceIndex
from daftra_async.writes.edit.update_mapping import mapping_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from daftra_async.operation import AnyOperation
    from daftra_async.writes.edit.changes import Change
    from daftra_async.writes.edit.update_mapping import UpdateMapping

R = TypeVar("R", bound=Record)
_CLASSES: Final[dict[type[Record], type[Any]]] = {}
_FIXED: Final = frozenset({"id"})


class Draft:
    """A record that is being edited, and what it can do besides holding its values.

    Attributes that the server refuses are read-only here, and misspelt ones are refused, when they are set.
    """

    __slots__ = ()
    if TYPE_CHECKING:
        _state: EditState

    def diff(self) -> dict[str, Change]:
        """Return what was changed so far, by attribute path: `notes`, `invoice_item[0].quantity`; empty if nothing was."""
        return self._state.diff()

    def write(self, **values: object) -> None:
        """Add what can only be written, such as a password: no record shows it, so an edit does not send it by itself.

        Args:
            values: By the attribute names of the input model.

        Raises:
            TypeError: the update has no such field, or the record has it: set the attribute then.
        """
        self._state.write_only(values)

    @property
    def unsent(self) -> tuple[str, ...]:
        """Wire keys that were read, are not described, and are not sent; the `carry` argument of `edit` sends them."""
        return self._state.unsent

    if not TYPE_CHECKING:  # or else type checkers would take any name

        def __setattr__(self, name: str, value: object) -> None:
            if not name.startswith("_"):
                self._state.check(name)
            object.__setattr__(self, name, value)


class EditState:
    """A record as it was read, and its draft."""

    __slots__ = ("_body", "_carry", "_mapping", "_only_written", "_raw", "_sources", "before", "draft", "update")

    def __init__(self, update: AnyOperation, model: type[Record], raw: Mapping[str, Any], carry: Iterable[str]) -> None:
        assert update.request is not None
        self.update = update
        self._raw = raw
        self._carry = frozenset(carry)
        self._only_written: dict[str, Any] = {}
        self._mapping: UpdateMapping = mapping_of(model, hints.model(update.request.model))
        self.before: Record = wire.structure(model, raw)
        # A copy: plain objects inside a record are those of the answer, and the draft's may be changed.
        self.draft: Record = _draft_of(wire.structure(model, copy.deepcopy(dict(raw))), self)
        self._sources = SourceIndex(self._mapping, raw, self.before, self.draft)
        self._body = BodyWriter(self._sources)

    def check(self, name: str) -> None:
        """Refuse to set an attribute that an update does not take."""
        _refuse_name(type(self.before), self._mapping.attributes, name)

    def write_only(self, values: Mapping[str, object]) -> None:
        """Set values that no record shows."""
        for name, value in values.items():
            key = self._mapping.only_written.get(name)
            if key is None:
                allowed = ", ".join(sorted(self._mapping.only_written)) or "none"
                msg = f"{self.update.id} has no field {name!r} that can only be written (there are: {allowed})"
                raise TypeError(msg)
            try:
                self._only_written[key] = self._mapping.write(key, value)
            except Refusal as refusal:
                raise ArgumentError(str(refusal), name) from refusal

    def diff(self) -> dict[str, Change]:
        """Return what was changed, by attribute path."""
        return dict(changes(self.before, self.draft, self._sources))

    @property
    def changed(self) -> bool:
        """Something is to be written."""
        return bool(self._only_written) or next(changes(self.before, self.draft, self._sources), None) is not None

    @property
    def unsent(self) -> tuple[str, ...]:
        """Undescribed keys that are not sent."""
        return tuple(sorted(name for name in self.before.extra if not self._is_carried(name)))

    def untouched(self) -> dict[str, Any]:
        """Return what would be sent if nothing had been changed."""
        return {**self._extra(), **self._body.body(self._mapping, self._raw, self.before, self.before)}

    def body(self) -> dict[str, Any]:
        """Return what is to be sent, flat.

        Raises:
            ArgumentError: something was changed that cannot be written, or is there and cannot be written back.
        """
        refused = list(read_only(self._mapping, self.before, self.draft, self._sources))
        if refused:
            refuse(refused[0], f"it was changed and is read-only ({', '.join(refused)})", "changes of what an update takes")
        lost = uncarried(self._mapping, self._raw, self.before, self.draft)
        for name, reason in lost.items():
            refuse(name, f"the record has some, and an edit cannot write them back ({reason})", "setting the whole attribute")
        try:
            written = self._body.body(self._mapping, self._raw, self.before, self.draft)
        except Refusal as refusal:
            raise ArgumentError(str(refusal), refusal.steps[0]) from refusal
        return {**self._extra(), **written, **self._only_written}

    def _extra(self) -> dict[str, Any]:
        return {name: self._raw[name] for name in self.before.extra if self._is_carried(name)}

    def _is_carried(self, name: str) -> bool:
        return name in self._carry or (name.endswith(CUSTOM_DATA) and bool(self._raw[name]))


def _draft_of(record: R, state: EditState) -> R:
    """Return the draft of a record: an instance of its class that is a `Draft` too."""
    model = type(record)
    cls = _CLASSES.get(model)
    if cls is None:
        namespace = {
            "__slots__": ("_state",),
            "__doc__": f"{model.__name__} that is being edited.",
            "__module__": model.__module__,
        }
        cls = _CLASSES.setdefault(model, type(f"{model.__name__}Draft", (Draft, model), namespace))
    draft: Any = object.__new__(cls)
    object.__setattr__(draft, "_state", state)
    values: Mapping[str, Any] = cast("Any", record).__getstate__()
    for name, value in values.items():
        object.__setattr__(draft, name, value)
    return cast("R", draft)


def _refuse_name(model: type[Record], attributes: frozenset[str], name: str) -> None:
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
