# Generated from openapi/ by `make generate`; do not edit.
"""Inbound, outbound and transfer orders for warehouse stock."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Param, Request, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    from daftra_async.models import (
        Requisition,
        RequisitionInput,
    )
    from daftra_async.pagination import Pager
    from daftra_async.results import Ack

LIST: Final[Operation[Requisition]] = Operation(
    id="requisitions.list",
    title="GET All Requisitions",
    method="GET",
    path="/api2/requisitions",
    query_params=(
        Param(name="limit", wire="limit", type="integer", minimum=1, maximum=1000),
        Param(name="page", wire="page", type="integer", minimum=1),
        Param(name="branch", wire="request_branch_id", type="integer", minimum=1),
    ),
    response=Response(kind="v1-list", model="Requisition", key="Requisition"),
    pagination="v1",
    idempotent=True,
    entity="requisition",
    doubtful="The 200 body and paging are undocumented; assumed the v1 list envelope and paging of its siblings.",
)

CREATE: Final[Operation[Ack]] = Operation(
    id="requisitions.create",
    title="Add New Requisition",
    method="POST",
    path="/api2/requisitions",
    request=Request(kind="wrapped", model="RequisitionInput", key="Requisition", siblings=("RequisitionItem",)),
    response=Response(kind="v1-ack"),
    idempotent=False,
    entity="requisition",
    doubtful="The 200 body is undocumented; assumed the v1 acknowledgement with an id.",
)

GET: Final[Operation[Requisition]] = Operation(
    id="requisitions.get",
    title="GET single Requisition",
    method="GET",
    path="/api2/requisitions/{id}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-single", model="Requisition", key="Requisition"),
    idempotent=True,
    entity="requisition",
)

UPDATE: Final[Operation[Ack]] = Operation(
    id="requisitions.update",
    title="Edit Requisitions",
    method="PUT",
    path="/api2/requisitions/{id}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    request=Request(kind="wrapped", model="RequisitionInput", key="Requisition", siblings=("RequisitionItem",)),
    response=Response(kind="v1-ack"),
    idempotent=True,
    replaces=True,
    entity="requisition",
    doubtful="The request schema and 200 body are undocumented; assumed the fields of the example and the v1 acknowledgement.",
)

DELETE: Final[Operation[Ack]] = Operation(
    id="requisitions.delete",
    title="Delete Requisitions",
    method="DELETE",
    path="/api2/requisitions/{id}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="v1-ack"),
    idempotent=True,
    entity="requisition",
    doubtful="The 200 body is undocumented; assumed the v1 acknowledgement.",
)

OPERATIONS: Final = (
    LIST,
    CREATE,
    GET,
    UPDATE,
    DELETE,
)


class RequisitionsResource(Resource):
    """Inbound, outbound and transfer orders for warehouse stock."""

    def list(
        self,
        *,
        limit: int | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        branch: int | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[Requisition]:
        """List requisitions, page by page.

        No paging parameters are declared for this list.

        `GET /api2/requisitions`, the vendor's page 'GET All Requisitions'.

        Doubtful: The 200 body and paging are undocumented; assumed the v1 list envelope and paging of its siblings.

        Args:
            limit: Records per page, from 1 to 1000.
            page: Page to start at, from 1.
            branch: Branch whose records are asked for; without it rows of other branches are missing.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            A pager: await it for the first page, iterate it for every Requisition.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return self._list(
            LIST,
            {},
            {
                "limit": limit,
                "page": page,
                "branch": branch,
            },
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def create(
        self,
        body: RequisitionInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Create a requisition from the body you send.

        `Status`, `Order_type` and `To_store_id` are capitalised when written but lower case when read. Dates are written
        DD/MM/YYYY HH:MM.

        `POST /api2/requisitions`, the vendor's page 'Add New Requisition'.

        Doubtful: The 200 body is undocumented; assumed the v1 acknowledgement with an id.

        Args:
            body: The record to write, or a mapping in wire names with the relations beside the fields.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The acknowledgement of the server.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            OutcomeUnknown: The answer was lost, so the server may have done it or not; it was not sent again.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            CREATE,
            {},
            {},
            body,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def get(
        self,
        id: int | str,
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Requisition:
        """Get a requisition by id.

        Every scalar in the reply is text.

        `GET /api2/requisitions/{id}`, the vendor's page 'GET single Requisition'.

        Args:
            id: Id of the record, as a number or as text.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The Requisition.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            GET,
            {
                "id": id,
            },
            {},
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def update(
        self,
        id: int | str,
        body: RequisitionInput | Mapping[str, object],
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Replace a requisition with the body you send.

        The lines you submit take the place of the stored ones; send all of them.

        `PUT /api2/requisitions/{id}`, the vendor's page 'Edit Requisitions'.

        Doubtful: The request schema and 200 body are undocumented; assumed the fields of the example and the v1
        acknowledgement.

        Args:
            id: Id of the record, as a number or as text.
            body: The record to write, or a mapping in wire names with the relations beside the fields.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The acknowledgement of the server.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            UPDATE,
            {
                "id": id,
            },
            {},
            body,
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )

    async def delete(
        self,
        id: int | str,
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Ack:
        """Delete a requisition by id.

        `DELETE /api2/requisitions/{id}`, the vendor's page 'Delete Requisitions'.

        Doubtful: The 200 body is undocumented; assumed the v1 acknowledgement.

        Args:
            id: Id of the record, as a number or as text.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The acknowledgement of the server.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            DELETE,
            {
                "id": id,
            },
            {},
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )
