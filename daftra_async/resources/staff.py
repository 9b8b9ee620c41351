# Generated from openapi/ by `make generate`; do not edit.
"""Employees and users of the account; read-only."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Response, Twin
from daftra_async.resource.mixins import Finds, ReadsMany

if TYPE_CHECKING:
    import builtins

    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        Staff,
    )
    from daftra_async.options import CallOptions, FindOptions, ListOptions

    class StaffCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        active: Wanted[bool]
        added_by: Wanted[int | str]
        address1: Wanted[str]
        address2: Wanted[str]
        branch: int | None
        business_phone: Wanted[str]
        city: Wanted[str]
        country_code: Wanted[str]
        created: Wanted[date | datetime | str]
        default_store_id: Wanted[int | str]
        default_treasury_id: Wanted[int | str]
        deleted: Wanted[bool]
        email_address: Wanted[str]
        fax: Wanted[str]
        follow_up_status: Wanted[int | str]
        home_phone: Wanted[str]
        hourly_rate: Wanted[Decimal | int | str]
        hourly_rate_currency_code: Wanted[str]
        id: Wanted[int | str]
        language_code: Wanted[str]
        last_login: Wanted[date | datetime | str]
        load_custom_data: int | None
        maximum_general_discount: Wanted[Decimal | int | str]
        mobile: Wanted[str]
        name: Wanted[str]
        notes: Wanted[str]
        postal_code: Wanted[str]
        role_id: Wanted[int | str]
        state: Wanted[str]


LIST: Final[Operation[Staff]] = Operation(
    id="staff.list",
    title="GET All Staff",
    method="GET",
    path="/api2/staff{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="load_custom_data", wire="load_custom_data", type="integer", minimum=1, maximum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="Staff", key="Staff"),
    pagination="v1",
    idempotent=True,
    entity="staff",
    twin=Twin(entity="staff"),
)

GET: Final[Operation[Staff]] = Operation(
    id="staff.get",
    title="GET Single Staff",
    method="GET",
    path="/api2/staff/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="Staff", key="Staff", identity="id"),
    idempotent=True,
    entity="staff",
)

OPERATIONS: Final = (
    LIST,
    GET,
)


class StaffResource(ReadsMany["Staff"], Finds["Staff"]):
    """Employees and users of the account; read-only."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self,
        *,
        limit: int | None = None,
        page: int | None = None,
        load_custom_data: int | None = None,
        branch: int | None = None,
        **options: Unpack[ListOptions],
    ) -> Pager[Staff]:
        """List the staff members of the account.

        `GET /api2/staff`, the vendor's page 'GET All Staff'.

        Args:
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            load_custom_data: 1 to get the values of the custom fields too.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(
            LIST, {}, {"limit": limit, "page": page, "load_custom_data": load_custom_data, "branch": branch}, options
        )

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> Staff:
        """Get a staff member by id.

        `GET /api2/staff/{id}`, the vendor's page 'GET Single Staff'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[StaffCriteria]) -> Staff | None: ...

        async def find_many(self, **fields: Unpack[StaffCriteria]) -> builtins.list[Staff]: ...
