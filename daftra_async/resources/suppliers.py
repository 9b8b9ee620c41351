# Generated from openapi/ by `make generate`; do not edit.
"""Vendors the account buys goods and services from."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Reference, Request, Response, Twin
from daftra_async.resource.mixins import CreatesManyReferenced, DeletesMany, Edits, FindsOrCreates, ReadsMany, Replaces

if TYPE_CHECKING:
    import builtins

    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        Supplier,
        SupplierInput,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, CreateOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class SupplierCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        active_secondary_address: Wanted[bool]
        address1: Wanted[str]
        address2: Wanted[str]
        bn1: Wanted[str]
        bn1_label: Wanted[str]
        bn2: Wanted[str]
        bn2_label: Wanted[str]
        branch: int | None
        branch_id: Wanted[int | str]
        business_name: Wanted[str]
        city: Wanted[str]
        country_code: Wanted[str]
        created: Wanted[date | datetime | str]
        default_currency_code: Wanted[str]
        email: Wanted[str]
        first_name: Wanted[str]
        follow_up_status: Wanted[int | str]
        id: Wanted[int | str]
        is_offline: Wanted[bool]
        language_code: Wanted[str]
        last_ip: Wanted[str]
        last_login: Wanted[date | datetime | str]
        last_name: Wanted[str]
        modified: Wanted[date | datetime | str]
        notes: Wanted[str]
        phone1: Wanted[str]
        phone2: Wanted[str]
        postal_code: Wanted[str]
        secondary_address1: Wanted[str]
        secondary_address2: Wanted[str]
        secondary_city: Wanted[str]
        secondary_country_code: Wanted[str]
        secondary_name: Wanted[str]
        secondary_postal_code: Wanted[str]
        secondary_state: Wanted[str]
        staff_id: Wanted[int | str]
        state: Wanted[str]
        supplier_number: Wanted[int | str]
        suspend: Wanted[bool]

    class SupplierDraft(Draft, Supplier):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[Supplier]] = Operation(
    id="suppliers.list",
    title="GET All Suppliers",
    method="GET",
    path="/api2/suppliers{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="Supplier", key="Supplier"),
    pagination="v1",
    idempotent=True,
    entity="supplier",
    twin=Twin(entity="supplier"),
)

CREATE: Final[Operation[Created]] = Operation(
    id="suppliers.create",
    title="Add New Supplier",
    method="POST",
    path="/api2/suppliers{format}",
    request=Request(kind="wrapped", model="SupplierInput", key="Supplier"),
    response=Response(kind="v1-created"),
    idempotent=False,
    entity="supplier",
    reference=Reference(
        field="supplier_number",
        number=True,
        lookup="suppliers.list",
        limit=500,
        newest=(("sort", "created"), ("direction", "desc")),
    ),
)

GET: Final[Operation[Supplier]] = Operation(
    id="suppliers.get",
    title="GET Single Supplier",
    method="GET",
    path="/api2/suppliers/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="Supplier", key="Supplier", identity="id"),
    idempotent=True,
    entity="supplier",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="suppliers.update",
    title="Edit Suppliers",
    method="PUT",
    path="/api2/suppliers/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="wrapped", model="SupplierInput", key="Supplier"),
    response=Response(kind="v1-ack"),
    idempotent=True,
    replaces=True,
    lost=("supplier_number",),
    entity="supplier",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="suppliers.delete",
    title="Delete Suppliers",
    method="DELETE",
    path="/api2/suppliers/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="supplier",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
)


class SuppliersResource(
    ReadsMany["Supplier"],
    CreatesManyReferenced["SupplierInput", "Created"],
    Replaces["SupplierInput", "Ack"],
    DeletesMany,
    Edits["SupplierDraft"],
    FindsOrCreates["Supplier"],
):
    """Vendors the account buys goods and services from."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self, *, limit: int | None = None, page: int | None = None, branch: int | None = None, **options: Unpack[ListOptions]
    ) -> Pager[Supplier]:
        """List suppliers, page by page.

        `GET /api2/suppliers`, the vendor's page 'GET All Suppliers'.

        Args:
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(LIST, {}, {"limit": limit, "page": page, "branch": branch}, options)

    async def create(self, body: SupplierInput | Mapping[str, object], **options: Unpack[CreateOptions]) -> Created:
        """Create a supplier.

        `reference=` is written to `supplier_number`.

        `POST /api2/suppliers`, the vendor's page 'Add New Supplier'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> Supplier:
        """Get a supplier by id.

        `GET /api2/suppliers/{id}`, the vendor's page 'GET Single Supplier'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    async def update(self, id: int | str, body: SupplierInput | Mapping[str, object], **options: Unpack[UpdateOptions]) -> Ack:
        """Replace a supplier.

        What the body leaves out is lost on the server. A body without `supplier_number` is refused, unless `replace=True`
        says that it is meant. `edit()` keeps the rest.

        `PUT /api2/suppliers/{id}`, the vendor's page 'Edit Suppliers'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete a supplier by id.

        `DELETE /api2/suppliers/{id}`, the vendor's page 'Delete Suppliers'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[SupplierCriteria]) -> Supplier | None: ...

        async def find_many(self, **fields: Unpack[SupplierCriteria]) -> builtins.list[Supplier]: ...

        async def find_or_create(
            self, body: SupplierInput | Mapping[str, object], *, lock: Lock | None = None, **fields: Unpack[SupplierCriteria]
        ) -> Found[Supplier]: ...
