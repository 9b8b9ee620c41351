"""One edit from read to write."""

from __future__ import annotations

import copy
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

import attrs

from daftra_async import wire
from daftra_async._text import refuse
from daftra_async.errors import ArgumentError, ConflictError
from daftra_async.http.turns import record_key, sending
from daftra_async.operation import UNSET
from daftra_async.wire import hints
from daftra_async.wire.bodies import Written
from daftra_async.wire.refusals import CUSTOM_DATA, Refusal
from daftra_async.writes.edit.changes import changes, read_only
from daftra_async.writes.edit.draft import draft_of, refuse_name
from daftra_async.writes.edit.source_index import SourceIndex
from daftra_async.writes.edit.update_mapping import writable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from types import TracebackType

    from daftra_async.lists.executor import Executor
    from daftra_async.operation import AnyOperation, UnsetType
    from daftra_async.wire.record import Record
    from daftra_async.writes.edit.changes import Change
    from daftra_async.writes.edit.update_mapping import UpdateMapping

T = TypeVar("T")
D_co = TypeVar("D_co", covariant=True)
_RELATED = 2
"""Level from which v2 records come with their relations (seen on live accounts)."""


class EditState:
    """One reading of a record, and what is being made of it."""

    __slots__ = ("_carry", "_only_written", "_origins", "_raw", "_writable", "before", "draft", "update")

    def __init__(self, update: AnyOperation, model: type[Record], raw: Mapping[str, Any], carry: Iterable[str]) -> None:
        assert update.request is not None
        self.update = update
        self._raw = raw
        self._carry = frozenset(carry)
        self._only_written: dict[str, Any] = {}
        self._writable: UpdateMapping = writable(model, hints.model(update.request.model))
        self.before: Record = wire.structure(model, raw)
        # A copy: plain objects inside a record are those of the answer, and the draft's may be changed.
        self.draft: Record = draft_of(wire.structure(model, copy.deepcopy(dict(raw))), self)
        self._origins = SourceIndex(self._writable, raw, self.before, self.draft)

    def check(self, name: str) -> None:
        """Refuse to set an attribute that an update does not take."""
        refuse_name(type(self.before), self._writable.attributes, name)

    def write_only(self, values: Mapping[str, object]) -> None:
        """Take values that no record shows."""
        for name, value in values.items():
            key = self._writable.only_written.get(name)
            if key is None:
                allowed = ", ".join(sorted(self._writable.only_written)) or "none"
                msg = f"{self.update.id} has no field {name!r} that can only be written (there are: {allowed})"
                raise TypeError(msg)
            try:
                self._only_written[key] = self._writable.write(key, value)
            except Refusal as refusal:
                raise ArgumentError(str(refusal), name) from refusal

    def diff(self) -> dict[str, Change]:
        """Return what was changed, by attribute path."""
        return dict(changes(self.before, self.draft, self._origins))

    @property
    def changed(self) -> bool:
        """Something is to be written."""
        return bool(self._only_written) or next(changes(self.before, self.draft, self._origins), None) is not None

    @property
    def unsent(self) -> tuple[str, ...]:
        """Undescribed keys that are not sent."""
        return tuple(sorted(name for name in self.before.extra if not self._is_carried(name)))

    def untouched(self) -> dict[str, Any]:
        """Return what would be sent if nothing had been changed."""
        return {**self._extra(), **self._writable.body(self._raw, self.before, self.before, self._origins)}

    def body(self) -> dict[str, Any]:
        """Return what is to be sent, flat.

        Raises:
            ArgumentError: something was changed that cannot be written, or is there and cannot be written back.
        """
        refused = list(read_only(self._writable, self.before, self.draft, self._origins))
        if refused:
            refuse(refused[0], f"it was changed and is read-only ({', '.join(refused)})", "changes of what an update takes")
        lost = self._writable.uncarried(self._raw, self.before, self.draft)
        for name, reason in lost.items():
            refuse(name, f"the record has some, and an edit cannot write them back ({reason})", "setting the whole attribute")
        try:
            written = self._writable.body(self._raw, self.before, self.draft, self._origins)
        except Refusal as refusal:
            raise ArgumentError(str(refusal), refusal.steps[0]) from refusal
        return {**self._extra(), **written, **self._only_written}

    def _extra(self) -> dict[str, Any]:
        return {name: self._raw[name] for name in self.before.extra if self._is_carried(name)}

    def _is_carried(self, name: str) -> bool:
        return name in self._carry or (name.endswith(CUSTOM_DATA) and bool(self._raw[name]))


