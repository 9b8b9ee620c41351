# Generated from openapi/ by `make generate`; do not edit.
"""Branches of the business with contact data and status."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Param, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    from daftra_async.models import (
        Branch,
    )
    from daftra_async.pagination import Pager

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


class BranchesResource(Resource):
    """Branches of the business with contact data and status."""

    def list(
        self,
        *,
        limit: int | UnsetType = UNSET,
        page: int | UnsetType = UNSET,
        branch: int | UnsetType = UNSET,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Pager[Branch]:
        """List the branches of the account.

        Served by v1 with the v1 envelope; all scalars are text and no paging parameters are declared.

        `GET /api2/branches`, the vendor's page 'Get All Branches'.

        Args:
            limit: Records per page, from 1 to 1000.
            page: Page to start at, from 1.
            branch: Branch whose records are asked for; without it rows of other branches are missing.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            A pager: await it for the first page, iterate it for every Branch.

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
