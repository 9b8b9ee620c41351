# Generated from openapi/ by `make generate`; do not edit.
"""Kinds of action an appointment or note can have."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Response
from daftra_async.resource.mixins import DeletesMany, Finds, ReadsMany

if TYPE_CHECKING:
    import builtins

    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        FollowUpAction,
    )
    from daftra_async.operation import Ack
    from daftra_async.options import CallOptions, FindOptions, ListOptions

    class FollowUpActionCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        branch: int | None
        id: Wanted[int | str]


LIST: Final[Operation[FollowUpAction]] = Operation(
    id="follow_up_actions.list",
    title="Get All Follow-Up Actions",
    method="GET",
    path="/api2/follow_up_actions/{type}{format}",
    path_params=(Param(name="type", wire="type", type="string", required=True),),
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="FollowUpAction", key="FollowUpAction"),
    pagination="v1",
    idempotent=True,
    entity="follow_up_action",
    doubtful="The vendor files it under v2, but path and reply look like v1; this package assumes the /api2 base.",
)

GET: Final[Operation[FollowUpAction]] = Operation(
    id="follow_up_actions.get",
    title="Get Single Follow-Up Action",
    method="GET",
    path="/api2/follow_up_actions/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="FollowUpAction", key="FollowUpAction", identity="id"),
    idempotent=True,
    entity="follow_up_action",
    doubtful="The vendor files it under v2, but path and reply look like v1; this package assumes the /api2 base.",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="follow_up_actions.delete",
    title="Delete Follow-Up Action",
    method="DELETE",
    path="/api2/follow_up_actions/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="follow_up_action",
    doubtful="The vendor files it under v2, but path and reply look like v1; this package assumes the /api2 base.",
)

OPERATIONS: Final = (
    LIST,
    GET,
    DELETE,
)


class FollowUpActionsResource(ReadsMany["FollowUpAction"], DeletesMany, Finds["FollowUpAction"]):
    """Kinds of action an appointment or note can have."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self,
        type: str,
        *,
        limit: int | None = None,
        page: int | None = None,
        branch: int | None = None,
        **options: Unpack[ListOptions],
    ) -> Pager[FollowUpAction]:
        """List the follow-up actions of one record type.

        The vendor documents no paging for this list.

        Doubtful: The vendor files it under v2, but path and reply look like v1; this package assumes the /api2 base.

        `GET /api2/follow_up_actions/{type}`, the vendor's page 'Get All Follow-Up Actions'.

        Args:
            type: Type of record whose actions are wanted, such as `invoice`.
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(LIST, {"type": type}, {"limit": limit, "page": page, "branch": branch}, options)

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> FollowUpAction:
        """Get a follow-up action by id.

        Doubtful: The vendor files it under v2, but path and reply look like v1; this package assumes the /api2 base.

        `GET /api2/follow_up_actions/{id}`, the vendor's page 'Get Single Follow-Up Action'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete a follow-up action by id.

        Doubtful: The vendor files it under v2, but path and reply look like v1; this package assumes the /api2 base.

        `DELETE /api2/follow_up_actions/{id}`, the vendor's page 'Delete Follow-Up Action'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, type: str, **fields: Unpack[FollowUpActionCriteria]) -> FollowUpAction | None: ...

        async def find_many(self, type: str, **fields: Unpack[FollowUpActionCriteria]) -> builtins.list[FollowUpAction]: ...