class EditSession(Generic[D_co]):
    """An edit: `async with daftra.invoices.edit(2415) as draft: draft.notes = "..."`.

    Entering waits until no other edit of the client has the record, and reads it. Leaving writes it, if something was changed: it
    is read once more, and written only if nobody changed it meanwhile. Leaving with an exception writes nothing.
    """

    __slots__ = ("_carry", "_client", "_get", "_path", "_sheet", "_tail", "_turn", "_update", "result")

    def __init__(
        self,
        client: Executor,
        get: AnyOperation,
        update: AnyOperation,
        path: Mapping[str, object],
        *,
        carry: Iterable[str] = (),
        timeout: float | UnsetType | None = UNSET,
        extra_headers: Mapping[str, str] | None = None,
    ) -> None:
        assert get.response.model is not None
        self._client = client
        self._get = get
        self._update = update
        self._carry = tuple(carry)
        self._tail: dict[str, Any] = {"timeout": timeout, "extra_headers": extra_headers}
        self._path = dict(path)
        if any(param.name == "level" for param in get.path_params):
            assert update.request is not None
            plan = writable(hints.model(get.response.model), hints.model(update.request.model))
            if any(key.relation for key in plan.keys):
                self._path["level"] = _RELATED
        self._turn = client.turns.turn(("edit", record_key(update, path)), f"{update.resource} {path.get('id')}")
        self._sheet: EditState | None = None
        self.result: Any = None
        """What the update answered; None while nothing was sent."""

    async def __aenter__(self) -> D_co:
        if self._sheet is not None:
            msg = "an edit is entered once; call edit() again for another one"
            raise RuntimeError(msg)
        await self._turn.begin()
        try:
            self._sheet = await self._read()
        except BaseException:
            self._turn.end()
            raise
        return cast("D_co", self._sheet.draft)

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if kind is None and self._sheet is not None and self._sheet.changed:
                await self._write(self._sheet)
        finally:
            self._turn.end()

    async def _write(self, sheet: EditState) -> None:
        body = Written.of(self._update, await self._dated(sheet.body))
        names = {param.name for param in self._update.positional}
        path = {name: value for name, value in self._path.items() if name in names}
        # No other write of this client gets between the last look and the update.
        async with sending(self._client.turns, self._update, path):
            self._refuse_conflict(sheet, await self._read())
            self.result = await self._client.execute(self._update, path, {}, body, **self._tail)

    async def _read(self) -> EditState:
        bare = attrs.evolve(self._get, response=attrs.evolve(self._get.response, model=None))
        raw: dict[str, Any] = await self._client.execute(bare, self._path, {}, **self._tail)
        model = hints.model(cast("str", self._get.response.model))
        return await self._dated(partial(EditState, self._update, model, raw, self._carry))

    async def _dated(self, work: Callable[[], T]) -> T:
        return await self._client.dated(work, timeout=self._tail["timeout"])

    def _refuse_conflict(self, sheet: EditState, now: EditState) -> None:
        was, found = sheet.untouched(), now.untouched()
        fields = [name for name in sorted(was.keys() | found.keys()) if was.get(name) != found.get(name)]
        stamps = [getattr(each.before, "modified", None) for each in (sheet, now)]
        # Times have seconds, so values are compared too.
        if stamps[0] != stamps[1] or fields:
            told = f"modified {stamps[0]} -> {stamps[1]}" if stamps[0] != stamps[1] else "modified is the same"
            text = (
                f"{self._update.id}: record {self._path.get('id')} was changed since it was read ({told};"
                f" {', '.join(fields) or 'nothing that can be written'}); nothing was written, edit it again"
            )
            raise ConflictError(text, self._update.id, tuple(fields))

    def diff(self) -> dict[str, Change]:
        """Return what was changed, by attribute path; after the edit too."""
        return {} if self._sheet is None else self._sheet.diff()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._update.id} {self._path.get('id')}>"
