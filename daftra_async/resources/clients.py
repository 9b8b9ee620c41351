# Generated from openapi/ by `make generate`; do not edit.
"""Customers, people or businesses, that documents are issued to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Reference, Request, Response, Twin
from daftra_async.resource.mixins import CreatesManyReferenced, DeletesMany, Edits, FindsOrCreates, ReadsMany, Replaces

if TYPE_CHECKING:
    import builtins

    from daftra_async.lists.find import Wanted
    from daftra_async.lists.pager import Pager
    from daftra_async.models import (
        Client,
        ClientGender,
        ClientInput,
        ClientType,
    )
    from daftra_async.operation import Ack, Created
    from daftra_async.options import CallOptions, CreateOptions, FindOptions, ListOptions, UpdateOptions
    from daftra_async.writes.edit import Draft
    from daftra_async.writes.find_or_create import Found
    from daftra_async.writes.lock import Lock

    class ClientCriteria(FindOptions, total=False):
        """Fields accepted by find_one() and its like; for annotations only."""

        active_secondary_address: Wanted[bool]
        address1: Wanted[str]
        address2: Wanted[str]
        birth_date: Wanted[date | str]
        bn1: Wanted[str]
        bn1_label: Wanted[str]
        bn2: Wanted[str]
        bn2_label: Wanted[str]
        branch: int | None
        branch_id: Wanted[int | str]
        business_name: Wanted[str]
        category: Wanted[str]
        city: Wanted[str]
        client_number: Wanted[str]
        country_code: Wanted[str]
        created: Wanted[date | datetime | str]
        credit_limit: Wanted[Decimal | int | str]
        credit_period: Wanted[int | str]
        default_currency_code: Wanted[str]
        email: Wanted[str]
        first_name: Wanted[str]
        follow_up_status: Wanted[int | str]
        gender: Wanted[ClientGender | int]
        group_price_id: Wanted[int | str]
        id: Wanted[int | str]
        is_offline: Wanted[bool]
        last_ip: Wanted[str]
        last_login: Wanted[date | datetime | str]
        last_name: Wanted[str]
        map_location: Wanted[str]
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
        starting_balance: Wanted[Decimal | int | str]
        state: Wanted[str]
        suspend: Wanted[bool]
        timezone: Wanted[int | str]
        type: Wanted[ClientType | int]

    class ClientDraft(Draft, Client):
        """Made by edit(); for annotations only."""


LIST: Final[Operation[Client]] = Operation(
    id="clients.list",
    title="GET All Clients",
    method="GET",
    path="/api2/clients{format}",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="Client", key="Client"),
    pagination="v1",
    idempotent=True,
    entity="client",
    twin=Twin(entity="client"),
)

CREATE: Final[Operation[Created]] = Operation(
    id="clients.create",
    title="Add New Client",
    method="POST",
    path="/api2/clients{format}",
    request=Request(kind="wrapped", model="ClientInput", key="Client"),
    response=Response(kind="v1-created"),
    idempotent=False,
    entity="client",
    reference=Reference(
        field="client_number", lookup="clients.list", limit=500, newest=(("sort", "created"), ("direction", "desc"))
    ),
)

GET: Final[Operation[Client]] = Operation(
    id="clients.get",
    title="GET Single Client",
    method="GET",
    path="/api2/clients/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="Client", key="Client", identity="id"),
    idempotent=True,
    entity="client",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="clients.update",
    title="Edit Clients",
    method="PUT",
    path="/api2/clients/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="wrapped", model="ClientInput", key="Client"),
    response=Response(kind="v1-ack"),
    idempotent=True,
    replaces=True,
    lost=("client_number", "birth_date"),
    entity="client",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="clients.delete",
    title="Delete Clients",
    method="DELETE",
    path="/api2/clients/{id}{format}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="client",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
)


class ClientsResource(
    ReadsMany["Client"],
    CreatesManyReferenced["ClientInput", "Created"],
    Replaces["ClientInput", "Ack"],
    DeletesMany,
    Edits["ClientDraft"],
    FindsOrCreates["Client"],
):
    """Customers, people or businesses, that documents are issued to."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    def list(
        self, *, limit: int | None = None, page: int | None = None, branch: int | None = None, **options: Unpack[ListOptions]
    ) -> Pager[Client]:
        """List clients, page by page.

        Rows come in no reliable order unless `extra_query={"sort": "created", "direction": "desc"}` is given.

        `GET /api2/clients`, the vendor's page 'GET All Clients'.

        Args:
            limit: Records per page, from 1 to 1000; `.limit(n)` ends the walk after n records.
            page: Page to start at, from 1.
            branch: Id of the branch whose records are wanted; without it, rows of other branches can be missing.
        """
        return self._list(LIST, {}, {"limit": limit, "page": page, "branch": branch}, options)

    async def create(self, body: ClientInput | Mapping[str, object], **options: Unpack[CreateOptions]) -> Created:
        """Create a client.

        `reference=` is written to `client_number`.

        `POST /api2/clients`, the vendor's page 'Add New Client'.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(CREATE, {}, {}, options, body)

    async def get(self, id: int | str, **options: Unpack[CallOptions]) -> Client:
        """Get a client by id.

        `GET /api2/clients/{id}`, the vendor's page 'GET Single Client'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(GET, {"id": id}, {}, options)

    async def update(self, id: int | str, body: ClientInput | Mapping[str, object], **options: Unpack[UpdateOptions]) -> Ack:
        """Replace a client.

        What the body leaves out is lost on the server. A body without `client_number` or `birth_date` is refused, unless
        `replace=True` says that it is meant. `edit()` keeps the rest.

        `PUT /api2/clients/{id}`, the vendor's page 'Edit Clients'.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
        """
        return await self._call(UPDATE, {"id": id}, {}, options, body)

    async def delete(self, id: int | str, **options: Unpack[CallOptions]) -> Ack:
        """Delete a client by id.

        `DELETE /api2/clients/{id}`, the vendor's page 'Delete Clients'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(DELETE, {"id": id}, {}, options)

    if TYPE_CHECKING:

        async def find_one(self, **fields: Unpack[ClientCriteria]) -> Client | None: ...

        async def find_many(self, **fields: Unpack[ClientCriteria]) -> builtins.list[Client]: ...

        async def find_or_create(
            self, body: ClientInput | Mapping[str, object], *, lock: Lock | None = None, **fields: Unpack[ClientCriteria]
        ) -> Found[Client]: ...
