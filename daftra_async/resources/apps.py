# Generated from openapi/ by `make generate`; do not edit.
"""Marketplace apps and whether they are active here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from daftra_async._unset import UNSET, UnsetType
from daftra_async.operation import Operation, Param, Response
from daftra_async.resource import Resource

if TYPE_CHECKING:
    pass

IS_ACTIVE: Final[Operation[Any]] = Operation(
    id="apps.is_active",
    title="Check App Status",
    method="GET",
    path="/v2/api/app-manager/is_active/{id}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="raw"),
    idempotent=True,
    entity="app",
    doubtful="The 200 body is undocumented; assumed the bare record.",
)

OPERATIONS: Final = (IS_ACTIVE,)


class AppsResource(Resource):
    """Marketplace apps and whether they are active here."""

    async def is_active(
        self,
        id: int | str,
        *,
        timeout: float | UnsetType | None = UNSET,
        extra_query: Mapping[str, object] | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> Any:
        """Check whether an app is active.

        `GET /v2/api/app-manager/is_active/{id}`, the vendor's page 'Check App Status'.

        Doubtful: The 200 body is undocumented; assumed the bare record.

        Args:
            id: Id of the record, as a number or as text.
            timeout: Seconds for the whole call, or None for no limit; the default is in the settings.
            extra_query: Query parameters the fragments do not describe.
            extra_headers: Headers to add.

        Returns:
            The answer as the server sent it.

        Raises:
            RequestNotSent: An argument is wrong, or the account cannot be reached; nothing was sent.
            DaftraTimeout: The time was over.
            APIError: The server refused, or answered with something that is no success.
        """
        return await self._call(
            IS_ACTIVE,
            {
                "id": id,
            },
            {},
            timeout=timeout,
            extra_query=extra_query,
            extra_headers=extra_headers,
        )
