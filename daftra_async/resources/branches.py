# Generated from openapi/ by `make generate`; do not edit.
"""Branches of the business with contact data and status."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Response
from daftra_async.resource.mixins import Finds

if TYPE_CHECKING:
    import builtins

    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        Branch,
    )
    from daftra_async.options import FindOptions, ListOptions

    class BranchCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        address1: Wanted[str]
        address2: Wanted[str]
        admin_staff_id: Wanted[str]
        branch: int | None
        city: Wanted[str]
        code: Wanted[str]
        country_code: Wanted[str]
        created: Wanted[date | datetime | str]
        description: Wanted[str]
        id: Wanted[int | str]
        map_location: Wanted[str]
        modified: Wanted[date | datetime | str]
        name: Wanted[str]
        phone1: Wanted[str]
        phone2: Wanted[str]
        smtp_account_id: Wanted[str]
        staff_id: Wanted[int | str]
        state: Wanted[str]
        status: Wanted[str]
        working_hours: Wanted[str]


LIST: Final[Operation[Branch]] = Operation(
    id="branches.list",
    title="Get All Branches",
    method="GET",
    path="/api2/branches",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="Branch", key="Branch"),
    pagination="v1",
    idempotent=True,
    entity="branch",
)

OPERATIONS: Final = (LIST,)


class BranchesResource(Finds["Branch"]):
    """Branches of the business with contact data and status."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self, *, limit: int | None = None, page: int | None = None, branch: int | None = None, **options: Unpack[ListOptions]
    ) -> Pager[Branch]:
        """List the branches of the account.

        The vendor documents no paging for this list.

        `GET /api2/branches`, the vendor's page 'Get All Branches'.

        Args:
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(LIST, {}, {"limit": limit, "page": page, "branch": branch}, options)

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[BranchCriteria]) -> Branch | None: ...

        async def find_many(self, **fields: Unpack[BranchCriteria]) -> builtins.list[Branch]: ...
