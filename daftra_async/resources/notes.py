# Generated from openapi/ by `make generate`; do not edit.
"""Texts logged on a client, document or other record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Request, Response, Twin
from daftra_async.resource.mixins import DeletesMany, Edits, Finds, ReadsMany, Replaces

if TYPE_CHECKING:
    import builtins

    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        Note,
        NoteInput,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.bulk import BulkProgress, BulkResult
    from daftra_async.writes.edit import Draft

    class NoteCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        action_id: Wanted[int | str]
        branch: int | None
        date: Wanted[date | datetime | str]
        id: Wanted[int | str]
        item_id: Wanted[int | str]
        item_type: Wanted[int | str]
        staff_id: Wanted[int | str]
        status_id: Wanted[int | str]

    class NoteDraft(Draft, Note):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[Note]] = Operation(
    id="notes.list",
    title="GET All Notes",
    method="GET",
    path="/api2/notes{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="Note", key="Note"),
    pagination="v1",
    idempotent=True,
    entity="note",
    twin=Twin(entity="note", doubtful="The key is not among those documented."),
)

GET: Final[Operation[Note]] = Operation(
    id="notes.get",
    title="GET Single Note",
    method="GET",
    path="/api2/notes/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="Note", key="Note", identity="id"),
    idempotent=True,
    entity="note",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="notes.update",
    title="Edit Notes",
    method="PUT",
    path="/api2/notes/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="wrapped", model="NoteInput", key="Note", siblings=("FollowUpReminder",)),
    response=Response(kind="v1-ack"),
    idempotent=True,
    replaces=True,
    lost=("date",),
    entity="note",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="notes.delete",
    title="Delete Notes",
    method="DELETE",
    path="/api2/notes/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="note",
)

CREATE: Final[Operation[Created]] = Operation(
    id="notes.create",
    title="Add New Note",
    method="POST",
    path="/api2/notes/{type}/{id}{format}",
    path_params=(
        Param(name="type", wire="type", type="string", required=True),
        Param(name="id", wire="id", type="id", required=True),
    ),
    request=Request(kind="wrapped", model="NoteInput", key="Note", siblings=("FollowUpReminder",)),
    response=Response(kind="v1-created"),
    idempotent=False,
    entity="note",
)

OPERATIONS: Final = (
    LIST,
    GET,
    UPDATE,
    DELETE,
    CREATE,
)


class NotesResource(ReadsMany["Note"], Replaces["NoteInput", "Ack"], DeletesMany, Edits["NoteDraft"], Finds["Note"]):
    """Texts logged on a client, document or other record."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self, *, limit: int | None = None, page: int | None = None, branch: int | None = None, **options: Unpack[ListOptions]
    ) -> Pager[Note]:
        """List notes, page by page.

        `GET /api2/notes`, the vendor's page 'GET All Notes'.

        Args:
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(LIST, {}, {"limit": limit, "page": page, "branch": branch}, options)

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> Note:
        """Get a note by id.

        `GET /api2/notes/{id}`, the vendor's page 'GET Single Note'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    async def update(self, id: int | str, body: NoteInput | Mapping[str, object], **options: Unpack[UpdateOptions]) -> Ack:
        """Replace a note.

        What the body leaves out is lost on the server. A body without `date` is refused, unless `replace=True` says that it
        is meant. `edit()` keeps the rest.

        `PUT /api2/notes/{id}`, the vendor's page 'Edit Notes'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete a note by id.

        `DELETE /api2/notes/{id}`, the vendor's page 'Delete Notes'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    async def create(
        self, type: str, id: int | str, body: NoteInput | Mapping[str, object], **options: Unpack[CallOptions]
    ) -> Created:
        """Attach a new note to a record.

        `type` and `id` name the record that the note is put on; the other operations take the id of the note.

        It takes no `reference=`, since no field is free for one.

        `POST /api2/notes/{type}/{id}`, the vendor's page 'Add New Note'.

        Args:
            type: Type of the record that the note is put on.
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {"type": type, "id": id}, {}, options, body)

    async def create_many(
        self,
        type: str,
        id: int | str,
        items: Iterable[NoteInput | Mapping[str, object]],
        *,
        concurrency: int = 8,
        on_progress: Callable[[BulkProgress], None] | None = None,
        **options: Unpack[CallOptions],
    ) -> BulkResult[Created]:
        """Create many records and report what became of each; `CreatesMany.create_many` says more.

        Args:
            type: Type of the record that the note is put on.
            id: Id of the record, as a number or as text.
            items: The records to write, or mappings in wire names.
            concurrency: Requests at a time at most; fewer while the server asks for it or fails.
            on_progress: Called after each step with the numbers so far.
        """
        how: dict[str, Any] = {"concurrency": concurrency, "on_progress": on_progress}
        return await self._create_many({"type": type, "id": id}, items, options, **how)

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[NoteCriteria]) -> Note | None: ...

        async def find_many(self, **fields: Unpack[NoteCriteria]) -> builtins.list[Note]: ...
