"""Records that are made up to look at, and deleted in the end.

Their texts carry a mark, `daftra-prove 20261121-ab12`. Their e-mail addresses end in `example.invalid`, which cannot exist.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import secrets
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

import attrs

from daftra_async.catalogue import operation_of
from daftra_async.errors import DaftraError
from daftra_async.prove.asking import Asking, CannotTell, give_up
from daftra_async.prove.experiment import Recipe
from daftra_async.prove.proof import Stayed
from daftra_async.prove.shapes import id_of, rows_of
from daftra_async.wire.guards import is_list, is_map

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from daftra_async.operation import AnyOperation
    from daftra_async.prove.asking import Seen

NEEDS_LEAVE: Final = "needs leave"
_SECONDS: Final = 60.0
"""For the deletes, after which what is left is reported."""
_LOOKED_AT: Final = 50
"""Rows of a list that are searched for a record whose create was not answered."""


@attrs.frozen
class Made:
    """A record of the account."""

    resource: str
    id: str
    delete: str | None
    """Operation that deletes it; None where the API has none."""


@attrs.define
class Records:
    """The records that were made up, and those that are borrowed from the account."""

    account: Asking
    recipes: Mapping[str, Recipe]
    today: dt.date
    leave: bool = False
    """Whether records may be made that the API cannot delete."""
    mark: str = attrs.field(init=False)
    made: list[Made] = attrs.field(factory=list[Made], init=False)
    lost: list[Stayed] = attrs.field(factory=list[Stayed], init=False)
    """Records that may have been made, and that no list shows."""
    count: int = attrs.field(default=0, init=False)
    """Records that were made, deleted ones included."""
    _kept: dict[str, str] = attrs.field(factory=dict[str, str], init=False)
    _number: int = attrs.field(default=0, init=False)

    def __attrs_post_init__(self) -> None:
        self.mark = f"daftra-prove {self.today:%Y%m%d}-{secrets.token_hex(2)}"

    async def id_of(self, name: str) -> str:
        """Return the id of a record of a kind; it is made when it is first needed, or found in the account.

        Raises:
            CannotTell: it cannot be made, or there is none.
        """
        if name not in self._kept:
            recipe = self.recipes[name]
            self._kept[name] = await (self._find(recipe) if recipe.create is None else self._make(recipe))
        return self._kept[name]

    async def body_of(self, name: str) -> Any:
        """Return a new body of a made-up record, with a mark of its own.

        Raises:
            CannotTell: a record that it names cannot be made, or is not there.
        """
        self._number += 1
        return await self._filled(self.recipes[name].body, self._number)

    async def create(self, name: str, body: Any) -> tuple[Seen, str | None]:
        """Send the create of a made-up record; return the answer, and the id if it was made.

        Raises:
            CannotTell: it would stay in the account, and that was not allowed.
        """
        recipe = self.recipes[name]
        if recipe.delete is None and not self.leave:
            raise CannotTell(NEEDS_LEAVE)
        op = operation_of(recipe.create or "")
        mark = next((text for text in _texts(body) if text.startswith(self.mark)), None)
        made: list[str] = []

        def note(seen: Seen) -> None:
            identity = id_of(seen.body) if seen.ok else None
            if identity is not None:
                made.append(self.adopt(op.resource, identity, recipe.delete))
            elif seen.unknown:
                self.lost.append(Stayed(resource=op.resource, id=None, reason="the answer to its create was lost"))

        seen = await self.send(op, body, note)
        if seen.unknown and (found := await self._look(op, mark)) is not None:
            self.lost.pop()
            made.append(self.adopt(op.resource, found, recipe.delete))
        return seen, next(iter(made), None)

    async def send(self, op: AnyOperation, body: Any, note: Callable[[Seen], None]) -> Seen:
        """Send a create and note its answer. A cancellation waits for the answer: its record has to be deleted."""
        sending = asyncio.ensure_future(self.account.write(op.method, self.account.path_of(op), body))
        try:
            await asyncio.shield(sending)
        finally:
            await asyncio.wait([sending])
            if sending.exception() is None:
                note(sending.result())
        return sending.result()

    def adopt(self, resource: str, identity: str, delete: str | None) -> str:
        """Note a record as made, so that it is deleted in the end; once, however often it is met."""
        made = Made(resource, identity, delete)
        if made not in self.made:
            self.made.append(made)
            self.count += 1
        return identity

    def forget(self, resource: str, identity: str) -> None:
        """Note that a record is gone."""
        self.made = [each for each in self.made if (each.resource, each.id) != (resource, identity)]
        self._kept = {name: kept for name, kept in self._kept.items() if kept != identity}

    async def clean(self) -> list[Stayed]:
        """Delete what was made, the last first; return what stays."""
        stayed = list(self.lost)
        waiting, self.made = self.made[::-1], []
        try:
            async with asyncio.timeout(_SECONDS):
                while waiting:
                    reason = await self._delete(waiting[0])
                    one = waiting.pop(0)
                    if reason is not None:
                        stayed.append(Stayed(resource=one.resource, id=one.id, reason=reason, expected=one.delete is None))
        except TimeoutError:
            stayed += [Stayed(resource=each.resource, id=each.id, reason="no time was left") for each in waiting]
        return stayed

    async def _delete(self, made: Made) -> str | None:
        if made.delete is None:
            return "the API has no way to delete it"
        op = operation_of(made.delete)
        try:
            seen = await self.account.write(op.method, self.account.path_of(op, {"id": made.id}))
        except DaftraError as error:
            return type(error).__name__
        return None if seen.ok or seen.status == 404 else f"the account answers {seen.status}"

    async def _make(self, recipe: Recipe) -> str:
        seen, identity = await self.create(recipe.name, await self.body_of(recipe.name))
        if identity is None:
            msg = f"no {recipe.name} can be made: " + (
                f"{seen.status}, refuses {_names(seen)}" if seen.refused else str(seen.status)
            )
            raise CannotTell(msg)
        return identity

    async def _find(self, recipe: Recipe) -> str:
        seen = await self.account.page(recipe.find or "", 1)
        if not seen.ok:
            give_up(seen)
        identity = next((found for row in rows_of(seen.body) or () if (found := id_of(row)) is not None), None)
        if identity is None:
            msg = f"the account has no {recipe.name}"
            raise CannotTell(msg)
        return identity

    async def _look(self, op: AnyOperation, mark: str | None) -> str | None:
        """Search the newest rows of the list for the text of a record whose create was not answered."""
        if op.reference is None or mark is None:
            return None
        lookup = operation_of(op.reference.lookup)
        query: dict[str, object] = dict(op.reference.newest)
        if any(param.wire == "recursive" for param in lookup.query_params):
            query["recursive"] = 1  # the mark may stand in a line
        seen = await self.account.page(lookup, _LOOKED_AT, query=query)
        rows = rows_of(seen.body) or () if seen.ok else ()
        return next((id_of(row) for row in rows if mark in _texts(row)), None)

    async def _filled(self, value: Any, number: int) -> Any:
        if isinstance(value, str):
            if value.startswith("{") and value[1:-1] in self.recipes:
                identity = await self.id_of(value[1:-1])
                return int(identity) if identity.isdigit() else identity
            mark = f"{self.mark} {number}"
            email = f"{mark.replace(' ', '-')}@example.invalid"
            return value.format(mark=mark, email=email, today=self.today.isoformat(), code=f"{self.mark[-4:]}{number}")
        if is_map(value):
            return {key: await self._filled(each, number) for key, each in value.items()}
        return [await self._filled(each, number) for each in value] if is_list(value) else value


def _texts(value: Any) -> Iterator[str]:
    """Yield the texts in a body or a row, at any depth."""
    if isinstance(value, str):
        yield value
    elif is_map(value) or is_list(value):
        for each in value.values() if is_map(value) else value:
            yield from _texts(each)


def _names(seen: Seen) -> str:
    return f"{len(seen.refused)} of its fields"
