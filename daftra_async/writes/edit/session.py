"""One edit, from read to write: what happens when the block is entered and left.

Nothing is sent before it is entered.

    enter: wait for the turn of the record --> read it --> the draft is the user's
                                                              |
    leave with an exception, or nothing changed --------------+--> end the turn, nothing was sent
                                                              |
    leave with changes: check and write the body              |
        --> keep every other write of the client away --> read the record again
              somebody changed it meanwhile --> ConflictError, nothing was sent
              otherwise                     --> send the update
        --> end the turn
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

import attrs

from daftra_async.errors import ConflictError
from daftra_async.http.turns import record_key, sending
from daftra_async.lists.async_only import AsyncBlock
from daftra_async.operation import UNSET
from daftra_async.wire import hints
from daftra_async.wire.bodies import Written
from daftra_async.writes.edit.draft import EditState
from daftra_async.writes.edit.update_mapping import mapping_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from types import TracebackType

    from daftra_async.lists.executor import Executor
    from daftra_async.operation import AnyOperation, UnsetType
    from daftra_async.writes.edit.changes import Change

T = TypeVar("T")
D_co = TypeVar("D_co", covariant=True)
_RELATED = 2
"""Level from which v2 records come with their relations (seen on live accounts)."""


class EditSession(AsyncBlock, Generic[D_co]):
    """An edit: `async with daftra.invoices.edit(2415) as draft: draft.notes = "..."`.

    Entering waits until no other edit of the client has the record, and reads it. Leaving writes it, if something was changed: it
    is read once more, and written only if nobody changed it meanwhile. Leaving with an exception writes nothing.
    """

    __slots__ = ("_carry", "_client", "_get", "_path", "_state", "_tail", "_turn", "_update", "result")

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
            mapping = mapping_of(hints.model(get.response.model), hints.model(update.request.model))
            if any(key.relation for key in mapping.keys):
                self._path["level"] = _RELATED
        self._turn = client.turns.turn(("edit", record_key(update, path)), f"{update.resource} {path.get('id')}")
        self._state: EditState | None = None
        self.result: Any = None
        """What the update answered; None while nothing was sent."""

    async def __aenter__(self) -> D_co:
        if self._state is not None:
            msg = "an edit is entered once; call edit() again for another one"
            raise RuntimeError(msg)
        await self._turn.begin()
        try:
            self._state = await self._read()
        except BaseException:
            self._turn.end()
            raise
        return cast("D_co", self._state.draft)

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        try:
            if kind is None and self._state is not None and self._state.changed:
                await self._write(self._state)
        finally:
            self._turn.end()

    async def _write(self, state: EditState) -> None:
        body = Written.of(self._update, await self._dated(state.body))
        names = {param.name for param in self._update.positional}
        path = {name: value for name, value in self._path.items() if name in names}
        # No other write of this client gets between the last look and the update.
        async with sending(self._client.turns, self._update, path):
            self._refuse_conflict(state, await self._read())
            self.result = await self._client.execute(self._update, path, {}, body, **self._tail)

    async def _read(self) -> EditState:
        bare = attrs.evolve(self._get, response=attrs.evolve(self._get.response, model=None))
        raw: dict[str, Any] = await self._client.execute(bare, self._path, {}, **self._tail)
        model = hints.model(cast("str", self._get.response.model))
        return await self._dated(partial(EditState, self._update, model, raw, self._carry))

    async def _dated(self, work: Callable[[], T]) -> T:
        return await self._client.dated(work, timeout=self._tail["timeout"])

    def _refuse_conflict(self, state: EditState, now: EditState) -> None:
        was, found = state.untouched(), now.untouched()
        fields = [name for name in sorted(was.keys() | found.keys()) if was.get(name) != found.get(name)]
        stamps = [getattr(each.before, "modified", None) for each in (state, now)]
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
        return {} if self._state is None else self._state.diff()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._update.id} {self._path.get('id')}>"
