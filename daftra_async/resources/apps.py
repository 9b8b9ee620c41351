# Generated from openapi/ by `make generate`; do not edit.
"""Marketplace apps and whether they are active here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final, Unpack

from daftra_async.operation import Operation, Param, Response
from daftra_async.resource.base import Resource

if TYPE_CHECKING:
    from daftra_async.options import CallOptions

IS_ACTIVE: Final[Operation[Any]] = Operation(
    id="apps.is_active",
    title="Check App Status",
    method="GET",
    path="/v2/api/app-manager/is_active/{id}",
    path_params=(Param(name="id", wire="id", type="id", required=True),),
    response=Response(kind="raw"),
    idempotent=True,
    entity="app",
    doubtful="The 200 body is undocumented; this package assumes the bare record.",
)

OPERATIONS: Final = (IS_ACTIVE,)


class AppsResource(Resource):
    """Marketplace apps and whether they are active here."""

    _ops: ClassVar = {operation.verb: operation for operation in OPERATIONS}

    async def is_active(self, id: int | str, **options: Unpack[CallOptions]) -> Any:
        """Check whether an app is active.

        Doubtful: The 200 body is undocumented; this package assumes the bare record.

        `GET /v2/api/app-manager/is_active/{id}`, the vendor's page 'Check App Status'.

        Args:
            id: Id of the record, as a number or as text.
        """
        return await self._call(IS_ACTIVE, {"id": id}, {}, options)
